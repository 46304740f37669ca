public import ChanceryCore

/// One source, cue and content found in a document; offsets are UTF-8 bytes.
public struct StatementFinding: Hashable, Sendable {
    /// How the text tells that something was said, thought or shown.
    public enum Standing: String, Hashable, Sendable {
        /// As having been said.
        case said
        /// The text does not tell if the words were uttered as it gives them: words of nobody in particular ("everybody
        /// says"), words given in effect, a voice that cannot have spoken so.
        case doubtful
        /// Still to come, or only meant: "will announce", "plans to say", "was urged to condemn".
        case prospective
        /// Only supposed or imagined: "might say", "if he says", "imagine X saying".
        case supposed
        /// Not said: "has not said", "refused to say".
        case negated
    }

    /// Whose the words are, as far as records go.
    public enum Teller: String, Hashable, Sendable {
        /// Somebody who can speak, or a medium, named or not: a person, a body of people, a report.
        case speaker
        /// A pronoun or a count ("he", "some") of which the text does not tell for whom it stands.
        case unresolved
        /// Those whose words these are already: the author's "I think", or a quoted speaker's. It adds no source.
        case own
        /// A thing that cannot speak.
        case mute
    }

    /// Its place among those with the same content.
    public enum Hand: Int, Hashable, Sendable {
        /// Whoever quotes the teller: before them in the chain.
        case quoter = -1
        /// Whoever tells it.
        case teller = 0
        /// Whom the teller cites: behind them in the chain.
        case cited = 1
    }

    /// Who says it: an entity, or else the noun phrase as it stands; nil where the text names nobody.
    public var source: Mention?
    /// The head token of who says it; of "who" in a relative clause, the noun it stands for.
    public var sourceHead: Int?
    /// The words that name the source beside the cue, perhaps a pronoun; of an interview turn, its label.
    public var sourceSpan: ByteSpan?
    /// The cue's own words ("said", "according to"); empty where layout is the cue.
    public var cue: String
    /// The tokens of `cue`, its head first.
    public var cueTokens: [Int]
    /// The bytes from the first to the last word of the cue.
    public var cueSpan: ByteSpan?
    /// The pieces of the content, in order, without the quotation marks around them.
    public var content: [ByteSpan]
    /// The tokens of each piece of the content.
    public var contentTokens: [Range<Int>]
    /// What sort of words the content is.
    public var kind: ContentKind
    /// The bytes from the first to the last of source, cue and content.
    public var hull: ByteSpan
    /// To whom it is said, where the text says so: "told the council", "in a letter to the minister".
    public var addressee: Mention?
    /// Through what it was said: a diary, a report, a newspaper, in the text's words.
    public var via: [String]
    /// What sort of saying or thinking it is.
    public var cueClass: CueClass
    /// Whether the author reports the content as established ("a study found"), not merely claimed.
    public var isEstablished: Bool
    /// The stance the saying takes itself: what its source denies it rejects, what others have told before it may confirm;
    /// nil for a mere claim.
    public var stance: Stance.Kind?
    /// How the text tells that it was said.
    public var standing: Standing
    /// Whether the content only names what is talked of, shown or known ("discussed the budget", "knows that").
    public var isTopic: Bool
    /// Of an interview's answer, the bytes of the question.
    public var question: ByteSpan?
    /// The token at which the saying is found that this one goes on with ("she added").
    public var goesOnWith: Int?
    /// Whose the words are, as far as records go.
    public var teller: Teller
    /// Whether some of the content's words, but not all, stand in quotation marks: `criticised Osk for "forcing" them`.
    public var quotesPartly: Bool
    /// Its place among those with the same content.
    public var hand: Hand
    /// The rule that found it.
    public var rule: StatementRule

    /// The bytes from the first to the last of the content.
    public var contentHull: ByteSpan {
        guard let first = content.first, let last = content.last else { return ByteSpan(hull.start, hull.start) }
        return first.union(last)
    }

    /// The token it is found at: its cue's first, or its content's where it has no cue.
    public var at: Int { cueTokens.first ?? contentTokens.first?.lowerBound ?? 0 }

    /// Whether the cue takes what its content tells as given: who praises or condemns an attack, an offer or a visit
    /// does not claim that there was one, and neither does who condemns or thanks somebody for one; who accuses somebody
    /// of an attack does.
    public var presupposes: Bool {
        (kind == .nounPhrase || rule.preposition == "for" && kind == .clause && !quotesPartly)
            && [.praise, .accuse, .describe, .show, .ask].contains(cueClass)
            && rule.preposition != "of" && rule.preposition != "with"
    }

    /// Whether the content rests on the source's word: in the chain of an event told in it, this source stands.
    public var attributes: Bool {
        guard cueClass.attributes, kind != .invented, !presupposes else { return false }
        return [.said, .doubtful, .prospective].contains(standing) && [.speaker, .unresolved].contains(teller)
    }

    /// Whether it is worth a record: somebody's words or thoughts, with a source or words that say it was said, told
    /// as having been said.
    ///
    /// Wishes, plans, refusals, taking sides, what seems, what documents show without words, remarks on one's own words,
    /// sayings that are negated or supposed, sayings of things that cannot speak, and nouns or verbs whose sayer the
    /// text passes over in silence ("criticism of the vote") are findings, but no statements.
    public var isStatement: Bool {
        guard cueClass.attributes, [.speaker, .unresolved].contains(teller), [.said, .doubtful].contains(standing)
        else {
            return false
        }
        if kind == .invented { return source != nil }
        if isTopic { return false }
        if teller == .unresolved, !kind.isQuoted { return false }
        if kind == .nounPhrase, contentTokens.reduce(0, { $0 + $1.count }) < 2 { return false }
        switch cueClass {
        case .show, .think: return kind != .nounPhrase && source != nil
        default: break
        }
        if source != nil || (sourceSpan != nil && kind.isQuoted) { return true }
        // Without a source the cue itself must tell that somebody said it: "it is reported that", "reportedly". Names
        // and views that nobody is said to have ("a tram called Osk", "seen as a failure") are no sayings.
        if cueClass == .ask, sourceSpan == nil { return false }
        if rule.construction == .passiveInfinitive { return cueClass == .say && addressee == nil }
        return rule.tellsSaying || (sourceSpan != nil && kind != .nounPhrase)
    }

    /// Whether the content holds the token.
    public func holds(_ token: Int) -> Bool { contentTokens.contains { $0.contains(token) } }

    /// Takes away whoever a pronoun was read as.
    mutating func loseSource() {
        source = nil
        if teller == .speaker { teller = .unresolved }
    }

    /// Names the source anew, where its words stand.
    mutating func takeSource(_ mention: Mention, at span: ByteSpan) {
        var mention = mention
        mention.from = mention.from ?? mention.span
        mention.span = span
        source = mention
        if teller == .unresolved { teller = .speaker }
    }
}
