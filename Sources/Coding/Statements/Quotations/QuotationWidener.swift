import ChanceryCore
import Grammar
import SpacyPipeline

/// Widens what cues tell to the quotations that it cuts.
struct QuotationWidener: StatementStage {
    let context: StatementContext

    /// A statement with the whole of the quotations it cuts; its words are somebody's own where all of them are quoted.
    func widened(_ draft: StatementDraft) -> StatementDraft {
        guard let cue = draft.cue.first else { return draft }
        var draft = draft
        let depth = quotationOfToken[cue].map { quotations[$0].depth + 1 } ?? 0
        if let last = draft.pieces.last, draft.kind != .nounPhrase,
            let more = quotationRight(after: last.upperBound, below: depth, cue: cue)
        {
            draft.pieces[draft.pieces.count - 1] = last.lowerBound..<more.tokens.upperBound
        }
        let touched = quotations(ofBlock: block(of: cue)).filter { quotation in
            quotation.depth == depth && !quotation.tokens.contains(cue)
                && draft.pieces.contains { $0.overlaps(quotation.tokens) }
        }
        guard !touched.isEmpty else { return draft }
        let pieces = draft.pieces.map { withoutStray($0, touched) }
        let words = pieces.flatMap { Array($0) }.filter { !isPunctuation($0) }
        let quoted = words.count { word in touched.contains { $0.tokens.contains(word) } }
        if quoted == words.count {
            draft.pieces = touched.map(\.tokens)
            draft.kind = .quoted
        } else if draft.kind != .nounPhrase {
            draft.pieces = pieces
            for quotation in touched { draft.add(quotation.tokens) }
            // "X is bad. Y is worse,” he said" parsed as one clause: most of it is quoted.
            if 10 * quoted >= 9 * words.count, words.count > 8 { draft.kind = .quoted }
        }
        return draft
    }

    /// "“…,” and then …": a stray word behind the mark belongs to what follows.
    private func withoutStray(_ piece: Range<Int>, _ touched: [Quotation]) -> Range<Int> {
        guard let first = piece.first(where: { !isPunctuation($0) }),
            let holder = touched.first(where: { $0.tokens.contains(first) }),
            holder.tokens.upperBound < piece.upperBound,
            (holder.tokens.upperBound..<piece.upperBound).count(where: { !isPunctuation($0) }) <= 1
        else { return piece }
        return piece.lowerBound..<holder.tokens.upperBound
    }

    /// A quotation that goes on with what a content says in its own clause: "said it was time to sell “in the old way”".
    private func quotationRight(after end: Int, below depth: Int, cue: Int) -> Quotation? {
        let quotation = quotations(ofBlock: block(of: cue)).first {
            $0.depth == depth && $0.tokens.lowerBound >= end && $0.tokens.lowerBound <= end + 1
        }
        guard let quotation, cue < end, let first = quotation.tokens.first,
            parsed.sentence(of: first) == parsed.sentence(of: cue),
            tokens[first].text.first?.isLowercase ?? false, end < tokens.count,
            !isVerb(first) || tags[first] == .VBN || tags[first] == .VB,
            (end..<first).allSatisfy(isQuotationMark)
        else { return nil }
        return quotation
    }
}
