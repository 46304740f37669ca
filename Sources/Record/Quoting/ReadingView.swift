package import ChanceryCore
import DossierStore

/// The text of a document in its paragraphs, numbered as citations count them: what `read` shows.
package struct ReadingView: Hashable, Sendable {
    /// One part of the text.
    package struct Item: Hashable, Sendable, Encodable {
        /// Which paragraph it is; absent of what is not counted, such as a heading.
        package var paragraph: Int?
        /// The part it plays: `paragraph`, `heading`, `answer`, `furniture`.
        package var kind: String
        /// The first code point of it.
        package var start: Int
        /// The code point after its last.
        package var end: Int
        /// Its words, verbatim.
        package var words: String
        /// How many reports were read from it.
        package var reports: Int
    }

    /// What a reader calls the document.
    package var source: String
    /// Its parts, in order.
    package var items: [Item]

    /// Cuts a text.
    ///
    /// - Parameter told: where what was read from it stands.
    package init(_ source: String, _ layout: StoredLayout, told: [CodePointSpan] = []) {
        self.source = source
        let parts = layout.parts.isEmpty ? [layout.part(at: 0)] : layout.parts
        items = parts.map { part in
            let paragraph = layout.paragraph(at: part.span.start)
            return Item(
                paragraph: paragraph?.number, kind: part.kind.rawValue, start: part.span.start, end: part.span.end,
                words: layout.words(part.span), reports: told.count { part.span.contains($0) })
        }
    }
}

extension ReadingView: ListView {
    package mutating func keep(_ range: Range<Int>) { items = Array(items[range]) }

    /// The page: a part after the other, the number of each paragraph in the margin.
    package func page() -> Page {
        let shown = items.map { item in
            Page.Block.item(
                Page.Item(
                    margin: item.paragraph.map { "paragraph \($0)" } ?? item.kind,
                    headline: SafeText.oneLine(item.words),
                    tag: item.reports == 0 ? "" : Wording.count(item.reports, "report", "reports"), notes: [],
                    remarks: ["characters \(item.start)–\(item.end)"]))
        }
        return Page(
            title: SafeText.oneLine(source), sections: shown.isEmpty ? [] : [Page.Section(nil, shown)],
            summary: shown.isEmpty
                ? "No such paragraph." : Wording.count(shown.count, "part of the text", "parts of the text"))
    }
}

extension RecordReader {
    /// The text of a document.
    ///
    /// - Parameter paragraph: the one paragraph that is wanted; nil gives all of the text.
    package func reading(_ document: String, paragraph: Int? = nil) throws -> ReadingView {
        let hash = try dossier.hash(ofDocument: document)
        let layout = try layouts.layout(ofHash: hash, in: dossier) ?? StoredLayout("")
        let told = try dossier.reports(matching: ItemFilter(document: hash)).map(\.report.span)
        var view = ReadingView(try shelf().source(hash: hash, name: document).label, layout, told: told)
        if let paragraph { view.items.removeAll { $0.paragraph != paragraph } }
        return view
    }
}
