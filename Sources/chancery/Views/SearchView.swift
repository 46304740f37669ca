import ChanceryCore

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
        /// Words around what was found.
        var snippet: String
        /// What a report tells, in words; a document's title.
        var what: String
        /// When it happened, EDTF, or empty.
        var date: String
    }

    /// The words that were looked for.
    var words: String
    /// What was found, the best first.
    var hits: [Hit]

    /// The page: items first, then documents.
    func page() -> Page {
        let items = hits.filter { $0.kind != "document" }.map { Page.Block.item(item($0)) }
        let documents = hits.filter { $0.kind == "document" }.map { Page.Block.item(item($0)) }
        var sections: [Page.Section] = []
        if !items.isEmpty { sections.append(Page.Section("In the record", items)) }
        if !documents.isEmpty { sections.append(Page.Section("In the documents", documents)) }
        let summary = hits.isEmpty ? "Nothing here matches." : Wording.count(hits.count, "place", "places")
        return Page(title: "Search: \(SafeText.oneLine(words))", sections: sections, summary: summary)
    }

    private func item(_ hit: Hit) -> Page.Item {
        Page.Item(
            margin: DateWords.of(hit.date), headline: SafeText.oneLine(hit.what.isEmpty ? hit.document : hit.what),
            tag: hit.kind == "document" ? "" : hit.kind,
            notes: [Page.Note(quote: hit.snippet, voice: "in \(SafeText.oneLine(hit.document))", place: nil)],
            id: hit.id)
    }
}
