import ChanceryCore

extension Structurer {
    /// Marks paragraphs that quote: those a colon at the end of the paragraph before introduces, and the further paragraphs
    /// of a quotation that such a paragraph opens and leaves open.
    ///
    /// Without quotation marks the colon alone is little proof, since pages lose what they embed and narrative follows. So
    /// there must be a word of quoting before the colon, the first person after it, or words in quotation marks before it
    /// that come back after it; a text that sets off two quotations so is taken to set off all of them so.
    mutating func markBlockQuotes() {
        let candidates = units.indices.dropFirst().filter { index in
            (units[index].kind == nil || units[index].kind == .footnote) && !units[index].isMarked
                && introduces(index - 1) && isQuotable(index)
        }
        let proven = candidates.filter { isProven($0) }
        for index in proven.count >= 2 ? candidates : proven {
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

    private func isProven(_ index: Int) -> Bool {
        if Punctuation.opensQuote(text.scalar(at: units[index].body.start).value) { return true }
        let before = text.words(in: units[index - 1].body, limit: 2000)
        let lastSentence = before.suffix(40)
        let cues = lastSentence.contains {
            lexicon.labels.contains("saying", $0.folded) || lexicon.labels.contains("quoting", $0.folded)
        }
        if cues { return true }
        let words = text.words(in: units[index].body, limit: 400)
        if words.contains(where: { lexicon.labels.contains("first-person", $0.folded) }) { return true }
        return quotedPairs(units[index - 1].body).contains { pair in
            zip(words, words.dropFirst()).contains { $0.folded == pair.0 && $1.folded == pair.1 }
        }
    }

    /// Neighbouring words inside a paragraph's quotation marks.
    private func quotedPairs(_ span: ByteSpan) -> [(String, String)] {
        var pairs: [(String, String)] = []
        var start: Int?
        var offset = span.start
        while offset < span.end {
            let (value, end) = text.scalar(at: offset)
            if let begin = start, value == 0x201D || value == 0x22 {
                let words = text.words(in: ByteSpan(begin, offset))
                pairs += zip(words, words.dropFirst()).map { ($0.folded, $1.folded) }
                start = nil
            } else if value == 0x201C || value == 0x22 {
                start = end
            }
            offset = end
        }
        return pairs
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
        // A quotation with its own "… said" is a paragraph as any other.
        if Punctuation.opensQuote(text.scalar(at: body.start).value) { return isQuotedWhole(body) || isLeftOpen(body) }
        // Narrative tells of saying in the third person; a paragraph that hands over itself quotes nothing yet.
        if text.bytes[body.end - 1] == 0x3A || isReport(body) { return false }
        // A row of fragments after a colon is a list that lost its marks.
        let isFragment = { (index: Int) in
            index < units.count && units[index].isRunning && isLoneLine(index)
        }
        if isFragment(index), isFragment(index + 1) { return false }
        return words.count >= 4
    }

    /// Whether a paragraph's first words tell that somebody said something.
    private func isReport(_ span: ByteSpan) -> Bool {
        let words = text.words(in: span, limit: 14)
        return zip(words, words.dropFirst()).contains { name, verb in
            (text.bytes[name.raw.end - 1] == 0x2C && Punctuation.opensQuote(text.scalar(at: verb.raw.start).value))
                || (name.isCapitalised || lexicon.labels.contains("speakers", name.folded))
                    && lexicon.labels.contains("reporting", verb.folded)
        }
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
