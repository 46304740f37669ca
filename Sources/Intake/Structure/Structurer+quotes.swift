import ChanceryCore

extension Structurer {
    /// Marks paragraphs that quote: those a colon at the end of the paragraph before introduces, and the further paragraphs
    /// of a quotation that such a paragraph opens and leaves open.
    mutating func markBlockQuotes() {
        for index in units.indices.dropFirst() where units[index].kind == nil || units[index].kind == .footnote {
            guard !units[index].isMarked, introduces(index - 1), isQuotable(index) else { continue }
            units[index].kind = .blockQuote
            var last = index
            while last + 1 < units.count, units[last + 1].kind == nil, isLeftOpen(units[last].body),
                Punctuation.opensQuote(text.scalar(at: units[last + 1].body.start).value)
            {
                last += 1
                units[last].kind = .blockQuote
            }
        }
    }

    /// Whether a unit is a sentence that ends in a colon and so hands over to the next.
    func introduces(_ index: Int) -> Bool {
        let unit = units[index]
        guard unit.kind == nil || unit.kind == .footnote, unit.body.count > 0 else { return false }
        guard text.bytes[unit.body.end - 1] == 0x3A else { return false }
        return text.words(in: unit.body, limit: 4).count >= 4
            || lineWords(unit).contains { lexicon.labels.contains("saying", $0.folded) }
    }

    private func isQuotable(_ index: Int) -> Bool {
        let body = units[index].body
        let words = text.words(in: body, limit: 6)
        if Punctuation.opensQuote(text.scalar(at: body.start).value) { return true }
        // A row of fragments after a colon is a list that lost its marks.
        let isFragment = { (index: Int) in
            index < units.count && units[index].isRunning && isLoneLine(index)
        }
        if isFragment(index), isFragment(index + 1) { return false }
        return words.count >= 4
    }

    /// Whether a paragraph opens a quotation with “ and does not close the last one.
    private func isLeftOpen(_ span: ByteSpan) -> Bool {
        var isOpen = false
        var offset = span.start
        while offset < span.end {
            let (value, end) = text.scalar(at: offset)
            if value == 0x201C { isOpen = true } else if value == 0x201D { isOpen = false }
            offset = end
        }
        return isOpen
    }
}
