import ChanceryCore

extension Structurer {
    /// The run of glued digits 1, 2, 3 … through the text, with the unit each stands in.
    func gluedRun() -> [(index: Int, mark: ByteSpan)] {
        var run: [(index: Int, mark: ByteSpan)] = []
        for index in units.indices where canHoldMarks(units[index]) {
            for (number, mark) in gluedNumbers(in: units[index].body) where number == run.count + 1 {
                run.append((index, mark))
            }
        }
        return run
    }

    /// Numbers of up to three digits glued to the end of a word, or to the punctuation after it.
    private func gluedNumbers(in span: ByteSpan) -> [(Int, ByteSpan)] {
        var found: [(Int, ByteSpan)] = []
        var offset = span.start
        while offset < span.end {
            guard isDigit(offset) else {
                offset += 1
                continue
            }
            let start = offset
            while offset < span.end, isDigit(offset) { offset += 1 }
            guard offset - start <= 3, text.bytes[start] != 0x30, isGlued(start, in: span), endsWord(offset, in: span),
                let number = Int(text.string(ByteSpan(start, offset)))
            else { continue }
            found.append((number, ByteSpan(start, offset)))
        }
        return found
    }

    private func isDigit(_ offset: Int) -> Bool { (0x30...0x39).contains(text.bytes[offset]) }

    /// Whether what stands before a digit is a word of at least two small letters, or punctuation after a word.
    private func isGlued(_ offset: Int, in span: ByteSpan) -> Bool {
        guard let (value, start) = text.scalar(before: offset, floor: span.start),
            let (before, _) = text.scalar(before: start, floor: span.start)
        else { return false }
        let isSmall = { (value: UInt32) in Unicode.Scalar(value)?.properties.isLowercase ?? false }
        if isSmall(value) { return isSmall(before) }
        guard [0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F].contains(value) || Punctuation.closes(value) else { return false }
        // "1,2", "3.5": the punctuation belongs to a number; " (5" is no closing mark.
        return !(0x30...0x39).contains(before) && before != 0x20
    }

    private func endsWord(_ offset: Int, in span: ByteSpan) -> Bool {
        guard offset < span.end else { return true }
        let (value, end) = text.scalar(at: offset)
        if text.blank(at: offset, limit: span.end) > 0 { return true }
        guard
            [0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F, 0x29].contains(value) || Punctuation.closes(value)
                || Punctuation.isDash(value) && value != 0x2D
        else { return false }
        return end >= span.end || !isDigit(end)
    }

    /// Superscript digits after a word, `[1]` and `[^1]`.
    func explicitMarks(in span: ByteSpan) -> [ByteSpan] {
        var found: [ByteSpan] = []
        var offset = span.start
        while offset < span.end {
            let (value, end) = text.scalar(at: offset)
            if Self.isSuperscript(value) {
                let start = offset
                offset = end
                while offset < span.end, Self.isSuperscript(text.scalar(at: offset).value) {
                    offset = text.scalar(at: offset).end
                }
                if start > span.start, followsWord(start, in: span) { found.append(ByteSpan(start, offset)) }
                continue
            }
            if value == 0x5B, let close = bracketEnd(offset, in: span) {
                found.append(ByteSpan(offset, close))
                offset = close
                continue
            }
            offset = end
        }
        return found
    }

    /// A unit's raised number ("km²") is no mark: the word before must have three letters or be closed by punctuation.
    private func followsWord(_ offset: Int, in span: ByteSpan) -> Bool {
        var letters = 0
        var end = offset
        while letters < 3, let (value, start) = text.scalar(before: end, floor: span.start) {
            if letters > 0, value == 0x2019 || value == 0x27 {
                end = start
                continue
            }
            if [0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F].contains(value) || Punctuation.closes(value) {
                return letters == 0
            }
            guard Unicode.Scalar(value)?.properties.isAlphabetic ?? false else { return false }
            letters += 1
            end = start
        }
        return letters == 3
    }

    private static func isSuperscript(_ value: UInt32) -> Bool {
        value == 0xB9 || value == 0xB2 || value == 0xB3 || (0x2070...0x2079).contains(value)
    }

    private func bracketEnd(_ offset: Int, in span: ByteSpan) -> Int? {
        var end = offset + 1
        let isNamed = end < span.end && text.bytes[end] == 0x5E
        if isNamed { end += 1 }
        let start = end
        while end < span.end, end - start < 20, isNamed ? isNamePart(end) : isDigit(end) { end += 1 }
        guard end > start, end < span.end, text.bytes[end] == 0x5D, isNamed || end - start <= 3 else { return nil }
        // A Markdown link's text is followed by its address.
        if end + 1 < span.end, text.bytes[end + 1] == 0x28 { return nil }
        return end + 1
    }

    private func isNamePart(_ offset: Int) -> Bool {
        let byte = text.bytes[offset]
        return isDigit(offset) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D || byte == 0x5F
    }

    /// The number a note's text begins with, `1. `, `[1] `, `1) `, `1 ` or `¹`, and the text after it.
    func afterNumber(_ span: ByteSpan) -> (number: Int, body: ByteSpan)? {
        var start = span.start
        if start < span.end, text.bytes[start] == 0x5B || text.bytes[start] == 0x5E || text.bytes[start] == 0x28 {
            start += 1
        }
        var end = start
        while end < span.end, end - start < 3, isDigit(end) { end += 1 }
        guard end > start, let number = Int(text.string(ByteSpan(start, end))) else { return nil }
        let mark = end
        while end < span.end, [0x5D, 0x29, 0x2E, 0x3A].contains(text.bytes[end]) { end += 1 }
        guard end < span.end, mark < end || text.blank(at: end, limit: span.end) > 0, !isDigit(end) else { return nil }
        return (number, text.trimmed(ByteSpan(end, span.end)))
    }
}
