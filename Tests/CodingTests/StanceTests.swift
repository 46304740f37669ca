import ChanceryCore
import Coding
import Testing

/// Parties that claim, back, confirm or reject the same thing, with the language model.
@Suite struct StanceTests {
    private func stances(_ text: String, of concept: String) throws -> [String] {
        let report = try #require(
            try TextEvents.reports(text).first { report in
                guard case .event(let event) = report.content else { return false }
                return event.concept == concept
            })
        return report.stances.map { "\($0.party) \($0.kind.rawValue)" }
    }

    @Test(arguments: [
        (
            "Norway accused Germany of bombing the port of Oslo. France backed the claim. Germany rejected the accusation. "
                + "The United Nations confirmed it in June.", "bomb",
            ["France backs", "Germany rejects", "United Nations confirms"]
        ),
        (
            "Italy attacked Greece, according to Turkey. Greece confirmed the report, but Italy denied it.", "attack",
            ["Greece confirms", "Italy rejects"]
        ),
        ("Greece confirmed that Italy had attacked Spain.", "attack", ["Greece confirms"]),
        ("Greece denied that Italy had attacked Spain.", "attack", ["Greece rejects"]),
    ]) func partiesStandSideBySide(text: String, concept: String, told: [String]) throws {
        #expect(try stances(text, of: concept) == told)
    }

    @Test(arguments: [
        "Turkey said that Italy had attacked Greece. Turkey repeated the claim.",
        "Turkey said that Italy had attacked Greece. Spain did not confirm it.",
        "Turkey said that Italy had attacked Greece. Spain may reject the claim.",
        "Turkey said that Italy had attacked Greece. Spain rejected the claim that Malta was involved.",
        "Italy attacked Greece. Spain backed Malta.",
    ]) func whatPointsToNoOthersWordsIsNoStance(text: String) throws {
        #expect(try stances(text, of: "attack").isEmpty)
    }

    @Test func aStanceNamesItsWords() throws {
        let text = "Turkey said that Italy had attacked Greece. Spain rejected the claim."
        let report = try #require(try TextEvents.reports(text).first { $0.kind == .event && !$0.stances.isEmpty })
        let stance = try #require(report.stances.first)
        #expect(OffsetMap(text).text(stance.words) == "Spain rejected the claim")
        #expect(stance.code == "ESP")
        #expect(stance.cue == "rejected")
    }
}
