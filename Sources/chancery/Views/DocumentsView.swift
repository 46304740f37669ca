import ChanceryCore

/// What the record rests on: what `documents` shows.
struct DocumentsView: Hashable, Sendable {
    /// The documents, by name.
    var items: [DocumentCard]

    /// The documents of a record; a selection narrows them by name and by the date of publication.
    init(of record: Record, _ selection: Selection) {
        items = record.documents.values.filter { card in
            selection.documents.isEmpty || selection.documents.contains(card.name)
        }.sorted { ($0.name, $0.hash) < ($1.name, $1.hash) }
    }

    /// The page: a few facts a document.
    func page() -> Page {
        let sections = items.map { card in
            var facts = [Page.Fact]()
            func add(_ label: String, _ value: String) {
                if !value.isEmpty { facts.append(Page.Fact(label, SafeText.oneLine(value))) }
            }
            add("title", card.title)
            add("by", card.authors.joined(separator: ", "))
            add("published by", card.publisher)
            add("published", DateWords.of(card.publishedOn))
            for origin in card.origins { add("says of itself", origin) }
            add("language", card.language == "en" ? "" : card.language)
            if card.copies > 1 { add("copies", String(card.copies)) }
            add("reports", card.reports == 0 && !isCoded(card) ? "not coded: not in English" : String(card.reports))
            add("SHA-256", card.hash)
            return Page.Section(SafeText.oneLine(card.name), [.facts(facts)])
        }
        let summary =
            items.isEmpty
            ? "No document here."
            : "\(Wording.count(items.count, "document", "documents")), "
                + Wording.count(items.reduce(0) { $0 + $1.reports }, "report", "reports")
        return Page(title: "Documents", sections: sections, summary: summary)
    }

    /// Only English is coded.
    private func isCoded(_ card: DocumentCard) -> Bool {
        card.language.isEmpty || card.language == "en" || card.language.hasPrefix("en-")
    }
}
