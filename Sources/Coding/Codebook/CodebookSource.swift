extension CodebookReader {
    /// A file of a codebook: its name and its text.
    public struct Source: Hashable, Sendable {
        /// The file's name, which says what it holds.
        public var name: String
        /// The file's text.
        public var text: String

        /// Makes a source from its parts.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }
}

extension CodebookReader.Source {
    /// The text with empty lines where rules have their examples and counterexamples: what else it says stands where it stood.
    ///
    /// An entry's lines are those below its key that stand further in, or are items of a list.
    var textWithoutExamples: String {
        var kept: [UInt8] = []
        kept.reserveCapacity(text.utf8.count)
        let bytes = Array(text.utf8)
        /// How far in the key stands whose lines are left out.
        var left: Int?
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = bytes[start..<end]
            let words = line.drop { $0 == UInt8(ascii: " ") }
            let depth = words.startIndex - line.startIndex
            if let key = left, depth > key || words.isEmpty || depth == key && words.starts(with: "- ".utf8) {
                // Another line of the entry.
            } else if words.starts(with: "examples:".utf8) || words.starts(with: "counterexamples:".utf8) {
                left = depth
            } else {
                left = nil
                kept += line
            }
            kept.append(UInt8(ascii: "\n"))
            start = end + 1
        }
        return String(decoding: kept, as: UTF8.self)
    }
}
