import ChanceryCore
import Grammar
import SpacyPipeline

/// Quotations that no words beside them give to anybody: sentences of their own.
struct UncuedQuotationReader: StatementStage {
    let context: StatementContext

    private var test: QuotationTest { QuotationTest(context: context) }

    /// The last speaker goes on, or the person the sentence before the quotation is about speaks.
    func cue(_ number: Int, last: StatementDraft?, at previous: Int?) -> QuotationCue? {
        let quotation = quotations[number]
        guard !isInTitle(quotation), test.startsSentence(quotation), test.isLong(quotation),
            !renderings.isAnnouncedAsRendering(quotation),
            quotation.goesOn || quotation.tokens.last.map({ isPunctuation($0) }) == true
                || quotation.tokens.upperBound >= tokens(ofBlock: quotation.block).upperBound - 2
        else { return nil }
        var source = teller(after: quotation) ?? subject(before: quotation)
        if source == nil, test.startsBlock(quotation), let speaker = last?.source, let previous,
            quotation.block - quotations[previous].block <= 4,
            quotation.block > quotations[previous].block
        {
            source = StatementSource(head: speaker.head, mention: speaker.mention)
        }
        return source.map { QuotationCue(source: $0, rule: .init(.quotationFollows)) }
    }

    /// Sentences that the text gives to nobody: not the author's words, and no record.
    func unnamed(_ group: [Int]) -> QuotationCue? {
        guard let first = group.first, test.isSentence(quotations[first]),
            let last = quotations[group[group.count - 1]].tokens.last, !isInTitle(quotations[first]),
            quotations[first].goesOn || [".", "!", "?", "…"].contains(tokens[last].text)
        else { return nil }
        return QuotationCue(
            attribution: renderings.isAnnouncedAsRendering(quotations[first]) ? .rendered : .cued,
            rule: .init(.quotationUnnamed))
    }

    private func isInTitle(_ quotation: Quotation) -> Bool {
        [.title, .heading].contains(parsed.document.blocks[quotation.block].kind)
    }

    /// Who does what is told after words that end in a comma, whatever the verb: "“Osk first,” Ana Roe thundered".
    private func teller(after quotation: Quotation) -> StatementSource? {
        guard let last = quotation.tokens.last, tokens[last].text == "," else { return nil }
        let end = min(quotation.tokens.upperBound + 14, tokens(ofBlock: quotation.block).upperBound)
        let rest = quotation.tokens.upperBound..<max(quotation.tokens.upperBound, end)
        guard let verb = rest.first(where: { isVerb($0) && quotationOfToken[$0] == nil }),
            !(rest.lowerBound..<verb).contains(where: { [".", "!", "?"].contains(tokens[$0].text) }),
            let subject = tree.child(of: verb, [.nsubj]), rest.contains(subject)
        else { return nil }
        // Somebody the entities do not know says it: not whoever spoke last.
        return speakers.isPersonal(subject) ? StatementSource(head: subject) : StatementSource()
    }

    /// Whom the sentence before a quotation in its block is about.
    private func subject(before quotation: Quotation) -> StatementSource? {
        let block = tokens(ofBlock: quotation.block)
        let before = (block.lowerBound..<quotation.tokens.lowerBound).last {
            !isPunctuation($0) && quotationOfToken[$0] == nil
        }
        guard let before else { return nil }
        let sentence = sentence(around: before)
        let root = sentence.first { labels[$0] == .root }
        guard let head = root.flatMap({ sources.subject(of: $0)?.head }), speakers.isPersonal(head) else { return nil }
        return StatementSource(head: head)
    }
}
