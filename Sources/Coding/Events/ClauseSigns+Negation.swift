import ChanceryCore
import Grammar
import SpacyPipeline

/// What is told not to have happened: by a negation in the clause or in the words it shares with another.
extension ClauseSigns {
    /// Whether a verb's clause says that it did not come about.
    ///
    /// A negation that a limit of time follows tells when it did: "did not recognise Osk until 1922".
    func isNegated(_ verb: Int) -> Bool {
        if isCounted(verb) { return false }
        return isNegatedBeside(verb) || isJoinedByNor(verb) || isDoneByNobody(verb)
    }

    /// "Nearly invaded", "was almost attacked", "all but broke off ties".
    func isNearlyDone(_ verb: Int) -> Bool {
        parsed.tree.hasChild(of: verb, [.advmod]) {
            cues.holds("near-miss", parsed.lowerTexts[$0]) && $0 < verb && !isCounted(verb)
        }
    }

    /// "Did not attack Osk until 1922", "no relations were established until 1922": it did, and then. "Will not", "has not … until
    /// now" say nothing of the kind.
    private func isCounted(_ verb: Int) -> Bool {
        let isDenied = parsed.tree.child(of: verb, [.neg]).map { parsed.lowerTexts[$0] != "never" }
        guard isPast(verb),
            isDenied ?? parsed.tree.hasChild(of: verb, [.nsubjpass, .dobj], where: { isNobody($0) }),
            !parsed.tree.hasChild(
                of: verb, [.aux],
                where: {
                    cues.holds("perfect-auxiliary", parsed.lowerTexts[$0])
                })
        else { return false }
        return parsed.tree.hasChild(of: verb, [.prep, .advcl]) { child in
            let mark = parsed.tree.labels[child] == .prep ? child : parsed.tree.child(of: child, [.mark]) ?? child
            guard mark > verb, cues.holds("limit", parsed.lowerTexts[mark]) else { return false }
            // "Until now", "until today" leave it open.
            return !parsed.tree.hasChild(of: mark, [.pobj, .pcomp, .advmod]) {
                cues.holds("present", parsed.lowerTexts[$0])
            }
        }
    }

    private func isNegatedBeside(_ verb: Int) -> Bool {
        if parsed.tree.hasChild(of: verb, [.neg], where: { !isOnly($0) }) { return true }
        for child in parsed.tree.children(of: verb, [.advmod, .preconj, .cc]) where child < verb {
            let word = parsed.lowerTexts[child]
            // "Not only did Osk", "neither closed nor sold", "nor did it close"
            if cues.holds("negative-adverb", word), !isOnly(child) { return true }
            // "could no longer defend"
            if cues.holds("lapse", word),
                parsed.children(of: child).contains(where: { parsed.lowerTexts[$0] == "no" })
            {
                return true
            }
        }
        return parsed.tree.hasChild(of: verb, [.nsubj, .nsubjpass, .dobj]) { isNobody($0) }
            || parsed.tree.hasChild(of: verb, [.agent]) { by in
                parsed.tree.hasChild(of: by, [.pobj]) { isNobody($0) }
            }
    }

    /// Whether a noun phrase names nobody: "no state", "none of them", "neither Osk nor Tarn".
    private func isNobody(_ noun: Int) -> Bool {
        if cues.holds("negative-word", parsed.lowerTexts[noun]) { return true }
        return parsed.tree.hasChild(of: noun, [.det, .nummod, .amod, .preconj, .cc]) {
            $0 < noun && cues.holds("negative-determiner", parsed.lowerTexts[$0])
        }
    }

    /// "Neither closed its border nor sold arms": the second verb of two that "nor" joins.
    private func isJoinedByNor(_ verb: Int) -> Bool {
        guard parsed.tree.labels[verb] == .conj, let head = parsed.head(of: verb), roles.isVerb(head) else {
            return false
        }
        return parsed.tree.hasChild(of: head, [.cc, .preconj]) {
            $0 > head && $0 < verb && parsed.lowerTexts[$0] == "nor"
        }
    }

    /// A second verb of a subject that is nobody: "no state attacked or invaded Osk".
    private func isDoneByNobody(_ verb: Int) -> Bool {
        guard parsed.tree.labels[verb] == .conj, parsed.tree.child(of: verb, [.nsubj, .nsubjpass]) == nil,
            let head = parsed.head(of: verb), roles.isVerb(head)
        else { return false }
        return parsed.tree.hasChild(of: head, [.nsubj, .nsubjpass]) { isNobody($0) }
    }

    /// "Not only": it did, and more.
    private func isOnly(_ word: Int) -> Bool {
        word + 1 < parsed.tokens.count && cues.holds("merely", parsed.lowerTexts[word + 1])
    }

    /// Whether a noun is set against the one it is joined to: "not an attack but a raid".
    func isContrasted(_ second: Int, with first: Int) -> Bool {
        parsed.tree.hasChild(of: first, [.cc]) { $0 > first && $0 < second && parsed.lowerTexts[$0] == "but" }
    }

    /// Whether two participles share what stands before the first: "has not signed or ratified".
    func sharesAuxiliary(_ second: Int, _ first: Int) -> Bool {
        parsed.tree.child(of: second, [.nsubj, .nsubjpass, .aux, .auxpass, .neg]) == nil
            && parsed.tree.child(of: first, [.aux, .auxpass]) != nil
            && !parsed.tree.hasChild(of: first, [.cc]) { parsed.lowerTexts[$0] == "but" }
    }
}
