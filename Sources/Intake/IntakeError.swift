/// Why something given to intake could not be read, and what to do about it.
///
/// Two errors are equal if their code, place and position are.
public struct IntakeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, as a stable short name.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name, such as `not-utf8`.
        public let description: String

        /// The file or folder does not exist.
        public static let missing = Code(description: "missing")
        /// The file or folder may not be read.
        public static let unreadable = Code(description: "unreadable")
        /// The file holds no text.
        public static let empty = Code(description: "empty")
        /// The bytes are not text of the encoding they are read in.
        public static let notUTF8 = Code(description: "not-utf8")
        /// The bytes are not UTF-16 although their mark says so.
        public static let notUTF16 = Code(description: "not-utf16")
        /// The encoding is not known here.
        public static let unknownEncoding = Code(description: "unknown-encoding")
        /// The file is not text.
        public static let binary = Code(description: "binary")
        /// The file or line is over the limit.
        public static let tooLarge = Code(description: "too-large")
        /// A line of JSON Lines is not what the contract asks for.
        public static let malformedLine = Code(description: "malformed-line")
        /// A field of a line of JSON Lines that is left out; the document is read.
        public static let malformedField = Code(description: "malformed-field")
        /// A line of JSON Lines is the record of a fault that an earlier filter met.
        public static let earlierFault = Code(description: "earlier-fault")
        /// The HTML could not be read at all.
        public static let malformedMarkup = Code(description: "malformed-markup")
        /// A folder holds no file of a kind that is read.
        public static let nothingToRead = Code(description: "nothing-to-read")
        /// A format that is not read.
        public static let unsupportedFormat = Code(description: "unsupported-format")
        /// A file of the program itself is missing or wrong.
        public static let resource = Code(description: "resource")
    }

    /// What went wrong.
    public let code: Code
    /// The file, folder or stream at fault, as it was given.
    public let place: String
    /// The line at fault, counted from 1, where the format has lines.
    public let line: Int?
    /// The first byte at fault, counted from 0 in the file (in the line, where `line` is set).
    public let byteOffset: Int?
    /// The whole message: what, which, and what to do. Holds no words of the document.
    public let description: String
    /// The line itself, where it is the record of an earlier fault: filters pass it on.
    public let record: String?

    init(
        _ code: Code, place: String, line: Int? = nil, byteOffset: Int? = nil, record: String? = nil, _ message: String
    ) {
        self.code = code
        self.place = place
        self.line = line
        self.byteOffset = byteOffset
        self.record = record
        let position = line.map { "\(place):\($0)" } ?? place
        description = "\(position): \(message)"
    }

    /// Compares code and position; the wording is free to change.
    public static func == (a: IntakeError, b: IntakeError) -> Bool {
        a.code == b.code && a.place == b.place && a.line == b.line && a.byteOffset == b.byteOffset
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(place)
        hasher.combine(line)
        hasher.combine(byteOffset)
    }
}
