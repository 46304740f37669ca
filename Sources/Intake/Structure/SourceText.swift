import ChanceryCore

/// A document's UTF-8 bytes, with the questions that structure asks of them.
struct SourceText: Sendable {
    /// The text in UTF-8; always valid.
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The words of a span.
    func string(_ span: ByteSpan) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

    /// The number of bytes of the blank (white space, zero-width mark) that begins at `offset`; 0 where none does,
    /// and at the limit.
    func blank(at offset: Int, limit: Int) -> Int {
        guard offset < limit else { return 0 }
        let first = bytes[offset]
        if first <= 0x20 || first == 0x7F { return 1 }
        if first < 0xC2 { return 0 }
        if first == 0xC2 {
            return offset + 1 < limit && (bytes[offset + 1] == 0xA0 || bytes[offset + 1] == 0x85) ? 2 : 0
        }
        guard offset + 2 < limit else { return 0 }
        switch (first, bytes[offset + 1], bytes[offset + 2]) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F),
            (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
            return 3
        default: return 0
        }
    }

    /// The span without the blanks at its ends; empty, at its start, where it holds nothing else.
    func trimmed(_ span: ByteSpan) -> ByteSpan {
        var start = span.start
        while start < span.end {
            let width = blank(at: start, limit: span.end)
            if width == 0 { break }
            start += width
        }
        var end = span.end
        scan: while end > start {
            for width in 1...3 where end - width >= start && blank(at: end - width, limit: end) == width {
                end -= width
                continue scan
            }
            break
        }
        return ByteSpan(start, end)
    }

    /// The code point that begins at `offset`, and the byte after it; 0, which no text holds, behind the text's end.
    func scalar(at offset: Int) -> (value: UInt32, end: Int) {
        guard offset < bytes.count else { return (0, offset + 1) }
        let first = UInt32(bytes[offset])
        if first < 0x80 { return (first, offset + 1) }
        let (width, lead): (Int, UInt32) =
            first < 0xE0 ? (2, first & 0x1F) : first < 0xF0 ? (3, first & 0x0F) : (4, first & 0x07)
        guard offset + width <= bytes.count else { return (0, bytes.count) }
        var value = lead
        for index in 1..<width { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
        return (value, offset + width)
    }

    /// The code point that ends before `offset`, and its first byte; nil at `floor`.
    func scalar(before offset: Int, floor: Int) -> (value: UInt32, start: Int)? {
        guard offset > floor else { return nil }
        var start = offset - 1
        while start > floor, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return (scalar(at: start).value, start)
    }

    /// Whether the span begins with the bytes of `prefix`.
    func hasPrefix(_ prefix: String, in span: ByteSpan) -> Bool {
        let prefix = prefix.utf8
        return span.count >= prefix.count && bytes[span.start..<(span.start + prefix.count)].elementsEqual(prefix)
    }

    /// The number of code points of a span.
    func length(_ span: ByteSpan) -> Int {
        var count = 0
        for byte in bytes[span.start..<span.end] where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
