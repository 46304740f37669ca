import ChanceryCore

/// What markup a line carries, if any.
enum LineKind: Hashable, Sendable {
    case blank
    /// Running text.
    case text
    /// More of the item, quote or note on the line before.
    case continuation
    case heading(level: Int, body: ByteSpan)
    /// `===` or `---` under a heading.
    case underline(level: Int)
    case item(body: ByteSpan)
    /// An item with a number or letter for a mark.
    case numbered(body: ByteSpan)
    case quote(body: ByteSpan)
    case note(body: ByteSpan)
    case infobox(body: ByteSpan)
    case separator
    case furniture

    /// Whether the line may be running text: a number at its start may be there by chance.
    var isTextLike: Bool {
        switch self {
        case .text, .numbered: true
        default: false
        }
    }
}

/// Recognises the markup of plain text, Markdown and wikitext line by line.
struct LineMarkup {
    let text: SourceText
    let format: DocumentFormat

    /// The kind of every line.
    func classify(_ lines: [Line]) -> [LineKind] {
        var kinds: [LineKind] = []
        kinds.reserveCapacity(lines.count)
        var box = InfoboxState()
        var isFenced = false
        for (index, line) in lines.enumerated() {
            let previous = kinds.last ?? .blank
            if line.isBlank {
                kinds.append(.blank)
                box.blankLine()
                continue
            }
            if format == .markdown, hasPrefix("```", line) || hasPrefix("~~~", line) {
                isFenced.toggle()
                kinds.append(.furniture)
                continue
            }
            if isFenced {
                kinds.append(.furniture)
                continue
            }
            let nextIsBlank = index + 1 >= lines.count || lines[index + 1].isBlank
            if let row = box.row(line, in: text, isWikitext: format == .wikitext, nextIsBlank: nextIsBlank) {
                kinds.append(.infobox(body: row))
            } else {
                kinds.append(kind(of: line, after: previous))
            }
        }
        return kinds
    }

    /// Takes back a mark that filling put at the start of a line by chance: "… in the year\n1949. The …".
    func withdrawChanceMarks(_ kinds: inout [LineKind], _ lines: [Line], width: Int) {
        for index in kinds.indices.dropFirst() {
            guard case .numbered = kinds[index], kinds[index - 1] == .text, !text.endsSentence(lines[index - 1].span),
                lines[index - 1].length * 10 > width * 7
            else { continue }
            kinds[index] = .text
        }
    }

    private func hasPrefix(_ prefix: String, _ line: Line) -> Bool { text.hasPrefix(prefix, in: line.span) }

    private func kind(of line: Line, after previous: LineKind) -> LineKind {
        if let heading = equalsHeading(line) ?? hashHeading(line) { return heading }
        if let rule = rule(line, after: previous) { return rule }
        if let note = note(line) { return note }
        if text.bytes[line.span.start] == 0x3E, format != .wikitext {
            return .quote(body: afterMarks(line, marks: [0x3E]))
        }
        if let item = item(line) { return item }
        if format == .wikitext, text.bytes[line.span.start] == 0x3A {
            return .quote(body: afterMarks(line, marks: [0x3A]))
        }
        if line.indent >= 2, isItemLike(previous) { return .continuation }
        return .text
    }

    private func isItemLike(_ kind: LineKind) -> Bool {
        switch kind {
        case .item, .numbered, .note, .continuation: true
        default: false
        }
    }

    /// `== Heading ==`, in wikitext and in plain texts made from it; the number of signs is the level.
    private func equalsHeading(_ line: Line) -> LineKind? {
        var start = line.span.start
        var end = line.span.end
        while start < end, text.bytes[start] == 0x3D { start += 1 }
        while end > start, text.bytes[end - 1] == 0x3D { end -= 1 }
        let level = min(start - line.span.start, line.span.end - end)
        let body = text.trimmed(ByteSpan(start, end))
        guard (1...6).contains(level), !body.isEmpty, start - line.span.start == line.span.end - end else { return nil }
        return .heading(level: level, body: body)
    }

