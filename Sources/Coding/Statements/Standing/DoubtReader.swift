import ChanceryCore
import Grammar
import SpacyPipeline

/// Whether words that are given as somebody's were uttered as they are given.
struct DoubtReader: StatementStage {
    let context: StatementContext

    private var suppositions: SuppositionReader { SuppositionReader(context: context) }

    /// Whether the text does not tell if words were uttered as it gives them.
    ///
    /// Nobody hears a thought; what "everybody" says is made up or put together; "in effect" and "actually says" announce
    /// that the words are the author's; a state, a crowd or a thing does not speak in one voice, less so in questions and
    /// cries. Such statements are kept, and told as hypothetical. A medium, a date or a hearer beside the cue speaks for a
    /// real occasion.
    func isDoubtful(_ draft: StatementDraft) -> Bool {
        isRewritten(draft) || draft.kind == .quoted && isUnlikelyVoice(draft)
    }

    /// Whether the author puts words in quotation marks into somebody's mouth: announced as a rendering, thought, guessed, or
    /// compared to ("as if to say: “…”", "might as well have said: “…”").
    func isInvented(_ draft: StatementDraft) -> Bool {
        guard draft.kind == .quoted else { return false }
        if draft.attribution == .rendered || isRewritten(draft) { return true }
        return draft.cue.first.map { isVerb($0) && suppositions.isImagined($0) } ?? false
    }

    private func isRewritten(_ draft: StatementDraft) -> Bool {
        let cue = draft.cue.first
        if let cue, isVerb(cue) {
            if suppositions.isGuessed(cue) { return true }
            if labels[cue] == .xcomp, let above = tree.head(of: cue), suppositions.isSeeming(above) {
                return true
            }
            if renderings.isHearsay(in: parsed.sentence(of: cue), besides: draft) { return true }
        }
        // "Is effectively saying that …"
        if let cue, isVerb(cue),
            tree.children(of: cue, [.advmod]).contains(where: { lexicon.paraphrasing.contains([forms[$0]]) })
        {
            return true
        }
        guard draft.kind == .quoted else { return false }
        if let cue {
            if draft.cueClass == .think, isVerb(cue), entry(ofVerb: cue)?.classes[.quotation] != nil,
                let first = draft.pieces.first?.lowerBound, forms[first] != "that"
            {
                return true
            }
            if let head = draft.source?.head, draft.source?.mention == nil, lexicon.anybody.contains(forms[head]),
                isPresent(cue)
            {
                return true
            }
            if renderings.isParaphrase(near: cue) || isRendering(cue) { return true }
        }
        return draft.attribution == .rendered
    }

    /// "Actually says", "is really saying": of somebody's words, what the author takes them to mean.
    private func isRendering(_ cue: Int) -> Bool {
        guard isVerb(cue) else { return false }
        if lemma(cue) == "mean" { return true }
        return isPresent(cue) && hasChild(cue, [.advmod], in: lists.rendering)
    }

    private func isPresent(_ verb: Int) -> Bool {
        if [.VBP, .VBZ, .VB].contains(tags[verb]) { return true }
        return tags[verb] == .VBG && hasChild(verb, [.aux], in: lists.present)
    }

    /// Whether those who are said to speak cannot well have spoken these words together, or in the first person.
    private func isUnlikelyVoice(_ draft: StatementDraft) -> Bool {
        guard let source = draft.source, source.mention == nil, let head = source.head, classes[head] != .pron,
            let mention = names.mention(of: source)
        else { return false }
        let cue = draft.cue.first
        let isCry = draft.pieces.contains { piece in
            (piece.lowerBound..<min(piece.upperBound + 2, tokens.count)).contains {
                ["!", "?"].contains(tokens[$0].text) && isWithin($0, piece)
            }
        }
        let isMedium = lexicon.media.contains(lemma(head))
        let isCrowd = [.NNS, .NNPS].contains(tags[head]) && mention.kind != .person
        let isBody = mention.kind == .state || mention.kind == .place
        if isMedium || hasOccasion(draft) { return false }
        if isBody || mention.kind == .organisation && !isCrowd && !looksPersonal(mention), saysI(draft.pieces) {
            return true
        }
        guard let cue, isVerb(cue) else { return isBody || isCrowd }
        if lists.loud.contains(lemma(cue)) { return false }
        if isBody { return isPresent(cue) || draft.cueClass == .ask }
        if isCrowd { return isPresent(cue) || isCry }
        let isNamed =
            classes[head] == .propn || mention.from != nil
            || parties.participant(head)?.name.first?.isUppercase == true
        return isCry && isPresent(cue) && !isNamed
    }

    /// Whether what the model takes for an organisation is as likely a person: a name of one or two words, no abbreviation,
    /// that belongs to no state and has no noun for a body in it.
    private func looksPersonal(_ mention: Mention) -> Bool {
        let words = mention.name.split(separator: " ")
        return mention.code.isEmpty && mention.sector.isEmpty && words.count <= 2
            && words.allSatisfy { word in
                word.first?.isUppercase == true && word.dropFirst().allSatisfy { $0.isLowercase }
                    && !lexicon.speakers.contains(word.lowercased()) && !lexicon.media.contains(word.lowercased())
            }
    }

    private func isWithin(_ token: Int, _ piece: Range<Int>) -> Bool {
        piece.contains(token)
            || quotationOfToken[token] != nil && quotationOfToken[token] == quotationOfToken[piece.lowerBound]
    }

    private func saysI(_ pieces: [Range<Int>]) -> Bool {
        pieces.contains { piece in
            let depth = quotationOfToken[piece.lowerBound].map { quotations[$0].depth }
            return piece.contains { index in
                lists.singular.contains(forms[index]) && classes[index] == .pron
                    && quotationOfToken[index].map { quotations[$0].depth } == depth
            }
        }
    }

    /// Whether a medium, a date or somebody who heard it stands by the cue.
    private func hasOccasion(_ draft: StatementDraft) -> Bool {
        if draft.attribution == .signed { return true }
        guard let cue = draft.cue.first else { return false }
        if !draft.via.isEmpty || draft.rule.construction == .quotationBelow { return true }
        return tree.children(of: cue, [.prep, .npadvmod, .pobj]).contains { child in
            isTime(child) || tree.child(of: child, [.pobj]).map { isTime($0) } ?? false
        }
    }
}
