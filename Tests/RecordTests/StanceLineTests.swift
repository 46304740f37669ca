import ChanceryCore
import Testing

@testable import Record

/// How the stances of several parties stand side by side.
@Suite struct StanceLineTests {
    private let words = CodePointSpan(0, 4)

    private func report(
        by source: String, _ modality: Modality = .claimed, in document: String = "note.txt", _ stances: [Stance] = []
    ) -> Report {
        Report(
            document: document, documentHash: "hash of \(document)", span: words,
            content: .event(Event(type: "ASSAULT", concept: "bomb", actors: [], recipients: [])), trigger: words,
            modality: modality,
            attribution: source.isEmpty
                ? [] : [AttributionLink(source: source, cue: "said", evidence: Evidence(words))],
            stances: stances, rule: "ASSAULT-bomb-01")
    }

    private func stance(_ kind: Stance.Kind, _ party: String) -> Stance {
        Stance(kind: kind, party: party, cue: "backed", evidence: Evidence(words), words: words)
    }

    @Test func claimsComeFirstAndRejectionsLast() {
        let lines = StanceLine.lines(of: [
            report(by: "Veldania", in: "a.txt", [stance(.rejects, "Osk"), stance(.backs, "Tarn")]),
            report(by: "Osk", .denied, in: "b.txt"), report(by: "Tarn", in: "c.txt", [stance(.confirms, "Tarn")]),
        ])
        #expect(
            StanceLine.words(lines) == "claimed by Veldania; confirmed by Tarn; backed by Tarn; rejected by Osk")
        #expect(lines.map(\.document) == ["a.txt", "c.txt", "a.txt", "a.txt", "b.txt"])
    }

    @Test func onePartyAloneIsNoSide() {
        #expect(StanceLine.lines(of: [report(by: "Osk", .denied)]).isEmpty)
        #expect(StanceLine.lines(of: [report(by: "Osk"), report(by: "Osk", in: "b.txt")]).isEmpty)
        #expect(StanceLine.lines(of: [report(by: "")]).isEmpty)
    }

    @Test func aSpeakersOwnStanceIsNotRepeatedBesideTheirWords() {
        let told = report(by: "", .asserted, [stance(.rejects, "Osk"), stance(.backs, "Tarn")])
        #expect(StanceLine.ofOthers(told, than: "Osk").map(\.party) == ["Tarn"])
    }

    @Test func reportsKeepTheirStancesInTheFormat() throws {
        let told = report(by: "Osk", .claimed, [stance(.doubts, "Tarn")])
        let line = try JSONLine.encode(told)
        #expect(line.contains("\"stance\":\"doubts\""))
        #expect(try JSONLine.decode(Report.self, from: line) == told)
        #expect(!(try JSONLine.encode(report(by: "Osk")).contains("stances")))
    }
}
