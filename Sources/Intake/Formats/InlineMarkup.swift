import ChanceryCore

/// Finds the markup inside a block of Markdown or wikitext, so that it is not read as words, and in every format the
/// character references that a text has kept from a page.
///
/// Of `Osk **signed** [a treaty](https://osk.example/1949).` the marks `**`, `**`, `[` and `](https://osk.example/1949)` are
/// not read, and `5&nbsp;May` is read with a blank. What has no end within a few thousand bytes is no markup. One pass
/// without recursion, however deep things nest.
struct InlineMarkup {
    let text: SourceText
    let span: ByteSpan
    let words: MarkupWords
    /// What is read in place of markup, in order, not overlapping.
    private(set) var substitutions: [Substitution] = []
    /// Footnotes that stand in the text itself (`<ref>…</ref>`), in order.
    private(set) var notes: [ByteSpan] = []
    /// How many bytes may still be looked at ahead; keeps the work linear on text made of opening brackets.
    private var budget: Int
    /// What is read in place of marks further on, whose beginnings were found: ends of links and of templates.
    private var closings: [Int: (end: Int, text: String)] = [:]

    /// The longest link, template or tag.
    private static let reach = 4000

    /// The markup in a span.
    static func found(
        in span: ByteSpan, of text: SourceText, format: DocumentFormat, words: MarkupWords
    ) -> InlineMarkup {
        var scanner = InlineMarkup(text: text, span: span, words: words)
        if format == .markdown || format == .wikitext || text.bytes[span.start..<span.end].contains(0x26) {
            scanner.scan(format)
        }
        return scanner
    }

    private init(text: SourceText, span: ByteSpan, words: MarkupWords) {
        self.text = text
        self.span = span
        self.words = words
        budget = 4000 + 16 * span.count
    }

    private mutating func scan(_ format: DocumentFormat) {
        var offset = span.start
        while offset < span.end {
            if let closing = closings[offset] {
                closings[offset] = nil
                if closing.end > offset || !closing.text.isEmpty { mark(offset, closing.end, closing.text) }
                if closing.end > offset {
                    offset = closing.end
                    continue
                }
            }
            if byte(offset) == 0x26 {
                offset = reference(offset)
                continue
            }
            switch format {
            case .markdown: offset = markdown(offset)
            case .wikitext: offset = wikitext(offset)
            case .plainText, .html, .jsonLines: offset += 1
            }
        }
    }

    // MARK: Looking

    func byte(_ offset: Int) -> UInt8 { offset < span.end ? text.bytes[offset] : 0 }

    private func isBlank(_ offset: Int) -> Bool {
        offset < span.start || offset >= span.end || text.bytes[offset] <= 0x20
    }

