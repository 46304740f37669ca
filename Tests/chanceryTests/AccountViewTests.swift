import ChanceryCore
import DossierStore
import Testing

@testable import Record
@testable import chancery

/// What accounts have in common, where they differ, and where they come from.
@Suite struct AccountViewTests {
    private static func text(_ page: Page) -> String { TextForm(Terminal(width: 200, isColoured: false)).text(page) }

    /// The recognition that two documents date differently, with its origins and the dispute.
    private static let recognition: EntryItem = {
        var item = SampleRecord.entries[0]
        item.entry.origins = item.reports.map {
            OriginGroup(reports: [$0.id], documents: [$0.report.document], standing: .own)
        }
        item.entry.credibility = Credibility(.probablyTrue, [.independentOrigins, .dateDisputed])
        item.disputes = [
            Dispute(
                dimension: .date, entries: [item.id],
                sides: item.reports.map {
                    Dispute.Side(
                        says: $0.report.date?.edtf ?? "", reports: [$0.id], documents: [$0.report.document])
                })
        ]
        return item
    }()

    // MARK: The note after an entry's documents

    @Test(arguments: [
        ([OriginGroup.Standing.own], 1, [Dispute.Dimension](), ""),
        ([.own], 1, [.number, .date], "disputed: date, number"),
        ([.own], 3, [], "1 origin"),
        ([.own, .publisherUnknown], 2, [], "independence not established"),
        ([.own, .publisherUnknown], 3, [], "2 origins, independence not established"),
        ([.own, .namedSource], 2, [.agency], "2 independent origins; disputed: agency"),
        ([.own, .own, .unknown], 3, [], "2 independent origins of 3"),
        ([], 2, [], ""),
    ]) func aNoteCountsOriginsAndNamesWhatIsDisputed(
        standings: [OriginGroup.Standing], documents: Int, disputed: [Dispute.Dimension], note: String
    ) {
        let origins = standings.enumerated().map { place, standing in
            OriginGroup(reports: ["r\(place)"], documents: ["d\(place)"], standing: standing)
        }
        #expect(OriginWords.note(origins, documents: documents, disputed: Set(disputed)) == note)
    }

    @Test func aTimelineMarksOriginsAndDisputes() {
        let page = Self.text(EntriesView.timeline(of: [Self.recognition, SampleRecord.entries[1]]).page())
        #expect(page.contains("2 documents: brief.txt, essay.txt [2 independent origins; disputed: date]"))
        #expect(page.split(separator: "\n").count { $0.contains("[") } == 1)
    }

