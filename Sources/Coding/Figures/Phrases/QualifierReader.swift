import ChanceryCore
import Grammar

/// Reads the words around a number that say how exact it is or that it points back.
struct QualifierReader: FigureStage {
    let context: FigureContext

    /// The qualifier around a number, and the token at which it begins.
    func qualifier(_ phrase: NumberPhrase) -> (value: String, start: Int) {
        var start = phrase.tokens.lowerBound
        if let sign = previous(phrase), lexicon.has(lower(sign), in: .symbols) { start = sign }
        let first = parsed.sentences[tree.sentence(of: start)].tokens.lowerBound
        for candidate in lexicon.before where start - candidate.words.count >= first {
            let from = start - candidate.words.count
            guard zip(from..<start, candidate.words).allSatisfy({ lower($0.0) == $0.1 }) else { continue }
            return (candidate.value, from)
        }
        for candidate in lexicon.after {
            for gap in 0...3 {
                let words = candidate.words.indices.map { lower(next(phrase, gap + $0)) }
                if words == candidate.words { return (candidate.value, start) }
            }
        }
        return ("", start)
    }

    /// Whether a word such as "the", "both" or "last" stands before the number.
    func isPointed(_ phrase: NumberPhrase) -> Bool {
        guard qualifier(phrase).start == phrase.tokens.lowerBound, let before = previous(phrase) else { return false }
        return lexicon.has(lower(before), in: .pointing) || tags[before] == .POS
    }
}
