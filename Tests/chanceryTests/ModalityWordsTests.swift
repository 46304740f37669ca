import ChanceryCore
import DossierStore
import Testing

@testable import Record
@testable import chancery

/// How what is not told as fact reads on a page.
@Suite struct ModalityWordsTests {
    /// A sentence, what is coded from it, and the headline that is printed.
    struct Reading: Sendable, CustomTestStringConvertible {
        var text: String
        var reports: [Report]
        var line: String
        var testDescription: String { text }

        init(_ text: String, _ line: String, _ contents: (Report.Content, Modality)...) {
            self.text = text
            self.line = line
            reports = contents.enumerated().map { place, told in
                Report(
                    document: "note.txt", documentHash: Digest.sha256(text),
                    span: CodePointSpan(0, text.unicodeScalars.count), content: told.0,
                    trigger: CodePointSpan(place, place + 1), modality: told.1, rule: "RULE-01")
            }
        }
    }

    private static func party(_ name: String) -> Participant {
        Participant(name: name, kind: .state, span: CodePointSpan(0, 1))
    }

    private static func act(_ concept: String, _ actor: String = "Osk", _ recipient: String = "Tarn") -> Report.Content
    {
        .event(Event(type: "CONSULT", concept: concept, actors: [party(actor)], recipients: [party(recipient)]))
    }

    private static func state(
        _ relation: String, _ subject: String = "Osk", _ object: String = "Tarn"
    ) -> Report.Content {
        .state(
            StateOfAffairs(subject: [party(subject)], relation: relation, concept: "stance", object: [party(object)]))
    }

    private static let said = Report.Content.statement(
        Statement(speaker: party("Osk"), form: .indirect, cue: "said", contentSpan: CodePointSpan(0, 4)))
    private static let figure = Report.Content.figure(Figure(value: 40, unit: "people", of: "prisoners"))

    static let readings = [
        Reading("Osk visited Tarn.", "Osk → Tarn · visit (CONSULT)", (act("visit"), .asserted)),
        Reading("Osk, says Tarn, visited it.", "claimed: Osk → Tarn · visit (CONSULT)", (act("visit"), .claimed)),
        Reading(
            "Osk denied that it had threatened Tarn.", "denied that it happened: Osk → Tarn · threaten (CONSULT)",
            (act("threaten"), .denied)),
        Reading(
            "Osk will visit Tarn.", "planned, not told as done: Osk → Tarn · visit (CONSULT)", (act("visit"), .planned)),
        Reading(
            "Osk might visit Tarn.", "supposed, not told as done: Osk → Tarn · visit (CONSULT)",
            (act("visit"), .hypothetical)),
        Reading(
            "Osk did not visit Tarn.", "did not happen, as told: Osk → Tarn · visit (CONSULT)",
            (act("visit"), .negated)),
        Reading(
            "Osk never rejected the plan of Tarn.", "did not happen, as told: Osk → Tarn · reject (CONSULT)",
            (act("reject"), .negated)),
        Reading(
            "Osk harbours no affection for Tarn.",
            "Osk · harbours no affection for · Tarn (state of affairs, told in the negative)",
            (state("harbours no affection for"), .negated)),
        Reading(
            "Osk is not a member of the Tarn Union.",
            "Osk · is not a member of · Tarn Union (state of affairs, told in the negative)",
            (state("is not a member of", "Osk", "Tarn Union"), .negated)),
        Reading(
            "Osk hasn’t an embassy in Tarn.",
            "Osk · hasn’t an embassy in · Tarn (state of affairs, told in the negative)",
            (state("hasn’t an embassy in"), .negated)),
        Reading(
            "Neither Osk nor Veldania has an embassy in Tarn.",
            "is not so, as told: Osk · has an embassy in · Tarn (state of affairs)",
            (state("has an embassy in"), .negated)),
        Reading(
            "It is false that Osk borders Tarn.", "is not so, as told: Osk · borders · Tarn (state of affairs)",
            (state("borders"), .negated)),
        Reading(
            "Osk denied that it is an ally of Tarn.",
            "denied that it is so: Osk · is an ally of · Tarn (state of affairs)", (state("is an ally of"), .denied)),
        Reading(
            "Osk denied that it has no embassy in Tarn.",
            "denied that it is so: Osk · has no embassy in · Tarn (state of affairs)",
            (state("has no embassy in"), .denied)),
        Reading(
            "Osk wants to be a member of the Tarn Union.",
            "planned, not told as so: Osk · is a member of · Tarn (state of affairs)",
            (state("is a member of"), .planned)),
        Reading(
            "If Osk were an ally of Tarn, all would be well.",
            "supposed, not told as so: Osk · is an ally of · Tarn (state of affairs)",
            (state("is an ally of"), .hypothetical)),
        Reading(
            "Osk has an embassy in Tarn, says Tarn.", "claimed: Osk · has an embassy in · Tarn (state of affairs)",
            (state("has an embassy in"), .claimed)),
        Reading(
            "Osk visited Tarn. Osk denied it.", "told as fact; also denied: Osk → Tarn · visit (CONSULT)",
            (act("visit"), .asserted), (act("visit"), .denied)),
        Reading(
            "Osk did not visit Tarn. It did, says Tarn.",
            "claimed; also told as not having happened: Osk → Tarn · visit (CONSULT)", (act("visit"), .negated),
            (act("visit"), .claimed)),
        Reading(
            "Osk has no embassy in Tarn, and plans one.",
            "planned; also told as not so: Osk · has an embassy in · Tarn (state of affairs)",
            (state("has no embassy in"), .negated), (state("has an embassy in"), .planned)),
        Reading(
            "Osk denied having an embassy in Tarn. It has none.",
            "denied; also told as not so: Osk · has an embassy in · Tarn (state of affairs)",
            (state("has no embassy in"), .negated), (state("has an embassy in"), .denied)),
        Reading("Osk said nothing of it.", "was not said, as told: Osk (as told)", (said, .negated)),
        Reading("Osk is said to have said it.", "claimed to have been said: Osk (as told)", (said, .claimed)),
        Reading("Osk would say it.", "supposed, not told as said: Osk (as told)", (said, .hypothetical)),
        Reading(
            "Osk denied holding 40 prisoners.", "denied that it is so: 40 people · prisoners (figure)",
            (figure, .denied)),
    ]

    @Test(arguments: readings) func headlineCannotBeMisread(reading: Reading) throws {
        let entry = Entry(
            kind: reading.reports[0].kind, reports: reading.reports.map(\.id), documents: ["note.txt"], date: "",
            dates: [])
        let line = try #require(
            EntryLine(
                EntryItem(
                    entry: entry, reports: reading.reports.map { ReportItem(report: $0, words: reading.text) },
                    disputes: [])))
        let page = Page(title: "", sections: [Page.Section(nil, [.item(line.item())])], summary: "")
        let text = TextForm(Terminal(width: 200, isColoured: false)).text(page)
        #expect(text.split(separator: "\n")[0].trimmingPrefix(while: { $0 == " " }) == reading.line)
    }
}
