import ChanceryCore
import Grammar
import SpacyPipeline

/// Tells numbers that date something: days, years and hours.
struct NumberDateTest: FigureStage {
    let context: FigureContext

    /// A day, a year or an hour.
    func isDate(_ phrase: NumberPhrase) -> Bool {
        let before = lower(previous(phrase))
        let after = lower(next(phrase))
        // "may" is a month or a verb.
        let followsMonth = isMonth(before) && (previous(phrase).map { tags[$0] != .MD } ?? false)
        if followsMonth, phrase.form != .words { return true }
        let precedesMonth = isMonth(after) && (next(phrase).map { isCapital($0) } ?? false)
        if precedesMonth, phrase.value <= 31 { return true }
        if after == "of", isMonth(lower(next(phrase, 1))), phrase.form == .ordinal { return true }
        if before == ",", phrase.isPlain, phrase.isYearLike, let day = previous(phrase, 1), classes[day] == .num,
            isMonth(lower(previous(phrase, 2)))
        {
            return true
        }
        if lists.hours.contains(after) { return true }
        if phrase.isYearLike, tokens[root(phrase)].ent.hasSuffix("DATE") { return true }
        guard context.isTime[phrase.tokens.lowerBound] else { return false }
        // Inside an expression of time only a unit of time makes it a figure.
        if phrase.fixedUnit != nil { return false }
        for distance in 0...2 {
            guard let index = next(phrase, distance) else { return true }
            if lexicon.has(lemma(index), in: .time) { return false }
        }
        return true
    }

    private func isMonth(_ word: String) -> Bool { lexicon.has(word, in: .months) }
}
