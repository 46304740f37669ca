import ChanceryCore
import SpacyPipeline

extension StatementBuilder {
    /// Whether a saying is only supposed or imagined: it is no statement of the one it is put into the mouth of.
    ///
    /// Told by a modal ("might say", "would have us believe that"), a condition or comparison ("if he says", "as though
    /// to say"), or a verb of imagining above it ("imagine X saying", "you can almost hear X say").
    func isSupposed(_ cue: Int) -> Bool {
        if hasModal(cue) || isPossibility(cue) || isConditional(cue) { return true }
        var at = cue
        while ["xcomp", "ccomp", "pcomp", "advcl", "acl", "conj"].contains(tokens[at].dep),
            let above = parsed.head(of: at)
        {
            let label = tokens[at].dep
            if label == "advcl" {
                return isConditional(at)
            }
            if label == "xcomp" || label == "conj" && !hasSubject(at), isVerb(above), hasModal(above) { return true }
            if label == "ccomp" || label == "xcomp" || label == "pcomp" {
                if lexicon.imagining.contains(lemma(above)), !isPassive(above) { return true }
                if lemma(above) == "have", hasModal(above) { return true }
                if lemma(above) == "hear", parsed.children(of: above).contains(where: { tokens[$0].tag == "MD" }) {
                    return true
                }
            }
            if label == "ccomp", lemma(above) != "have" { return false }
            at = above
        }
        return false
    }

    /// Whether something was not said: "has not said", "never said", "refused to say", "refrained from saying".
    func isNegated(_ cue: Int) -> Bool {
        if isDirectlyNegated(cue) { return true }
        guard isVerb(cue), let above = parsed.head(of: cue) else { return false }
        switch tokens[cue].dep {
        case "xcomp":
            // "did not fail to say", "did not hesitate to say" come to a saying.
            let holdsBack = lexicon.withholding.contains(lemma(above))
            if isVerb(above), isDirectlyNegated(above) {
                return !holdsBack && !["hesitate", "stop", "cease", "need", "help"].contains(lemma(above))
            }
            return holdsBack
        case "pcomp":
            if ["without", "instead", "of", "than"].contains(forms[above]) {
                let before = above > 0 ? forms[above - 1] : ""
                if forms[above] == "without" || before == "instead" || before == "short" || before == "rather" { return true }
            }
            return parsed.head(of: above).map { lexicon.withholding.contains(lemma($0)) } ?? false
        default: return false
        }
    }

    private func isDirectlyNegated(_ verb: Int) -> Bool {
        parsed.children(of: verb).contains {
            tokens[$0].dep == "neg"
                || ["never", "not", "neither", "nor", "hardly", "scarcely", "barely"].contains(forms[$0])
        }
    }

    private func hasSubject(_ verb: Int) -> Bool { parsed.child(of: verb, "nsubj", "nsubjpass") != nil }

    private func hasModal(_ verb: Int) -> Bool {
        parsed.children(of: verb, "aux").contains {
            ["would", "could", "might", "may", "should", "must", "’d", "'d"].contains(forms[$0])
                && !(forms[$0].hasSuffix("d") && tokens[$0].tag != "MD")
        } && !looksBack(verb)
    }

    /// "Would later say": told from then, what did come.
    private func looksBack(_ verb: Int) -> Bool {
        parsed.children(of: verb, "aux").contains { forms[$0] == "would" }
            && parsed.children(of: verb, "advmod", "npadvmod").contains {
                ["later", "subsequently", "eventually", "afterwards", "afterward"].contains(forms[$0])
            }
    }

    /// "Can say", of others than those who speak: what can be said need not be.
    private func isPossibility(_ verb: Int) -> Bool {
        guard parsed.children(of: verb, "aux").contains(where: { ["can", "ca"].contains(forms[$0]) }) else { return false }
        if ["confirm", "reveal", "disclose", "announce", "report"].contains(lemma(verb)), !isPassive(verb) { return false }
        return !(subject(of: verb)?.head.map(isFirstPerson) ?? false)
    }

    /// "If", "whether", "unless", "as if", "as though", and "as if to say".
    private func isConditional(_ verb: Int) -> Bool {
        parsed.children(of: verb).contains { child in
            guard ["mark", "advmod"].contains(tokens[child].dep) else { return false }
            if ["if", "whether", "unless"].contains(forms[child]) { return tokens[child].dep == "mark" }
            return forms[child] == "though" && child > 0 && forms[child - 1] == "as"
        }
    }

    /// Whether the text does not tell if the words in quotation marks were uttered.
    ///
    /// Nobody hears a thought; what "everybody" or "you" say is made up or put together; "said in effect" announces
    /// that the words are the author's. Such statements are kept and told as hypothetical.
    func isDoubtful(_ draft: StatementDraft) -> Bool {
        guard draft.form == .direct, let cue = draft.cue.first else { return false }
        if draft.cueClass == .think, isVerb(cue), entry(ofVerb: cue)?.classes[.quotation] != nil,
            let first = draft.pieces.first?.lowerBound, forms[first] != "that"
        {
            return true
        }
        if let head = draft.source?.head, draft.source?.mention == nil, lexicon.anybody.contains(forms[head]),
            ["VBP", "VBZ", "VB"].contains(tokens[cue].tag)
        {
            return true
        }
        return isParaphrase(near: cue)
    }

    /// Whether words such as "in effect" stand by the cue, outside quotation marks.
    private func isParaphrase(near cue: Int) -> Bool {
        let sentence = parsed.sentences[parsed.sentence(of: cue)].tokens
        let window = max(sentence.lowerBound, cue - 6)..<min(sentence.upperBound, cue + 5)
        let outside = window.filter { quotationOfToken[$0] == nil }
        return outside.contains { index in
            lexicon.paraphrasing.contains { phrase in
                index + phrase.count <= tokens.count && zip(phrase, index...).allSatisfy { forms[$1] == $0 }
            }
        }
    }
}
