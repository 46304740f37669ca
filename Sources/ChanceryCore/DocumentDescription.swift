/// What somebody says of a copy of a document, above what was found when it was read.
///
/// A field that is nil is not spoken of; an empty one takes away what was found.
public struct DocumentDescription: Hashable, Sendable, Codable {
    /// The title.
    public var title: String?
    /// The authors; an empty list, or one empty name, takes them away.
    public var authors: [String]?
    /// Who published the copy.
    public var publisher: String?
    /// The date of publication, an EDTF value.
    public var publishedOn: String?
    /// Where the copy was found.
    public var url: String?
    /// Where an archive keeps the copy.
    public var archiveURL: String?
    /// When the copy was taken from there, an EDTF value.
    public var retrievedOn: String?
    /// Through whom the copy came.
    public var via: String?
    /// The language of the text, a BCP 47 tag.
    public var language: String?

    private enum CodingKeys: String, CodingKey {
        case title, authors, publisher, publishedOn = "published_on", url, archiveURL = "archive_url"
        case retrievedOn = "retrieved_on", via, language
    }

    /// Says nothing yet.
    public init() {}

    /// The fields of metadata that are known; what they are silent about is not spoken of.
    public init(_ metadata: DocumentMetadata) {
        title = metadata.title
        authors = metadata.authors.isEmpty ? nil : metadata.authors
        publisher = metadata.publisher
        publishedOn = metadata.publishedOn
        url = metadata.url
        archiveURL = metadata.archiveURL
        retrievedOn = metadata.retrievedOn
        via = metadata.via
        language = metadata.language
    }

    /// Whether nothing is said.
    public var isEmpty: Bool { self == DocumentDescription() }

    /// The fields of one text each, with their names in the formats.
    public static var fields: [(name: String, path: WritableKeyPath<DocumentDescription, String?>)] {
        [
            ("title", \.title), ("publisher", \.publisher), ("published_on", \.publishedOn), ("url", \.url),
            ("archive_url", \.archiveURL), ("retrieved_on", \.retrievedOn), ("via", \.via), ("language", \.language),
        ]
    }

    /// This, and above it what is said later.
    public func corrected(by later: DocumentDescription) -> DocumentDescription {
        var result = self
        for (_, path) in Self.fields {
            if let value = later[keyPath: path] { result[keyPath: path] = value }
        }
        if let authors = later.authors { result.authors = authors.filter { !$0.isEmpty } }
        return result
    }

    /// Whether everything that another says is said here too, in the same words.
    public func covers(_ other: DocumentDescription) -> Bool { corrected(by: other) == self }

    /// Metadata with what is said of them.
    public func applied(to metadata: DocumentMetadata) -> DocumentMetadata {
        func value(_ said: String?, _ found: String?) -> String? {
            guard let said else { return found }
            return said.isEmpty ? nil : said
        }
        return DocumentMetadata(
            title: value(title, metadata.title), authors: (authors ?? metadata.authors).filter { !$0.isEmpty },
            publisher: value(publisher, metadata.publisher), publishedOn: value(publishedOn, metadata.publishedOn),
            url: value(url, metadata.url), archiveURL: value(archiveURL, metadata.archiveURL),
            retrievedOn: value(retrievedOn, metadata.retrievedOn), via: value(via, metadata.via),
            language: value(language, metadata.language))
    }

    /// What is said of the fields about which metadata are silent.
    public func without(_ metadata: DocumentMetadata) -> DocumentDescription {
        var result = self
        let known = DocumentDescription(metadata)
        for (_, path) in Self.fields where known[keyPath: path] != nil { result[keyPath: path] = nil }
        if known.authors != nil { result.authors = nil }
        return result
    }

    /// What another copy may add where nothing is said of a field.
    func fillable(_ other: DocumentMetadata) -> DocumentMetadata {
        var rest = DocumentDescription(other)
        for (_, path) in Self.fields where self[keyPath: path] != nil { rest[keyPath: path] = nil }
        if authors != nil { rest.authors = nil }
        return rest.applied(to: DocumentMetadata())
    }
}
