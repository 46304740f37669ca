import ChanceryCore
import Foundation

/// One resource file: lines of fields parted by tabs, `#` opening a remark.
struct WordList {
    /// One entry with its place, so that a fault can be named.
    struct Entry {
        let file: String
        let line: Int
        let fields: [String]

        /// The field, or a fault that names the line.
        func field(_ index: Int) throws -> String {
            guard index < fields.count, !fields[index].isEmpty else {
                throw ChronologyError.malformed(file, line: line, "field \(index + 1) is missing; part fields by a tab")
            }
            return fields[index]
        }

        /// The field as a number within bounds, or a fault that names the line.
        func number(_ index: Int, in bounds: ClosedRange<Int>) throws -> Int {
            let text = try field(index)
            guard let number = Int(text), bounds.contains(number) else {
                throw ChronologyError.malformed(
                    file, line: line, "'\(text)' is no number from \(bounds.lowerBound) to \(bounds.upperBound)")
            }
            return number
        }
    }

    let entries: [Entry]
    /// How capital letters count, as a line `:capital` or `:exact` says.
    let letters: WordClass.Letters

    /// Reads a file of the English words or values: `words/months`, `normalisation/units`.
    init(_ name: String) throws {
        let file = "en/\(name).txt"
        try self.init(file, text: String(decoding: try ModuleResources.data(file), as: UTF8.self))
    }

    /// Reads a file's text.
    init(_ file: String, text: String) throws {
        var letters = WordClass.Letters.any
        var seen: Set<String> = []
        var entries: [Entry] = []
        for (index, line) in text.pieces(partedBy: "\n", keepsEmpty: true).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix(":") {
                guard let kind = WordClass.Letters(rawValue: String(line.dropFirst())) else {
                    throw ChronologyError.malformed(file, line: index + 1, "'\(line)' is neither :capital nor :exact")
                }
                letters = kind
                continue
            }
            let fields = line.pieces(partedBy: "\t", keepsEmpty: true).map(String.init)
            guard seen.insert(fields[0]).inserted else {
                throw ChronologyError.malformed(file, line: index + 1, "'\(fields[0])' stands twice; remove one")
            }
            entries.append(Entry(file: file, line: index + 1, fields: fields))
        }
        self.entries = entries
        self.letters = letters
    }

    /// The first fields.
    var words: Set<String> { Set(entries.map { $0.fields[0] }) }
}

/// Phrases of one topic, found by their first word; the longest wins.
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Phrase: Sendable {
        let words: [String]
        let value: Value
    }

    private var byFirst: [String: [Phrase]] = [:]

    /// Adds a phrase, written as in the text; words are parted as `Piece.pieces` parts them.
    mutating func add(_ phrase: String, _ value: Value) {
        let words = Piece.split(phrase)
        guard let first = words.first else { return }
        byFirst[first, default: []].append(Phrase(words: words, value: value))
        byFirst[first]?.sort { $0.words.count > $1.words.count }
    }

    /// Whether a phrase can begin with a word.
    func begins(with word: String) -> Bool { byFirst[word] != nil }

    /// The longest phrase that begins at a piece, and the piece after it.
    func match(_ pieces: [Piece], at start: Int, exactCase: Bool = false) -> (value: Value, end: Int)? {
        guard start < pieces.count, let phrases = byFirst[exactCase ? pieces[start].text : pieces[start].lower]
        else { return nil }
        for phrase in phrases where start + phrase.words.count <= pieces.count {
            let fits = phrase.words.indices.allSatisfy { index in
                let piece = pieces[start + index]
                return (exactCase ? piece.text : piece.lower) == phrase.words[index]
                    && (index == 0 || !piece.afterBreak)
            }
            if fits { return (phrase.value, start + phrase.words.count) }
        }
        return nil
    }

    /// The longest phrase that ends before a piece, and its first piece.
    func match(_ pieces: [Piece], endingBefore end: Int, longest: Int = 4) -> (value: Value, start: Int)? {
        for length in stride(from: min(longest, end), to: 0, by: -1) {
            if let found = match(pieces, at: end - length), found.end == end { return (found.value, end - length) }
        }
        return nil
    }
}
