import ChanceryCore

/// Follows an encyclopedia's infobox from line to line: `{{Infobox …}}` and tables in wikitext, or the plain form
/// some dumps use, a line "Infobox" with `- Key: value` rows under it.
struct InfoboxState {
    /// How many `{{` or `{|` are open.
    private var depth = 0
    private var isPlain = false

    /// A blank line ends the plain form.
    mutating func blankLine() { isPlain = false }

    /// The row's words, without its mark, if the line is part of an infobox.
    mutating func row(_ line: Line, in text: SourceText, isWikitext: Bool, nextIsBlank: Bool) -> ByteSpan? {
        if depth == 0, !isPlain {
            if text.hasPrefix("{{", in: line.span) || text.hasPrefix("{|", in: line.span) {
                depth = max(0, balance(line, in: text))
                // A template on one line is a box of one row; a sentence that begins with one is not.
                return depth > 0 || isOfTemplates(line, in: text) ? line.span : nil
            }
            let words = text.words(in: line.span, limit: 4)
            if words.count <= 3, words.first?.folded == "infobox", !nextIsBlank {
                isPlain = true
                return line.span
            }
            return nil
        }
        if isPlain {
            let first = text.bytes[line.span.start]
            guard first == 0x2D || first == 0x2A || first == 0x7C else {
                isPlain = false
                return nil
            }
        } else {
            depth = max(0, depth + balance(line, in: text))
        }
        var start = line.span.start
        while start < line.span.end, [0x2D, 0x2A, 0x7C, 0x20].contains(text.bytes[start]) { start += 1 }
        return start < line.span.end ? ByteSpan(start, line.span.end) : line.span
    }

    /// Whether a line holds nothing but templates.
    private func isOfTemplates(_ line: Line, in text: SourceText) -> Bool {
        var depth = 0
        var offset = line.span.start
        while offset < line.span.end {
            let pair = (text.bytes[offset], offset + 1 < line.span.end ? text.bytes[offset + 1] : 0)
            switch pair {
            case (0x7B, 0x7B), (0x7B, 0x7C): depth += 1
            case (0x7D, 0x7D), (0x7C, 0x7D): depth -= 1
            default:
                if depth <= 0, text.bytes[offset] > 0x20 { return false }
                offset += 1
                continue
            }
            offset += 2
        }
        return true
    }

    private func balance(_ line: Line, in text: SourceText) -> Int {
        var depth = 0
        var offset = line.span.start
        while offset + 1 < line.span.end {
            switch (text.bytes[offset], text.bytes[offset + 1]) {
            case (0x7B, 0x7B), (0x7B, 0x7C): depth += 1
            case (0x7D, 0x7D), (0x7C, 0x7D): depth -= 1
            default:
                offset += 1
                continue
            }
            offset += 2
        }
        return depth
    }
}
