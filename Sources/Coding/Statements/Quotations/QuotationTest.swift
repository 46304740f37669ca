import ChanceryCore
import Grammar
import SpacyPipeline

/// What a quotation looks like: a sentence, a title, a borrowed word.
struct QuotationTest: StatementStage {
    let context: StatementContext

    /// Whether a quotation is a sentence that somebody says, and no name or borrowed words.
    func isSentence(_ quotation: Quotation) -> Bool {
        startsSentence(quotation) && isLong(quotation) && !isTitle(quotation)
            && quotation.tokens.contains { grammar.isVerb($0) }
    }

    /// Whether a quotation is more than a name or a borrowed word.
    func isLong(_ quotation: Quotation) -> Bool {
        let words = quotation.tokens.filter { !isPunctuation($0) }
        if words.count >= 4 { return true }
        let hasVerb = words.contains { grammar.isVerb($0) }
        let tokensHere = tokens(ofBlock: quotation.block)
        return words.count >= 2 && hasVerb || 2 * words.count > tokensHere.count
    }

    /// Whether a quotation is the title of a book or a show: a few words, all that are no function words in capitals.
    func isTitle(_ quotation: Quotation) -> Bool {
        let words = quotation.tokens.filter { !isPunctuation($0) }
        guard (2...8).contains(words.count), let last = quotation.tokens.last,
            ![".", "!", "?"].contains(tokens[last].text)
        else { return false }
        let full = words.filter { [.noun, .propn, .verb, .adj, .adv, .aux].contains(classes[$0]) }
        return full.count >= 2 && full.allSatisfy { tokens[$0].text.first?.isUppercase == true }
    }

    func startsSentence(_ quotation: Quotation) -> Bool {
        guard let first = quotation.tokens.first(where: { !isPunctuation($0) }),
            tokens[first].text.first?.isUppercase == true
        else { return false }
        var before = quotation.tokens.lowerBound - 1
        let block = tokens(ofBlock: quotation.block)
        while before >= block.lowerBound, isQuotationMark(before) || classes[before] == .space { before -= 1 }
        return before < block.lowerBound
            || [".", "?", "!", ":", "…", "...", ",", ";", "—", "–"].contains(tokens[before].text)
    }

    func startsBlock(_ quotation: Quotation) -> Bool {
        quotation.outer.start == parsed.document.blocks[quotation.block].body.start
    }

    /// A colon straight before the opening mark, even where the tokenizer keeps both in one token.
    func followsColon(_ quotation: Quotation) -> Bool {
        let bytes = parsed.document.text.utf8
        var at = bytes.index(bytes.startIndex, offsetBy: quotation.outer.start)
        while at > bytes.startIndex {
            at = bytes.index(before: at)
            if bytes[at] != UInt8(ascii: " ") { return bytes[at] == UInt8(ascii: ":") }
        }
        return false
    }

    /// The quotation that a quotation stands in.
    func holder(of quotation: Quotation) -> Int? {
        quotations(ofBlock: quotation.block).lastIndex {
            $0.depth == quotation.depth - 1 && $0.outer != quotation.outer && $0.outer.contains(quotation.outer)
        }
    }
}
