import ChanceryCore

/// How the text tells that something was said, thought or shown: as it happened, in doubt, still to come, only supposed, or
/// not at all.
struct StandingReader: StatementStage {
    let context: StatementContext

    private var negations: NegationReader { NegationReader(context: context) }
    private var suppositions: SuppositionReader { SuppositionReader(context: context) }
    private var prospects: ProspectReader { ProspectReader(context: context) }
    private var doubts: DoubtReader { DoubtReader(context: context) }

    /// The standing of a statement; where several hold, the one that takes most away.
    func standing(of draft: StatementDraft) -> StatementFinding.Standing {
        if negations.isNegated(draft) { return .negated }
        if let cue = draft.cue.first, let standing = unsaid(cue) { return standing }
        return doubts.isDoubtful(draft) ? .doubtful : .said
    }

    /// Whether a verb's saying took place, whoever's it is.
    func isTold(_ verb: Int) -> Bool { !negations.isNegated(verb) && unsaid(verb) == nil }

    /// Whether the author puts words in quotation marks into somebody's mouth.
    func isInvented(_ draft: StatementDraft) -> Bool { doubts.isInvented(draft) }

    private func unsaid(_ cue: Int) -> StatementFinding.Standing? {
        if suppositions.isSupposed(cue) { return .supposed }
        return prospects.isProspective(cue) ? .prospective : nil
    }
}
