import ChanceryCore
import Grammar

/// Reads a bare number that goes on counting what the number beside it counts: "from 40 ships to 12", "(out of 193)".
struct CarriedFigureReader: FigureStage {
    let context: FigureContext

    func figure(_ phrase: NumberPhrase, before: FigureFinding?, after: FigureFinding?) -> FigureFinding? {
        guard phrase.form != .ordinal, phrase.value > 1, !phrase.isYearLike, phrase.fixedUnit == nil,
            !context.isTime[phrase.tokens.lowerBound]
        else { return nil }
        let label = labels[root(phrase)]
        guard label != .nummod, label != .compound else { return nil }
        let start = qualifiers.qualifier(phrase).start
        let word = lower(start > sentence(of: phrase).tokens.lowerBound ? start - 1 : nil)
        guard lexicon.has(word, in: .carryPrepositions) else { return nil }
        if let after, after.numberTokens.lowerBound - phrase.tokens.upperBound <= 3, after.unit != "rank",
            !after.isOf(.age), lists.opening.contains(word)
        {
            return carried(phrase, from: after)
        }
        guard let before, before.unit != "rank", !before.isOf(.age, .duration) else { return nil }
        if before.isOf(.times) { return carriedOver(phrase, times: before) }
        guard before.unit != "people" || phrase.value == phrase.value.rounded() else { return nil }
        guard !before.isOf(.percent) || lists.changing.contains(word) else { return nil }
        return carried(phrase, from: before)
    }

    private func carried(_ phrase: NumberPhrase, from source: FigureFinding) -> FigureFinding {
        maker.figure(phrase, unit: source.unit, of: source.of, head: source.head, rule: .carried)
    }

    /// "30 ships, a number that grew ten times to 300": the multiple stands between the number and what it counts.
    private func carriedOver(_ phrase: NumberPhrase, times: FigureFinding) -> FigureFinding? {
        let numbers = NumberReader(parsed: parsed, words: lexicon.numbers, lists: lists)
        let earlier = numbers.phrases(
            in: sentence(of: phrase).tokens.lowerBound..<times.numberTokens.lowerBound)
        guard let first = earlier.last, let source = CountReader(context: context).figure(first),
            !source.isOf(.duration)
        else { return nil }
        return carried(phrase, from: source)
    }
}
