public import ChanceryCore

/// What sort of saying or thinking a cue stands for.
public enum CueClass: String, Hashable, Sendable, CaseIterable {
    /// Neutral reporting: said, according to, the claim that.
    case say
    /// A question.
    case ask
    /// A promise, a threat, an offer.
    case promise
    /// A demand, a request, advice.
    case demand
    /// An accusation or criticism.
    case accuse
    /// Praise, thanks, support, apology.
    case praise
    /// A denial, a rejection.
    case deny
    /// A refusal to act.
    case refuse
    /// Taking sides for or against something.
    case side
    /// A name or characterisation given to something.
    case describe
    /// A thought, belief or feeling.
    case think
    /// A hope, wish, plan or intention.
    case want
    /// What a document, a study or an event shows.
    case show
    /// How something seems, without saying to whom.
    case seem

    /// Whether something was uttered or written, rather than thought, wanted, shown or seeming.
    public var isSpeech: Bool {
        switch self {
        case .say, .ask, .promise, .demand, .accuse, .praise, .deny, .describe: true
        case .think, .want, .show, .seem, .refuse, .side: false
        }
    }

    /// Whether what is told under the cue rests on its source's word: speech, thought and what a document shows, but
    /// not intentions (those are plans), refusals, taking sides, or how things seem.
    public var attributes: Bool { ![.want, .seem, .refuse, .side].contains(self) }
}

/// One source, cue and content found in a document; offsets are UTF-8 bytes.
public struct StatementFinding: Hashable, Sendable {
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
    /// Whether the words themselves are given.
    public var form: Statement.Form
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
    /// Whether the source confirms or admits the content, which others have told before.
    public var confirms: Bool
    /// Whether the content is what the source denies.
    public var isDenial: Bool
    /// Whether the saying itself is negated ("has not said").
    public var isNegated: Bool
    /// Whether the saying is only supposed or imagined ("might say", "if he says", "imagine X saying").
    public var isSupposed: Bool
    /// Whether the saying is still to come or only meant ("will announce", "plans to say", "was urged to condemn").
    public var isProspective: Bool
    /// Whether the content only names what is talked of, shown or known ("discussed the budget", "knows that").
    public var isTopic: Bool
    /// Whether the text does not tell if these words were uttered: thoughts in quotation marks, words of nobody in
    /// particular ("everybody says"), words given in effect.
    public var isDoubtful: Bool
    /// Whether the source is somebody who can speak, or a medium: a name, a person, a body of people, a report. Of a
    /// finding without a source it is true.
    public var sourceCanSpeak: Bool
    /// Whether a pronoun or a count ("he", "some") stands for the source and the text does not tell for whom.
    public var isUnresolved: Bool
    /// Whether those whose words these are speak of their own saying or thinking: the author's "I think", or a quoted
    /// speaker's. It adds no source to what they say already.
    public var isOwn: Bool
    /// Whether the content is a noun phrase without quotation ("praised the treaty"), rather than a clause or words.
    public var isNominal: Bool
    /// The heads of noun phrases in the content that name parties.
    public var aboutHeads: [Int]
    /// Its place among those with the same content: whoever quotes others stands above zero's tellers (below zero), whoever
    /// is cited stands behind them (above zero).
    public var standing: Int
    /// The id of the rule that found it.
    public var rule: String

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
        (isNominal || rule.hasSuffix("-for")) && form == .indirect
            && [.praise, .accuse, .describe, .show, .ask].contains(cueClass)
            && !rule.hasSuffix("-of") && !rule.hasSuffix("-with")
    }

    /// Whether the content rests on the source's word: in the chain of an event told in it, this source stands.
    public var attributes: Bool {
        cueClass.attributes && sourceCanSpeak && !isNegated && !isSupposed && !isOwn && !presupposes
    }

    /// Whether it is worth a record: somebody's words or thoughts, with a source or words that say it was said, told
    /// as having been said.
    ///
    /// Wishes, plans, refusals, taking sides, what seems, what documents show without words, remarks on one's own words,
    /// sayings that are negated or supposed, sayings of things that cannot speak, and nouns or verbs whose sayer the
    /// text passes over in silence ("criticism of the vote") are findings, but no statements.
    public var isStatement: Bool {
        guard cueClass.attributes, sourceCanSpeak, !isNegated, !isSupposed, !isProspective, !isTopic, !isOwn else {
            return false
        }
        if isUnresolved, form == .indirect { return false }
        if isNominal, contentTokens.reduce(0, { $0 + $1.count }) < 2 { return false }
        switch cueClass {
        case .show, .think: return !isNominal && source != nil
        default: break
        }
        if source != nil || (sourceSpan != nil && form == .direct) { return true }
        // Without a source the cue itself must tell that somebody said it: "it is reported that", "reportedly". Names
        // and views that nobody is said to have ("a tram called Osk", "seen as a failure") are no sayings.
        if cueClass == .ask, sourceSpan == nil { return false }
        if rule == "verb-passive-infinitive" { return cueClass == .say && addressee == nil }
        return ["verb-passive-clause", "verb-passive-of", "adverb", "phrase"].contains {
            rule.hasPrefix($0)
        }
            || (sourceSpan != nil && !isNominal)
    }

    /// Whether the content holds the token.
    public func holds(_ token: Int) -> Bool { contentTokens.contains { $0.contains(token) } }
}
