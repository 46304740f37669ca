import ChanceryCore
import DossierStore
import Reconciling

/// What the record rests on: what `documents` shows.
struct DocumentsView: Hashable, Sendable {
    /// What is said of one document.
    struct Item: Hashable, Sendable, Encodable {
        /// The given name of the leading copy.
        var name: String
        /// The SHA-256 of its text.
        var hash: String
        /// The title, or empty.
        var title: String
        /// The authors.
        var authors: [String]
        /// Who published it, or empty.
        var publisher: String
        /// The date of publication, EDTF, or empty.
        var publishedOn: String
        /// The language of the text, or empty.
        var language: String
        /// What the text says of where it comes from.
        var originMarks: [DocumentLine.Mark]
        /// The names of all its copies, the leading one first.
        var copies: [String]
        /// The length of its text in code points.
        var codePoints: Int
        /// The number of its reports of each kind.
        var reports: [String: Int]
        /// How reliable people ruled the publisher to be, A to F; nil where nobody did.
        var reliability: String?
        /// What people ruled on it, each in words.
        var decisions: [String]

        private enum CodingKeys: String, CodingKey {
            case name, hash, title, authors, publisher, publishedOn = "published_on", language
            case originMarks = "origin_marks", copies, codePoints = "code_points", reports, reliability, decisions
        }
    }

    /// The documents, by name.
    var items: [Item]

    /// Makes the view of documents.
    init(of documents: [DocumentSummary], rulings: Rulings = Rulings()) {
        items = documents.map { summary in
            let line = summary.line
            let reliability = line.publisher.isEmpty ? nil : rulings.reliability(of: line.publisher)
            var ruled: [Decision] = rulings.decisions(onDocument: summary.hash)
            ruled = ruled.filter { rulings.isInForce($0.id) }
            if let reliability { ruled.append(reliability) }
            let decisions: [String] = ruled.map { DecisionWords.onDocument($0) }
            return Item(
                name: summary.name, hash: summary.hash, title: line.title, authors: line.authors ?? [],
                publisher: line.publisher, publishedOn: line.publishedOn, language: line.language,
                originMarks: line.originMarks, copies: summary.copies.map(\.name), codePoints: summary.codePoints,
                reports: Dictionary(
                    Report.Kind.allCases.map { ($0.rawValue, summary.counts[$0] ?? 0) }, uniquingKeysWith: { $1 }),
                reliability: reliability?.value,
                decisions: decisions)
        }
    }

    /// The page: a few facts a document.
    func page() -> Page {
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
        for mark in originMarks { add("says of itself", Wording.origin(mark)) }
        if !CodedLanguages.contain(language) { add("language", "\(language) (kept, not coded)") }
        if copies.count > 1 { add("copies", copies.joined(separator: ", ")) }
        let counts = [("event", "events"), ("statement", "statements"), ("figure", "figures"), ("state", "states")]
            .map { Wording.count(reports[$0.0] ?? 0, $0.0, $0.1) }
        add("reports", "\(total): \(counts.joined(separator: ", "))")
        add("length", Wording.count(codePoints, "character", "characters"))
        for decision in decisions { add("decision", decision) }
        // As much as names it, to be copied; the JSON form has all of it.
        add("SHA-256 begins", String(hash.prefix(32)))
        return facts
    }
}