    @Test func showTellsOriginsAndCredibilityWithReasons() {
        let page = Self.text(ShowView(.entry(Self.recognition), texts: SampleRecord.texts).page())
        #expect(page.contains("brief.txt: established, its publisher's own telling"))
        #expect(
            page.contains(
                "2 (probably true) is suggested, as two or more origins are established as independent; accounts differ"
            ))
        // Nothing is said of origins that were not worked out.
        let bare = Self.text(ShowView(.entry(SampleRecord.entries[0]), texts: SampleRecord.texts).page())
        #expect(!bare.contains("credibility"))
    }

    // MARK: Disputes

    @Test func aDisputeShowsEachSideWithItsWordsAndDocuments() {
        let item = DisputeItem(dispute: Self.recognition.disputes[0], entries: [Self.recognition])
        let view = DisputesView(of: [item])
        #expect(view.items.first?.sides.map(\.words) == ["1990", "1988"])
        #expect(view.items.first?.sides.map(\.independentOrigins) == [1, 1])
        let page = Self.text(view.page())
        #expect(page.contains("Date: Osk → Veldania · recognise"))
        #expect(page.contains("“Osk recognised Veldania in 1988”"))
        #expect(page.contains("in the author's own voice of essay.txt"))
        #expect(page.contains("1 dispute: 1 about date"))
    }

    // MARK: Names

    @Test func namesAreTheTextsOwnWordsCountedOnce() {
        let text = "The Osk Union met. The union left, and it sent Ana Vel. The Osk Union stayed."
        let spans = ["The Osk Union", "The union", "it", "Ana Vel"].map { SampleRecord.span($0, in: text) }
        let second = CodePointSpan(text.count - 21, text.count - 8)
        let reports = (spans + [second]).map {
            Participant(name: "Osk Union", kind: .organisation, span: $0)
        }.map {
            SampleRecord.event(
                "a.txt", text, "met", trigger: "met", type: "CONSULT", concept: "meet", actors: [$0], recipients: [])
        }
        let other = SampleRecord.event(
            "a.txt", text, "met", trigger: "met", type: "CONSULT", concept: "meet",
            actors: [Participant(name: "Ana Vel", kind: .person, span: CodePointSpan(0, 1))], recipients: [])
        let view = NamesView(of: "Osk Union", in: reports + [reports[0], other]) { OffsetMap(text).text($1) }
        #expect(view.items.map(\.phrase) == ["The Osk Union", "The union"])
        #expect(view.items.map(\.count) == [2, 1])
        #expect(view.pronouns == 1)
    }

    // MARK: Compare

    @Test func runsOfWordsInBothTextsAreFoundWithTheirPlaces() {
        let shared = "the two states will open embassies in their capitals, it was said on Monday"
        let runs = SharedRuns("Osk wrote: \(shared). Nothing else.", "In Tarn, \(shared.uppercased())! Done.").runs
        #expect(runs.map(\.words) == [14])
        #expect(runs.map(\.first) == [CodePointSpan(11, 11 + shared.count)])
        #expect(runs.map(\.second) == [CodePointSpan(9, 9 + shared.count)])
        #expect(SharedRuns("the two states will open", "the two states will open").runs.isEmpty)
        #expect(SharedRuns("", shared).runs.isEmpty)
    }

    @Test func twoDocumentsAreComparedPartByPart() {
        let documents = [("essay.txt", SampleRecord.essay), ("brief.txt", SampleRecord.brief)].map {
            Document(name: $0, text: $1)
        }
        let entries = [Self.recognition, SampleRecord.entries[1], SampleRecord.entries[2]]
        let dispute = DisputeItem(dispute: Self.recognition.disputes[0], entries: [Self.recognition])
        let view = CompareView(documents[0], documents[1], entries: entries, disputes: [dispute], origins: [])
        #expect(view.items.map(\.part) == [.both, .differ, .first, .second])
        let page = Self.text(view.page())
        #expect(
            page.contains("1 told by both, 1 disputed between them, 1 told by essay.txt alone, 1 by brief.txt alone"))
        #expect(page.contains("Both tell (1)"))
        // The first document with itself differs in nothing.
        let same = CompareView(documents[0], documents[0], entries: entries, disputes: [dispute], origins: [])
        #expect(same.items.allSatisfy { $0.part != .differ && $0.part != .first })
    }

    // MARK: Origins

    @Test func originsQuoteWhatLinksDocuments() throws {
        let texts = ["herald.txt": "Osk and Tarn agreed.", "copy.txt": "From the Herald. Osk and Tarn agreed."]
        let lines = texts.sorted { $0.key < $1.key }.map { name, text in
            DocumentLine(
                Document(
                    name: name, text: text,
                    originMarks: name == "copy.txt"
                        ? [OriginMark(kind: .reprint, name: "Herald", span: ByteSpan(0, 16))] : []))
        }
        let origin = Origin(
            documents: lines.map(\.docHash),
            links: [
                OriginLink(
                    kind: .reprint, document: lines[0].docHash, other: lines[1].docHash, share: 80,
                    span: CodePointSpan(0, 16))
            ])
        let view = OriginsView([origin], lineages: [], lines: lines) { hash in
            lines.first { $0.docHash == hash }.flatMap { texts[$0.doc] }.map { OffsetMap($0) }
        }
        #expect(view.items.map(\.documents) == [["copy.txt", "herald.txt"]])
        let page = Self.text(view.page())
        #expect(page.contains("“From the Herald.”"))
        #expect(page.contains("copy.txt says that it comes from the publisher of herald.txt"))
        #expect(page.contains("2 documents of 1 origin"))
    }
}
