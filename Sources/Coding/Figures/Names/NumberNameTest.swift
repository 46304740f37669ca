import ChanceryCore
import Grammar
import SpacyPipeline

/// Tells numbers that are part of a name, a date, a list or a reference, and so count nothing.
struct NumberNameTest: FigureStage {
    let context: FigureContext

    /// The model's entities that bear names of their own.
    private static let named: Set<Substring> = [
        "ORG", "LAW", "EVENT", "PRODUCT", "WORK_OF_ART", "FAC", "GPE", "LOC", "PERSON",
    ]

    /// Whether the number is no figure at all.
    func isName(_ phrase: NumberPhrase) -> Bool {
        isListMark(phrase) || isGluedName(phrase) || NumberDateTest(context: context).isDate(phrase)
            || NumberReferenceTest(context: context).isReference(phrase) || isCapitalisedName(phrase)
            || isPart(phrase)
    }

    /// "two-thirds", "three quarters", "6 in 10": a part of a whole, which is no count.
    private func isPart(_ phrase: NumberPhrase) -> Bool {
        let after = next(phrase).map { isDash($0) ? lower(next(phrase, 1)) : lower($0) } ?? ""
        if lexicon.has(after, in: .fractions) { return true }
        if lists.among.contains(lower(next(phrase))), let whole = next(phrase, 1), classes[whole] == .num,
            phrase.value < 10
        {
            return lists.wholes.contains(lower(whole))
        }
        return lower(previous(phrase)) == "in" && previous(phrase, 1).map { classes[$0] == .num } ?? false
            && lexicon.wholes.contains(phrase.value)
    }

    /// "1." or "(2)" at the head of a block.
    private func isListMark(_ phrase: NumberPhrase) -> Bool {
        let block = parsed.document.blocks[sentence(of: phrase).block]
        guard phrase.form == .digits, phrase.span.start <= block.body.start + 2 else { return false }
        return [".", ")", ":", "]", ".)"].contains(lower(next(phrase)))
    }

    /// "F-16", "Ashraf-3", "two-state": a hyphen joins the number to a word that is no unit.
    private func isGluedName(_ phrase: NumberPhrase) -> Bool {
        let first = phrase.tokens.lowerBound
        if first > 0, isGlued(first) {
            let before = tokens[first - 1].text
            if isDash(first - 1), isGlued(first - 1), before == "-" { return true }
            if ["/", "#", "@", ":", "+", "_"].contains(before) || isNoun(first - 1) { return true }
        }
        guard let after = next(phrase), isGlued(after) else { return false }
        return ["/", ":", "@", "°", "+", "_"].contains(tokens[after].text)
    }

    /// "the Big Four", "Six-Day War": a number in a name, told by its capital or by the model's entity.
    func isCapitalisedName(_ phrase: NumberPhrase) -> Bool {
        let first = phrase.tokens.lowerBound
        let entity = tokens[first].ent
        let isCapital = isCapital(first)
        let opens =
            first == sentence(of: phrase).tokens.lowerBound
            || ["“", "\"", "‘", "'", "-", "–", "—", ":"].contains(lower(previous(phrase)))
        if Self.named.contains(entity.dropFirst(2)) && (entity.hasPrefix("I-") || (isCapital && !opens)) {
            return true
        }
        guard isCapital, !opens, phrase.form != .digits else { return false }
        return self.isCapital(min(phrase.tokens.upperBound, tokens.count - 1)) || classes[first] == .propn
    }
}
