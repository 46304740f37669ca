import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads numbers of a whole that is named: "thirty of whom", "nine of the hostages".
struct PartitiveReader: FigureStage {
    let context: FigureContext

    func figure(_ phrase: NumberPhrase) -> FigureFinding? {
        guard phrase.value > 2, !phrase.isYearLike, let of = next(phrase), lower(of) == "of",
            let object = tree.child(of: of, [.pobj]), object - of <= 8
        else { return nil }
        var head = object
        if lists.relatives.contains(lower(object)) {
            guard let earlier = antecedent(of: phrase) else { return nil }
            head = earlier
        }
        guard !lexicon.has(tokens[head].lemma, in: .vague) else { return nil }
        let isPeople = people.isPeople(head)
        guard tags[head].endsAsPlural || isPeople else { return nil }
        return maker.figure(
            phrase, unit: isPeople ? "people" : nouns.unit(head), of: nouns.words(nouns.phrase(head)), head: head,
            rule: .partitive)
    }

    /// The plural noun before the number that "of whom" goes back to.
    private func antecedent(of phrase: NumberPhrase) -> Int? {
        for above in tree.ancestors(of: root(phrase)) where labels[above] == .relcl {
            if let head = tree.head(of: above), head < phrase.tokens.lowerBound, tags[head].endsAsPlural {
                return head
            }
        }
        let start = sentence(of: phrase).tokens.lowerBound
        return (start..<phrase.tokens.lowerBound).reversed().first { tags[$0] == .NNS || tags[$0] == .NNPS }
    }
}
