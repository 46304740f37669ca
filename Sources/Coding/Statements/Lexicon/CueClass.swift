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
