import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads sums of money: "$5 million", "20 million euros".
struct MoneyReader: FigureStage {
    let context: FigureContext

    func figure(_ phrase: NumberPhrase) -> FigureFinding? {
        if let sign = previous(phrase), lexicon.has(lower(sign), in: .symbols) {
            let phrase = inMillions(phrase)
            let of = nouns.ofPhrase(below: Array(phrase.tokens) + [sign]) ?? modified(phrase) ?? purpose(phrase) ?? ""
            return maker.figure(phrase, unit: tokens[sign].text, of: of, head: sign, rule: .money)
        }
        for distance in 0...2 {
            guard let at = next(phrase, distance) else { return nil }
            if lexicon.has(lemma(at), in: .money) || lexicon.has(lower(at), in: .money) {
                // "30 pounds of rice" weighs, and is a measure all the same: the unit is the text's own word.
                let of = nouns.ofPhrase(below: [at]) ?? ""
                let unit = parsed.text(parsed.span(phrase.tokens.upperBound..<(at + 1)))
                return maker.figure(phrase, unit: unit, of: of, head: at, rule: .money)
            }
            guard classes[at] == .adj || classes[at] == .propn else { return nil }
        }
        return nil
    }

    /// "$5m" is five million.
    private func inMillions(_ phrase: NumberPhrase) -> NumberPhrase {
        guard let after = next(phrase), isGlued(after), lists.millions.contains(lower(after)) else { return phrase }
        var phrase = phrase
        phrase.value *= 1_000_000
        phrase.tokens = phrase.tokens.lowerBound..<(after + 1)
        // The sign belongs to it: without it "5m" may be metres.
        phrase.span = ByteSpan(
            previous(phrase).map { tokens[$0].start } ?? phrase.span.start, tokens[after].start + 1)
        return phrase
    }

    /// "$5 million aid package": what the sum modifies.
    private func modified(_ phrase: NumberPhrase) -> String? {
        guard let after = next(phrase), classes[after] == .noun || classes[after] == .adj,
            let head = tree.head(of: root(phrase)), head >= after, classes[head] == .noun
        else { return nil }
        return nouns.words(nouns.phrase(head, from: after))
    }

    /// "$5 million in aid": what the sum is given as.
    private func purpose(_ phrase: NumberPhrase) -> String? {
        guard lower(next(phrase)) == "in", let noun = next(phrase, 1), let preposition = next(phrase),
            let object = tree.child(of: preposition, [.pobj]), classes[object] == .noun, classes[noun] != .det,
            tree.child(of: object, [.poss]) == nil, !lexicon.has(tokens[object].lemma, in: .time),
            !lexicon.has(lemma(object), in: .noPurpose)
        else { return nil }
        return nouns.words(nouns.phrase(object))
    }
}
