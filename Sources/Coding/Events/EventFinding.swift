public import ChanceryCore

/// An event as the codebook finds it in a parse, before dates, modality and attribution are read.
public struct EventFinding: Hashable, Sendable {
    /// The token that fired the rule.
    public var trigger: Int
    /// The number of the rule that fired, in its codebook: findings are handed from stage to stage, and rules are large.
    public var rule: Int
    /// That rule's id.
    public var ruleID: String
    /// What the rule yields.
    public var concept: Codebook.Concept
    /// Who did it.
    public var actors: [Mention]
    /// To whom.
    public var recipients: [Mention]
    /// Whether it is an act with each other: mutual by its nature, or done together.
    public var isReciprocal: Bool
    /// The tokens that met the rule's conditions.
    public var conditionTokens: [Int]
    /// Whether another act was found at the same trigger before: "relations and an embassy were established".
    public var isFurther = false
    /// How far it is to be trusted, from 0 to 1: the probability that type and parties are right; nil where nothing was weighed.
    public var confidence: Double?
    /// Whether it is told as fact, where that was read already.
    public var modality: Modality?
    /// Whether it is told because it is likely, and no rule tells it.
    public var isLikely = false
}
