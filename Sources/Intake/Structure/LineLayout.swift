import ChanceryCore

/// How a text uses its line ends.
///
/// Two conventions meet in files: every line is a paragraph (text saved from a page), or lines are filled up to a
/// width and a blank line parts paragraphs (mail, Project Gutenberg, hand-wrapped Markdown). In a filled text a line
/// ends where the next word would not have fitted, often in the middle of a sentence; that is what is measured.
struct LineLayout: Hashable, Sendable {
    /// Whether consecutive lines are one paragraph.
    var isWrapped: Bool
    /// The width the lines are filled to, in code points; 0 where they are not.
    var width: Int
    /// Whether a line that leaves much room ends its paragraph; in Markdown only a blank line does.
    var partsAtShortLines = true

    /// Every line is a paragraph.
    static let lineIsParagraph = LineLayout(isWrapped: false, width: 0)

    /// Measures the pairs of neighbouring lines that carry no markup.
    ///
    /// - Parameter leansToWrapped: the format itself joins lines (Markdown, wikitext does not), so less proof is asked.
    static func measure(_ pairs: [(Line, Line)], in text: SourceText, leansToWrapped: Bool) -> LineLayout {
        guard !pairs.isEmpty else { return lineIsParagraph }
        let lengths = pairs.map { max($0.0.length, $0.1.length) }.sorted()
        let width = lengths[min(lengths.count - 1, lengths.count * 9 / 10)]
        // Nobody fills lines wider than this; a longer line is a paragraph.
        guard width <= 140 else { return lineIsParagraph }
        var filled = 0
        var midSentence = 0
        for (line, next) in pairs {
            let nextWord = text.words(in: next.span, limit: 1).first.map { text.length($0.raw) } ?? 0
            if Double(line.length + 1 + nextWord) > Double(width) * 0.85 { filled += 1 }
            if !text.endsSentence(line.span) { midSentence += 1 }
        }
        let share = { (count: Int) in Double(count) / Double(pairs.count) }
        let isWrapped =
            leansToWrapped
            ? share(midSentence) >= 0.25
            : pairs.count >= 2 && width >= 30 && share(filled) >= 0.55 && share(midSentence) >= 0.5
        return isWrapped
            ? LineLayout(isWrapped: true, width: width, partsAtShortLines: !leansToWrapped) : lineIsParagraph
    }

    /// Whether the line end after `line` parts paragraphs although no blank line follows: much room was left.
    func breaks(after line: Line, before next: Line, in text: SourceText) -> Bool {
        guard isWrapped else { return true }
        guard partsAtShortLines else { return false }
        let nextWord = text.words(in: next.span, limit: 1).first.map { text.length($0.raw) } ?? 0
        return Double(line.length + 1 + nextWord) < Double(width) * 0.65
    }
}

extension SourceText {
    /// Whether the span ends as a sentence does: with a full stop, question or exclamation mark, colon, or one of them
    /// inside closing quotes or brackets or before a footnote's mark.
    func endsSentence(_ span: ByteSpan, colonCounts: Bool = true) -> Bool {
        var end = span.end
        var digits = 0
        while let (value, start) = scalar(before: end, floor: span.start) {
            if Punctuation.endsSentence(value) { return true }
            if value == 0x3A { return colonCounts }
            if value >= 0x30, value <= 0x39, digits < 3, end == span.end || digits > 0 {
                digits += 1
            } else if !Punctuation.closes(value), value != 0x2A, value != 0x5F {
                return false
            }
            end = start
        }
        return false
    }
}
