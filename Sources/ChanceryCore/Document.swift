/// One text with its metadata, immutable, named by the SHA-256 of its text.
public struct Document: Hashable, Sendable {
    /// The given name: the file's name, or the stream's id.
    public var name: String
    /// The decoded file, verbatim, a byte order mark aside.
    public var text: String
    /// The SHA-256 of `text` in UTF-8.
    public var hash: String
    /// What is known of the document besides its text.
    public var metadata: DocumentMetadata
    /// The document's structure: spans over the text, in order, not overlapping.
    public var blocks: [Block]
    /// Marks in the text that tell where it comes from.
    public var originMarks: [OriginMark]
    /// The sentences by which the text declares its own stance ("I no longer keep a neutral distance").
    public var declaredStances: [ByteSpan] = []
    /// A sketch of the text (MinHash of word shingles) by which near-duplicates are found; empty for a short text.
    public var sketch: [UInt32]
    /// Its longer paragraphs with sketches of their own, by which a copied passage is found.
    public var passages: [SketchedPassage]

    /// Makes a document; its hash is computed from `text`.
    public init(
        name: String, text: String, metadata: DocumentMetadata = DocumentMetadata(), blocks: [Block] = [],
        originMarks: [OriginMark] = [], sketch: [UInt32] = [], passages: [SketchedPassage] = []
    ) {
        self.name = name
        self.text = text
        self.hash = Digest.sha256(text)
        self.metadata = metadata
        self.blocks = blocks
        self.originMarks = originMarks
        self.sketch = sketch
        self.passages = passages
    }
}

/// A paragraph with a sketch of its words.
public struct SketchedPassage: Hashable, Sendable {
    /// The bytes of the paragraph.
    public var span: ByteSpan
    /// The least value of its runs of words under each of a few hash functions.
    public var sketch: [UInt32]

    /// Makes a passage from its parts.
    public init(span: ByteSpan, sketch: [UInt32]) {
        self.span = span
        self.sketch = sketch
    }
}

/// What is known of a document besides its text: given by the user, or found in the text.
public struct DocumentMetadata: Hashable, Sendable, Codable {
    /// The title.
    public var title: String?
    /// The authors, in the order they are named.
    public var authors: [String]
    /// Who published this copy.
    public var publisher: String?
    /// The date of publication, an EDTF value.
    public var publishedOn: String?
    /// Where the copy was found.
    public var url: String?
    /// Where an archive keeps the copy.
    public var archiveURL: String?
    /// When the copy was taken from there, an EDTF value.
    public var retrievedOn: String?
    /// Through whom the copy came (a newsletter, an archive).
    public var via: String?
    /// The language of the text, a BCP 47 tag such as `en`.
    public var language: String?

    /// Makes metadata; all of it is optional.
    public init(
        title: String? = nil, authors: [String] = [], publisher: String? = nil, publishedOn: String? = nil,
        url: String? = nil, archiveURL: String? = nil, retrievedOn: String? = nil, via: String? = nil,
        language: String? = nil
    ) {
        self.title = title
        self.authors = authors
        self.publisher = publisher
        self.publishedOn = publishedOn
        self.url = url
        self.archiveURL = archiveURL
        self.retrievedOn = retrievedOn
        self.via = via
        self.language = language
    }

    private enum CodingKeys: String, CodingKey {
        case title, authors, publisher, publishedOn = "published_on", url, archiveURL = "archive_url"
        case retrievedOn = "retrieved_on", via, language
    }

    /// Reads metadata; an absent list of authors is an empty one.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        title = try values.decodeIfPresent(String.self, forKey: .title)
        authors = try values.decodeIfPresent([String].self, forKey: .authors) ?? []
        publisher = try values.decodeIfPresent(String.self, forKey: .publisher)
        publishedOn = try values.decodeIfPresent(String.self, forKey: .publishedOn)
        url = try values.decodeIfPresent(String.self, forKey: .url)
        archiveURL = try values.decodeIfPresent(String.self, forKey: .archiveURL)
        retrievedOn = try values.decodeIfPresent(String.self, forKey: .retrievedOn)
        via = try values.decodeIfPresent(String.self, forKey: .via)
        language = try values.decodeIfPresent(String.self, forKey: .language)
    }

    /// These metadata, and where they are silent the other's.
    public func filled(from other: DocumentMetadata) -> DocumentMetadata {
        DocumentMetadata(
            title: title ?? other.title, authors: authors.isEmpty ? other.authors : authors,
            publisher: publisher ?? other.publisher, publishedOn: publishedOn ?? other.publishedOn,
            url: url ?? other.url, archiveURL: archiveURL ?? other.archiveURL,
            retrievedOn: retrievedOn ?? other.retrievedOn, via: via ?? other.via, language: language ?? other.language)
    }
}

