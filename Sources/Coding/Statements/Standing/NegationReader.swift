import ChanceryCore
import Grammar

/// Whether something was not said: "has not said", "refused to say", "no witness said".
struct NegationReader: StatementStage {
    let context: StatementContext

    /// Whether a statement's cue, its source or the subject of its passive says so.
    func isNegated(_ draft: StatementDraft) -> Bool {
        if let cue = draft.cue.first, isNegated(cue) || isOfNothing(cue) { return true }
        return speakers.isNobody(draft.source)
    }

    /// Whether something was not said: "has not said", "never said", "refused to say", "refrained from saying".
    func isNegated(_ cue: Int) -> Bool {
        if isDirectlyNegated(cue) { return true }
        guard isVerb(cue), let above = tree.head(of: cue) else { return false }
        switch labels[cue] {
        case .xcomp:
            // "has yet to say", "without having to say"
            if lemma(above) == "have", tree.children(of: above).contains(where: { forms[$0] == "yet" }) {
                return true
            }
            if lemma(above) == "have", labels[above] == .pcomp { return isNegated(above) }
            // "did not fail to say", "did not hesitate to say" come to a saying.
            let holdsBack = lexicon.withholding.contains(lemma(above))
            if isVerb(above), isDirectlyNegated(above) {
                return !holdsBack && !lists.notHoldingBack.contains(lemma(above))
            }
            return holdsBack
        case .advcl:
            // "did not need to meet anybody to determine it"
            return tags[cue] == .VB && isDirectlyNegated(top(of: above, through: [.xcomp]))
        case .pcomp:
            if lists.withoutSaying.contains(forms[above]) {
                let before = above > 0 ? forms[above - 1] : ""
                if forms[above] == "without" || lists.insteadOf.contains(before) {
                    return true
                }
            }
            return tree.head(of: above).map { lexicon.withholding.contains(lemma($0)) } ?? false
        default: return false
        }
    }

    private func isDirectlyNegated(_ verb: Int) -> Bool {
        // "neither confirmed nor denied"
        if labels[verb] == .conj, let above = tree.head(of: verb),
            tree.children(of: above, [.cc, .preconj]).contains(where: { forms[$0] == "nor" && $0 < verb })
        {
            return true
        }
        return isNegatedBeside(verb)
    }

    private func isNegatedBeside(_ verb: Int) -> Bool {
        tree.children(of: verb).contains {
            // "Said: “Never.”": what is said is no part of the saying.
            if quotationOfToken[$0] != quotationOfToken[verb] { return false }
            // "Not only said": did say.
            if $0 + 1 < tokens.count, lists.notOnly.contains(forms[$0 + 1]) { return false }
            return labels[$0] == .neg
                || lists.negators.contains(forms[$0])
                || (forms[$0] == "longer" && $0 > 0 && forms[$0 - 1] == "no")
        }
    }

    /// "None of it has been denied": a passive saying of nothing.
    private func isOfNothing(_ cue: Int) -> Bool {
        guard isVerb(cue), isPassive(cue), let subject = tree.child(of: cue, [.nsubjpass]) else { return false }
        return speakers.isNobody(StatementSource(head: subject)) || forms[subject] == "nothing"
    }
}
