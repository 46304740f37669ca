/// A fault in a file of entities: ours, or a user's corrections.
public struct EntityDataError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of fault it is.
    public struct Code: Hashable, Sendable {
        private let word: String
        private init(_ word: String) { self.word = word }

        /// The file cannot be read, or is not UTF-8.
        public static let unreadable = Code("unreadable")
        /// A line has too few or too many fields.
        public static let fields = Code("fields")
        /// A field holds a word it may not hold.
        public static let value = Code("value")
        /// Two lines say different things of one name.
        public static let conflict = Code("conflict")
    }

    /// What kind of fault it is.
    public let code: Code
    /// The file at fault.
    public let file: String
    /// The line at fault, from 1; nil where the whole file is.
    public let line: Int?
    /// What is wrong, and what to do.
    public let message: String

    /// `file:line: message`, one line.
    public var description: String {
        line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)"
    }

    static func unreadable(_ file: String) -> EntityDataError {
        EntityDataError(
            code: .unreadable, file: file, line: nil,
            message: "cannot be read as UTF-8 text; give the path of a readable file")
    }

    static func fields(_ file: String, _ line: Int, found: Int, expected: ClosedRange<Int>) -> EntityDataError {
        let wanted =
            expected.lowerBound == expected.upperBound
            ? "\(expected.lowerBound)" : "\(expected.lowerBound) to \(expected.upperBound)"
        return EntityDataError(
            code: .fields, file: file, line: line,
            message: "has \(found) fields, separated by tabs; write \(wanted)")
    }

    static func value(_ file: String, _ line: Int, _ value: String, of field: String, allowed: [String])
        -> EntityDataError
    {
        EntityDataError(
            code: .value, file: file, line: line,
            message: "'\(value)' is no \(field); write one of: \(allowed.joined(separator: ", "))")
    }

    static func conflict(_ file: String, _ line: Int, _ name: String, first: Int) -> EntityDataError {
        EntityDataError(
            code: .conflict, file: file, line: line,
            message: "'\(name)' already stands on line \(first) with another meaning; keep one of the two")
    }
}
