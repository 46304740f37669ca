import ChanceryCore
import SpacyPipeline

/// Reads numbers of votes: "143 in favour", "nine against", "voted 143 to nine".
struct VoteReader: FigureStage {
    let context: FigureContext

    /// "143 in favour", "nine against", where the sentence tells of a vote.
    func cast(_ phrase: NumberPhrase) -> FigureFinding? {
        let word = lower(next(phrase))
        let isFavour = word == "in" && lists.favour.contains(lower(next(phrase, 1)))
        guard isFavour || lexicon.has(word, in: .votes) else { return nil }
        guard isFavour || word.hasPrefix("abst") || sentence(of: phrase).tokens.contains(where: { isVote($0) }) else {
            return nil
        }
        return maker.figure(
            phrase, unit: "votes", of: word == "in" ? "in favour" : word, head: root(phrase), rule: .votes)
    }

    private func isVote(_ index: Int) -> Bool { lemma(index).hasPrefix("vot") }

    /// "voted 143 to nine": both numbers are votes.
    func tally(_ phrase: NumberPhrase) -> FigureFinding? {
        let isFirst = lower(previous(phrase)).hasPrefix("vote") && lower(next(phrase)) == "to"
        let isSecond =
            lower(previous(phrase)) == "to"
            && (previous(phrase, 1).map { lexicon.numbers.atom(tokens[$0].text) != nil } ?? false)
            && lower(previous(phrase, 2)).hasPrefix("vote")
        guard isFirst || isSecond else { return nil }
        return maker.figure(
            phrase, unit: "votes", of: isFirst ? "for" : "against", head: root(phrase), rule: .votes)
    }
}
