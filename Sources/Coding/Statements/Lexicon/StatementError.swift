/// What is wrong with a data file of cues.
public struct StatementError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of fault.
    public struct Code: Hashable, Sendable {
        let name: String
        /// A file is not UTF-8.
        public static let unreadable = Code(name: "unreadable")
        /// A line does not have its file's format.
        public static let malformedLine = Code(name: "malformed-line")
    }

    /// The kind of fault.
    public let code: Code
    /// What, where, and what to do.
    public let description: String

    static func unreadable(_ file: String) -> StatementError {
        StatementError(
            code: .unreadable,
            description: "Resource \(file) is not UTF-8; save it so.")
    }

    static func malformedLine(_ file: String, _ line: Int, _ found: String, expected: String) -> StatementError {
        StatementError(
            code: .malformedLine, description: "\(file):\(line): \"\(found)\" is not understood; write \(expected).")
    }
}
