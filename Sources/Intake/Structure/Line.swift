import ChanceryCore

/// One line of a text.
struct Line: Sendable {
    /// Its bytes without the line end.
    var full: ByteSpan
    /// Its bytes without blanks at both ends.
    var span: ByteSpan
    /// Its length in code points, blanks at the ends left out.
    var length: Int

    /// Whether the line holds nothing but blanks.
    var isBlank: Bool { span.isEmpty }
    /// The number of bytes of blank before its first word.
    var indent: Int { span.start - full.start }
}

extension SourceText {
    /// The lines of the text: LF, CR LF, CR, form feed, vertical tab, U+2028 and U+2029 end one.
    func lines() -> [Line] {
        var lines: [Line] = []
        var start = 0
        var offset = 0
        func close(at end: Int) {
            let full = ByteSpan(start, end)
            let span = trimmed(full)
            lines.append(Line(full: full, span: span, length: length(span)))
        }
        while offset < bytes.count {
            let width = lineEnd(at: offset)
            if width == 0 {
                offset += 1
                continue
            }
            close(at: offset)
            offset += width
            start = offset
        }
        if start < bytes.count { close(at: bytes.count) }
        return lines
    }

    private func lineEnd(at offset: Int) -> Int {
        switch bytes[offset] {
        case 0x0A, 0x0B, 0x0C: return 1
        case 0x0D: return offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
        case 0xE2:
            guard offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return 0 }
            return bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9 ? 3 : 0
        default: return 0
        }
    }
}
