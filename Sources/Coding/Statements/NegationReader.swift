import ChanceryCore
import SpacyPipeline

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
        guard isVerb(cue), let above = parsed.head(of: cue) else { return false }
        switch tokens[cue].dep {
        case "xcomp":
            // "has yet to say", "without having to say"
            if lemma(above) == "have", parsed.children(of: above).contains(where: { forms[$0] == "yet" }) {
                return true
            }
            if lemma(above) == "have", tokens[above].dep == "pcomp" { return isNegated(above) }
            // "did not fail to say", "did not hesitate to say" come to a saying.
            let holdsBack = lexicon.withholding.contains(lemma(above))
            if isVerb(above), isDirectlyNegated(above) {
                return !holdsBack && !["hesitate", "stop", "cease", "need", "help"].contains(lemma(above))
            }
            return holdsBack
        case "advcl":
            // "did not need to meet anybody to determine it"
            var at = above
            while tokens[at].dep == "xcomp", let governor = parsed.head(of: at) { at = governor }
            return tokens[cue].tag == "VB" && isDirectlyNegated(at)
        case "pcomp":
            if ["without", "instead", "of", "than"].contains(forms[above]) {
                let before = above > 0 ? forms[above - 1] : ""
                if forms[above] == "without" || before == "instead" || before == "short" || before == "rather" {
                    return true
                }
            }
            return parsed.head(of: above).map { lexicon.withholding.contains(lemma($0)) } ?? false
        default: return false
        }
    }

    private func isDirectlyNegated(_ verb: Int) -> Bool {
        // "neither confirmed nor denied"
        if tokens[verb].dep == "conj", let above = parsed.head(of: verb),
            parsed.children(of: above, "cc", "preconj").contains(where: { forms[$0] == "nor" && $0 < verb })
        {
            return true
        }
        return isNegatedBeside(verb)
    }

    private func isNegatedBeside(_ verb: Int) -> Bool {
        parsed.children(of: verb).contains {
            // "Said: “Never.”": what is said is no part of the saying.
            if quotationOfToken[$0] != quotationOfToken[verb] { return false }
            // "Not only said": did say.
            if $0 + 1 < tokens.count, ["only", "just", "merely"].contains(forms[$0 + 1]) { return false }
            return tokens[$0].dep == "neg"
                || ["never", "not", "neither", "nor", "hardly", "scarcely", "barely"].contains(forms[$0])
                || (forms[$0] == "longer" && $0 > 0 && forms[$0 - 1] == "no")
        }
    }

    /// "None of it has been denied": a passive saying of nothing.
    private func isOfNothing(_ cue: Int) -> Bool {
        guard isVerb(cue), isPassive(cue), let subject = parsed.child(of: cue, "nsubjpass") else {
            return false
        }
        return speakers.isNobody(StatementSource(head: subject)) || forms[subject] == "nothing"
    }
}
