import ChanceryCore
import Foundation

extension DocumentReader {
    /// Reads one document at a time; holds one file, or one line of JSON Lines, in memory.
    public struct Iterator: IteratorProtocol {
        private var entries: ArraySlice<FileWalk.Entry>
        private var lines: LineSource?
        private let options: Options
        private let builder: DocumentBuilder
        /// How many files of folders are passed over without an item of their own: hidden ones, and what browsers and
        /// desktops leave beside texts.
        public let passedOver: Int

        init(_ walk: FileWalk, options: Options, builder: DocumentBuilder) {
            entries = walk.entries[...]
            passedOver = walk.passedOver
            self.options = options
            self.builder = builder
        }

        init(stream: ByteSource, options: Options, builder: DocumentBuilder) {
            entries = []
            passedOver = 0
            lines = LineSource(stream, limit: options.lineLimit)
            self.options = options
            self.builder = builder
        }

        /// The next document, or what could not be read in its place; nil when the run is over.
        public mutating func next() -> Result<LoadedDocument, IntakeError>? {
            while true {
                do throws(IntakeError) {
                    if lines != nil {
                        if let loaded = try nextLine() { return .success(loaded) }
                        lines = nil
                    }
                    guard let entry = entries.popFirst() else { return nil }
                    if let loaded = try open(entry) { return .success(loaded) }
                } catch {
                    return .failure(error)
                }
            }
        }

        /// Reads a file whole, or begins to stream it, which gives nil.
        private mutating func open(_ entry: FileWalk.Entry) throws(IntakeError) -> LoadedDocument? {
            if let fault = entry.fault { throw fault }
            let source = try ByteSource(path: entry.path, place: entry.path)
            let head = try source.peek(TextShape.sample)
            let format = try self.format(of: entry, head)
            if format == .jsonLines {
                lines = LineSource(source, limit: options.lineLimit)
                return nil
            }
            let limit = format == .html ? options.pageLimit : options.fileLimit
            let bytes = try source.readAll(limit: limit)
            let decoder = TextDecoder(place: entry.path, encoding: options.encoding)
            let decoded: DecodedText
            let document: Document
            if format == .html {
                decoded = try decoder.page(bytes)
                document = try builder.page(
                    named: entry.name, html: decoded.text, place: entry.path, given: DocumentMetadata())
            } else {
                decoded = try decoder.text(bytes)
                document = self.document(
                    named: entry.name, text: decoded.text, format: format, given: DocumentMetadata())
            }
            var result = loaded(
                document, DocumentDescription(options.given), original: Data(bytes), format: format, place: entry.path)
            result.assumedEncoding = decoded.assumed
            return result
        }

        /// How a file is read, by its name and by what it begins with; what is recognised as another format is refused.
        private func format(of entry: FileWalk.Entry, _ head: [UInt8]) throws(IntakeError) -> DocumentFormat {
            let named = DocumentFormat(fileName: entry.fileName)
            let formats = builder.lexicon.formats
            // The bytes of a page or a stream may look like anything that is text.
            let isProse = named != .html && named != .jsonLines
            if isProse, ForeignFormats.ending(entry.fileName) == "json", JSONDocument.isLine(head) { return .jsonLines }
            let shape = isProse ? TextShape.of(head) : nil
            if let foreign = formats.format(of: head, shape: shape) {
                throw IntakeError.unsupportedFormat(entry.path, foreign)
            }
            if named == nil, let foreign = formats.format(named: entry.fileName) {
                throw IntakeError.unsupportedFormat(entry.path, foreign)
            }
            if shape == .html { return .html }
            if entry.isUnknown { throw IntakeError.unknownFormat(entry.path) }
            return named ?? .plainText
        }

        /// The next document of the stream that is open; nil at its end.
        private mutating func nextLine() throws(IntakeError) -> LoadedDocument? {
            while let item = try lines?.next() {
                let place = lines?.place ?? ""
                guard var bytes = item.bytes else {
                    throw IntakeError.tooLarge(place, line: item.number, limit: options.lineLimit)
                }
                if item.number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
                // A blank line is no document and no fault: files end in one.
                if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                let line = try JSONDocument(bytes, place: place, line: item.number)
                let document = self.document(named: line.id, text: line.text, given: line.metadata)
                // What a line says of its own document stands above what is given for all.
                let described = DocumentDescription(options.given).without(line.metadata)
                var result = loaded(
                    document, described, original: Data(bytes), format: .jsonLines, place: place, line: item.number)
                result.leftOut = line.leftOut
                return result
            }
            return nil
        }

        /// A document as it was read, and above what was found what was given.
        private func loaded(
            _ document: Document, _ described: DocumentDescription, original: Data, format: DocumentFormat,
            place: String, line: Int? = nil
        ) -> LoadedDocument {
            var document = document
            let found = document.metadata
            document.metadata = described.applied(to: found)
            return LoadedDocument(
                document: document, original: original, found: found, described: described, format: format,
                place: place, line: line)
        }

        /// The document of a text, with its structure where it is wanted.
        private func document(
            named name: String, text: String, format: DocumentFormat = .plainText, given: DocumentMetadata
        ) -> Document {
            options.findsStructure
                ? builder.document(named: name, text: text, format: format, given: given)
                : Document(name: name, text: text, metadata: given)
        }
    }
}
