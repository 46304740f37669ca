import ChanceryCore

/// A statement while it is being put together; everything counts tokens.
struct StatementDraft {
    /// How the text gives words to whom they are of.
    enum Attribution {
        /// By a cue, by where they stand, or not at all.
        case cued
        /// By a name beside them.
        case signed
        /// By announcing them as the author's rendering.
        case rendered
    }

    var cue: [Int]
    var cueClass: CueClass
    var source: StatementSource?
    /// Whom layout says it is addressed to: of an answer, the one who asked.
    var hearer: StatementSource?
    var pieces: [Range<Int>]
    var kind: ContentKind = .clause
    var via: [String] = []
    var finds = false
    var denies = false
    /// Whether the content only names what is talked of, shown or known ("discussed the budget").
    var isTopic = false
    var attribution: Attribution = .cued
    /// Of an interview's answer, the bytes of the question.
    var question: ByteSpan?
    var hand: StatementFinding.Hand = .teller
    var rule: StatementRule

    /// Whether these are words in quotation marks that the text gives to nobody.
    var isUnnamed: Bool { cue.isEmpty && source == nil && kind == .quoted }
}

extension StatementDraft {
    /// Adds tokens to the content, joining pieces that touch.
    mutating func add(_ range: Range<Int>) {
        var joined: [Range<Int>] = []
        for piece in (pieces + [range]).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, piece.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, piece.upperBound)
            } else {
                joined.append(piece)
            }
        }
        pieces = joined
    }
}
