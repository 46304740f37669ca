import ChanceryCore
import Foundation

extension DocumentReader {
    /// Reads one document at a time; holds one file, or one line of JSON Lines, in memory.
    public struct Iterator: IteratorProtocol {
        private var entries: ArraySlice<FileWalk.Entry>
        private var lines: LineSource?
        private let options: Options
        private let builder: DocumentBuilder

        init(entries: [FileWalk.Entry], options: Options, builder: DocumentBuilder) {
            self.entries = entries[...]
            self.options = options
            self.builder = builder
        }

        init(stream: ByteSource, options: Options, builder: DocumentBuilder) {
            entries = []
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
            let format = DocumentFormat(fileName: entry.fileName) ?? .plainText
            if entry.fileName.lowercased().hasSuffix(".pdf") {
                throw IntakeError.unsupportedFormat(entry.path, "PDF")
            }
            let source = try ByteSource(path: entry.path, place: entry.path)
            if format == .jsonLines {
                lines = LineSource(source, limit: options.lineLimit)
                return nil
            }
            let limit = format == .html ? options.pageLimit : options.fileLimit
            let bytes = try source.readAll(limit: limit)
            let decoder = TextDecoder(place: entry.path, encoding: options.encoding)
            let document: Document
            if format == .html {
                let page = try decoder.text(bytes, declared: HTMLCharset.declared(in: bytes))
                document = try builder.page(
                    named: entry.name, html: page, place: entry.path, given: DocumentMetadata())
            } else {
                let text = try decoder.text(bytes)
                document = self.document(named: entry.name, text: text, format: format, given: DocumentMetadata())
            }
            return loaded(
                document, DocumentDescription(options.given), original: Data(bytes), format: format, place: entry.path)
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
                return loaded(
                    document, described, original: Data(bytes), format: .jsonLines, place: place, line: item.number)
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
