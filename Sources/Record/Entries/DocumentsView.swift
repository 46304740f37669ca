package import ChanceryCore
package import DossierStore
package import Reconciling

/// What the record rests on: what `documents` shows.
package struct DocumentsView: Hashable, Sendable {
    /// What is said of one document.
    package struct Item: Hashable, Sendable, Encodable {
        /// The given name of the leading copy.
        package var name: String
        /// The SHA-256 of its text.
        package var hash: String
        /// The title, or empty.
        package var title: String
        /// The authors.
        package var authors: [String]
        /// Who published it, or empty.
        package var publisher: String
        /// The date of publication, EDTF, or empty.
        package var publishedOn: String
        /// What other views call it.
        package var source: String
        /// Where the leading copy was found, or empty.
        package var url: String
        /// Where an archive keeps it, or empty.
        package var archiveURL: String
        /// When it was taken from there, EDTF, or empty.
        package var retrievedOn: String
        /// Through whom it came, or empty.
        package var via: String
        /// Its footnotes, in order; absent in a list of several documents.
        package var footnotes: [Shelf.Footnote]? = nil
        /// The language of the text, or empty.
        package var language: String
        /// What the text says of where it comes from.
        package var originMarks: [DocumentLine.Mark]
        /// The sentences by which it declares its own stance.
        package var declaredStance: [String]
        /// The names of all its copies, the leading one first.
        package var copies: [String]
        /// The length of its text in code points.
        package var codePoints: Int
        /// The number of its reports of each kind.
        package var reports: [String: Int]
        /// How many of these reports are doubtful.
        package var doubtful: Int
        /// How reliable people ruled the publisher to be, A to F; nil where nobody did.
        package var reliability: String?
        /// What people ruled on it, each in words.
        package var decisions: [String]

        private enum CodingKeys: String, CodingKey {
            case name, hash, title, authors, publisher, publishedOn = "published_on", source, url
            case archiveURL = "archive_url", retrievedOn = "retrieved_on", via, footnotes, language
            case originMarks = "origin_marks", declaredStance = "declared_stance", copies, codePoints = "code_points"
            case reports, doubtful, reliability, decisions
        }
    }

    /// The documents, by name.
    package var items: [Item]

    /// Makes the view of documents.
    package init(of documents: [DocumentSummary], rulings: Rulings = Rulings(), _ shelf: Shelf = Shelf()) {
        items = documents.map { summary in
            let line = summary.line
            let source = shelf.source(hash: summary.hash, name: summary.name)
            let reliability = line.publisher.isEmpty ? nil : rulings.reliability(of: line.publisher)
            var ruled: [Decision] = rulings.decisions(onDocument: summary.hash)
            ruled = ruled.filter { rulings.isInForce($0.id) }
            if let reliability { ruled.append(reliability) }
            let decisions: [String] = ruled.map { DecisionWords.onDocument($0) }
            return Item(
                name: summary.name, hash: summary.hash, title: line.title, authors: line.authors ?? [],
                publisher: line.publisher, publishedOn: line.publishedOn, source: source.label,
                url: source.url, archiveURL: source.archiveURL, retrievedOn: line.retrievedOn ?? "",
                via: line.via ?? "", language: line.language,
                originMarks: line.originMarks, declaredStance: summary.declaredStance,
                copies: summary.copies.map(\.name), codePoints: summary.codePoints,
                reports: Dictionary(
                    Report.Kind.allCases.map { ($0.rawValue, summary.counts[$0] ?? 0) }, uniquingKeysWith: { $1 }),
                doubtful: summary.doubtful,
                reliability: reliability?.value,
                decisions: decisions)
        }
    }

    /// The page: a few facts a document.
    package func page() -> Page {
        let sections = items.map { Page.Section(SafeText.oneLine($0.name), [.facts($0.facts)]) }
        let total = items.reduce(0) { $0 + $1.total }
        let summary =
            items.isEmpty
            ? "No document here."
            : "\(Wording.count(items.count, "document", "documents")), \(Wording.count(total, "report", "reports"))"
        return Page(title: "Documents", sections: sections, summary: summary)
    }
}

extension DocumentsView.Item {
    fileprivate var total: Int { reports.values.reduce(0, +) }

    fileprivate var facts: [Page.Fact] {
        var facts: [Page.Fact] = []
        func add(_ label: String, _ value: String) {
            if !value.isEmpty { facts.append(Page.Fact(label, SafeText.oneLine(value))) }
        }
        add("title", title)
        add("by", authors.joined(separator: ", "))
        add("published by", publisher)
        add("published", DateWords.of(publishedOn))
        add("found at", url)
        add("archived at", archiveURL)
        add("retrieved", DateWords.of(retrievedOn))
        add("via", via)
        for mark in originMarks { add("says of itself", Wording.origin(mark)) }
        for words in declaredStance { add("declares", "“\(words)”") }
        if !CodedLanguages.contain(language) { add("language", "\(language) (kept, not coded)") }
        if copies.count > 1 { add("copies", copies.joined(separator: ", ")) }
        let counts = [("event", "events"), ("statement", "statements"), ("figure", "figures"), ("state", "states")]
            .map { Wording.count(reports[$0.0] ?? 0, $0.0, $0.1) }
        let unsure = doubtful == 0 ? "" : "; \(Wording.number(Double(doubtful))) of them doubtful"
        add("reports", "\(total): \(counts.joined(separator: ", "))\(unsure)")
        for note in footnotes ?? [] { add(note.mark.isEmpty ? "footnote" : "footnote \(note.mark)", note.words) }
        add("length", Wording.count(codePoints, "character", "characters"))
        for decision in decisions { add("decision", decision) }
        // As much as names it, to be copied; the JSON form has all of it.
        add("SHA-256 begins", String(hash.prefix(32)))
        return facts
    }
}
