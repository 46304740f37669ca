import ChanceryCore

/// What says whose a quotation or a block of words is: a cue beside it, a name, or where it stands.
struct QuotationCue {
    /// The tokens of a cue, its head first; empty where a name or the layout says it.
    var tokens: [Int] = []
    var cueClass: CueClass = .say
    var source: StatementSource?
    var finds = false
    var attribution: StatementDraft.Attribution = .cued
    var rule: StatementRule

    /// The words as a statement.
    func draft(_ pieces: [Range<Int>]) -> StatementDraft {
        StatementDraft(
            cue: tokens, cueClass: cueClass, source: source, pieces: pieces, kind: .quoted, finds: finds,
            attribution: attribution, rule: rule)
    }
}
