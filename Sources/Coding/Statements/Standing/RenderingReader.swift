import ChanceryCore

/// Whether the author announces words as a rendering of somebody's, or hands them to nobody.
struct RenderingReader: StatementStage {
    let context: StatementContext

    /// Whether the author announces words as a rendering, or hands them to nobody.
    func isAnnouncedAsRendering(_ quotation: Quotation) -> Bool { isRendered(quotation) || isSpokenByNobody(quotation) }

    /// "“…,” the logic goes."
    func isSpokenByNobody(_ quotation: Quotation) -> Bool {
        guard let last = quotation.tokens.last else { return false }
        let here = parsed.sentence(of: last)
        let next = min(quotation.tokens.upperBound + 1, tokens.count - 1)
        return isHearsay(in: here)
            || parsed.sentence(of: next) != here && isHearsay(in: parsed.sentence(of: next))
                && block(of: next) == quotation.block
    }

    /// Whether words such as "in effect" stand by the cue, outside quotation marks.
    func isParaphrase(near cue: Int) -> Bool {
        let sentence = sentence(around: cue)
        let window = max(sentence.lowerBound, cue - 6)..<min(sentence.upperBound, cue + 5)
        return holds(lexicon.paraphrasing, window)
    }

    /// Whether words just before a quotation announce it as the author's rendering: "Translation: “…”".
    func isRendered(_ quotation: Quotation) -> Bool {
        let block = tokens(ofBlock: quotation.block)
        return holds(
            lexicon.paraphrasing, max(block.lowerBound, quotation.tokens.lowerBound - 8)..<quotation.tokens.lowerBound)
    }

    /// Whether a sentence hands its words to nobody: "or so we are told", "the logic goes".
    func isHearsay(in sentence: Int, besides draft: StatementDraft? = nil) -> Bool {
        let range = parsed.sentences[sentence].tokens
        return range.contains { index in
            lexicon.hearsayWords.mayHold(parsed.textKeys[index]) && quotationOfToken[index] == nil
                && !(draft?.pieces.contains { $0.contains(index) } ?? false)
                && lexicon.hearsay.contains { matches($0, at: index) }
        }
    }

    private func holds(_ phrases: [[String]], _ range: Range<Int>) -> Bool {
        range.contains { index in
            quotationOfToken[index] == nil && phrases.contains { matches($0, at: index) }
        }
    }

    private func matches(_ phrase: [String], at index: Int) -> Bool {
        index + phrase.count <= tokens.count && zip(phrase, index...).allSatisfy { forms[$1] == $0 }
    }
}
