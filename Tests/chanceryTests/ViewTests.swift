import ChanceryCore
import Foundation
import Testing

@testable import chancery

@Suite struct ViewTests {
    private let record = SampleRecord.record

    private func ids(_ selection: Selection) -> [String] {
        EntriesView.timeline(of: record, selection).items.map(\.what)
    }

    @Test func filtersNarrowTheTimeline() throws {
        #expect(ids(Selection(entities: ["VLD", "Osk"])).count == 3)
        #expect(ids(Selection(from: EDTF("1989-06"), to: EDTF("1990"))) == ["Veldania · has an embassy in · Osk"])
        #expect(ids(Selection(to: EDTF("1988"))) == ["Osk → Veldania · recognise"])
        #expect(ids(Selection(types: ["open-mission", "REQUEST"])).count == 3)
        #expect(ids(Selection(types: ["state"])) == ["Veldania · has an embassy in · Osk"])
        #expect(ids(Selection(documents: ["note.txt"])) == ["Osk · request"])
        #expect(ids(Selection(entities: ["Nowhere"])).isEmpty)
    }

    @Test func deniedAndPlannedEventsAreNeverShownAsFact() {
        let caveats = EntriesView.timeline(of: record, Selection()).items.filter { $0.modality != ["asserted"] }
        #expect(caveats.map(\.caveat) == ["denied", "planned"])
    }

    @Test func statementsNameSpeakerFormAndWords() throws {
        let item = try #require(StatementsView(of: record, Selection()).items.first)
        #expect(item.speaker == "the ministry")
        #expect(item.content == "Veldania will open an embassy")
        #expect(item.about == ["Veldania"])
    }

    @Test func showTakesTheBeginningOfAnIdAndRefusesWhatIsNotOne() {
        let id = record.entries[0].id
        #expect(ShowView(String(id.prefix(8)), of: record)?.entry?.id == id)
        #expect(ShowView(SampleRecord.reports[5].id, of: record)?.entry == nil)
        #expect(ShowView("e", of: record) == nil)
        #expect(ShowView("nothing-here", of: record) == nil)
    }

    @Test func jsonIsOneArrayWithAnObjectALine() throws {
        let items = EntriesView.timeline(of: record, Selection()).items
        let text = try JSONForm.text(items)
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        #expect(read?.count == items.count)
        #expect(text.split(separator: "\n").count == items.count + 2)
        #expect(try JSONForm.text([EntryItem]()) == "[]\n")
    }

    @Test(arguments: [
        ("1989", "1989"), ("1989-05-07", "7 May 1989"), ("1996-12~", "about Dec 1996"), ("1991/..", "since 1991"),
        ("../1991", "until 1991"), ("1967/1972", "1967–1972"), ("2023-10/2024-07", "Oct 2023 – Jul 2024"),
        ("197X", "1970s"), ("19XX", "1900s"), ("XXXX-10-07", "7 Oct, year unknown"), ("1990-21", "spring 1990"),
        ("1990?", "1990 (?)"), ("1990-41", "second half of 1990"), ("1996-12-XX", "Dec 1996"), ("", ""),
        ("[1990,1992]", "[1990,1992]"),
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
