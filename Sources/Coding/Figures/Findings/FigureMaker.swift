import ChanceryCore

/// Makes findings of what the readers have read, with their evidence.
struct FigureMaker: FigureStage {
    let context: FigureContext

    /// Makes the finding.
    ///
    /// - Parameter head: the token of what is counted, or of the number itself.
    func figure(_ phrase: NumberPhrase, unit: String, of: String, head: Int, rule: FigureRule) -> FigureFinding {
        let clause = parsed.clauseSpan(of: root(phrase)).union(parsed.span(phrase.tokens))
        return FigureFinding(
            value: phrase.value, unit: unit, of: of, qualifier: qualifiers.qualifier(phrase).value, low: phrase.low,
            high: phrase.high, number: phrase.span, clause: clause, head: head, numberTokens: phrase.tokens,
            rule: rule.rawValue)
    }
}
