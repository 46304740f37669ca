import ChanceryCore

/// A statement while it is being put together; everything counts tokens.
struct StatementDraft {
    var cue: [Int]
    var cueClass: CueClass
    var source: StatementSource?
    /// Whom layout says it is addressed to: of an answer, the one who asked.
    var hearer: StatementSource?
    var pieces: [Range<Int>]
    var form: Statement.Form = .indirect
    var via: [String] = []
    var finds = false
    var denies = false
    /// Whether the content only names what is talked of, shown or known ("discussed the budget").
    var isTopic = false
    var isNominal = false
    /// Whether the source is named beside the words, as who they are by.
    var isSigned = false
    /// Whether the author announces the words as a rendering of somebody's.
    var isRendered = false
    /// Of an interview's answer, the bytes of the question.
    var question: ByteSpan?
    /// Its place among those with the same content: below zero whoever quotes the teller, above it whom the teller cites.
    var standing = 0
    var rule: String

    /// Whether these are words in quotation marks that the text gives to nobody.
    var isUnnamed: Bool { cue.isEmpty && source == nil && form == .direct }
}
