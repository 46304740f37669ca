public import ChanceryCore

/// A relation that holds over time, as coding finds it; offsets are UTF-8 bytes of the document's text.
///
/// "Norway has an embassy in Lisbon." gives the subject Norway, the relation "has an embassy in", the concept
/// `has-mission` and the object Lisbon.
public struct StateFinding: Hashable, Sendable {
    /// Who or what stands in the relation.
    public var subject: [Mention]
    /// The relation in the text's words: "has an embassy in".
    public var relation: String
    /// The codebook's concept: `has-mission`, `member-of`, `holds-office`, …
    public var concept: String
    /// To whom or what; for a class or a stance the words themselves.
    public var object: [Mention]
    /// The token that fired the rule.
    public var trigger: Int
    /// Its bytes.
    public var triggerSpan: ByteSpan
    /// The bytes of the clause that tells it.
    public var clause: ByteSpan
    /// Whether the text says that it does not hold.
    public var negated: Bool
    /// Whether it is told as past ("was", "then", "former").
    public var isPast: Bool
    /// Whether the text says that it has ended ("no longer", "former").
    public var isEnded: Bool
    /// Whether it is told in passing, without a verb of its own: it holds when what the clause tells is done.
    public var isAside: Bool
    /// The tokens of a "since" phrase that tells when it began.
    public var since: Range<Int>?
    /// The id of the rule that fired.
    public var rule: String
    /// How far it is to be trusted; nil for what a rule tells.
    public var confidence: Double?

    /// Makes a finding from its parts.
    public init(
        subject: [Mention], relation: String, concept: String, object: [Mention], trigger: Int, triggerSpan: ByteSpan,
        clause: ByteSpan, negated: Bool = false, isPast: Bool = false, isEnded: Bool = false,
        isAside: Bool = false, since: Range<Int>? = nil, rule: String
    ) {
        self.subject = subject
        self.relation = relation
        self.concept = concept
        self.object = object
        self.trigger = trigger
        self.triggerSpan = triggerSpan
        self.clause = clause
        self.negated = negated
        self.isPast = isPast
        self.isEnded = isEnded
        self.isAside = isAside
        self.since = since
        self.rule = rule
    }
}
