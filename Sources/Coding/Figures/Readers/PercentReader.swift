import ChanceryCore
import SpacyPipeline

/// Reads percentages: "10%", "79 per cent of the votes", "3 percentage points".
struct PercentReader: FigureStage {
    let context: FigureContext

    func figure(_ phrase: NumberPhrase) -> FigureFinding? {
        guard let sign = next(phrase) else { return nil }
        var last = sign
        var unit = "percent"
        switch lower(sign) {
        case "per":
            guard let cent = next(phrase, 1), lower(cent) == "cent" else { return nil }
            last = cent
        case "percentage":
            guard let point = next(phrase, 1), tokens[point].lemma == "point" else { return nil }
            unit = "percentage points"
            last = point
        default:
            guard lists.percent.contains(lower(sign)) else { return nil }
        }
        let of = nouns.ofPhrase(below: [sign, last] + phrase.tokens) ?? changing(root(phrase)) ?? ""
        return maker.figure(phrase, unit: unit, of: of, head: last, rule: .percent)
    }

    /// "exports grew by 8%": the percentage is of the subject, if the verb tells of its size.
    private func changing(_ index: Int) -> String? {
        lexicon.has(lemma(parsed.clauseHead(of: index)), in: .changeVerbs) ? nouns.subjectPhrase(of: index) : nil
    }
}
