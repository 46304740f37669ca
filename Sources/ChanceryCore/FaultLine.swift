/// The record of an input that a filter could not read, in place of what it would have given.
///
/// A line of JSON of kind `fault`: later filters pass it on untouched, so that a run over many parts ends with all that
/// could not be read beside all that could.
public struct FaultLine: Hashable, Sendable, Codable {
    /// The kind of the line.
    public static let kind = "fault"

    /// Always `fault`.
    public var kind = FaultLine.kind
    /// The file or stream, as it was given.
    public var input: String
    /// The line, counted from 1; absent where the input as a whole is at fault.
    public var line: Int?
    /// What is wrong, and what to do about it.
    public var error: String

    /// Makes the record.
    public init(input: String, line: Int?, error: String) {
        self.input = input
        self.line = line
        self.error = error
    }
}
