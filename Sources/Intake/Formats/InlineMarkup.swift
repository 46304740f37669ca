import ChanceryCore

/// Finds the markup inside a block of Markdown or wikitext, so that it is not read as words.
///
/// `Osk **signed** [a treaty](https://osk.example/1949).` has the marks `**`, `**`, `[` and `](https://osk.example/1949)`. What
/// has no end within a few thousand bytes is no markup.
struct InlineMarkup {
    private let text: SourceText
    private let span: ByteSpan
    private var marks: [ByteSpan] = []
    /// How many bytes may still be looked at ahead; keeps the work linear on text made of opening brackets.
    private var budget: Int

    /// The longest link, template or tag.
    private static let reach = 4000

    /// The marks in a span, in order, not overlapping; none in a format without inline markup.
    static func marks(in span: ByteSpan, of text: SourceText, format: DocumentFormat) -> [ByteSpan] {
        var scanner = InlineMarkup(text: text, span: span)
        switch format {
        case .markdown: scanner.scanMarkdown()
        case .wikitext: scanner.scanWikitext()
        case .plainText, .html, .jsonLines: return []
        }
        return scanner.marks
    }

    private init(text: SourceText, span: ByteSpan) {
        self.text = text
        self.span = span
        budget = 4000 + 16 * span.count
    }

    private func byte(_ offset: Int) -> UInt8 { offset < span.end ? text.bytes[offset] : 0 }

    private func isBlank(_ offset: Int) -> Bool {
        offset < span.start || offset >= span.end || text.bytes[offset] <= 0x20
    }

    private func isWordByte(_ offset: Int) -> Bool {
        guard offset >= span.start, offset < span.end else { return false }
        let byte = text.bytes[offset]
        return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Where a byte sequence next stands, within reach.
    private mutating func find(_ needle: String, from offset: Int) -> Int? {
        let limit = min(span.end, offset + min(Self.reach, budget))
        var at = offset
        defer { budget -= max(0, at - offset) }
        let first = needle.utf8.first
        while at < limit {
            if text.bytes[at] == first, text.hasPrefix(needle, in: ByteSpan(at, span.end)) { return at }
            at += 1
        }
        return nil
    }

    private mutating func mark(_ start: Int, _ end: Int) -> Int {
        marks.append(ByteSpan(start, end))
        return end
    }

    private mutating func scanMarkdown() {
        var offset = span.start
        // Ends of links whose opening bracket was taken.
        var closings: [Int: Int] = [:]
        while offset < span.end {
            if let end = closings[offset] {
                offset = mark(offset, end)
                continue
            }
            switch byte(offset) {
            case 0x5C where Self.isPunctuation(byte(offset + 1)):
                offset = mark(offset, offset + 1) + 1
            case 0x60: offset = mark(offset, run(0x60, from: offset))
            case 0x7E where byte(offset + 1) == 0x7E: offset = mark(offset, offset + 2)
            case 0x2A, 0x5F: offset = emphasis(offset)
            case 0x21 where byte(offset + 1) == 0x5B:
                if let link = link(offset + 1) { offset = mark(offset, link.end) } else { offset += 1 }
            case 0x5B where byte(offset + 1) != 0x5E:
                if let link = link(offset) {
                    closings[link.textEnd] = link.end
                    offset = mark(offset, offset + 1)
                } else {
                    offset += 1
                }
            case 0x3C: offset = tag(offset)
            case 0x0A: offset = quoteMarks(offset + 1)
            default: offset += 1
            }
        }
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }

    private func run(_ sign: UInt8, from offset: Int) -> Int {
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

    /// `<b>`, `</b>`, `<!-- … -->`, `<https://…>`.
    private mutating func tag(_ offset: Int) -> Int {
        if text.hasPrefix("<!--", in: ByteSpan(offset, span.end)) {
            return find("-->", from: offset).map { mark(offset, $0 + 3) } ?? offset + 1
        }
        let first = byte(offset + 1) == 0x2F ? byte(offset + 2) : byte(offset + 1)
        guard (0x61...0x7A).contains(first | 0x20), let close = find(">", from: offset) else { return offset + 1 }
        return mark(offset, close + 1)
    }

    /// The `>` that a block quote repeats at the start of its further lines.
    private mutating func quoteMarks(_ offset: Int) -> Int {
        var end = offset
        while byte(end) == 0x3E || byte(end) == 0x20 { end += 1 }
        return text.bytes[offset..<min(end, span.end)].contains(0x3E) ? mark(offset, min(end, span.end)) : offset
    }

    private mutating func scanWikitext() {
        var offset = span.start
        while offset < span.end {
            switch (byte(offset), byte(offset + 1)) {
            case (0x27, 0x27): offset = mark(offset, min(run(0x27, from: offset), offset + 5))
            case (0x5B, 0x5B): offset = internalLink(offset)
            case (0x5D, 0x5D): offset = mark(offset, offset + 2)
            case (0x5B, 0x68): offset = externalLink(offset)
            case (0x7B, 0x7B): offset = template(offset)
            case (0x3C, _): offset = reference(offset)
            default: offset += 1
            }
        }
    }

    /// `[[Osk]]`, `[[Osk|the state]]`; links to files and categories hold no words of the text.
    private mutating func internalLink(_ offset: Int) -> Int {
        guard let close = find("]]", from: offset + 2) else { return offset + 2 }
        for prefix in ["[[File:", "[[Image:", "[[Category:"]
        where text.hasPrefix(prefix, in: ByteSpan(offset, span.end)) {
            return mark(offset, close + 2)
        }
        let bar = text.bytes[offset..<close].firstIndex(of: 0x7C)
        return mark(offset, bar.map { $0 + 1 } ?? offset + 2)
    }

    /// `[https://osk.example the treaty]`.
    private mutating func externalLink(_ offset: Int) -> Int {
        guard text.hasPrefix("[http", in: ByteSpan(offset, span.end)), let close = find("]", from: offset) else {
            return offset + 1
        }
        guard let blank = text.bytes[offset..<close].firstIndex(of: 0x20) else { return mark(offset, close + 1) }
        _ = mark(offset, blank)
        _ = mark(close, close + 1)
        return close + 1
    }

    /// `{{template|…}}`, with those inside it.
    private mutating func template(_ offset: Int) -> Int {
        var depth = 0
        var at = offset
        let limit = min(span.end, offset + min(Self.reach, budget))
        defer { budget -= max(0, at - offset) }
        while at < limit {
            switch (byte(at), byte(at + 1)) {
            case (0x7B, 0x7B):
                depth += 1
                at += 2
            case (0x7D, 0x7D):
                depth -= 1
                at += 2
                if depth == 0 { return mark(offset, at) }
            default: at += 1
            }
        }
        return offset + 2
    }

    /// `<ref>…</ref>`, where mark and note stand in one place, or any other tag.
    private mutating func reference(_ offset: Int) -> Int {
        guard text.hasPrefix("<ref", in: ByteSpan(offset, span.end)), let close = find(">", from: offset),
            byte(close - 1) != 0x2F
        else { return tag(offset) }
        return find("</ref>", from: close).map { mark(offset, $0 + 6) } ?? mark(offset, close + 1)
    }
}
