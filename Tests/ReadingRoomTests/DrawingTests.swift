import ChanceryCore
import DossierStore
import Foundation
import Testing

@testable import ReadingRoom
@testable import Record

/// The chart of two parties and the strip over a timeline: what they count, and where their bars lead.
@Suite struct DrawingTests {
    /// The line of an event of a year.
    private static func line(_ type: String, _ year: String, _ modality: Modality = .asserted, sure: Bool = true)
        -> EntryLine?
    {
        func party(_ name: String) -> Participant { Participant(name: name, kind: .state, span: CodePointSpan(0, 3)) }
        var report = Report(
            document: "a.txt", documentHash: "0f", span: CodePointSpan(0, 9),
            content: .event(Event(type: type, concept: "", actors: [party("Osk")], recipients: [party("Tarn")])),
            trigger: CodePointSpan(0, 3),
            date: ReportDate(edtf: year, basis: .stated, evidence: Evidence(CodePointSpan(0, 4))), rule: "TEST-01",
            key: "event|\(type)|\(year)")
        report.modality = modality
        report.confidence = sure ? 0.9 : 0.1
        return EntryLine(
            EntryItem(
                entry: Entry(
                    kind: .event, reports: [report.id], documents: ["a.txt"], date: year, dates: [year]),
                reports: [ReportItem(report: report, words: "Osk, Tarn")], disputes: []))
    }

    private static let lines = [
        line("AID", "0987"), line("ASSAULT", "0987"), line("ACCUSE", "0989", .claimed), line("AID", "0989", .negated),
        line("AID", "0990", sure: false),
    ].compactMap { $0 }

    @Test func aYearHasDeedsAndWordsOnEitherSide() {
        let years = Chart.years(Self.lines)
        #expect(years.map(\.year) == ["987", "988", "989"])
        #expect(years[0].deedsCooperation == 1 && years[0].deedsConflict == 1)
        #expect(years[1].isEmpty)
        // What is claimed counts as words are; what is negated or doubtful counts nowhere.
        #expect(years[2].wordsConflict == 1 && years[2].deedsCooperation == 0)
    }

    @Test func aBarLeadsToItsYearAsDatesAreWritten() throws {
        let drawing = Chart.svg(Chart.years(Self.lines), of: "Osk & Tarn", a: "Osk", b: "Tarn")
        #expect(drawing.contains("from=0987&amp;to=0987"))
        #expect(drawing.contains("Osk &amp; Tarn"))
        #expect(Chart.svg([], of: "", a: "", b: "") == "")
    }

    @Test func theStripHasABarAYearAndOneAboveItOfTheDoubtful() throws {
        var view = EntriesView.timeline(of: [])
        view.items = Self.lines
        let strip = Strip.svg(view, Fields([Fields.Field(name: "party", value: "Osk")]))
        #expect(strip.contains("party=Osk&amp;from=0987&amp;to=0987"))
        #expect(strip.contains("987: 2 entries\""))
        #expect(strip.contains("990: 1 entry, 1 of them doubtful"))
        #expect(strip.matches(of: /class="doubt"/).count == 1)
        view.items = []
        #expect(Strip.svg(view, Fields()) == "")
    }
}
