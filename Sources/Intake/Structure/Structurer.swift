import ChanceryCore

/// Decides the part every unit of a text plays. One file of this folder a pass, in the order of ``run()``.
struct Structurer {
    let text: SourceText
    let lexicon: Lexicon
    /// The title where it is known from outside the text.
    let givenTitle: String?
    let format: DocumentFormat
    var units: [Unit]
    /// What the text says of itself.
    var metadata = DocumentMetadata()
    /// Words that tell where the text comes from, in order.
    var originMarks: [OriginMark] = []
    /// How often the whole text was searched for a line.
    var comparisons = 0
    /// The words of lines, which a dozen passes ask for.
    private let lines = LineWords()

    /// Words read once; a body's words are the same in every copy of the structurer, so all share them.
    private final class LineWords {
        private(set) var found: [ByteSpan: [Word]] = [:]

        /// Keeps the words of so many lines as articles have; those of a million lines would fill the memory.
        func keep(_ words: [Word], of body: ByteSpan) {
            if found.count < 2_000 { found[body] = words }
        }
    }

    /// Units with more words than this are running text; rules for short lines do not look at them.
    static let longestLine = 60

    init(text: SourceText, units: [Unit], lexicon: Lexicon, givenTitle: String?, format: DocumentFormat) {
        self.text = text
        self.units = units
        self.lexicon = lexicon
        self.givenTitle = givenTitle
        self.format = format
    }

    mutating func run() {
        markFurniture()
        markTitle()
        markProvenance()
        markTurns()
        markLabels()
        markAttributions()
        markNotes()
        markBlockQuotes()
        markShortLines()
        for index in units.indices where units[index].kind == nil { units[index].kind = .paragraph }
        markInlineMarkup()
        markLanguage()
        originMarks.sort { $0.span < $1.span }
    }

    private mutating func markInlineMarkup() {
        for index in units.indices {
            let found = inlineMarkup(units[index].body)
            units[index].substitutions = found.substitutions
            if found.notes.isEmpty { continue }
            // A mark of a footnote may stand inside another: one span holds both.
            units[index].noteMarks = (units[index].noteMarks + found.notes).sorted().reduce(into: []) { merged, mark in
                if let last = merged.last, last.overlaps(mark) {
                    merged[merged.count - 1] = last.union(mark)
                } else {
                    merged.append(mark)
                }
            }
        }
    }

    private func inlineMarkup(_ span: ByteSpan) -> InlineMarkup {
        InlineMarkup.found(in: span, of: text, format: format, words: lexicon.markup)
    }

    /// The words of a span without markup, their blanks made single.
    func plain(_ span: ByteSpan) -> String {
        let found = inlineMarkup(span)
        var bytes: [UInt8] = []
        var offset = span.start
        let left = found.substitutions + found.notes.map { Substitution($0, " ") }
        for mark in left.sorted(by: { $0.span < $1.span }) where mark.span.start >= offset {
            bytes += text.bytes[offset..<mark.span.start]
            bytes += Array(mark.text.utf8)
            offset = mark.span.end
        }
        bytes += text.bytes[offset..<span.end]
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The words of a unit's body if it is a line and no long paragraph; empty otherwise.
    func lineWords(_ unit: Unit) -> [Word] {
        guard unit.body.count <= Self.longestLine * 24 else { return [] }
        if let known = lines.found[unit.body] { return known }
        let isLine = text.wordCount(in: unit.body, limit: Self.longestLine + 1) <= Self.longestLine
        let line = isLine ? text.words(in: unit.body) : []
        lines.keep(line, of: unit.body)
        return line
    }

    private mutating func markLanguage() {
        var words: [Word] = []
        for unit in units where unit.block.isCoded && words.count < Languages.sample {
            let limit = Languages.sample - words.count
            let line = lineWords(unit)
            words += line.isEmpty ? text.words(in: unit.body, limit: limit) : Array(line.prefix(limit))
        }
        metadata.language = lexicon.languages.language(of: words)
    }
}
