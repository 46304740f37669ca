import ChanceryCore
import Chronology
import Grammar

/// Chooses among what the expressions say of one word, and tells whether an expression fits a verb.
struct AnchorChooser: AnchoredDateStage {
    let context: DateContext

    /// The best of what the expressions say of a token: its own before what it shares, the nearer before the farther.
    func best(at token: Int, allowWeak: Bool = false, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        let all = anchors[token].filter { isFit($0) && (allowWeak || $0.way != .weak) }
        if all.count < 2 { return all.first }
        return all.min { a, b in
            (a.way.rawValue, a.relation == .during ? 0 : 1, distance(a, token))
                < (b.way.rawValue, b.relation == .during ? 0 : 1, distance(b, token))
        }
    }

    private func distance(_ anchor: DateAnchor, _ token: Int) -> Int {
        let tokens = timex(anchor.index).tokens
        return tokens.lowerBound > token ? tokens.lowerBound - token : token - tokens.upperBound + 1
    }

    /// Whether an expression fits the tense: "has condemned" is no act of 1968 or of last May, and "talks on Monday
    /// with rebels who oppose it" tells nothing of opposing on Monday.
    func canTell(_ anchor: DateAnchor, at verb: Int) -> Bool {
        let time = clauses.time(of: verb)
        let timex = timex(anchor.index)
        switch time {
        case .present:
            if labels[verb] == .relcl, timex.edtf?.precision == .day { return false }
            if anchor.way == .shared { return false }
        case .past, .pastPerfect, .perfect:
            // What is told as past lies before the text.
            if let published = facts.published, let first = timex.date?.bounds.first, published < first { return false }
        default: break
        }
        guard time == .perfect, anchor.relation == .during, let edtf = timex.edtf, edtf.precision != .interval else {
            return true
        }
        // "has accused it this year", "has met him twice since": a time that lasts still.
        return !timex.isComplete && forms[timex.tokens.lowerBound] != "last"
    }
}
