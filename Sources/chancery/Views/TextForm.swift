import ChanceryCore
import Record

/// Sets a page for a terminal or a plain text file.
struct TextForm: Sendable {
    /// How lines are set.
    private let layout: TextLayout
    /// The margin's columns: a day, its month and year, and two blanks.
    private static let margin = 14

    /// Makes the form for a terminal.
    init(_ terminal: Terminal) { layout = TextLayout(terminal: terminal) }

    /// The page as text; ends in a line end.
    func text(_ page: Page) -> String {
        var lines = layout.paragraph([Piece(page.title, .strong)], indent: 0) + [""]
        var quoted: Set<String>? = page.quotesOnce ? [] : nil
        for section in page.sections {
            if let heading = section.heading {
                lines += layout.paragraph([Piece(heading, .strong)], indent: 0) + [""]
            }
            for block in section.blocks {
                let set = set(block, &quoted)
                if !set.isEmpty { lines += set + [""] }
            }
        }
        lines += layout.paragraph([Piece(page.closing, .faint)], indent: 0)
        for line in page.also { lines += layout.paragraph([Piece(line, .faint)], indent: 0) }
        return lines.map(trimmed).joined(separator: "\n") + "\n"
    }

    private func trimmed(_ line: String) -> Substring {
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return line
    }

    /// - Parameter quoted: what is quoted above already; nil where every quotation is printed whole.
    private func set(_ block: Page.Block, _ quoted: inout Set<String>?) -> [String] {
        switch block {
        case .item(let item): set(item, &quoted)
        case .table(let table): set(table)
        case .facts(let facts): set(facts)
        case .citation: []
        case .passage(let passage):
            layout.paragraph(
                [Piece(passage.before, .faint), Piece(marked(passage.words), .mark), Piece(passage.after, .faint)],
                indent: 2)
        }
    }

    /// Where no colour can mark words, angle quotes do.
    private func marked(_ words: String) -> String { layout.terminal.isColoured ? words : "‹\(words)›" }

    private func set(_ item: Page.Item, _ quoted: inout Set<String>?) -> [String] {
        var lines = layout.paragraph(headline(item.caveat, item.headline, item.tag), indent: Self.margin)
        // A date too long for the margin stands on a line of its own.
        if DisplayWidth.of(item.margin) < Self.margin {
            let first = lines.removeFirst().dropFirst(Self.margin)
            let date = TextLayout.padded(SafeText.visible(item.margin), to: Self.margin)
            lines.insert(layout.render([Piece(date, .faint)]) + first, at: 0)
        } else {
            lines.insert(layout.render([Piece(item.margin, .faint)]), at: 0)
        }
        for further in item.further {
            lines += layout.paragraph(headline(further.caveat, further.headline, further.tag), indent: Self.margin)
        }
        for note in item.notes.prefix(item.shownNotes) {
            if !note.question.isEmpty {
                lines += layout.paragraph(
                    [Piece("asked: "), Piece("“\(SafeText.oneLine(note.question))”", .quote)], indent: Self.margin)
            }
            lines += quotation(note, &quoted)
            let voice = [note.voice, note.source].filter { !$0.isEmpty }.joined(separator: " ")
            lines += layout.paragraph([Piece(voice)], indent: Self.margin)
        }
        let closing = item.remarks + item.ids + item.further.flatMap(\.ids)
        if !closing.isEmpty {
            lines += layout.paragraph([Piece(closing.joined(separator: " · "), .faint)], indent: Self.margin)
        }
        return lines
    }

    private func headline(_ caveat: String, _ headline: String, _ tag: String) -> [Piece] {
        var pieces: [Piece] = []
        if !caveat.isEmpty { pieces.append(Piece("\(caveat): ", .caveat)) }
        pieces.append(Piece(headline, .strong))
        if !tag.isEmpty { pieces.append(Piece(" (\(tag))", .faint)) }
        return pieces
    }

