import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads a person's age: "Ora Lind, 61, said", "aged 61", "at the age of 61".
struct AgeReader: FigureStage {
    let context: FigureContext

    func figure(_ phrase: NumberPhrase) -> FigureFinding? {
        guard phrase.value >= 1, phrase.value < 120, phrase.form == .digits, phrase.low == nil,
            isCalled(phrase) || isApposed(phrase)
        else { return nil }
        return maker.figure(phrase, unit: "years", of: "age", head: phrase.tokens.lowerBound, rule: .age)
    }

    /// "aged 61", "at the age of 61".
    private func isCalled(_ phrase: NumberPhrase) -> Bool {
        let before = lower(previous(phrase))
        return lists.ages.contains(before) || (before == "of" && lower(previous(phrase, 1)) == "age")
    }

    /// "Ora Lind, 61, said".
    private func isApposed(_ phrase: NumberPhrase) -> Bool {
        guard lower(previous(phrase)) == ",", [",", ".", ";", ")"].contains(lower(next(phrase))), phrase.isPlain,
            let name = previous(phrase, 1)
        else { return false }
        return classes[name] == .propn && tokens[name].ent.hasSuffix("PERSON")
    }
}
