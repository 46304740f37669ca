import ChanceryCore
import Coding
import Testing

/// The day that a news report is about, and the day of what is done by being published; with the language model.
@Suite struct StoryTests {
    private static func dates(_ text: String, publishedOn: String?) throws -> [String] {
        try TextEvents.reports(text, publishedOn: publishedOn).compactMap { report in
            guard case .event(let event) = report.content else { return nil }
            return "\(event.type) \(report.date.map { "\($0.edtf) \($0.basis.rawValue)" } ?? "-")"
        }
    }

    @Test func whatALeadsStoryGoesOnWithHasItsDay() throws {
        let text = "Norway recognised Malta on Monday. The foreign minister of Norway signed a treaty with Malta."
        #expect(
            try Self.dates(text, publishedOn: "2021-02-03") == [
                "SUPPORT 2021-02-01 resolved", "SUPPORT 2021-02-01 story",
            ])
    }

    @Test(arguments: [
        // A text of unknown day, and one that tells of long ago.
        ("Norway recognised Malta on Monday. Denmark signed a treaty with Malta.", nil),
        ("Norway recognised Malta on 4 May 1964. Denmark signed a treaty with Sweden.", "2021-02-03"),
    ]) func withoutADayOfItsOwnATextHasNoStory(text: String, publishedOn: String?) throws {
        #expect(try Self.dates(text, publishedOn: publishedOn).last == "SUPPORT -")
    }

    @Test func whatWasBeforeIsNotOfTheStory() throws {
        let text =
            "Norway recognised Malta on Monday. Denmark had condemned Malta. Sweden signed a treaty with Denmark."
        #expect(try Self.dates(text, publishedOn: "2021-02-03").dropFirst().allSatisfy { $0.hasSuffix(" -") })
    }

    @Test func whatIsDoneByBeingPublishedHasThatDay() throws {
        let text = "Statement by President Lars Holm of Norway on Malta. We strongly condemn Denmark."
        #expect(
            try Self.dates(text, publishedOn: "2021-02-03").contains("ACCUSE 2021-02-03 published"))
        #expect(
            try Self.dates("Norway condemned the invasion of Malta.", publishedOn: "2021-02-03") == [
                "ACCUSE -", "ASSAULT -",
            ])
    }
}
