import ChanceryCore
import Grammar
import SpacyPipeline

/// Puts together what is found of one statement: its source named, its content trimmed, its standing read.
struct FindingComposer: StatementStage {
    let context: StatementContext

    private var standings: StandingReader { StandingReader(context: context) }

    /// A draft as a finding; nil where nothing of its content is left.
    func finding(of draft: StatementDraft) -> StatementFinding? {
        let pieces = (draft.kind.isQuoted ? draft.pieces : joined(draft.pieces)).compactMap(trimmedContent)
        guard let first = pieces.first else { return nil }
        let content = pieces.map { parsed.span($0) }
        var hull = content.reduce(parsed.span(first)) { $0.union($1) }
        let sourceSpan = draft.source?.label ?? draft.source?.tokens.map { parsed.span($0) }
        if let sourceSpan { hull = hull.union(sourceSpan) }
        let cueSpan = draft.cue.first.map { head in
            draft.cue.dropFirst().reduce(parsed.span(head)) { $0.union(parsed.span($1)) }
        }
        if let cueSpan { hull = hull.union(cueSpan) }
        let source = names.mention(of: draft.source)
        return StatementFinding(
            source: source, sourceHead: draft.source?.head, sourceSpan: sourceSpan,
            cue: draft.cue.sorted().map { parsed.text(parsed.span($0)) }.joined(separator: " "), cueTokens: draft.cue,
            cueSpan: cueSpan, content: content, contentTokens: pieces,
            kind: standings.isInvented(draft) ? .invented : draft.kind, hull: hull,
            addressee: AddresseeReader(context: context).addressee(of: draft, source: source),
            via: draft.via.filter { $0 != source?.name }, cueClass: draft.cueClass,
            isEstablished: isEstablished(draft), stance: stance(of: draft), standing: standings.standing(of: draft),
            isTopic: !draft.kind.isQuoted && (draft.isTopic || isShownInDeeds(draft) || isVague(draft)),
            question: draft.question, teller: teller(of: draft, source: source),
            quotesPartly: quotesPartly(pieces, at: draft.cue.first), hand: draft.hand,
            rule: draft.rule)
    }

    // MARK: Whose it is

    private func teller(of draft: StatementDraft, source: Mention?) -> StatementFinding.Teller {
        if let head = draft.source?.head, draft.source?.mention == nil, speakers.isFirstPerson(head) { return .own }
        if !speakers.canSpeak(draft.source) { return .mute }
        return source == nil && speakers.isStandIn(draft.source?.head) ? .unresolved : .speaker
    }

    private func stance(of draft: StatementDraft) -> Stance.Kind? {
        if draft.denies { return .rejects }
        guard let head = draft.cue.first, isVerb(head), lexicon.stances[lemma(head)] == .confirms else { return nil }
        return .confirms
    }

    // MARK: What is said

    /// Whether words of a content stand in quotation marks that its cue does not stand in.
    private func quotesPartly(_ pieces: [Range<Int>], at cue: Int?) -> Bool {
        let here = cue.flatMap { quotationOfToken[$0] }
        return pieces.contains { $0.contains { quotationOfToken[$0] != here } }
    }

    /// Pieces parted by nothing but punctuation as one: "that in the end, “they will leave.”"
    private func joined(_ pieces: [Range<Int>]) -> [Range<Int>] {
        pieces.reduce(into: []) { joined, piece in
            guard let last = joined.last, last.upperBound <= piece.lowerBound,
                (last.upperBound..<piece.lowerBound).allSatisfy(isPunctuation)
            else { return joined.append(piece) }
            joined[joined.count - 1] = last.lowerBound..<piece.upperBound
        }
    }

    /// A piece without punctuation around it; quotation marks inside that enclose part of it stay.
    private func trimmedContent(_ piece: Range<Int>) -> Range<Int>? {
        guard var piece = trimmed(piece) else { return nil }
        // "“…” and": a conjunction left over at the end joins nothing.
        while piece.count > 1, classes[piece.upperBound - 1] == .cconj, let rest = trimmed(piece.dropLast()) {
            piece = rest
        }
        // "said the sign read “Closed.”": a quotation that begins inside ends with its mark.
        let last = piece.upperBound - 1
        if let quotation = quotationOfToken[last].map({ quotations[$0] }),
            quotation.tokens.lowerBound > piece.lowerBound,
            !quotation.goesOn,
            (piece.upperBound..<max(piece.upperBound, quotation.tokens.upperBound)).allSatisfy(isPunctuation),
            let close = (quotation.tokens.upperBound..<min(quotation.tokens.upperBound + 2, tokens.count)).first(
                where: {
                    tokens[$0].end == quotation.outer.end
                })
        {
            return piece.lowerBound..<(close + 1)
        }
        return piece
    }

    private func isEstablished(_ draft: StatementDraft) -> Bool {
        guard draft.finds || draft.cueClass == .show, let head = draft.source?.head else { return false }
        if lexicon.authorities.contains(lemma(head)) { return true }
        guard let name = names.mention(of: draft.source)?.name else { return false }
        return name.lowercased().split(separator: " ").contains { lexicon.authorities.contains(String($0)) }
    }

    /// Whether something shows without words: "Osk shows how a port can grow" tells of Osk; a study that shows it speaks.
    private func isShownInDeeds(_ draft: StatementDraft) -> Bool {
        guard draft.cueClass == .show, let head = draft.source?.head else { return false }
        let base = lemma(head)
        return !lexicon.media.contains(base) && !lexicon.authorities.contains(base) && !isEstablished(draft)
            && !lists.telling.contains(base)
    }

    /// Whether all that is told of a saying is a word that points elsewhere or somebody met: "criticized these things",
    /// "agreed with him on Sunday", "welcomed the envoys".
    private func isVague(_ draft: StatementDraft) -> Bool {
        // "A summary to which he admitted"
        let words = draft.pieces.flatMap { Array($0) }.filter { !isPunctuation($0) }
        if words.allSatisfy({ [.pron, .det, .adp].contains(classes[$0]) }) { return true }
        guard draft.kind == .nounPhrase, let cue = draft.cue.first, let piece = draft.pieces.first,
            draft.pieces.count == 1,
            let first = piece.first(where: { !isPunctuation($0) }), first > cue
        else { return false }
        switch draft.rule.construction {
        case .verbObject where draft.rule.preposition == nil: break
        case .passiveObject, .verbPhrase, .nounPhrase: break
        default: return false
        }
        if tags[first] == .PRP || lists.pointers.contains(forms[first]) {
            if classes[first] == .pron { return true }
        }
        if lists.vague.contains(forms[first]) {
            return piece.count { !isPunctuation($0) } <= 3
        }
        guard lemma(cue) == "welcome", let object = tree.child(of: cue, [.dobj]) else { return false }
        if classes[object] == .pron { return true }
        return parties.participant(object).map { [.person, .group, .organisation].contains($0.kind) } ?? false
            || lexicon.speakers.contains(lemma(object))
    }
}
