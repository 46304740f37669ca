/// The first line `code` writes for a document: what `reconcile` needs to know of it.
public struct DocumentLine: Hashable, Sendable, Codable {
    /// A mark of origin as it is exported, in code points.
    public struct Mark: Hashable, Sendable, Codable {
        /// How the text stands to the one it names.
        public var kind: OriginMark.Kind
        /// The name it gives.
        public var name: String
        /// The first code point of the words that say so.
        public var start: Int
        /// The code point after their last.
        public var end: Int

        /// Makes a mark from its parts.
        public init(kind: OriginMark.Kind, name: String, start: Int, end: Int) {
            self.kind = kind
            self.name = name
            self.start = start
            self.end = end
        }
    }

    /// Always `document`, which tells the line from a report's.
    public var kind = "document"
    /// The document's given name.
    public var doc: String
    /// The SHA-256 of its text.
    public var docHash: String
    /// The title, or empty.
    public var title: String
    /// Who published it, or empty.
    public var publisher: String
    /// The date of publication, EDTF, or empty.
    public var publishedOn: String
    /// The language of the text, a BCP 47 tag, or empty.
    public var language: String
    /// Marks in the text that tell where it comes from.
    public var originMarks: [Mark]
    /// The sentences by which the text declares its own stance; nil where it does not.
    public var declaredStance: [CodePointSpan]?
    /// A sketch of the text by which near-duplicates are found.
    public var sketch: [UInt32]
    /// Longer paragraphs with sketches of their own, by which a copied passage is found; nil where there is none.
    public var passages: [Passage]?
    /// The stems of the text's content words, sorted: by them texts on one matter are known where acts are known by their words
    /// alone; nil where nobody needs them, as beside reports of a codebook.
    public var words: [String]?
    /// The authors; nil where nobody is named.
    public var authors: [String]?
    /// Where the leading copy was found; only in an export.
    public var url: String?
    /// Where an archive keeps the leading copy; only in an export.
    public var archiveURL: String?
    /// When the leading copy was taken from there, EDTF; only in an export.
    public var retrievedOn: String?
    /// Through whom the leading copy came; only in an export.
    public var via: String?
    /// The versions it was coded with; only in an export.
    public var stamp: CodingStamp?
    /// The SHA-256 of the document's blocks as the dossier keeps them; only in an export.
    public var structureHash: String?
    /// The SHA-256 of the row hashes of the document's reports, in the order of their ids; only in an export.
    public var reportsHash: String?
    /// The SHA-256 of the row hashes of the document's copies, sorted; only in an export.
    public var copiesHash: String?
    /// The text itself; only in an export, where it lets `verify` prove the export alone.
    public var text: String?

    private enum CodingKeys: String, CodingKey {
        case kind, doc, docHash = "doc_hash", title, publisher, publishedOn = "published_on", language
        case originMarks = "origin_marks", declaredStance = "declared_stance", sketch, passages, words, authors, url,
            archiveURL = "archive_url"
        case retrievedOn = "retrieved_on", via, stamp
        case structureHash = "structure_hash", reportsHash = "reports_hash", copiesHash = "copies_hash", text
    }

    /// Makes the line of a document.
    public init(_ document: Document) {
        let map = OffsetMap(document.text)
        doc = document.name
        docHash = document.hash
        title = document.metadata.title ?? ""
        publisher = document.metadata.publisher ?? ""
        publishedOn = document.metadata.publishedOn ?? ""
        language = document.metadata.language ?? ""
        authors = document.metadata.authors.isEmpty ? nil : document.metadata.authors
        originMarks = document.originMarks.map { mark in
            let span = map.codePoints(mark.span)
            return Mark(kind: mark.kind, name: mark.name, start: span.start, end: span.end)
        }
        let declared = document.declaredStances.map { map.codePoints($0) }
        declaredStance = declared.isEmpty ? nil : declared
        sketch = document.sketch
        let found = document.passages.map { passage in
            let span = map.codePoints(passage.span)
            return Passage(start: span.start, end: span.end, sketch: passage.sketch)
        }
        passages = found.isEmpty ? nil : found
    }
}