    /// `## Heading`, in Markdown and in plain text.
    private func hashHeading(_ line: Line) -> LineKind? {
        guard format != .wikitext else { return nil }
        var start = line.span.start
        while start < line.span.end, text.bytes[start] == 0x23 { start += 1 }
        guard (1...6).contains(start - line.span.start), start < line.span.end, text.bytes[start] == 0x20 else {
            return nil
        }
        var body = text.trimmed(ByteSpan(start, line.span.end))
        while body.count > 1, text.bytes[body.end - 1] == 0x23 {
            body = text.trimmed(ByteSpan(body.start, body.end - 1))
        }
        return .heading(level: start - line.span.start, body: body)
    }

    /// A line of nothing but rule signs: an underline after text in Markdown, else a separator.
    private func rule(_ line: Line, after previous: LineKind) -> LineKind? {
        var signs = 0
        var first: UInt32?
        var isUniform = true
        var offset = line.span.start
        while offset < line.span.end {
            let (value, end) = text.scalar(at: offset)
            if text.blank(at: offset, limit: line.span.end) == 0 {
                guard Self.isRuleSign(value) else { return nil }
                signs += 1
                if let first, first != value { isUniform = false }
                first = first ?? value
            }
            offset = end
        }
        guard let first else { return nil }
        if previous == .text, isUniform, signs >= 3, first == 0x3D || (first == 0x2D && format == .markdown) {
            return .underline(level: first == 0x3D ? 1 : 2)
        }
        return signs >= 3 || first > 0x7F ? .separator : nil
    }

    private static func isRuleSign(_ value: UInt32) -> Bool {
        switch value {
        case 0x2A, 0x2D, 0x3D, 0x5F, 0x7E, 0x23, 0x2B, 0x2012...0x2015, 0x2022, 0x2042, 0x2500...0x257F, 0xB7, 0x25CF,
            0x25C6, 0x2605, 0x2217, 0x2731:
            true
        default: false
        }
    }

    /// `[^1]: text`, Markdown's footnote.
    private func note(_ line: Line) -> LineKind? {
        guard format != .wikitext, hasPrefix("[^", line) else { return nil }
        var offset = line.span.start + 2
        while offset + 1 < line.span.end, offset < line.span.start + 40 {
            if text.bytes[offset] == 0x5D {
                guard text.bytes[offset + 1] == 0x3A else { return nil }
                return .note(body: text.trimmed(ByteSpan(offset + 2, line.span.end)))
            }
            offset += 1
        }
        return nil
    }

    /// `- item`, `• item`, `1. item`, `a) item`; in wikitext `* item` and `# item` without a blank too.
    private func item(_ line: Line) -> LineKind? {
        let (first, end) = text.scalar(at: line.span.start)
        guard end < line.span.end else { return nil }
        if format == .wikitext, first == 0x2A || first == 0x23 {
            return .item(body: afterMarks(line, marks: [0x2A, 0x23, 0x3A]))
        }
        let isBullet =
            first == 0x2A || first == 0x2B || first == 0x2D || first == 0x2022 || first == 0x25AA || first == 0xB7
            || first == 0x25E6 || first == 0x2023 || first == 0x25CF
        if isBullet {
            let isGluable = first > 0x7F
            guard isGluable || text.blank(at: end, limit: line.span.end) > 0 else { return nil }
            return .item(body: text.trimmed(ByteSpan(end, line.span.end)))
        }
        return enumerated(line)
    }

    private func enumerated(_ line: Line) -> LineKind? {
        var offset = line.span.start
        if text.bytes[offset] == 0x28 { offset += 1 }
        let start = offset
        while offset < line.span.end, offset - start < 3, (0x30...0x39).contains(text.bytes[offset]) { offset += 1 }
        if offset == start, offset < line.span.end, (0x61...0x7A).contains(text.bytes[offset] | 0x20) { offset += 1 }
        let isLetter = offset > start && text.bytes[start] > 0x39
        guard offset > start, offset + 1 < line.span.end else { return nil }
        let mark = text.bytes[offset]
        guard mark == 0x29 || (mark == 0x2E && !isLetter), text.blank(at: offset + 1, limit: line.span.end) > 0 else {
            return nil
        }
        return .numbered(body: text.trimmed(ByteSpan(offset + 1, line.span.end)))
    }

    private func afterMarks(_ line: Line, marks: Set<UInt8>) -> ByteSpan {
        var start = line.span.start
        while start < line.span.end,
            marks.contains(text.bytes[start]) || text.blank(at: start, limit: line.span.end) > 0
        {
            start += max(1, text.blank(at: start, limit: line.span.end))
        }
        return ByteSpan(start, line.span.end)
    }
}
