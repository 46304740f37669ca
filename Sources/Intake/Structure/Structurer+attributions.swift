import ChanceryCore

extension Structurer {
    /// The most words of a line that says whose words stand beside it.
    private static let longestAttribution = 16

    /// Ties quotations that stand as paragraphs of their own to the words that say whose they are: behind a dash at their end
    /// or on the next line ("— Jana Roe, minister of trade"), in HTML's `<footer>` or `<cite>`, or alone on the line before
    /// ("Jana Roe:"). The quotation becomes a block quote with its speaker, the words a paragraph after or before it.
    mutating func markAttributions() {
        for index in units.indices.reversed() {
            if let cut = attributionInside(units[index]) { split(index, cut) }
        }
        for index in units.indices {
            if index + 1 < units.count, isQuotation(units[index]), let label = attributionLine(index + 1) {
                units[index + 1].kind = .paragraph
                units[index + 1].body = label
                markQuotation(endingAt: index, speaker: label)
            } else if index > 0, isQuotation(units[index]), units[index].speaker == nil,
                let label = nameBeforeColon(units[index - 1])
            {
                units[index].kind = .blockQuote
                units[index].speaker = label
            }
        }
    }

    /// Whether a unit is a quotation with its source at its end or on the next line, and so no title.
    func isAttributed(_ index: Int) -> Bool {
        attributionInside(units[index]) != nil
            || index + 1 < units.count && isQuotation(units[index]) && attributionLine(index + 1) != nil
    }

    private func isQuotation(_ unit: Unit) -> Bool {
        unit.kind == .blockQuote || unit.kind == nil && isQuotedWhole(unit.body)
    }

    /// The words after the dash of a line that says whose words stand before it; nil where the line does not.
    private func attributionLine(_ index: Int) -> ByteSpan? {
        let unit = units[index]
        guard [nil, .blockQuote, .listItem, .caption, .paragraph].contains(unit.kind) else { return nil }
        let start = unit.kind == .listItem ? unit.span.start : unit.body.start
        let dash = dashEnd(start, in: unit.span.end)
        guard dash != nil || unit.isAttribution else { return nil }
        let label = text.trimmed(ByteSpan(dash ?? start, unit.span.end))
        return isAttribution(label) ? label : nil
    }

    /// Where the dash at an offset ends, of one sign or two; nil where none stands there.
    private func dashEnd(_ offset: Int, in limit: Int) -> Int? {
        guard offset < limit, Punctuation.isDash(text.scalar(at: offset).value) else { return nil }
        var end = text.scalar(at: offset).end
        if text.bytes[offset] == 0x2D {
            if end < limit, text.bytes[end] == 0x2D { end += 1 }
            // "-5" and "-year" begin with no dash.
            guard text.blank(at: end, limit: limit) > 0 || end - offset == 2 else { return nil }
        }
        return end < limit ? end : nil
    }

    /// Where a unit's own last words, behind a dash, say whose the words before them are.
    private func attributionInside(_ unit: Unit) -> (quote: ByteSpan, label: ByteSpan)? {
        guard unit.kind == nil || unit.kind == .blockQuote, unit.speaker == nil else { return nil }
        let floor = max(unit.body.start, unit.body.end - 300)
        var offset = floor
        // On a code point's boundary.
        while offset < unit.body.end, text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        while offset < unit.body.end {
            if offset > unit.body.start, let end = dashEnd(offset, in: unit.body.end),
                let quote = quote(before: offset, in: unit)
            {
                let label = text.trimmed(ByteSpan(end, unit.body.end))
                if isAttribution(label) { return (quote, label) }
            }
            offset = text.scalar(at: offset).end
        }
        return nil
    }

    /// The words before a dash if they are a quotation; the signs of a Markdown quote's line are none of them.
    private func quote(before dash: Int, in unit: Unit) -> ByteSpan? {
        var end = dash
        while end > unit.body.start, text.bytes[end - 1] <= 0x20 || text.bytes[end - 1] == 0x3E && unit.isMarked {
            end -= 1
        }
        let quote = text.trimmed(ByteSpan(unit.body.start, end))
        guard !quote.isEmpty else { return nil }
        if unit.kind == nil { return isQuotedWhole(quote) ? quote : nil }
        let isOnOwnLine = text.bytes[end..<dash].contains { $0 == 0x0A || $0 == 0x0D }
        return isOnOwnLine || isQuotedWhole(quote) ? quote : nil
    }

    /// Whether words name a person or office and no more: a few words, no sentence, no clause of saying.
    private func isAttribution(_ label: ByteSpan) -> Bool {
        let words = text.words(in: label, limit: Self.longestAttribution + 1)
        guard (1...Self.longestAttribution).contains(words.count), let first = words.first, let last = words.last,
            first.isCapitalised || first.folded == "the",
            !lexicon.labels.contains("not-names", first.folded), !lexicon.labels.contains("pronouns", first.folded)
        else { return false }
        if words.contains(where: { lexicon.labels.contains("saying", $0.folded) }) { return false }
        if text.bytes[label.start..<label.end].contains(0x22) { return false }
        let end = text.bytes[last.raw.end - 1]
        return end != 0x3F && end != 0x21 && end != 0x3A && (end != 0x2E || words.count <= 6)
    }

    /// A name that stands alone before a colon on a line of its own.
    private func nameBeforeColon(_ unit: Unit) -> ByteSpan? {
        guard unit.kind == nil || unit.kind == .paragraph, unit.body.count > 1,
            text.bytes[unit.body.end - 1] == 0x3A
        else { return nil }
        let label = text.trimmed(ByteSpan(unit.body.start, unit.body.end - 1))
        let words = text.words(in: label, limit: 6)
        guard let first = words.first, !lexicon.labels.contains("not-names", first.folded) else { return nil }
        let isPerson = (2...5).contains(words.count) && isName(words)
        return isPerson && !words.contains(where: { lexicon.labels.contains("saying", $0.folded) }) ? label : nil
    }

    private mutating func split(_ index: Int, _ cut: (quote: ByteSpan, label: ByteSpan)) {
        let unit = units[index]
        units[index].kind = .blockQuote
        units[index].span = ByteSpan(unit.span.start, cut.quote.end)
        units[index].body = cut.quote
        units[index].speaker = cut.label
        units[index].noteMarks = unit.noteMarks.filter { units[index].span.contains($0) }
        var source = Unit(
            text.trimmed(ByteSpan(cut.quote.end, unit.span.end)), kind: .paragraph, body: cut.label)
        source.noteMarks = unit.noteMarks.filter { source.span.contains($0) }
        units.insert(source, at: index + 1)
    }

    /// Makes the paragraphs of a quotation that ends at a unit block quotes; the first of them bears the speaker.
    private mutating func markQuotation(endingAt last: Int, speaker: ByteSpan) {
        var first = last
        let isMarked = units[last].kind == .blockQuote
        while first > 0, units[first - 1].speaker == nil,
            isMarked ? units[first - 1].kind == .blockQuote : units[first - 1].kind == nil && opensAndStays(first - 1)
        {
            first -= 1
        }
        for index in first...last { units[index].kind = .blockQuote }
        units[first].speaker = speaker
    }

    /// Whether a paragraph opens a quotation that the next goes on with.
    private func opensAndStays(_ index: Int) -> Bool {
        let body = units[index].body
        return Punctuation.opensQuote(text.scalar(at: body.start).value) && !isQuotedWhole(body)
    }
}
