import ChanceryCore
import DossierStore

/// What a search found, in documents and in items: what `search` shows.
struct SearchView: Hashable, Sendable {
    /// One place that was found.
    struct Hit: Hashable, Sendable, Encodable {
        /// `document` or the kind of the report.
        var kind: String
        /// The report's id; empty for a document.
        var id: String
        /// The document's given name.
        var document: String
        /// What a report tells, in words; a document's title.
        var what: String
        /// When it happened, EDTF, or empty.
        var date: String
        /// Words around what was found, verbatim.
        var snippet: String
        /// The first code point of the snippet.
        var start: Int
        /// The code point after its last.
        var end: Int
        /// The words found, in code points of the document.
        var matches: [CodePointSpan]
    }

    /// The words that were looked for.
    var words: String
    /// What was found, reports before documents, the best first.
    var hits: [Hit]

    /// Makes the view of a search.
    ///
    /// - Parameter report: gives the report of an id.
    init(words: String, _ result: SearchResult, report: (String) -> Report?) {
        self.words = words
        hits = (result.reports + result.documents).map { found in
            var hit = Hit(
                kind: "document", id: "", document: found.document, what: found.title, date: "",
                snippet: found.snippet, start: found.span.start, end: found.span.end, matches: found.matches)
            if case .report(let id) = found.source {
                hit.id = id
                if let report = report(id) {
                    hit.kind = report.kind.rawValue
                    hit.what = Wording.headline(report)
                    hit.date = report.date?.basis == .published ? "" : report.date?.edtf ?? ""
                }
            }
            return hit
        }
    }

    /// The page: what the record tells, then the documents.
    func page() -> Page {
        let parts = [
            ("In the record", hits.filter { $0.kind != "document" }),
            ("In the documents", hits.filter { $0.kind == "document" }),
        ]
        let sections = parts.filter { !$0.1.isEmpty }.map { Page.Section($0.0, $0.1.map { .item(item($0)) }) }
        let summary = hits.isEmpty ? "Nothing here matches." : Wording.count(hits.count, "place", "places")
        return Page(title: "Search: \(SafeText.oneLine(words))", sections: sections, summary: summary)
    }

    private func item(_ hit: Hit) -> Page.Item {
        let place = Page.CodePointPlace(document: hit.document, start: hit.start, end: hit.end)
        return Page.Item(
            margin: DateWords.of(hit.date), headline: SafeText.oneLine(hit.what.isEmpty ? hit.document : hit.what),
            tag: hit.kind == "document" ? "" : hit.kind,
            notes: [Page.Note(quote: hit.snippet, voice: "in \(SafeText.oneLine(hit.document))", place: place)],
            id: hit.id)
    }
}
