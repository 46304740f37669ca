/// Where the telling of one document comes from, as far as that is known.
///
/// It is worked out from all document lines before any report is looked at; what is made of the reports of a block
/// needs nothing else of the documents, so blocks can be reconciled apart.
public struct DocumentLineage: Hashable, Sendable, Codable {
    /// The document's hash.
    public var docHash: String
    /// The document's name.
    public var doc: String
    /// The id of the origin it belongs to; see ``Origin``.
    public var origin: String

    private enum CodingKeys: String, CodingKey { case docHash = "doc_hash", doc, origin }

    /// Makes a lineage from its parts.
    public init(docHash: String, doc: String, origin: String) {
        self.docHash = docHash
        self.doc = doc
        self.origin = origin
    }
}
