import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads places in a row: "the 64th country in the world to join", "ranked 20th", "the third-largest exporter".
struct RankReader: FigureStage {
    let context: FigureContext

    func figure(_ phrase: NumberPhrase) -> FigureFinding? {
        guard !context.isTime[phrase.tokens.lowerBound],
            !NumberNameTest(context: context).isCapitalisedName(phrase)
        else { return nil }
        let at = root(phrase)
        let above = tree.head(of: at)
        if lists.ranking.contains(above.map { tokens[$0].lemma } ?? "")
            || lists.ranked.contains(lower(previous(phrase)))
        {
            guard labels[phrase.tokens.upperBound - 1] != .amod || above.map({ $0 < at }) ?? false else {
                return ordered(phrase)
            }
            return maker.figure(
                phrase, unit: "rank", of: nouns.subjectPhrase(of: at) ?? "", head: at, rule: .rankVerb)
        }
        return ordered(phrase)
    }

    /// A noun in a row: by a superlative, by what tells how long the row is, or because it is a place.
    private func ordered(_ phrase: NumberPhrase) -> FigureFinding? {
        let at = root(phrase)
        var after = phrase.tokens.upperBound
        if isDash(after) { after += 1 }
        guard after < tokens.count else { return nil }
        let isSuperlative = (tags[after] == .JJS || tags[after] == .RBS) && lower(after) != "least"
        guard let head = ([at] + tree.ancestors(of: at)).first(where: { $0 > at && isNoun($0) }), head - at <= 8
        else { return nil }
        let noun = lemma(head)
        guard !lexicon.has(noun, in: .ordinalNames), classes[head] == .noun || isSuperlative else { return nil }
        let isPlace = lexicon.has(noun, in: .places)
        if isPlace, lower(previous(phrase)) == "the" { return nil }
        guard isSuperlative || isInRow(head) || (isPlace && phrase.value < 1_000) else { return nil }
        // "the first" of a row is told of any novelty; it ranks parties only ("the first state to …").
        if phrase.value < 4, !isSuperlative, !isPlace {
            guard lexicon.people.contains(noun) || lists.rankedParties.contains(noun) else { return nil }
        }
        let of = isPlace ? nouns.subjectPhrase(of: at) ?? "" : nouns.words(nouns.phrase(head, from: after))
        return maker.figure(phrase, unit: "rank", of: of, head: head, rule: .rank)
    }

    /// Whether words after a noun tell of which row: "in the world", "to join".
    private func isInRow(_ head: Int) -> Bool {
        tree.children(of: head).contains { child in
            guard child > head else { return false }
            if labels[child] == .prep { return lists.rowPrepositions.contains(tokens[child].lemma) && isWide(child) }
            return tree.hasLabel(child, [.relcl, .acl, .advcl])
                && tree.firstChild(of: child) { tags[$0] == .TO } != nil
        }
    }

    private func isWide(_ preposition: Int) -> Bool {
        guard let object = tree.child(of: preposition, [.pobj]) else { return false }
        return lists.rows.contains(lemma(object)) || classes[object] == .propn
    }
}
