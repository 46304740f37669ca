import ChanceryCore
import Grammar
import SpacyPipeline

/// Sources that are named behind words, without a verb.
struct SignatureReader: StatementStage {
    let context: StatementContext

    /// The name behind a quotation in its own block, or in the block below it.
    func signature(behind quotation: Quotation) -> Signature? {
        let block = tokens(ofBlock: quotation.block)
        let next = quotations(ofBlock: quotation.block).first {
            $0.depth == 0 && $0.tokens.lowerBound > quotation.tokens.lowerBound
        }
        let limit = next.map { min($0.tokens.lowerBound, block.upperBound) } ?? block.upperBound
        let rest = min(quotation.tokens.upperBound, limit)..<limit
        if rest.contains(where: { !isPunctuation($0) }) { return signature(in: rest) }
        return next == nil ? signature(below: quotation.block) : nil
    }

    /// The name that ends a block quote, behind a dash or on a line of its own.
    private func signature(endingBlock number: Int) -> Signature? {
        let block = tokens(ofBlock: number)
        let starts = block.dropFirst().reversed().filter { index in
            (beginsLine(index) || isDash(index) && endsWords(before: index)) && block.upperBound - index <= 40
        }
        return starts.lazy.compactMap { self.signature(in: $0..<block.upperBound) }.first {
            ($0.tokens.lowerBound - block.lowerBound) > 1
        }
    }

    /// The name at the end of a block quote, or below its last block.
    func signature(ofBlockQuote number: Int) -> Signature? {
        if let found = signature(endingBlock: number) { return found }
        let blocks = parsed.document.blocks
        let below = blocks.indices.first { $0 > number && !tokens(ofBlock: $0).isEmpty }
        return below.map { blocks[$0].kind == .blockQuote } == true ? nil : signature(below: number)
    }

    /// The name in the block below words, which is all that the block holds.
    func signature(below number: Int) -> Signature? {
        let blocks = parsed.document.blocks
        guard
            let below = blocks.indices.first(where: { $0 > number && !tokens(ofBlock: $0).isEmpty }),
            [.paragraph, .caption, .heading, .listItem].contains(blocks[below].kind)
        else { return nil }
        let range = tokens(ofBlock: below)
        guard range.count <= 40, let last = range.last(where: { classes[$0] != .space }), tokens[last].text != ":"
        else { return nil }
        if let found = signature(in: range) { return found }
        // A name without a dash, below words that are quoted.
        guard range.count <= 14, blocks[below].kind != .heading else { return nil }
        return person(in: range).map { Signature(tokens: range, source: $0, isMarked: false) }
    }

    /// Reads a dash, a bracket or a line's end with a name behind it, which go on to the end of the range.
    private func signature(in range: Range<Int>) -> Signature? {
        var index = range.lowerBound
        while index < range.upperBound, isQuotationMark(index) || classes[index] == .space { index += 1 }
        guard index < range.upperBound else { return nil }
        var name = (index + 1)..<range.upperBound
        if tokens[index].text == "(" || tokens[index].text == "[" {
            guard let close = name.first(where: { [")", "]"].contains(tokens[$0].text) }),
                !(close + 1..<range.upperBound).contains(where: { !isPunctuation($0) })
            else { return nil }
            name = name.lowerBound..<close
        } else if !isDash(index) {
            guard beginsLine(index) else { return nil }
            name = index..<range.upperBound
            return person(in: name).map { Signature(tokens: range, source: $0, isMarked: false) }
        }
        return speaker(in: name).map { Signature(tokens: range, source: $0, isMarked: true) }
    }

    private func isDash(_ index: Int) -> Bool { lexicon.beside.holds(.dash, tokens[index].text) }

    /// Whether a word is the first of a line inside its block.
    private func beginsLine(_ index: Int) -> Bool {
        guard classes[index] != .space, let before = (0..<index).last(where: { classes[$0] != .space }),
            block(of: before) == block(of: index)
        else { return false }
        // As the text stands: what is read of it has blanks in place of line ends.
        return parsed.map.words(ByteSpan(tokens[before].end, tokens[index].start)).contains { $0.isNewline }
    }

