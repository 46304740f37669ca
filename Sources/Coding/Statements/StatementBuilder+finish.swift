import ChanceryCore
import SpacyPipeline

extension StatementBuilder {
    /// A draft as a finding; nil where nothing of its content is left.
    func finish(_ draft: StatementDraft) -> StatementFinding? {
        let pieces = draft.pieces.compactMap(trimmedContent)
        guard let first = pieces.first else { return nil }
        let content = pieces.map { parsed.span($0) }
        var hull = content.reduce(parsed.span(first)) { $0.union($1) }
        let sourceSpan = draft.source?.label ?? draft.source?.tokens.map { parsed.span($0) }
        if let sourceSpan { hull = hull.union(sourceSpan) }
        let cueSpan =
            draft.cue.isEmpty
            ? nil
            : draft.cue.dropFirst().reduce(parsed.span(draft.cue[0])) {
                $0.union(parsed.span($1))
            }
        if let cueSpan { hull = hull.union(cueSpan) }
        let head = draft.cue.first
        return StatementFinding(
            source: mention(of: draft.source), sourceHead: draft.source?.head, sourceSpan: sourceSpan,
            cue: draft.cue.sorted().map { tokens[$0].text }.joined(separator: " "), cueTokens: draft.cue,
            cueSpan: cueSpan, content: content, contentTokens: pieces, form: draft.form, hull: hull, via: draft.via,
            cueClass: draft.cueClass, isEstablished: isEstablished(draft), isDenial: draft.denies,
            isNegated: head.map(isNegated) ?? false, isSupposed: head.map(isSupposed) ?? false,
            isAuthor: isAuthor(draft),
            isNominal: draft.isNominal, aboutHeads: aboutHeads(pieces), rule: draft.rule)
    }

    /// A piece without punctuation around it; quotation marks inside that enclose part of it stay.
    private func trimmedContent(_ piece: Range<Int>) -> Range<Int>? { trimmed(piece) }

    /// "I" and "we" outside quotation, layout and an interview's turns are the author's.
    private func isAuthor(_ draft: StatementDraft) -> Bool {
        guard let head = draft.source?.head, draft.source?.mention == nil, let cue = draft.cue.first,
            ["i", "we", "me", "us", "my", "our"].contains(tokens[head].text.lowercased())
        else { return false }
        let kind = parsed.document.blocks[block(of: cue)].kind
        return quotationOfToken[cue] == nil && ![.blockQuote, .answer, .question].contains(kind)
    }

    private func isEstablished(_ draft: StatementDraft) -> Bool {
        guard draft.finds || draft.cueClass == .show, let head = draft.source?.head else { return false }
        if lexicon.authorities.contains(lemma(head)) { return true }
        guard let name = mention(of: draft.source)?.name else { return false }
        return name.lowercased().split(separator: " ").contains { lexicon.authorities.contains(String($0)) }
    }

    private func isNegated(_ cue: Int) -> Bool {
        parsed.children(of: cue).contains {
            tokens[$0].dep == "neg" || ["never", "not", "neither"].contains(tokens[$0].text.lowercased())
        }
    }

    private func isSupposed(_ cue: Int) -> Bool {
        parsed.children(of: cue).contains { child in
            let word = tokens[child].text.lowercased()
            return
                (tokens[child].dep == "aux" && ["would", "could", "might", "may", "should", "’d", "'d"].contains(word))
                || (tokens[child].dep == "mark" && ["if", "whether", "unless"].contains(word))
        }
    }

    private func aboutHeads(_ pieces: [Range<Int>]) -> [Int] {
        pieces.flatMap { $0 }.filter { index in
            ["NOUN", "PROPN"].contains(tokens[index].pos) && tokens[index].dep != "compound"
                && parties.participant(index) != nil
        }
    }
}