/// A stretch of a document's text with one part to play.
public struct Block: Hashable, Sendable, Codable {
    /// The parts a block can play.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The document's title.
        case title
        /// A heading inside the document.
        case heading
        /// Running text.
        case paragraph
        /// Words quoted as a paragraph of their own.
        case blockQuote
        /// An interviewer's turn.
        case question
        /// An interviewee's turn, or a further paragraph of it.
        case answer
        /// One item of a list.
        case listItem
        /// The words under a picture.
        case caption
        /// A footnote's own text.
        case footnote
        /// One row of an encyclopedia's infobox.
        case infobox
        /// Byline, dateline, reprint lead and other words about the text rather than of it.
        case metadata
        /// What a page carries besides its text: breadcrumbs, comment counts, "you may also like".
        case furniture
    }

    /// The part it plays.
    public var kind: Kind
    /// Its bytes, without the line ends around it.
    public var span: ByteSpan
    /// Who speaks a question, an answer or a block quote, where the text's layout names them; bytes of the label.
    public var speaker: ByteSpan?
    /// The words themselves where a label precedes them ("Q: …"); otherwise the whole span.
    public var body: ByteSpan
    /// Marks of footnotes inside the block, in order: `1` after "movement,", `[^1]`, `<ref>…</ref>`. They are not to be read
    /// as numbers or words.
    public var noteMarks: [ByteSpan]
    /// What is read in place of markup inside the block, in order: nothing for `**` or a link's address, a blank for
    /// `&nbsp;`.
    public var substitutions: [Substitution]

    /// Makes a block; without `body` the whole span is its words.
    public init(
        kind: Kind, span: ByteSpan, speaker: ByteSpan? = nil, body: ByteSpan? = nil, noteMarks: [ByteSpan] = [],
        substitutions: [Substitution] = []
    ) {
        self.kind = kind
        self.span = span
        self.speaker = speaker
        self.body = body ?? span
        self.noteMarks = noteMarks
        self.substitutions = substitutions
    }

    private enum CodingKeys: String, CodingKey { case kind, span, speaker, body, noteMarks, substitutions }

    /// Reads a block; absent substitutions are none.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        kind = try values.decode(Kind.self, forKey: .kind)
        span = try values.decode(ByteSpan.self, forKey: .span)
        speaker = try values.decodeIfPresent(ByteSpan.self, forKey: .speaker)
        body = try values.decode(ByteSpan.self, forKey: .body)
        noteMarks = try values.decode([ByteSpan].self, forKey: .noteMarks)
        substitutions = try values.decodeIfPresent([Substitution].self, forKey: .substitutions) ?? []
    }

    /// Writes a block; most have no substitutions, and none are written.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(kind, forKey: .kind)
        try values.encode(span, forKey: .span)
        try values.encodeIfPresent(speaker, forKey: .speaker)
        try values.encode(body, forKey: .body)
        try values.encode(noteMarks, forKey: .noteMarks)
        if !substitutions.isEmpty { try values.encode(substitutions, forKey: .substitutions) }
    }

    /// Whether the block is read for reports: furniture and words about the text are not.
    public var isCoded: Bool { kind != .furniture && kind != .metadata && kind != .infobox }
}

/// Words that are read in place of others: of markup, or of a character reference.
public struct Substitution: Hashable, Sendable, Codable {
    /// The bytes that are not read.
    public var span: ByteSpan
    /// What is read in their place; empty where nothing is.
    public var text: String

    /// Makes a substitution from its parts.
    public init(_ span: ByteSpan, _ text: String = "") {
        self.span = span
        self.text = text
    }
}

/// Words of a document that tell where its text comes from.
public struct OriginMark: Hashable, Sendable, Codable {
    /// How the text stands to the one it names.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// "Originally published by …".
        case originallyPublished
        /// "The post … appeared first on …".
        case appearedFirst
        /// "Following is a major part of his article published in …".
        case reprint
        /// "Translated from …".
        case translation
        /// "OSK CITY (Agency) –", the dateline of an agency.
        case agency
        /// A byline.
        case byline
    }

    /// How the text stands to the one it names.
    public var kind: Kind
    /// The name it gives: a publisher, an agency, a person.
    public var name: String
    /// The bytes that say so.
    public var span: ByteSpan

    /// Makes a mark from its parts.
    public init(kind: Kind, name: String, span: ByteSpan) {
        self.kind = kind
        self.name = name
        self.span = span
    }
}
