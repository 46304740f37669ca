import ChanceryCore
import Grammar

/// Reads a unit that a hyphen joins to its number: "a six-month training", "a 16-year-long blockade", "a 20,000-strong
/// force", "a 61-year-old".
struct JoinedUnitReader: FigureStage {
    let context: FigureContext

    func figure(_ phrase: NumberPhrase) -> FigureFinding? {
        guard let (unit, end) = unit(of: phrase) else { return nil }
        var last = end
        let singular = unit.hasSuffix("s") ? String(unit.dropLast()) : unit
        var tail: [String] = []
        while last + 2 < tokens.count, isDash(last + 1), isGlued(last + 1), isGlued(last + 2) {
            tail.append(lower(last + 2))
            last += 2
        }
        let modified = modified(by: phrase, after: last)
        let of = modified.map { nouns.words(nouns.phrase($0, from: last + 1)) } ?? ""
        if lexicon.has(singular, in: .time) {
            let isAge = tail.first == "old" || lower(last + 1 < tokens.count ? last + 1 : nil) == "old"
            return maker.figure(
                phrase, unit: phrase.value == 1 ? singular : singular + "s", of: isAge ? "age" : of,
                head: modified ?? last, rule: isAge ? .age : .duration)
        }
        if lexicon.has(singular, in: .strong) || lexicon.people.contains(singular) {
            guard phrase.value > 1 else { return nil }
            let isOfStates = singular == "member" && (modified.map { people.isStateBody($0) } ?? false)
            return maker.figure(
                phrase, unit: isOfStates ? "members" : "people", of: of, head: modified ?? last, rule: .strong)
        }
        guard lexicon.has(singular, in: .measure), phrase.value > 1 else { return nil }
        return maker.figure(phrase, unit: singular + "s", of: of, head: modified ?? last, rule: .measure)
    }

    /// The word joined to the number, and its token.
    private func unit(of phrase: NumberPhrase) -> (word: String, token: Int)? {
        if let fixed = phrase.fixedUnit { return (fixed, phrase.tokens.lowerBound) }
        guard let dash = next(phrase), isDash(dash), isGlued(dash), let noun = next(phrase, 1), isGlued(noun)
        else { return nil }
        return (lower(noun), noun)
    }

    /// The noun that the compound describes.
    private func modified(by phrase: NumberPhrase, after last: Int) -> Int? {
        tree.ancestors(of: root(phrase)).first { $0 > last && isNoun($0) }
    }
}
