import ChanceryCore
import DossierStore
import Testing

@testable import Record
@testable import chancery

/// What `show` gives to cite a telling.
@Suite struct CitationTests {
    private static let text = SampleRecord.brief

    private static func shelf(_ record: SourceRecord) -> Shelf {
        var shelf = Shelf([record])
        let blocks = [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))]
        shelf.read(
            SampleRecord.reportItems.filter { $0.report.document == "brief.txt" },
            in: StoredLayout(text, blocks: blocks))
        return shelf
    }

    private static func markdown(_ record: SourceRecord) throws -> String {
        let planned = try #require(SampleRecord.entries.first { $0.reports[0].report.modality == .planned })
        let view = ShowView(.entry(planned), texts: SampleRecord.texts, shelf(record))
        return MarkdownForm().text(view.page())
    }

    @Test func markdownCitesWordsVoiceDocumentPlaceAndId() throws {
        let record = SourceRecord(
            hash: Digest.sha256(Self.text), name: "brief.txt", title: "A short brief", authors: ["Mira Tovan"],
            publisher: "The Gazette", publishedOn: "2026-02-02", url: "https://gazette.example/a_brief",
            archiveURL: "https://archive.example/1", retrievedOn: "2026-03-03")
        let planned = try #require(SampleRecord.entries.first { $0.reports[0].report.modality == .planned })
        let report = planned.reports[0].report
        let text = try Self.markdown(record)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("“Veldania will open an embassy") })
        for part in [
            "planned", "according to the ministry, in [“A short brief”](https://gazette.example/a_brief)", "Mira Tovan",
            "The Gazette", "2 Feb 2026", "[archived](https://archive.example/1)", "retrieved 3 Mar 2026",
            "paragraph 1, characters 33–", "of brief.txt; entry `\(planned.id)`, report `\(report.id)`.",
        ] { #expect(line.contains(part), "\(part) is not in \(line)") }
        // An address can be copied as it stands.
        #expect(text.contains("(https://gazette.example/a_brief)"))
    }

    /// That it was said is told as fact; what is said is not.
    @Test func whatIsSaidIsNotCitedAsFact() throws {
        let said = try #require(SampleRecord.entries.first { $0.entry.kind == .statement })
        let text = MarkdownForm().text(ShowView(.entry(said), texts: SampleRecord.texts).page())
        #expect(text.contains("”, as told, the ministry, in brief.txt"), "\(text)")
        #expect(!text.contains("told as fact"))
        let event = ShowView(.entry(SampleRecord.entries[1]), texts: SampleRecord.texts)
        #expect(MarkdownForm().text(event.page()).contains("”, told as fact, in the author's own voice of essay.txt"))
    }

    @Test func whatIsNotKnownOfADocumentIsNotCited() throws {
        let text = try Self.markdown(SourceRecord(hash: Digest.sha256(Self.text), name: "brief.txt"))
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("“Veldania will open an embassy") })
        #expect(line.contains("according to the ministry, in brief.txt, paragraph 1"))
        #expect(!line.contains("retrieved") && !line.contains("archived") && !line.contains(", ,"))
    }

    @Test func paragraphsAreCountedWithoutHeadings() {
        let text = "Title\n\nFirst.\n\nSecond."
        let kinds: [Block.Kind] = [.title, .paragraph, .listItem]
        let blocks = zip(kinds, [(0, 5), (7, 13), (15, 22)]).map { Block(kind: $0, span: ByteSpan($1.0, $1.1)) }
        let reading = StoredLayout(text, blocks: blocks)
        #expect([0, 7, 15].map { reading.paragraph(at: $0)?.words } == ["title", "paragraph 1", "paragraph 2"])
        #expect(StoredLayout(text).paragraph(at: 7) == nil)
    }
}
