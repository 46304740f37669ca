public import ChanceryCore
public import Foundation

/// Reads files, folders and streams into documents, one at a time and in bounded memory.
///
/// What cannot be read is an item of its own between the documents, so one bad file or line never stops a run:
///
/// ```swift
/// for item in try DocumentReader(paths: ["articles"]) {
///     switch item {
///     case .success(let loaded): print(loaded.document.name)
///     case .failure(let error): complain(error.description)
///     }
/// }
/// ```
///
/// Order is that of the paths; a folder's files come sorted by name, its folders among them. A document's name is its
/// file's, or the path below the given folder where two files of the run share a name, or the stream's id.
///
/// ## Topics
/// - ``init(paths:options:)`` and ``init(descriptor:place:options:)`` open a run.
/// - ``DocumentBuilder`` makes a document of a text in memory.
/// - ``IntakeError`` is what an item can be instead of a document.
public struct DocumentReader: Sequence {
    /// How a run reads.
    public struct Options: Hashable, Sendable {
        /// The encoding of the files, a name `iconv` knows; nil reads UTF-8, or what an HTML page declares, or else
        /// Windows-1252 where the bytes can be that. A byte order mark stands above it. JSON Lines are UTF-8 always.
        public var encoding: String?
        /// Metadata of all the documents of the run; they stand above what a text says of itself, and below what a line
        /// of JSON Lines gives.
        public var given: DocumentMetadata
        /// The largest file that is read whole, in bytes.
        public var fileLimit: Int
        /// The largest HTML page, in bytes; its tree takes up to sixty times as much.
        public var pageLimit: Int
        /// The longest line of JSON Lines, in bytes.
        public var lineLimit: Int
        /// Whether blocks, metadata and marks of origin are looked for; where only the text is wanted that is a
        /// third of the work. HTML pages are read whole in any case.
        public var findsStructure: Bool

        /// The defaults: UTF-8, 32 MiB a file, 8 MiB a page, 16 MiB a line.
        public init(
            encoding: String? = nil, given: DocumentMetadata = DocumentMetadata(), fileLimit: Int = 32 << 20,
            pageLimit: Int = 8 << 20, lineLimit: Int = 16 << 20, findsStructure: Bool = true
        ) {
            self.encoding = encoding
            self.given = given
            self.fileLimit = fileLimit
            self.pageLimit = pageLimit
            self.lineLimit = lineLimit
            self.findsStructure = findsStructure
        }
    }

    private enum Origin {
        case paths([String])
        case descriptor(Int32, place: String)
    }

    private let origin: Origin
    private let options: Options
    private let builder: DocumentBuilder

    /// A run over files and folders.
    ///
    /// - Throws: ``IntakeError`` with code `resource` if a word list of the program is missing or broken. What is wrong
    ///   with a path is an item of the run.
    public init(paths: [String], options: Options = Options()) throws(IntakeError) {
        origin = .paths(paths)
        self.options = options
        builder = try DocumentBuilder()
    }

    /// A run over JSON Lines from an open descriptor, such as 0, which is left open.
    public init(descriptor: Int32, place: String = "standard input", options: Options = Options()) throws(IntakeError) {
        origin = .descriptor(descriptor, place: place)
        self.options = options
        builder = try DocumentBuilder()
    }

    /// Starts the run; folders are listed now, files are opened as they come.
    public func makeIterator() -> Iterator {
        switch origin {
        case .paths(let paths):
            Iterator(FileWalk(paths, formats: builder.lexicon.formats), options: options, builder: builder)
        case .descriptor(let descriptor, let place):
            Iterator(
                stream: ByteSource(descriptor: descriptor, place: place), options: options, builder: builder)
        }
    }

    /// One item of a run.
    public typealias Element = Result<LoadedDocument, IntakeError>
}

/// A document with the bytes it was read from.
public struct LoadedDocument: Hashable, Sendable {
    /// The document.
    public var document: Document
    /// The original bytes: the whole file, or the line of JSON Lines without its line end.
    public var original: Data
    /// The metadata that were found in it, without those given for all documents of the run.
    public var found: DocumentMetadata
    /// What was given for all documents of the run and says something of this one.
    public var described: DocumentDescription
    /// How the bytes are marked up.
    public var format: DocumentFormat
    /// The file or stream it came from, as it was given.
    public var place: String
    /// The line of JSON Lines it came from, counted from 1.
    public var line: Int?
    /// The encoding it was read in where nothing named one and it is no UTF-8.
    public var assumedEncoding: String?
    /// What was wrong with it and left out; the document was read all the same.
    public var leftOut: [IntakeError]

    /// Makes a loaded document from its parts.
    public init(
        document: Document, original: Data, found: DocumentMetadata? = nil,
        described: DocumentDescription = DocumentDescription(), format: DocumentFormat, place: String, line: Int? = nil,
        assumedEncoding: String? = nil, leftOut: [IntakeError] = []
    ) {
        self.document = document
        self.found = found ?? document.metadata
        self.described = described
        self.original = original
        self.format = format
        self.place = place
        self.line = line
        self.assumedEncoding = assumedEncoding
        self.leftOut = leftOut
    }
}
