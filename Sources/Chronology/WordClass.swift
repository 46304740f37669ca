/// A class of words that rules name, each with its value: `@months`, `@weekdays`.
///
/// A class is one file of `Resources/en/words/`: a word or phrase, its value, and marks by which a rule can take a part
/// of the class (`@months:short`, `@months:!short`). A line `:capital` asks for a capital letter in the text, `:exact`
/// for the spelling of the file.
struct WordClass: Sendable {
    /// How capital letters count.
    enum Letters: String { case any, capital, exact }

    private struct Phrase: Sendable {
        let symbols: [Int]
        let texts: [String]
        let value: RuleValue
        let marks: Set<String>
    }

    private let letters: Letters
    private var byFirst: [Int: [Phrase]] = [:]

    /// The words that an entry can begin with.
    var openers: [Int] { Array(byFirst.keys) }

    /// The words that stand second in an entry of several.
    var seconds: [Int] { byFirst.values.joined().compactMap { $0.symbols.count > 1 ? $0.symbols[1] : nil } }

    /// Whether it has an entry of one word.
    var hasSingles: Bool { byFirst.values.joined().contains { $0.symbols.count == 1 } }

    /// Whether it has no entry.
    var isEmpty: Bool { byFirst.isEmpty }

    init(_ list: WordList, vocabulary: inout Vocabulary, value: (WordList.Entry) throws -> RuleValue) throws {
        letters = list.letters
        for entry in list.entries {
            let texts = Piece.split(try entry.field(0))
            let symbols = texts.map { vocabulary.take($0) }
            guard let first = symbols.first else { continue }
            let marks = entry.fields.count > 2 ? entry.fields[2].split(separator: " ").map(String.init) : []
            byFirst[first, default: []].append(
                Phrase(symbols: symbols, texts: texts, value: try value(entry), marks: Set(marks)))
        }
        for first in byFirst.keys { byFirst[first]?.sort { $0.symbols.count > $1.symbols.count } }
    }

    /// The entries that have a mark, or have it not.
    func marked(_ mark: String, _ isWanted: Bool) -> WordClass {
        var part = self
        part.byFirst = byFirst.mapValues { $0.filter { $0.marks.contains(mark) == isWanted } }
            .filter { !$0.value.isEmpty }
        return part
    }

    /// The longest entry that begins at a piece, and the piece after it.
    func match(_ pieces: [Piece], at start: Int) -> (value: RuleValue, end: Int)? {
        guard start < pieces.count, pieces[start].symbol >= 0, let phrases = byFirst[pieces[start].symbol]
        else { return nil }
        // By place: a phrase is large, and hardly ever fits.
        for place in phrases.indices {
            let count = phrases[place].symbols.count
            guard start + count <= pieces.count else { continue }
            let fits = (0..<count).allSatisfy { offset in
                guard pieces[start + offset].symbol == phrases[place].symbols[offset],
                    offset == 0 || !pieces[start + offset].afterBreak
                else { return false }
                switch letters {
                case .any: return true
                case .capital: return offset > 0 || pieces[start].isCapital
                case .exact: return pieces[start + offset].text == phrases[place].texts[offset]
                }
            }
            if fits { return (phrases[place].value, start + count) }
        }
        return nil
    }
}
