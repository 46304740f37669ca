import ChanceryCore
import Grammar
import SpacyPipeline

/// Ranges of tokens cut to what a reader would quote.
extension StatementStage {
    /// The range without blanks, commas and stray quotation marks at its ends; nil where nothing is left.
    func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, isPunctuation(low), !opens(low, before: high) { low += 1 }
        while low < high, isPunctuation(high - 1), !closes(high - 1, after: low) { high -= 1 }
        return low < high ? low..<high : nil
    }

    /// Whether a mark opens a quotation that ends before the range's last word.
    private func opens(_ index: Int, before high: Int) -> Bool {
        guard let quotation = context.quotations.quotation(openingAt: tokens[index].start) else { return false }
        let end = quotation.tokens.upperBound
        return end < high && (end..<high).contains { !isPunctuation($0) }
    }

    /// Whether a mark closes a quotation that begins after the range's first word.
    private func closes(_ index: Int, after low: Int) -> Bool {
        guard let quotation = context.quotations.quotation(closingAt: tokens[index].end) else { return false }
        let start = quotation.tokens.lowerBound
        return start > low && (low..<start).contains { !isPunctuation($0) }
    }

    /// The tokens of `range` in pieces, without the excluded ones; pieces parted only by punctuation are joined.
    func pieces(_ range: Range<Int>, without excluded: Set<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for index in range.lowerBound...range.upperBound {
            let isIn = index < range.upperBound && !excluded.contains(index)
            if isIn, start == nil { start = index }
            if !isIn, let from = start {
                if let piece = trimmed(from..<index) { found.append(piece) }
                start = nil
            }
        }
        return found
    }

    /// A noun phrase: its head with what hangs on it, without what stands beyond `barrier` (the cue).
    func phrase(_ head: Int, barrier: Int) -> Range<Int> {
        let extent = tree.extent(of: head)
        var low = extent.lowerBound
        var high = extent.upperBound
        if barrier > head, barrier < high {
            high = barrier
            // "a plan most recently voiced by her": the adverbs are the verb's, wherever the parser hangs them.
            while high > head + 1, classes[high - 1] == .adv { high -= 1 }
        }
        if barrier < head { low = max(low, barrier + 1) }
        return trimmed(low..<max(high, low)) ?? head..<(head + 1)
    }

    /// A cue inside a quotation has its content there.
    func clipped(_ pieces: [Range<Int>], toQuotationOf cue: Int) -> [Range<Int>] {
        guard let quotation = quotationOfToken[cue] else { return pieces }
        return pieces.map { $0.clamped(to: quotations[quotation].tokens) }.filter { !$0.isEmpty }
    }
}
