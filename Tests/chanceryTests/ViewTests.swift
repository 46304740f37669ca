import ChanceryCore
import DossierStore
import Foundation
import Testing

@testable import Record
@testable import chancery

@Suite struct ViewTests {
    private func relation(_ a: String, _ b: String) -> EntriesView {
        EntriesView.relation(
            of: SampleRecord.entries, between: Party(a, among: SampleRecord.reports),
            and: Party(b, among: SampleRecord.reports))
    }

    @Test func relationHoldsWhatTwoPartiesDidHowTheyStandAndWhatWasSaid() {
        let lines = relation("vld", "Osk").items
        #expect(
            lines.map(\.what) == [
                "Osk → Veldania · recognise", "Veldania · has an embassy in · Osk", "Veldania → Osk · open mission",
            ])
        let said = relation("the ministry", "Veldania").items
        #expect(said.map(\.kind) == [.statement])
        #expect(relation("Osk", "Osk").items.isEmpty)
    }

    @Test func deniedAndPlannedEventsAreNeverShownAsFact() {
        let caveats = EntriesView.timeline(of: SampleRecord.entries).items.filter { $0.modality != ["asserted"] }
        #expect(caveats.map(\.caveat).sorted() == ["denied that it happened", "planned, not told as done"])
    }

    @Test func anUndatedEntryStandsWhereTheTextPutsItAndSaysByWhichWords() throws {
        let text = "Osk recognised Veldania in 1988. After recognising it, Osk trained its officers."
        let recognised = SampleRecord.event(
            "order.txt", text, "Osk recognised Veldania in 1988", trigger: "recognised", type: "SUPPORT",
            concept: "recognise", actors: [SampleRecord.state("Osk", text)],
            recipients: [SampleRecord.state("Veldania", text)], date: SampleRecord.date("1988", "1988", text))
        var trained = SampleRecord.event(
            "order.txt", text, "After recognising it, Osk trained its officers", trigger: "trained", type: "AID",
            concept: "train", actors: [SampleRecord.state("Osk", text)], recipients: [])
        trained.order = [
            OrderLink(
                relation: .after, report: recognised.id,
                evidence: Evidence(SampleRecord.span("After recognising it", in: text)))
        ]
        let items = [trained, recognised].map { report in
            EntryItem(
                entry: Entry(
                    kind: .event, reports: [report.id], documents: [report.document], date: report.date?.edtf ?? "",
                    dates: [report.date?.edtf].compactMap { $0 }),
                reports: [ReportItem(report: report, words: OffsetMap(text).text(report.span) ?? "")], disputes: [])
        }
        let view = EntriesView.timeline(of: items)
        #expect(view.items.map(\.concept) == ["recognise", "train"])
        let page = TextForm(Terminal(width: 200, isColoured: false)).text(view.page())
        #expect(page.contains("1988 or later"))
        #expect(page.contains("told as after “Osk → Veldania · recognise” (1988), by “After recognising it”"))
        #expect(!page.contains("No date told"))
        // The same where the other entry is filtered out.
        let alone = EntriesView.timeline(of: [items[0]], placedBy: [items[1]])
        #expect(alone.items.map(\.placement?.bound) == ["1988 or later"])
    }

    @Test func statementsNameSpeakerFormAndWords() throws {
        let item = try #require(StatementsView(of: SampleRecord.reportItems).items.first)
        #expect(item.speaker == "the ministry")
        #expect(item.content == "Veldania will open an embassy")
        #expect(item.about == ["Veldania"])
    }

    @Test func showOfAReportAloneHasNoEntry() {
        let view = ShowView(.report(SampleRecord.reportItems[5], entry: ""), texts: SampleRecord.texts)
        #expect(view.entry == nil)
        #expect(view.tellings.map(\.trigger) == ["3,000"])
    }

    @Test func jsonIsOneArrayWithAnObjectALine() throws {
        let items = EntriesView.timeline(of: SampleRecord.entries).items
        let text = try JSONForm.text(items)
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        #expect(read?.count == items.count)
        #expect(text.split(separator: "\n").count == items.count + 2)
        #expect(try JSONForm.text([EntryLine]()) == "[]\n")
    }

    @Test(arguments: [
        ("1989", "1989"), ("1989-05-07", "7 May 1989"), ("{1989-05,1989-07}", "May 1989 and Jul 1989"),
        ("1996-12~", "about Dec 1996"), ("1991/..", "since 1991"),
        ("../1991", "until 1991"), ("1967/1972", "1967–1972"), ("2023-10/2024-07", "Oct 2023 – Jul 2024"),
        ("197X", "1970s"), ("19XX", "1900s"), ("XXXX-10-07", "7 Oct, year unknown"), ("1990-21", "spring 1990"),
        ("1990?", "1990 (?)"), ("1990-41", "second half of 1990"), ("1996-12-XX", "Dec 1996"), ("", ""),
        ("[1990,1992]", "1990 or 1992"), ("[1990,1992", "[1990,1992"),
        ("-0029", "30 BC"), ("0000", "1 BC"), ("-0043-03-15", "15 Mar 44 BC"),
        ("-0498/-0448", "499 BC – 449 BC"), ("-0145-21~", "about spring 146 BC"), ("-00XX", "-00XX"), ("-", "-"),
    ]) func datesAreWrittenAsPeopleWriteThem(edtf: String, words: String) {
        #expect(DateWords.of(edtf) == words)
    }

    @Test(arguments: [
        (3000.0, "3,000"), (68700, "68,700"), (0.5, "0.5"), (999, "999"), (-1200, "−1,200"), (1e6, "1,000,000"),
    ])
    func numbersAreGroupedByThousands(value: Double, words: String) {
        #expect(Wording.number(value) == words)
    }
}
