/// Where the telling of one document comes from, as far as that is known.
///
/// It is worked out from all document lines before any report is looked at; what is made of the reports of a block
/// needs nothing else of the documents, so blocks can be reconciled apart.
public struct DocumentLineage: Hashable, Sendable {
    /// Whose telling it is, as far as its line and its origin's links show. Only ``own`` is established: unknown lineage
    /// adds nothing to any other telling.
    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        /// A publisher and an author are named, and nothing points elsewhere.
        case own
        /// A publisher is named and no author.
        case authorsUnknown = "authors-unknown"
        /// A document of the same origin points elsewhere, so this text may come from there too.
        case sharesOrigin = "shares-origin"
        /// It says that it is translated.
        case translation
        /// It names a news agency as the one that tells it.
        case agency
        /// It names another publication as the one that published it first.
        case elsewhere
        /// No publisher is known.
        case publisherUnknown = "publisher-unknown"
        /// No document line told of it.
        case unknown
    }

    /// A paragraph of the document that stands in documents of other origins too.
    public struct SharedPassage: Hashable, Sendable, Codable {
        /// The first code point.
        public var start: Int
        /// The code point after the last.
        public var end: Int
        /// Names the passage: the same in every document it stands in.
        public var passage: String
        /// The id of the origin of the earliest document it stands in.
        public var origin: String
        /// Whether it may be taken from elsewhere: false only in the one document that was certainly published first.
        public var isTaken: Bool

        private enum CodingKeys: String, CodingKey { case start, end, passage, origin, isTaken = "taken" }

        /// Makes a shared passage from its parts.
        public init(start: Int, end: Int, passage: String, origin: String, isTaken: Bool) {
            self.start = start
            self.end = end
            self.passage = passage
            self.origin = origin
            self.isTaken = isTaken
        }

        /// The stretch it covers.
        public var span: CodePointSpan { CodePointSpan(start, end) }
    }

    /// The document's hash.
    public var docHash: String
    /// The document's name.
    public var doc: String
    /// The id of the origin it belongs to; see ``Origin``.
    public var origin: String
    /// Who published it, or empty.
    public var publisher: String
    /// Who wrote it; empty where nobody is named.
    public var authors: [String]
    /// Agencies and publications that the text names as those it comes from, sorted.
    public var namedOrigins: [String]
    /// Whose telling it is.
    public var standing: Standing
    /// Paragraphs that stand in documents of other origins, in order.
    public var passages: [SharedPassage]

    /// Makes a lineage from its parts.
    public init(
        docHash: String, doc: String, origin: String, publisher: String = "", authors: [String] = [],
        namedOrigins: [String] = [], standing: Standing = .unknown, passages: [SharedPassage] = []
    ) {
        self.docHash = docHash
        self.doc = doc
        self.origin = origin
        self.publisher = publisher
        self.authors = authors
        self.namedOrigins = namedOrigins
        self.standing = standing
        self.passages = passages
    }

    /// Whether the document's telling is established as its publisher's own.
    public var isEstablished: Bool { standing == .own }
}

extension DocumentLineage: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, docHash = "doc_hash", doc, origin, publisher, authors, namedOrigins = "named_origins", standing
        case passages
    }

    /// Reads a lineage's line.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            docHash: try values.decode(String.self, forKey: .docHash),
            doc: try values.decode(String.self, forKey: .doc), origin: try values.decode(String.self, forKey: .origin),
            publisher: try values.decode(String.self, forKey: .publisher),
            authors: try values.decode([String].self, forKey: .authors),
            namedOrigins: try values.decode([String].self, forKey: .namedOrigins),
            standing: try values.decode(Standing.self, forKey: .standing),
            passages: try values.decodeIfPresent([SharedPassage].self, forKey: .passages) ?? [])
    }

    /// Writes a lineage's line; its `kind` is `lineage`.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("lineage", forKey: .kind)
        try values.encode(docHash, forKey: .docHash)
        try values.encode(doc, forKey: .doc)
        try values.encode(origin, forKey: .origin)
        try values.encode(publisher, forKey: .publisher)
        try values.encode(authors, forKey: .authors)
        try values.encode(namedOrigins, forKey: .namedOrigins)
        try values.encode(standing, forKey: .standing)
        if !passages.isEmpty { try values.encode(passages, forKey: .passages) }
    }
}
