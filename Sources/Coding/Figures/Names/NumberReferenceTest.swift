import ChanceryCore
import Grammar
import SpacyPipeline

/// Tells numbers that belong to the word before them: "Resolution 12", "Article 5", "no. 4", "pp. 53–66".
struct NumberReferenceTest: FigureStage {
    let context: FigureContext

    /// Whether the number belongs to the word before it.
    func isReference(_ phrase: NumberPhrase) -> Bool {
        guard let before = previous(phrase), phrase.form != .ordinal else { return false }
        let word = lower(before)
        if word == "#" || lists.references.contains(word)
            || (word == "." && lists.shortReferences.contains(lower(previous(phrase, 1))))
        {
            return true
        }
        // The number that is called for help in some lands.
        if phrase.isPlain, phrase.value == 911, lists.calls.contains(lower(next(phrase))) { return true }
        let at = root(phrase)
        let isModifier = labels[at] == .nummod
        let countsNext = isModifier && (tree.head(of: at).map { $0 > at } ?? false)
        if lexicon.has(lemma(before), in: .numbered), classes[before] != .verb {
            return !countsNext || isCapital(before)
        }
        if classes[before] == .propn, !countsNext, !lexicon.has(word, in: .symbols) {
            let after = next(phrase).map { classes[$0] } ?? .punct
            // A name, then a number, then no noun: the number closes the name ("Camp Oriel 3").
            return after != .noun && after != .adj && after != .sym && lower(next(phrase)) != "%"
        }
        // A noun that the parse hangs the number on from the right: "page 57", "phase two".
        return isModifier && tree.head(of: at) == before && classes[before] == .noun
    }
}
