/// One copy of a document: the same text as it was found under one name, publisher, URL or date.
///
/// A text may come as several copies. They are one document with one origin; the copy with the earliest date of
/// publication **leads**: it gives the document its name and metadata, and its date anchors relative dates.
public struct DocumentCopy: Hashable, Sendable, Codable {
    /// Always `copy`, which tells an exported line from a report's.
    public var kind = "copy"
    /// The SHA-256 of the text it is a copy of.
    public var documentHash: String
    /// The given name of this copy: the file's name, or the stream's id.
    public var name: String
    /// What is known of this copy besides its text.
    public var metadata: DocumentMetadata
    /// The form the original bytes have, a file name extension such as `html`; empty where it is not known.
    public var format: String
    /// The SHA-256 of the original bytes.
    public var originalHash: String

    private enum CodingKeys: String, CodingKey {
        case kind, documentHash = "doc_hash", name, metadata, format, originalHash = "original_hash"
    }

    /// Makes a copy from its parts.
    public init(
        documentHash: String, name: String, metadata: DocumentMetadata, format: String = "", originalHash: String
    ) {
        self.documentHash = documentHash
        self.name = name
        self.metadata = metadata
        self.format = format
        self.originalHash = originalHash
    }

    /// Whether this copy stands before another: the earlier date of publication first, a copy without a date last,
    /// then by name and the remaining parts. The first of a document's copies leads, whatever the order they came in.
    public func precedes(_ other: DocumentCopy) -> Bool { order.lexicographicallyPrecedes(other.order) }

    /// The tilde sorts after digits and hyphens: 1989-05 stands before 1989, which is less precise, and before none.
    private var order: [String] {
        let date = metadata.publishedOn ?? ""
        return [
            date + "~", name, metadata.publisher ?? "", metadata.url ?? "", metadata.via ?? "",
            metadata.title ?? "", metadata.authors.joined(separator: "|"), metadata.language ?? "", format,
            originalHash,
        ]
    }
}