    /// Whether words come to an end before a token: with a full stop, or a quotation mark.
    private func endsWords(before index: Int) -> Bool {
        guard let last = (0..<index).last(where: { classes[$0] != .space }) else { return false }
        return isQuotationMark(last) || [".", "!", "?", "…", "..."].contains(tokens[last].text)
    }

    /// The person whose name, with titles, is all that a range without a verb holds.
    private func person(in range: Range<Int>) -> StatementSource? {
        guard let lead = lead(of: range), let first = lead.first, let person = lead.first(where: isPersonName),
            tokens[first].text.first?.isUppercase == true, classes[first] == .propn,
            lead.allSatisfy({ tokens[$0].text.first?.isLowercase != true || classes[$0] == .adp }),
            !range.contains(where: isFinite)
        else { return nil }
        return StatementSource(head: person, tokens: trimmed(range))
    }

    /// Who a range without a verb names: a person with titles and offices, or a body that can speak.
    func speaker(in range: Range<Int>) -> StatementSource? {
        guard let lead = lead(of: range) else { return nil }
        let nouns = lead.filter { [.noun, .propn].contains(classes[$0]) }
        let noun =
            nouns.first { !lead.contains(tokens[$0].head) || tokens[$0].head == $0 }
            ?? nouns.first { labels[$0] != .compound } ?? lead.last { classes[$0] == .propn }
        let head = lead.first(where: isPersonName) ?? bearer(behind: lead, in: range) ?? noun
        guard let head, !isOf(head, in: range) else { return nil }
        let source = StatementSource(head: head, tokens: trimmed(range))
        return speakers.canSpeak(source) ? source : nil
    }

    /// The words of a range up to its first mark or line's end; nil where they are no short phrase without a verb.
    private func lead(of range: Range<Int>) -> Range<Int>? {
        guard let first = range.first(where: { !isPunctuation($0) }) else { return nil }
        let lead = first..<(mark(in: range, after: first) ?? range.upperBound)
        guard lead.count <= 12, !lead.contains(where: isFinite), ![.cconj, .sconj, .pron].contains(classes[first])
        else { return nil }
        return lead
    }

    private func mark(in range: Range<Int>, after first: Int) -> Int? {
        range.first { $0 > first && ([",", ";", ":", "(", "."].contains(tokens[$0].text) || beginsLine($0)) }
    }

    /// "— the foreign minister of Tarn, Ana Roe": whoever is named behind an office.
    private func bearer(behind lead: Range<Int>, in range: Range<Int>) -> Int? {
        guard let next = (lead.upperBound..<range.upperBound).dropFirst().first(where: { !isPunctuation($0) }),
            isPersonStart(next)
        else { return nil }
        return (next..<range.upperBound).first(where: isPersonName)
    }

    /// Whether a name hangs on a preposition that makes its bearer somebody other than the one who speaks.
    private func isOf(_ head: Int, in range: Range<Int>) -> Bool {
        guard labels[head] == .pobj, let link = tree.head(of: head), range.contains(link) else { return false }
        guard !lexicon.beside.holds(.origin, forms[link]) else { return false }
        // "the memoirs of Ana Roe", "in the words of Ana Roe"
        if forms[link] == "of", let noun = tree.head(of: link),
            lexicon.media.contains(lemma(noun)) || lexicon.beside.holds(.words, lemma(noun))
        {
            return false
        }
        return lexicon.beside.holds(.other, forms[link])
    }

    func isFinite(_ index: Int) -> Bool {
        [.verb, .aux].contains(classes[index]) && [.VBD, .VBZ, .VBP, .MD].contains(tags[index])
            && entity(index) != "PERSON"
    }

    private func isPersonStart(_ index: Int) -> Bool {
        classes[index] == .propn
            && (index..<min(index + 4, tokens.count)).contains { isPersonName($0) }
    }

    /// Whether a token is the last of a person's name.
    private func isPersonName(_ index: Int) -> Bool {
        guard classes[index] == .propn, labels[index] != .compound || !speakers.isPersonal(tokens[index].head)
        else {
            return false
        }
        return speakers.isPerson(index)
    }
}
