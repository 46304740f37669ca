import ChanceryCore

/// Cuts a text into units by its lines and whatever markup they carry.
struct Segmenter {
    let text: SourceText
    let format: DocumentFormat
    private var units: [Unit] = []
    private var pending: [Line] = []
    private var isAfterBlank = true

    init(_ text: SourceText, format: DocumentFormat) {
        self.text = text
        self.format = format
    }

    /// The units of a text, in order.
    static func units(of text: SourceText, format: DocumentFormat) -> [Unit] {
        var segmenter = Segmenter(text, format: format)
        segmenter.run()
        return segmenter.units
    }

    private mutating func run() {
        let lines = text.lines()
        let markup = LineMarkup(text: text, format: format)
        var kinds = markup.classify(lines)
        let pairs = zip(lines.indices, lines.indices.dropFirst()).compactMap { first, second in
            kinds[first].isTextLike && kinds[second].isTextLike ? (lines[first], lines[second]) : nil
        }
        let layout = LineLayout.measure(pairs, in: text, leansToWrapped: format == .markdown)
        if layout.isWrapped { markup.withdrawChanceMarks(&kinds, lines, width: layout.width) }
        for (index, line) in lines.enumerated() {
            switch kinds[index] {
            case .blank:
                flush()
                isAfterBlank = true
                continue
            case .text:
                if let last = pending.last, layout.breaks(after: last, before: line, in: text) { flush() }
                pending.append(line)
                continue
            case .continuation:
                extendLast(with: line)
                continue
            case .heading(let level, let body):
                append(Unit(line.span, kind: .heading, body: body, level: level, isMarked: true))
            case .underline(let level):
                underline(line, level: level)
            case .item(let body), .numbered(let body):
                append(Unit(line.span, kind: .listItem, body: body, isMarked: true))
            case .quote(let body):
                quote(line, body: body)
            case .note(let body):
                append(Unit(line.span, kind: .footnote, body: body, isMarked: true))
            case .infobox(let body):
                append(Unit(line.span, kind: .infobox, body: body, isMarked: true))
            case .separator:
                var unit = Unit(line.span, kind: .furniture, isMarked: true)
                unit.isSeparator = true
                append(unit)
            case .furniture:
                append(Unit(line.span, kind: .furniture, isMarked: true))
            }
        }
        flush()
    }

    private mutating func append(_ unit: Unit) {
        flush()
        var unit = unit
        unit.afterBlank = isAfterBlank
        isAfterBlank = false
        units.append(unit)
    }

    private mutating func flush() {
        guard let first = pending.first, let last = pending.last else { return }
        pending = []
        append(Unit(first.span.union(last.span)))
    }

    /// A line that belongs to the item, quote or note before it.
    private mutating func extendLast(with line: Line) {
        flush()
        guard let last = units.indices.last else { return append(Unit(line.span)) }
        units[last].span = units[last].span.union(line.span)
        units[last].body = units[last].body.union(line.span)
    }

    /// A line of `===` or `---` under a paragraph of one line makes that a heading.
    private mutating func underline(_ line: Line, level: Int) {
        guard let title = pending.popLast() else { return append(Unit(line.span, kind: .furniture, isMarked: true)) }
        append(
            Unit(title.span.union(line.span), kind: .heading, body: title.span, level: level, isMarked: true))
    }

    private mutating func quote(_ line: Line, body: ByteSpan) {
        flush()
        if let last = units.indices.last, units[last].kind == .blockQuote, units[last].isMarked, !isAfterBlank {
            units[last].span = units[last].span.union(line.span)
            units[last].body = units[last].body.union(body)
        } else if !body.isEmpty {
            append(Unit(line.span, kind: .blockQuote, body: body, isMarked: true))
        } else {
            append(Unit(line.span, kind: .furniture, isMarked: true))
        }
    }
}
