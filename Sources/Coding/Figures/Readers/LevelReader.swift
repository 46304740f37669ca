import ChanceryCore
import Grammar

/// Reads sizes of people: "the death toll rose to 41,000", "the population is about 2 million", "a crew of four".
struct LevelReader: FigureStage {
    let context: FigureContext

    func figure(_ phrase: NumberPhrase) -> FigureFinding? { collective(phrase) ?? level(phrase) }

    /// "a crew of four".
    private func collective(_ phrase: NumberPhrase) -> FigureFinding? {
        let start = qualifiers.qualifier(phrase).start
        guard start > 1, lower(start - 1) == "of", lexicon.has(lemma(start - 2), in: .collectives) else { return nil }
        let noun = start - 2
        return maker.figure(phrase, unit: "people", of: nouns.words(noun..<(noun + 1)), head: noun, rule: .level)
    }

    /// "the death toll rose to 41,000".
    private func level(_ phrase: NumberPhrase) -> FigureFinding? {
        let at = root(phrase)
        guard
            let subject = tree.children(of: parsed.clauseHead(of: at), [.nsubj]).first(where: {
                lexicon.has(lemma($0), in: .peopleLevels)
            }), subject < phrase.tokens.lowerBound,
            tree.hasLabel(at, [.attr, .pobj, .dobj, .acomp, .npadvmod])
        else { return nil }
        let isBare = next(phrase).map { !isNoun($0) && classes[$0] != .adj && classes[$0] != .sym } ?? true
        guard isBare else { return nil }
        return maker.figure(
            phrase, unit: "people", of: nouns.words(nouns.phrase(subject)), head: subject, rule: .level)
    }
}
