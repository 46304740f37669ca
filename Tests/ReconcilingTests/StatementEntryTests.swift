import ChanceryCore
import Testing

@testable import Reconciling

@Suite struct StatementEntryTests {
    private static func said(
        _ document: String, _ words: String, by speaker: Participant = Made.minister, on date: String = ""
    ) -> Report {
        var report = Made.report(
            document, at: document.utf8.first.map(Int.init) ?? 0,
            .statement(
                Statement(speaker: speaker, form: .indirect, cue: "said", contentSpan: CodePointSpan(0, words.count))),
            date)
        report.terms = ContentWords.words(words).sorted()
        return report
    }

    private static func entries(_ reports: [Report]) throws -> Int {
        try Reconciler().reconcile(documents: [], reports: reports).entries.count
    }

    @Test func oneSpeakersWordsInTwoTextsAreOneEntry() throws {
        let quotation = "The harbour will be closed to foreign ships until the treaty is signed."
        let told = "that the harbour would be closed to foreign ships until a treaty was signed"
        #expect(try Self.entries([Self.said("a", quotation), Self.said("b", told)]) == 1)
        #expect(try Self.entries([Self.said("a", quotation), Self.said("b", told, by: Made.president)]) == 2)
        #expect(
            try Self.entries([Self.said("a", quotation, on: "2001-05"), Self.said("b", told, on: "2003-05")]) == 2)
    }

    @Test func whatOneSpeakerSaysOfOneThingInOtherWordsStaysApart() throws {
        let first = "that the harbour would be closed to foreign ships"
        let second = "that foreign ships had damaged the old harbour wall and the lighthouse"
        #expect(try Self.entries([Self.said("a", first), Self.said("b", second)]) == 2)
    }

    @Test func manyStatementsOfOneSpeakerAreFoundByTheirRareWords() throws {
        let reports = (0..<300).flatMap { number in
            ["a", "b"].map { document in
                var report = Self.said(document, "treaty harbour ships word\(number)x item\(number)x")
                report.id = "\(document)\(number)"
                report.span = CodePointSpan(number * 10, number * 10 + (document == "a" ? 5 : 6))
                return report
            }
        }
        let found = try Self.entries(reports)
        #expect(found == 300)
    }
}
