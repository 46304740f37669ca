/// Named lists of words from one reviewable file: the reader of the house's plain word files.
///
/// ```
/// # What stands after a hash is a comment.
/// [control]
/// urge ask force
/// call on
/// ```
///
/// A list begins with its name in brackets. Words stand apart by commas, or by blanks where a line has no comma; so a line
/// of phrases has commas. A list may be continued in a second place of the file, but a word stands in it once.
public struct WordLists: Hashable, Sendable {
    /// A fault of such a file, with the line.
    public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// The file.
        public var file: String
        /// The line, from 1; 0 where the file as a whole is meant.
        public var line: Int
        /// What is wrong and what to do.
        public var reason: String

        /// Makes a fault.
        public init(file: String, line: Int, reason: String) {
            self.file = file
            self.line = line
            self.reason = reason
        }

        /// The sentence shown to a person.
        public var description: String { line > 0 ? "\(file):\(line): \(reason)" : "\(file): \(reason)" }
    }

    /// The file, as messages name it.
    public let file: String
    private let lists: [String: [String]]

    /// Reads a file's text.
    ///
    /// - Throws: ``Fault`` with the line of a word outside of any list, of a word that stands twice in one, or of a name
    ///   without its bracket.
    public init(text: String, file: String) throws(Fault) {
        var lists: [String: [String]] = [:]
        var seen: [String: Set<String>] = [:]
        var current: String?
        for (number, line) in text.pieces(partedBy: "\n", keepsEmpty: true).enumerated() {
            let words = Substring(line.utf8.prefix { $0 != UInt8(ascii: "#") }).trimmingBlanks()
            if words.isEmpty { continue }
            if words.hasPrefix("[") {
                guard words.hasSuffix("]"), words.count > 2 else {
                    throw Fault(file: file, line: number + 1, reason: "a list begins with its name in brackets: [name]")
                }
                let name = String(words.dropFirst().dropLast())
                current = name
                lists[name] = lists[name] ?? []
                continue
            }
            guard let current else {
                throw Fault(file: file, line: number + 1, reason: "a word before the first list: begin it with [name]")
            }
            let parts =
                words.utf8.contains(UInt8(ascii: ","))
                ? words.pieces(partedBy: ",").map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
                : words.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.map { String(Substring($0)) }
            for part in parts {
                guard seen[current, default: []].insert(part).inserted else {
                    throw Fault(file: file, line: number + 1, reason: "'\(part)' stands twice in [\(current)]")
                }
                lists[current]?.append(part)
            }
        }
        self.file = file
        self.lists = lists
    }

    /// The names of the lists, sorted.
    public var names: [String] { lists.keys.sorted() }

    /// A list, in the order of the file.
    ///
    /// - Throws: ``Fault`` where the file has no list of this name.
    public func list(_ name: String) throws(Fault) -> [String] {
        guard let list = lists[name] else {
            throw Fault(file: file, line: 0, reason: "the list [\(name)] is missing")
        }
        return list
    }

    /// A list as a set.
    ///
    /// - Throws: ``Fault`` where the file has no list of this name.
    public func set(_ name: String) throws(Fault) -> Set<String> { Set(try list(name)) }
}
