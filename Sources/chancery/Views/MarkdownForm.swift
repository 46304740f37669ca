import Foundation
import Record

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
        var notes = Notes()
        for section in page.sections {
            if let heading = section.heading { lines += ["### \(escaped(heading))", ""] }
            for block in section.blocks { lines += set(block, &notes) }
            lines.append("")
        }
        lines.append(escaped(page.closing) + (page.closing.hasSuffix(".") ? "" : "."))
        if !page.also.isEmpty { lines += [""] + page.also.map { escaped($0) + "  " } }
        if !notes.lines.isEmpty { lines += [""] + notes.lines }
        return lines.joined(separator: "\n") + "\n"
    }

    private func set(_ block: Page.Block, _ notes: inout Notes) -> [String] {
        switch block {
        case .item(let item): return [set(item, &notes)]
        case .table(let table): return set(table)
        case .facts(let facts):
            return facts.map { "- \(escaped($0.label)): \(link(escaped($0.value), to: $0.value))" }
        case .citation(let citation): return [set(citation), ""]
        case .passage(let passage):
            return ["> \(escaped(passage.before))**\(escaped(passage.words))**\(escaped(passage.after))", ""]
        }
    }

    /// The notes below a page; the same words of the same document on the same word are one note, however often they are cited.
    private struct Notes {
        private(set) var lines: [String] = []
        private var numbers: [String: Int] = [:]

        mutating func number(of note: String) -> Int {
            if let known = numbers[note] { return known }
            numbers[note] = lines.count + 1
            lines.append("[^\(lines.count + 1)]: \(note)")
            return lines.count
        }
    }

    private func set(_ item: Page.Item, _ notes: inout Notes) -> String {
        var line = "- "
        if !item.margin.isEmpty { line += "**\(escaped(item.margin))**: " }
        line += headline(item.caveat, item.headline, item.tag)
        for further in item.further {
            line += "; " + headline(further.caveat, further.headline, further.tag)
        }
        if !item.remarks.isEmpty { line += "; " + escaped(item.remarks.joined(separator: "; ")) }
        let ids = item.ids + item.further.flatMap(\.ids)
        if !ids.isEmpty { line += " " + ids.map { "`\($0)`" }.joined(separator: " ") }
        line += "."
        for note in item.notes { line += "[^\(notes.number(of: text(of: note)))]" }
        return line
    }

    private func headline(_ caveat: String, _ headline: String, _ tag: String) -> String {
        (caveat.isEmpty ? "" : "*\(escaped(caveat)):* ") + escaped(headline) + (tag.isEmpty ? "" : " (\(escaped(tag)))")
    }

    private func text(of note: Page.Note) -> String {
        var parts: [String] = []
        let question = SafeText.oneLine(note.question)
        if !question.isEmpty { parts.append("asked: “\(escaped(question))”") }
        let quote = SafeText.oneLine(note.quote)
        if !quote.isEmpty { parts.append("“\(escaped(quote))”") }
        let source = note.source.isEmpty ? "" : link(escaped(note.source), to: note.url)
        parts.append([escaped(note.voice), source].filter { !$0.isEmpty }.joined(separator: " "))
        if !note.archiveURL.isEmpty { parts.append(link("archived", to: note.archiveURL)) }
        if let place = note.place { parts.append("characters \(place.start)–\(place.end)") }
        return parts.joined(separator: ", ") + "."
    }

    /// The words, whose they are, and where they are found again, in one paragraph.
    ///
    /// `“Osk recognised Veldania”, told as fact, in the author's own voice of [“Two states”](https://…), Mira Tovan, The
    /// Gazette, 2 Feb 2026, [archived](https://…), retrieved 3 Mar 2026, paragraph 2, characters 40–63 of …`
    private func set(_ citation: Citation) -> String {
        let title = escaped(SafeText.oneLine(citation.title.isEmpty ? citation.document : "“\(citation.title)”"))
        var parts = [
            "“\(escaped(SafeText.oneLine(citation.quote)))”", escaped(citation.told),
            "\(escaped(citation.voice)) \(link(title, to: citation.url))",
        ]
        parts += (citation.authors + [citation.publisher, DateWords.of(citation.publishedOn)])
            .filter { !$0.isEmpty }.map { escaped(SafeText.oneLine($0)) }
        if !citation.archiveURL.isEmpty { parts.append(link("archived", to: citation.archiveURL)) }
        if !citation.retrievedOn.isEmpty { parts.append("retrieved \(escaped(DateWords.of(citation.retrievedOn)))") }
        parts.append(escaped(SafeText.oneLine(citation.place)))
        let ids = [("entry", citation.entry), ("report", citation.report)].filter { !$0.1.isEmpty }
        return parts.joined(separator: ", ") + "; " + ids.map { "\($0.0) `\($0.1)`" }.joined(separator: ", ") + "."
    }

    /// A link to a page of the web; of any other address the words alone.
    private func link(_ words: String, to url: String) -> String {
        guard ["http://", "https://"].contains(where: url.lowercased().hasPrefix) else { return words }
        let allowed = CharacterSet.urlFragmentAllowed.union(CharacterSet(charactersIn: "#%"))
            .subtracting(CharacterSet(charactersIn: "()<>\\"))
        guard let safe = url.addingPercentEncoding(withAllowedCharacters: allowed) else { return words }
        return "[\(words)](\(safe))"
    }

    private func set(_ table: Page.Table) -> [String] {
        let rule = table.columns.indices.map { table.rightAligned.contains($0) ? "---:" : "---" }
        let rows = [table.columns.map(escaped), rule] + table.rows.map { $0.map(escaped) }
        return rows.map { "| " + $0.joined(separator: " | ") + " |" }
    }

    /// Words of a document are text, never markup.
    private func escaped(_ text: String) -> String {
        var out = ""
        for character in SafeText.visible(text) {
            if "\\`*_[]<>|#~".contains(character) { out.append("\\") }
            out.append(character)
        }
        return out
    }
}
