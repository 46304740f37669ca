import ChanceryCore
import Grammar
import SpacyPipeline

/// Whether a saying is only supposed, imagined, compared to, or asked for.
struct SuppositionReader: StatementStage {
    let context: StatementContext

    /// Whether a saying is only supposed or imagined: it is no statement of the one it is put into the mouth of.
    ///
    /// Told by a modal ("might say", "would have us believe that"), a condition or comparison ("if he says", "as though
    /// to say"), or a verb of imagining above it ("imagine X saying", "you can almost hear X say").
    func isSupposed(_ cue: Int) -> Bool {
        if hasModal(cue) || isPossibility(cue) || isConditional(cue) || isLikened(cue) || isAsked(cue) || isOfAny(cue) {
            return true
        }
        // "He could win it by telling them that …"
        if labels[cue] == .pcomp, let link = tree.head(of: cue), forms[link] == "by",
            let above = tree.head(of: link), isVerb(above), hasModal(above)
        {
            return true
        }
        if isThought(cue), isGuessed(cue) { return true }
        var at = cue
        while [.xcomp, .ccomp, .pcomp, .advcl, .acl, .conj].contains(labels[at]),
            let above = tree.head(of: at)
        {
            let label = labels[at]
            if label == .advcl {
                return isConditional(at)
            }
            if label == .xcomp || label == .conj && !hasSubject(at), isVerb(above),
                hasModal(above) || isPossibility(above)
            {
                return true
            }
            if label == .ccomp || label == .xcomp || label == .pcomp {
                if lexicon.imagining.contains(lemma(above)), !isPassive(above) { return true }
                if lemma(above) == "have", hasModal(above) { return true }
                // What somebody seems to think is the author's guess.
                if label == .xcomp, isSeeming(above), isThought(cue) { return true }
                if lemma(above) == "hear", tree.children(of: above).contains(where: { tags[$0] == .MD }) {
                    return true
                }
            }
            if label == .ccomp, lemma(above) != "have" { return false }
            at = above
        }
        return false
    }

    /// Whether direct speech is only compared to or imagined: "as if to say", "might as well have said", "imagine X saying".
    func isImagined(_ cue: Int) -> Bool {
        if isLikened(cue) { return true }
        if hasModal(cue) {
            return tree.children(of: cue, [.aux]).contains { lemma($0) == "have" }
                || hasChild(cue, [.advmod], "well")
        }
        return tree.ancestors(of: cue).prefix(3).contains { lexicon.imagining.contains(lemma($0)) && isVerb($0) }
    }

    /// Whether an adverb says that the author only guesses: "apparently believes", "supposedly said".
    func isGuessed(_ cue: Int) -> Bool {
        hasChild(cue, [.advmod], in: lexicon.guessing)
    }

    func isSeeming(_ verb: Int) -> Bool { lists.seeming.contains(lemma(verb)) }

    /// "Assuming that …, she might": nobody's assumption; "Did he say that …?", "Who says that …?": a question whether it
    /// was said.
    private func isAsked(_ cue: Int) -> Bool {
        guard isVerb(cue) else { return false }
        if tags[cue] == .VBG, lists.assuming.contains(lemma(cue)),
            labels[cue] == .advcl || labels[cue] == .prep, tree.child(of: cue, [.aux, .nsubj]) == nil
        {
            return true
        }
        guard labels[cue] == .root || labels[cue] == .ccomp && (tree.head(of: cue) ?? cue) > cue,
            let subject = tree.child(of: cue, [.nsubj, .nsubjpass]), subject < cue
        else { return false }
        let sentence = sentence(around: cue)
        let end = sentence.last { !isQuotationMark($0) && classes[$0] != .space }
        guard let end, tokens[end].text == "?", quotationOfToken[end] == quotationOfToken[cue] else { return false }
        if forms[subject] == "who" { return true }
        guard let auxiliary = tree.children(of: cue, [.aux]).first, auxiliary < subject else { return false }
        let below = tree.children(of: cue).filter { $0 < auxiliary }
        return !below.contains { [.WRB, .WP, .WDT].contains(tags[$0]) }
    }

    /// "Any candidate who says so": nobody who did.
    private func isOfAny(_ cue: Int) -> Bool {
        guard isVerb(cue), let head = sources.subject(of: cue)?.head else { return false }
        return lists.anyone.contains(forms[head]) && tags[cue] != .VBD
            || hasChild(head, [.det], "any")
    }

    /// "As though to say", "as if saying", where the parser loses what the words belong to.
    private func isLikened(_ cue: Int) -> Bool {
        guard [.VB, .VBG].contains(tags[cue]) else { return false }
        return (max(0, cue - 3)..<cue).contains {
            forms[$0] == "as" && $0 + 1 < cue && lists.likening.contains(forms[$0 + 1])
        }
    }

    private func isThought(_ cue: Int) -> Bool {
        guard isVerb(cue), let entry = entry(ofVerb: cue) else { return false }
        return (entry.classes[.clause] ?? entry.classes[.infinitive] ?? entry.classes[.object]) == .think
    }

    private func hasSubject(_ verb: Int) -> Bool { tree.child(of: verb, [.nsubj, .nsubjpass]) != nil }

    private func hasModal(_ verb: Int) -> Bool {
        tree.children(of: verb, [.aux]).contains {
            lists.modals.contains(forms[$0])
                && !(forms[$0].hasSuffix("d") && tags[$0] != .MD)
        } && !looksBack(verb)
    }

    /// "Would later say": told from then, what did come.
    private func looksBack(_ verb: Int) -> Bool {
        hasChild(verb, [.aux], "would") && hasChild(verb, [.advmod, .npadvmod], in: lists.lookingBack)
    }

    /// "Can say", of others than those who speak: what can be said need not be.
    private func isPossibility(_ verb: Int) -> Bool {
        guard hasChild(verb, [.aux], in: lists.possibility) else { return false }
        if lists.disclosing.contains(lemma(verb)), !isPassive(verb) { return false }
        return !(sources.subject(of: verb)?.head.map(speakers.isFirstPerson) ?? false)
    }

    /// "If", "whether", "unless", "as if", "as though", and "as if to say".
    private func isConditional(_ verb: Int) -> Bool {
        tree.children(of: verb).contains { child in
            guard [.mark, .advmod].contains(labels[child]) else { return false }
            if lists.conditions.contains(forms[child]) { return labels[child] == .mark }
            return forms[child] == "though" && child > 0 && forms[child - 1] == "as"
        }
    }
}
