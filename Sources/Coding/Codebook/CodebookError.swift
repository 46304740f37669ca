/// What is wrong with a codebook: every fault, each with its file and line.
public struct CodebookError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong.
    public struct Fault: Hashable, Sendable, CustomStringConvertible {
        /// The file's name.
        public var file: String
        /// The line, from 1.
        public var line: Int
        /// What is wrong and what to do.
        public var message: String

        /// `support.yaml:12: unknown concept 'recognize'; …`
        public var description: String { "\(file):\(line): \(message)" }
    }

    /// The faults, in the order of files and lines.
    public var faults: [Fault]

    /// All faults, one a line.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
