import ChanceryCore

/// One blank-delimited word of a line, without the punctuation around it.
struct Word: Hashable, Sendable {
    /// The bytes between the blanks.
    var raw: ByteSpan
    /// The bytes without the punctuation at both ends; all of `raw` where the word is nothing but punctuation.
    var core: ByteSpan
    /// The core in lower case, with straight apostrophes.
    var folded: String
    /// Whether the core begins with a capital letter.
    var isCapitalised: Bool
    /// Whether every letter of the core is a capital and there are at least two.
    var isUpper: Bool
}

extension SourceText {
    /// The words of a span, at most `limit` of them.
    func words(in span: ByteSpan, limit: Int = .max) -> [Word] {
        var words: [Word] = []
        forEachWord(in: span, limit: limit) { words.append(word($0)) }
        return words
    }

    /// How many words stand in a span; `limit` at most.
    func wordCount(in span: ByteSpan, limit: Int) -> Int {
        var count = 0
        forEachWord(in: span, limit: limit) { _ in count += 1 }
        return count
    }

    /// Gives what stands between blanks, stretch by stretch.
    private func forEachWord(in span: ByteSpan, limit: Int, _ take: (ByteSpan) -> Void) {
        var left = limit
        var offset = span.start
        while offset < span.end, left > 0 {
            let width = blank(at: offset, limit: span.end)
            if width > 0 {
                offset += width
                continue
            }
            let start = offset
            while offset < span.end {
                // Nearly all of a word is plain letters.
                if bytes[offset] > 0x20, bytes[offset] < 0x7F {
                    offset += 1
                } else if blank(at: offset, limit: span.end) == 0 {
                    offset = scalar(at: offset).end
                } else {
                    break
                }
            }
            take(ByteSpan(start, min(offset, span.end)))
            left -= 1
        }
    }

    private func word(_ raw: ByteSpan) -> Word {
        var start = raw.start
        while start < raw.end {
            let (value, end) = scalar(at: start)
            guard Punctuation.isEdge(value) else { break }
            start = end
        }
        var end = raw.end
        while let (value, before) = scalar(before: end, floor: start), Punctuation.isEdge(value) { end = before }
        let core = start < end ? ByteSpan(start, end) : raw
        return isPlain(core) ? plainWord(raw, core) : unicodeWord(raw, core)
    }

    /// Whether nothing but ASCII and curly apostrophes stands there.
    private func isPlain(_ core: ByteSpan) -> Bool {
        var offset = core.start
        while offset < core.end {
            if bytes[offset] < 0x80 {
                offset += 1
            } else if isApostrophe(at: offset, core.end) {
                offset += 3
            } else {
                return false
            }
        }
        return true
    }

    /// Whether a curly apostrophe, U+2018 or U+2019, stands at an offset.
    private func isApostrophe(at offset: Int, _ end: Int) -> Bool {
        offset + 2 < end && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
            && (bytes[offset + 2] == 0x98 || bytes[offset + 2] == 0x99)
    }

    /// Nearly all words of nearly all texts: Unicode's tables are ten times slower.
    private func plainWord(_ raw: ByteSpan, _ core: ByteSpan) -> Word {
        var capitals = 0
        var smalls = 0
        let folded = String(unsafeUninitializedCapacity: core.count) { buffer in
            var count = 0
            var offset = core.start
            while offset < core.end {
                let byte = bytes[offset]
                let isCapital = byte >= 0x41 && byte <= 0x5A
                if isCapital { capitals += 1 } else if byte >= 0x61 && byte <= 0x7A { smalls += 1 }
                buffer[count] = byte >= 0x80 ? 0x27 : isCapital ? byte | 0x20 : byte
                count += 1
                offset += byte >= 0x80 ? 3 : 1
            }
            return count
        }
        let first = bytes[core.start]
        return Word(
            raw: raw, core: core, folded: folded, isCapitalised: first >= 0x41 && first <= 0x5A,
            isUpper: capitals >= 2 && smalls == 0)
    }

    private func unicodeWord(_ raw: ByteSpan, _ core: ByteSpan) -> Word {
        var folded = ""
        var capitals = 0
        var smalls = 0
        for scalar in string(core).unicodeScalars {
            if scalar == "\u{2019}" || scalar == "\u{2018}" {
                folded.unicodeScalars.append("'")
                continue
            }
            if scalar.properties.isUppercase { capitals += 1 } else if scalar.properties.isLowercase { smalls += 1 }
            folded += scalar.properties.lowercaseMapping
        }
        let isCapital = Unicode.Scalar(scalar(at: core.start).value)?.properties.isUppercase ?? false
        return Word(
            raw: raw, core: core, folded: folded, isCapitalised: isCapital, isUpper: capitals >= 2 && smalls == 0)
    }
}

/// Classes of punctuation by code point.
enum Punctuation {
    /// Marks that stand at the edge of a word and are no part of it.
    static func isEdge(_ value: UInt32) -> Bool {
        switch value {
        case 0x21, 0x22, 0x27...0x2A, 0x2C...0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D, 0x5F, 0x60, 0x7B, 0x7D, 0x7E,
            0xAB, 0xBB, 0x2010...0x2015, 0x2018...0x201F, 0x2022, 0x2026, 0x2039, 0x203A:
            true
        default: false
        }
    }

    /// Marks that open a quotation.
    static func opensQuote(_ value: UInt32) -> Bool {
        switch value {
        case 0x22, 0xAB, 0x201C, 0x201E, 0x201F, 0x2018, 0x2039: true
        default: false
        }
    }

    /// Marks that close a quotation.
    static func closesQuote(_ value: UInt32) -> Bool {
        switch value {
        case 0x22, 0x27, 0xBB, 0x201C, 0x201D, 0x2019, 0x203A: true
        default: false
        }
    }

    /// Marks that close what they follow: quotes and brackets.
    static func closes(_ value: UInt32) -> Bool { closesQuote(value) || value == 0x29 || value == 0x5D }

    /// Marks that end a sentence.
    static func endsSentence(_ value: UInt32) -> Bool {
        value == 0x2E || value == 0x21 || value == 0x3F || value == 0x2026 || value == 0x3002
    }

    /// Dashes that set words apart.
    static func isDash(_ value: UInt32) -> Bool { value == 0x2D || (0x2012...0x2015).contains(value) }
}
