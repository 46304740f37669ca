/// Documents whose telling comes from one place: copies, reprints and translations of one text.
public struct Origin: Hashable, Sendable, Identifiable {
    /// Hashes the documents' hashes.
    public var id: String
    /// The hashes of its documents, sorted.
    public var documents: [String]
    /// What links them, one link for each document but the first.
    public var links: [OriginLink]
    /// Passages of its documents that stand in earlier documents of other origins; by document and place.
    public var passages: [OriginLink]

    /// Makes an origin; its id follows from its documents.
    public init(documents: [String], links: [OriginLink], passages: [OriginLink] = []) {
        self.documents = documents.sorted()
        self.links = links
        self.passages = passages
        id = "o" + String(Digest.sha256(self.documents.joined(separator: "|")).prefix(15))
    }
}

/// Why two documents, or stretches of them, are taken to come from one place.
public struct OriginLink: Hashable, Sendable, Codable {
    /// What shows it.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The texts share most of their runs of words.
        case nearDuplicate = "near-duplicate"
        /// One says that it was first published where the other was, and they share words or a title.
        case reprint
        /// One says that it is translated from where the other was published.
        case translation
        /// A paragraph of one stands in the other, nearly word for word.
        case passage
        /// A person ruled so.
        case decided
    }

    /// What shows it.
    public var kind: Kind
    /// The hash of the document that is linked.
    public var document: String
    /// The hash of the one it is linked to.
    public var other: String
    /// The estimated share of runs of words in common, in percent.
    public var share: Int
    /// The stretch of `document`: a passage, or the words that name the other; nil where it is all of it.
    public var span: CodePointSpan?
    /// The stretch of `other`; nil where it is all of it.
    public var otherSpan: CodePointSpan?

    private enum CodingKeys: String, CodingKey {
        case kind, document, other, share, span, otherSpan = "other_span"
    }

    /// Makes a link from its parts.
    public init(
        kind: Kind, document: String, other: String, share: Int, span: CodePointSpan? = nil,
        otherSpan: CodePointSpan? = nil
    ) {
        self.kind = kind
        self.document = document
        self.other = other
        self.share = share
        self.span = span
        self.otherSpan = otherSpan
    }
}
