/// Sets a page in Markdown with numbered notes, to be pasted into an article.
///
/// Every item is a list item; every telling is a note (`[^1]`, as GitHub, Pandoc and most editors read them) that
/// quotes the words and names the document and the place.
struct MarkdownForm: Sendable {
    /// Makes the form.
    init() {}

    /// The page as Markdown; ends in a line end.
    func text(_ page: Page) -> String {
        var lines = ["## \(escaped(page.title))", ""]
        var notes: [String] = []
        for section in page.sections {
            if let heading = section.heading { lines += ["### \(escaped(heading))", ""] }
            for block in section.blocks { lines += set(block, &notes) }
            lines.append("")
        }
        lines.append(escaped(page.summary) + (page.summary.hasSuffix(".") ? "" : "."))
        if !notes.isEmpty { lines += [""] + notes }
        return lines.joined(separator: "\n") + "\n"
    }

    private func set(_ block: Page.Block, _ notes: inout [String]) -> [String] {
        switch block {
        case .item(let item): return [set(item, &notes)]
        case .table(let table): return set(table)
        case .facts(let facts):
            return facts.map { "- \(escaped($0.label)): \(escaped($0.value))" }
        case .passage(let passage):
            return ["> \(escaped(passage.before))**\(escaped(passage.words))**\(escaped(passage.after))", ""]
        }
    }

    private func set(_ item: Page.Item, _ notes: inout [String]) -> String {
        var line = "- "
        if !item.margin.isEmpty { line += "**\(escaped(item.margin))**: " }
        if !item.caveat.isEmpty { line += "*\(escaped(item.caveat)):* " }
        line += escaped(item.headline)
        if !item.tag.isEmpty { line += " (\(escaped(item.tag)))" }
        if !item.remarks.isEmpty { line += "; " + escaped(item.remarks.joined(separator: "; ")) }
        line += "."
        for note in item.notes {
            let number = notes.count + 1
            line += "[^\(number)]"
            let place = note.place.map { ", characters \($0.start)–\($0.end)" } ?? ""
            let quote = SafeText.oneLine(note.quote)
            let words = quote.isEmpty ? "" : "“\(escaped(quote))”, "
            notes.append("[^\(number)]: \(words)\(escaped(note.voice))\(place).")
        }
        return line
    }

    private func set(_ table: Page.Table) -> [String] {
        let rule = table.columns.indices.map { table.rightAligned.contains($0) ? "---:" : "---" }
        let rows = [table.columns.map(escaped), rule] + table.rows.map { $0.map(escaped) }
        return rows.map { "| " + $0.joined(separator: " | ") + " |" }
    }

    /// Words of a document are text, never markup.
    private func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            if "\\`*_[]<>|#~".contains(character) { out.append("\\") }
            out.append(character)
        }
        return out
    }
}
