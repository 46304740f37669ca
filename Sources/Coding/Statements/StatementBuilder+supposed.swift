import ChanceryCore
import SpacyPipeline

extension StatementBuilder {
    /// Whether a saying is only supposed or imagined: it is no statement of the one it is put into the mouth of.
    ///
    /// Told by a modal ("might say", "would have us believe that"), a condition or comparison ("if he says", "as though
    /// to say"), or a verb of imagining above it ("imagine X saying", "you can almost hear X say").
    func isSupposed(_ cue: Int) -> Bool {
        if hasModal(cue) || isConditional(cue) { return true }
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
        let isDirectly = parsed.children(of: cue).contains {
            tokens[$0].dep == "neg" || ["never", "not", "neither", "nor"].contains(forms[$0])
        }
        if isDirectly { return true }
        guard isVerb(cue), let above = parsed.head(of: cue) else { return false }
        switch tokens[cue].dep {
        case "xcomp": return lexicon.withholding.contains(lemma(above))
        case "pcomp": return parsed.head(of: above).map { lexicon.withholding.contains(lemma($0)) } ?? false
        default: return false
        }
    }

    private func hasSubject(_ verb: Int) -> Bool { parsed.child(of: verb, "nsubj", "nsubjpass") != nil }

    private func hasModal(_ verb: Int) -> Bool {
        parsed.children(of: verb, "aux").contains {
            ["would", "could", "might", "may", "should", "’d", "'d"].contains(forms[$0])
                && !(forms[$0].hasSuffix("d") && tokens[$0].tag != "MD")
        }
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