    /// How many words recall a quotation that stands above.
    private static let recalled = 5

    private func quotation(_ note: Page.Note, _ quoted: inout Set<String>?) -> [String] {
        let quote = SafeText.oneLine(note.quote)
        guard !quote.isEmpty else { return [] }
        let key = "\(note.source)\n\(quote)"
        let words = quote.split(separator: " ")
        // A short quotation is as soon read as found again.
        guard quoted?.insert(key).inserted == false, words.count > Self.recalled * 2 else {
            return layout.paragraph(
                [Piece("“", .quote)] + pieces(quote, marking: note.marks) + [Piece("”", .quote)], indent: Self.margin)
        }
        let recalled = note.clause.isEmpty ? words : note.clause.split(separator: " ")
        let opening = recalled.prefix(Self.recalled).joined(separator: " ")
        let cut = recalled.count > Self.recalled ? " …" : ""
        return layout.paragraph(
            [Piece("“\(opening)\(cut)”", .quote), Piece(" (quoted above)", .faint)], indent: Self.margin)
    }

    /// A quotation with the words that are to be marked; without colours as it stands, for no sign is to be added to it.
    private func pieces(_ quote: String, marking words: [String]) -> [Piece] {
        guard layout.terminal.isColoured, !words.isEmpty else { return [Piece(quote, .quote)] }
        let scalars = Array(quote.unicodeScalars)
        func text(_ range: Range<Int>) -> String {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[range])
            return String(text)
        }
        var pieces: [Piece] = []
        var end = 0
        for place in FoundWords(words).places(in: quote) where place.start >= end {
            pieces += [Piece(text(end..<place.start), .quote), Piece(text(place.start..<place.end), .found)]
            end = place.end
        }
        return pieces + [Piece(text(end..<scalars.count), .quote)]
    }

    private func set(_ facts: [Page.Fact]) -> [String] {
        let width = (facts.map { DisplayWidth.of($0.label) }.max() ?? 0) + 2
        return facts.flatMap { fact in
            var lines = layout.paragraph([Piece(fact.value)], indent: width + 2)
            let label = "  " + TextLayout.padded(fact.label, to: width)
            let first = lines.removeFirst().dropFirst(width + 2)
            return [layout.render([Piece(label, .faint)]) + first] + lines
        }
    }

    /// Columns as wide as their widest cell; where the line has no room for all of them, the widest is wrapped, so that
    /// nothing is cut.
    private func set(_ table: Page.Table) -> [String] {
        let all = [table.columns] + table.rows
        var widths = table.columns.indices.map { column in all.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        let room = layout.terminal.width - 2 * max(widths.count - 1, 0)
        if let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths.reduce(0, +) > room {
            widths[widest] = max(widths[widest] - (widths.reduce(0, +) - room), Self.narrowest)
        }
        return all.enumerated().flatMap { number, row in
            let cells = row.indices.map { lines(of: row[$0], width: widths[$0]) }
            return (0..<(cells.map(\.count).max() ?? 0)).map { line in
                let set = cells.indices.map { column in
                    TextLayout.padded(
                        line < cells[column].count ? cells[column][line] : "", to: widths[column],
                        flushRight: table.rightAligned.contains(column))
                }
                return layout.render([Piece(set.joined(separator: "  "), number == 0 ? .faint : .plain)])
            }
        }
    }

    /// The columns that a wrapped cell keeps.
    private static let narrowest = 20

    /// A cell's lines, broken between words, the later ones indented.
    private func lines(of cell: String, width: Int) -> [String] {
        var lines = [""]
        for word in cell.split(separator: " ", omittingEmptySubsequences: false) {
            let line = lines[lines.count - 1]
            let isFirst = line.allSatisfy { $0 == " " }
            if !isFirst, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width {
                lines.append("  \(word)")
            } else {
                lines[lines.count - 1] = isFirst ? line + word : "\(line) \(word)"
            }
        }
        return lines
    }
}