    private func isWordByte(_ offset: Int) -> Bool {
        guard offset >= span.start, offset < span.end else { return false }
        let byte = text.bytes[offset]
        return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    func hasPrefix(_ prefix: String, _ offset: Int) -> Bool {
        offset < span.end && text.hasPrefix(prefix, in: ByteSpan(offset, span.end))
    }

    /// Where a byte sequence next stands, within reach.
    mutating func find(_ needle: String, from offset: Int) -> Int? {
        let limit = min(span.end, offset + min(Self.reach, budget))
        var at = offset
        defer { budget -= max(0, at - offset) }
        let first = needle.utf8.first
        while at < limit {
            if text.bytes[at] == first, hasPrefix(needle, at) { return at }
            at += 1
        }
        return nil
    }

    /// How far may be looked from here; what is looked at is to be taken from the budget with ``spend(_:)``.
    func limit(from offset: Int) -> Int { min(span.end, offset + min(Self.reach, budget)) }

    mutating func spend(_ bytes: Int) { budget -= max(0, bytes) }

    // MARK: Marking

    @discardableResult
    mutating func mark(_ start: Int, _ end: Int, _ text: String = "") -> Int {
        // A mark that begins inside the one before goes on from its end.
        let start = max(start, substitutions.last?.span.end ?? span.start)
        if start < end || !text.isEmpty { substitutions.append(Substitution(ByteSpan(start, end), text)) }
        return end
    }

    mutating func note(_ start: Int, _ end: Int) -> Int {
        notes.append(ByteSpan(start, end))
        return end
    }

    /// Says what is read in place of a stretch further on, when it is reached.
    mutating func close(at start: Int, _ end: Int, _ text: String = "") { closings[start] = (end, text) }

    // MARK: Character references

    /// `&nbsp;`, `&#8211;`, `&#x2013;`; `&amp;nbsp;` of a page that was escaped twice is one too.
    private mutating func reference(_ offset: Int) -> Int {
        let start = hasPrefix("&amp;", offset) ? offset + 5 : offset + 1
        for start in Set([start, offset + 1]).sorted(by: >) {
            var end = start
            while end < span.end, end - start < 24, isWordByte(end) || byte(end) == 0x23 { end += 1 }
            guard end > start, byte(end) == 0x3B,
                let character = words.character(text.string(ByteSpan(start, end)))
            else { continue }
            return mark(offset, end + 1, character)
        }
        return offset + 1
    }

    // MARK: Markdown

    private mutating func markdown(_ offset: Int) -> Int {
        switch byte(offset) {
        case 0x5C where Self.isPunctuation(byte(offset + 1)): return mark(offset, offset + 1) + 1
        case 0x60: return mark(offset, run(0x60, from: offset))
        case 0x7E where byte(offset + 1) == 0x7E: return mark(offset, offset + 2)
        case 0x2A, 0x5F: return emphasis(offset)
        case 0x21 where byte(offset + 1) == 0x5B:
            return link(offset + 1).map { mark(offset, $0.end) } ?? offset + 1
        case 0x5B where byte(offset + 1) != 0x5E:
            guard let link = link(offset) else { return offset + 1 }
            close(at: link.textEnd, link.end)
            return mark(offset, offset + 1)
        case 0x3C: return tag(offset)
        case 0x0A: return quoteMarks(offset + 1)
        default: return offset + 1
        }
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }

    func run(_ sign: UInt8, from offset: Int) -> Int {
        var end = offset
        while byte(end) == sign { end += 1 }
        return end
    }

    /// One to three stars or underscores that touch a word on one side; underscores not inside a word.
    private mutating func emphasis(_ offset: Int) -> Int {
        let end = run(byte(offset), from: offset)
        let standsAlone = isBlank(offset - 1) && isBlank(end)
        let isInside = byte(offset) == 0x5F && isWordByte(offset - 1) && isWordByte(end)
        return end - offset > 3 || standsAlone || isInside ? end : mark(offset, end)
    }

    /// `[text](address)` or `[text][name]` from its opening bracket.
    private mutating func link(_ offset: Int) -> (textEnd: Int, end: Int)? {
        guard let close = find("]", from: offset + 1) else { return nil }
        switch byte(close + 1) {
        case 0x28: return find(")", from: close + 2).map { (close, $0 + 1) }
        case 0x5B: return find("]", from: close + 2).map { (close, $0 + 1) }
        default: return nil
        }
    }

    /// `<b>`, `</b>`, `<!-- … -->`, `<https://…>`; a tag that ends a line is a blank.
    mutating func tag(_ offset: Int) -> Int {
        if hasPrefix("<!--", offset) {
            return find("-->", from: offset).map { mark(offset, $0 + 3) } ?? offset + 1
        }
        let name = offset + (byte(offset + 1) == 0x2F ? 2 : 1)
        guard (0x61...0x7A).contains(byte(name) | 0x20), let close = find(">", from: offset) else { return offset + 1 }
        let ends = ["br", "p", "div", "li", "td", "tr", "hr"].contains { tag in
            hasPrefix(tag, name) && !isWordByte(name + tag.utf8.count)
        }
        return mark(offset, close + 1, ends ? " " : "")
    }

    /// The `>` that a block quote repeats at the start of its further lines.
    private mutating func quoteMarks(_ offset: Int) -> Int {
        var end = offset
        while byte(end) == 0x3E || byte(end) == 0x20 { end += 1 }
        return text.bytes[offset..<min(end, span.end)].contains(0x3E)
            ? mark(offset - 1, min(end, span.end), " ") : offset
    }
}
