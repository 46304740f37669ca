import ChanceryCore

/// A line that begins with a label and a colon: "Q: …", "Edi: …", "Context: …".
struct LabelledLine: Hashable, Sendable {
    /// The label without the colon and the emphasis around it.
    var label: ByteSpan
    /// The label's words.
    var words: [Word]
    /// The words after it.
    var rest: ByteSpan

    /// The label in lower case, without punctuation at the edges of its words.
    var folded: String { words.map(\.folded).joined(separator: " ") }
}

extension Structurer {
    /// A label has at most this many bytes and words.
    static let longestLabel = (bytes: 120, words: 14)

    /// The label of a unit: what stands before its first colon, if that is short and not a part of a time, a web address or
    /// a quotation. "Q." counts as a label too.
    func splitLabel(_ unit: Unit) -> LabelledLine? {
        var start = unit.body.start
        while start < unit.body.end, text.bytes[start] == 0x2A || text.bytes[start] == 0x5F { start += 1 }
        let limit = min(unit.body.end, start + Self.longestLabel.bytes)
        var offset = start
        while offset < limit {
            let (value, end) = text.scalar(at: offset)
            if Punctuation.opensQuote(value), value != 0x2018 { return nil }
            let isColon = value == 0x3A
            let isStop = value == 0x2E && offset - start <= 8 && isCue(ByteSpan(start, offset))
            // "Q    Will the bridge open?", as transcripts of press conferences set it.
            let isGap =
                offset > start && offset - start <= 8 && isGap(at: offset, until: unit.body.end)
                && isCue(ByteSpan(start, offset))
            if isColon || isStop || isGap {
                return labelled(ByteSpan(start, offset), after: end, in: unit)
            }
            offset = end
        }
        return nil
    }

    /// Whether two blanks or a tab stand somewhere, in one line.
    private func isGap(at offset: Int, until limit: Int) -> Bool {
        let first = text.blank(at: offset, limit: limit)
        guard first > 0, text.bytes[offset] != 0x0A, text.bytes[offset] != 0x0D else { return false }
        if text.bytes[offset] == 0x09 { return true }
        let second = offset + first
        return second < limit && text.blank(at: second, limit: limit) > 0 && text.bytes[second] != 0x0A
            && text.bytes[second] != 0x0D
    }

    private func isCue(_ span: ByteSpan) -> Bool {
        // Only the capital letter: "A. Roe" is a name, "a." an item.
        lexicon.labels.contains("turn", text.string(span))
    }

    private func labelled(_ label: ByteSpan, after end: Int, in unit: Unit) -> LabelledLine? {
        var rest = end
        while rest < unit.body.end, text.bytes[rest] == 0x2A || text.bytes[rest] == 0x5F { rest += 1 }
        guard rest < unit.body.end else { return nil }
        let (next, _) = text.scalar(at: rest)
        guard text.blank(at: rest, limit: unit.body.end) > 0 || Punctuation.opensQuote(next) else { return nil }
        let trimmed = text.trimmed(label)
        let words = text.words(in: trimmed, limit: Self.longestLabel.words + 1)
        guard (1...Self.longestLabel.words).contains(words.count), let first = words.first, let last = words.last,
            first.isCapitalised || first.folded.utf8.first.map({ (0x30...0x39).contains($0) }) == false
        else { return nil }
        // "Mr. Roe's words. Then:" is a sentence and more, no label.
        let body = text.trimmed(ByteSpan(rest, unit.body.end))
        // "Strength: " with nothing but blanks behind it labels nothing.
        guard !body.isEmpty else { return nil }
        return LabelledLine(label: withoutEmphasis(first.raw.union(last.raw)), words: words, rest: body)
    }

    private func withoutEmphasis(_ span: ByteSpan) -> ByteSpan {
        var (start, end) = (span.start, span.end)
        while start < end, text.bytes[start] == 0x2A || text.bytes[start] == 0x5F { start += 1 }
        while end > start, text.bytes[end - 1] == 0x2A || text.bytes[end - 1] == 0x5F { end -= 1 }
        return ByteSpan(start, end)
    }

    /// Whether a label can be a person's name: up to five capitalised words, particles aside, and no section's title.
    func isName(_ words: [Word]) -> Bool {
        guard (1...5).contains(words.count), let first = words.first, first.isCapitalised else { return false }
        let label = words.map(\.folded).joined(separator: " ")
        for list in ["opening-note", "caption", "published", "notes", "section"]
        where lexicon.labels.contains(list, label) { return false }
        return words.allSatisfy { $0.isCapitalised || lexicon.labels.contains("particles", $0.folded) }
    }
}
