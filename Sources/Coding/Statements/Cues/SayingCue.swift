import ChanceryCore

/// Words that say that something is said, thought or shown, with whose it is and where to read what.
struct SayingCue {
    /// Where what is said stands.
    enum Complement {
        /// At the head of a clause or phrase; with the object that the parser hung on the cue, if it belongs to it.
        case phrase(Int, from: Int? = nil)
        /// The same, after the subject of a passive: "X is said to …".
        case afterSubject(Int?, Int)
        /// The subject of a passive alone: "the plan was praised by X".
        case subject(Int)
        /// Words in quotation marks.
        case quotation(Quotation)
        /// A range of words, apart from the source's.
        case words(Range<Int>)
        /// A range of words, apart from the cue's own.
        case beside(Range<Int>, cue: Range<Int>)
        /// The clause a cue is set into, with what the cue cuts off.
        case around(Range<Int>)
    }

    /// The tokens, the head first.
    var tokens: [Int]
    var cueClass: CueClass
    var source: StatementSource?
    var complement: Complement
    var kind: ContentKind = .clause
    var via: [String] = []
    /// Whether its findings can be established.
    var finds = false
    /// Whether what it tells is denied.
    var denies = false
    /// Whether it only names what is talked of, shown or known.
    var isTopic = false
    var rule: StatementRule

    var head: Int { tokens.first ?? 0 }

    /// Whether what seems so is the subject: of "seems to work", what works.
    var tellsOfSubject: Bool {
        cueClass == .seem
            && [.verbGerund, .verbInfinitive, .verbName, .verbNameAs, .verbPhrase].contains(rule.construction)
    }
}
