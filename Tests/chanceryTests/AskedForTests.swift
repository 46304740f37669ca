import ChanceryCore
import DossierStore
import Testing

@testable import Record
@testable import chancery

/// Lists in the order and the wording that somebody asked for.
@Suite struct AskedForTests {
    private static let form = TextForm(Terminal(width: 120, isColoured: false))

    private static func figures(_ sort: FigureSort) -> FiguresView {
        let text = "It took 7 years and 900 people, 12 people of them masons, 3 years on the roof and 5 of the rest."
        let items = [("7", "years"), ("900", "people"), ("12", "people"), ("3", "years"), ("5", "")].map {
            value, unit in
            let report = Report(
                document: "roof.txt", documentHash: Digest.sha256(text), span: SampleRecord.span(value, in: text),
                content: .figure(Figure(value: Double(value) ?? 0, unit: unit, of: "")),
                trigger: SampleRecord.span(value, in: text), rule: "FIGURE-01")
            return ReportItem(report: report, words: value)
        }
        return FiguresView(of: items).sorted(by: sort)
    }

    @Test func valuesOfDifferentUnitsStandApart() {
        let view = Self.figures(.value)
        #expect(view.items.map(\.value) == [900, 12, 7, 3, 5])
        #expect(view.page().sections.map(\.heading) == ["people", "years", "no unit"])
    }

    @Test func inAnotherOrderFiguresAreOneList() {
        let view = Self.figures(.document)
        #expect(view.items.map(\.value) == [7, 900, 12, 3, 5])
        #expect(view.page().sections.map(\.heading) == [nil])
    }

    @Test func whereNoDisputeMatchesItSaysWhatWasAskedAndWhatThereIs() {
        var view = DisputesView(of: [])
        view.asked = "--dimension date --entity Osk"
        view.inAll = [.number: 2, .presence: 1]
        let text = Self.form.text(view.page())
        #expect(
            text.contains(
                "No dispute matches --dimension date --entity Osk; the whole record has 3 disputes: 2 about number, "
                    + "1 about presence"), "\(text)")
        view.inAll = [:]
        #expect(Self.form.text(view.page()).contains("--entity Osk; this record has none"))
    }

    @Test func aRecordWithoutDisputesSaysSo() {
        #expect(Self.form.text(DisputesView(of: []).page()).contains("No dispute in this record."))
    }

    /// Two entries of one sentence and one of another.
    private static func compared(_ triggers: [(clause: String, trigger: String)]) -> CompareView {
        let text = "Osk recognised and praised Veldania. Osk left."
        let documents = ["a.txt", "b.txt"].map { Document(name: $0, text: $0 == "a.txt" ? text : "Nothing.") }
        let entries = triggers.map { clause, trigger in
            let report = SampleRecord.event(
                "a.txt", text, clause, trigger: trigger, type: "SUPPORT", concept: trigger,
                actors: [SampleRecord.state("Osk", text)], recipients: [])
            return EntryItem(
                entry: Entry(kind: .event, reports: [report.id], documents: ["a.txt"], date: "", dates: []),
                reports: [ReportItem(report: report, words: clause)], disputes: [])
        }
        return CompareView(documents[0], documents[1], entries: entries, disputes: [], origins: [])
    }

    @Test func comparedEntriesOfTheSameWordsStandTogether() throws {
        let clause = "Osk recognised and praised Veldania"
        let view = Self.compared([(clause, "recognised"), (clause, "praised"), ("Osk left", "left")])
        let blocks = view.page().sections.flatMap(\.blocks)
        #expect(blocks.count == 2)
        guard case .item(let item)? = blocks.first else { return #expect(Bool(false)) }
        #expect(item.further.count == 1 && (item.ids + item.further.flatMap(\.ids)).count == 2)
        #expect(view.items.compactMap(\.entry?.toldWith.count) == [1, 1, 0])
    }

    @Test func comparedEntriesOfOtherWordsStandApart() {
        let view = Self.compared([("Osk recognised and praised Veldania", "recognised"), ("Osk left", "left")])
        #expect(view.page().sections.flatMap(\.blocks).count == 2)
        #expect(view.items.compactMap(\.entry?.toldWith.count) == [0, 0])
    }
}
