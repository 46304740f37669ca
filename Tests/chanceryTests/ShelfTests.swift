import ChanceryCore
import DossierStore
import Testing

@testable import Record
@testable import chancery

@Suite struct ShelfTests {
    @Test func aDocumentIsCalledByWhatIsKnownOfIt() {
        let shelf = Shelf([
            SourceRecord(
                hash: "1", name: "a.txt", title: "Osk leaves", authors: ["Ilo Ren"], publisher: "The Gazette",
                publishedOn: "2026-02-02"),
            SourceRecord(hash: "2", name: "b.txt", title: "Osk stays", authors: ["Ilo Ren"]),
            SourceRecord(hash: "3", name: "c.txt", publishedOn: "2026"),
            SourceRecord(hash: "4", name: "d.txt", publisher: "The Gazette"),
        ])
        #expect(
            ["1", "2", "3", "4"].map { shelf.source(hash: $0, name: "").label } == [
                "“Osk leaves”, The Gazette, 2 Feb 2026", "“Osk stays”, by Ilo Ren", "c.txt, 2026", "The Gazette",
            ])
        #expect(shelf.source(hash: "9", name: "e.txt").label == "e.txt")
    }

    @Test func documentsThatWouldBeCalledTheSameAreToldApart() {
        let shelf = Shelf([
            SourceRecord(hash: "11111111aa", name: "a.txt", title: "Osk"),
            SourceRecord(hash: "22222222bb", name: "b.txt", title: "Osk"),
            SourceRecord(hash: "33333333cc", name: "b.txt", title: "Osk"),
        ])
        let labels = ["11111111aa", "22222222bb", "33333333cc"].map { shelf.source(hash: $0, name: "").label }
        #expect(labels == ["“Osk” (a.txt)", "“Osk” (b.txt) (22222222)", "“Osk” (b.txt) (33333333)"])
    }

    @Test func linksOfMarkdownLeadToPagesOfTheWebAlone() {
        func page(_ url: String) -> String {
            let shelf = Shelf([
                SourceRecord(
                    hash: SampleRecord.reports[0].documentHash, name: "essay.txt", title: "Osk [1]", url: url,
                    archiveURL: "https://archive.example/osk")
            ])
            return MarkdownForm().text(EntriesView.timeline(of: [SampleRecord.entries[1]], shelf).page())
        }
        let text = page("https://gazette.example/osk (1)")
        #expect(text.contains("in the author's own voice of [“Osk \\[1\\]”](https://gazette.example/osk%20%281%29)"))
        #expect(text.contains("[archived](https://archive.example/osk)"))
        #expect(!page("javascript:alert(1)").contains("javascript"))
    }
}
