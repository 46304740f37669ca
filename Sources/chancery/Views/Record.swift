import ChanceryCore

/// What views read of a dossier: values, wherever they are kept.
struct Record: Sendable {
    /// The documents, by the hash of their text.
    var documents: [String: DocumentCard]
    /// The reports, by id.
    var reports: [String: Report]
    /// What documents tell together.
    var entries: [Entry]
    /// The texts that the shown reports quote, by the hash of the text; a text that is not here is not quoted.
    var texts: [String: OffsetMap]

    /// Makes a record from its parts.
    init(
        documents: [DocumentCard], reports: [Report], entries: [Entry], texts: [String: OffsetMap] = [:]
    ) {
        self.documents = Dictionary(documents.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
        self.reports = Dictionary(reports.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.entries = entries
        self.texts = texts
    }

    /// The reports of an entry, in the order of their documents and of the words.
    func tellings(of entry: Entry) -> [Report] {
        entry.reports.compactMap { reports[$0] }
            .sorted { ($0.document, $0.span, $0.id) < ($1.document, $1.span, $1.id) }
    }

    /// The words of a range of a report's document; empty where the text is not at hand.
    func words(_ span: CodePointSpan, of report: Report) -> String {
        texts[report.documentHash]?.text(span) ?? ""
    }
}

/// What a view says of one document.
struct DocumentCard: Hashable, Sendable, Encodable {
    /// The given name.
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
    /// The number of copies that were added.
    var copies: Int
    /// The number of its reports.
    var reports: Int
    /// What the text says of where it comes from, in words.
    var origins: [String]

    private enum CodingKeys: String, CodingKey {
        case name, hash, title, authors, publisher, publishedOn = "published_on", language, copies, reports, origins
    }
}
