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
    /// What is known of this copy besides its text: what was found, and above it what was said of it.
    public var metadata: DocumentMetadata
    /// The form the original bytes have, a file name extension such as `html`; empty where it is not known.
    public var format: String
    /// The SHA-256 of the original bytes.
    public var originalHash: String
    /// What was said of it; nil where nothing was.
    public private(set) var described: DocumentDescription?
    /// What was found when it was read; nil where nothing was said above it, and `metadata` is what was found.
    public private(set) var found: DocumentMetadata?

    private enum CodingKeys: String, CodingKey {
        case kind, documentHash = "doc_hash", name, metadata, format, originalHash = "original_hash", described, found
    }

    /// Makes a copy from its parts.
    ///
    /// - Parameters:
    ///   - metadata: What was found when it was read.
    ///   - described: What was said of it.
    public init(
        documentHash: String, name: String, metadata: DocumentMetadata, format: String = "", originalHash: String,
        described: DocumentDescription = DocumentDescription()
    ) {
        self.documentHash = documentHash
        self.name = name
        self.metadata = metadata
        self.format = format
        self.originalHash = originalHash
        describe(described)
    }

    /// Says something of the copy, above what was found and what was said before.
    public mutating func describe(_ later: DocumentDescription) {
        let read = found ?? metadata
        let all = (described ?? DocumentDescription()).corrected(by: later)
        described = all.isEmpty ? nil : all
        found = all.isEmpty ? nil : read
        metadata = all.applied(to: read)
    }

    /// Takes over what a better reader finds, under what was said.
    public mutating func read(again metadata: DocumentMetadata) {
        let all = described ?? DocumentDescription()
        found = nil
        described = nil
        self.metadata = metadata
        describe(all)
    }

    /// Whether what is known is what was found with what was said above it.
    public var isConsistent: Bool {
        guard let described, let found else { return described == nil && found == nil }
        return !described.isEmpty && described.applied(to: found) == metadata
    }

    /// Whether another tells nothing that this one does not: the same bytes under the same name, read alike, and no more
    /// said of it.
    public func covers(_ other: DocumentCopy) -> Bool {
        var (own, its) = (self, other)
        (own.metadata, its.metadata) = (found ?? metadata, other.found ?? other.metadata)
        (own.described, its.described, own.found, its.found) = (nil, nil, nil, nil)
        return own == its
            && (described ?? DocumentDescription()).covers(other.described ?? DocumentDescription())
    }

    /// Whether this copy stands before another: the earlier date of publication first, a copy without a date last,
    /// then by name and the remaining parts. The first of a document's copies leads, whatever the order they came in.
    public func precedes(_ other: DocumentCopy) -> Bool { order.lexicographicallyPrecedes(other.order) }

    /// The tilde sorts after digits and hyphens: 1989-05 stands before 1989, which is less precise, and before none.
    private var order: [String] {
        let date = metadata.publishedOn ?? ""
        return [date + "~", name] + Self.words(metadata) + [format, originalHash]
            + (found.map(Self.words) ?? []) + (found.map { [$0.publishedOn ?? ""] } ?? [])
    }

    private static func words(_ metadata: DocumentMetadata) -> [String] {
        [
            metadata.publisher ?? "", metadata.url ?? "", metadata.via ?? "", metadata.title ?? "",
            metadata.authors.joined(separator: "|"), metadata.language ?? "", metadata.archiveURL ?? "",
            metadata.retrievedOn ?? "",
        ]
    }
}

extension DocumentCopy {
    /// What a document is known by from its copies: the name of the leading one, and its metadata, filled where they are
    /// silent from further copies of that name; nil where there is no copy.
    public static func leading(_ copies: [DocumentCopy]) -> (name: String, metadata: DocumentMetadata)? {
        let sorted = copies.sorted { $0.precedes($1) }
        guard let leader = sorted.first else { return nil }
        var metadata = leader.metadata
        for copy in sorted.dropFirst() where copy.name == leader.name {
            metadata = metadata.filled(from: (leader.described ?? DocumentDescription()).fillable(copy.metadata))
        }
        return (leader.name, metadata)
    }
}
