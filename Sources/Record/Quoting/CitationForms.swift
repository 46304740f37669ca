import ChanceryCore

/// A citation as the places want it where people write: a footnote, BibTeX, CSL-JSON, Markdown, wikitext.
///
/// Every form has the words with it and says how they are told; nothing of it is made up where a document does not say it.
package struct CitationForms: Hashable, Sendable {
    private let citation: Citation

    /// Makes the forms of a citation.
    package init(_ citation: Citation) { self.citation = citation }

    private var title: String { citation.title.isEmpty ? citation.document : citation.title }

    /// Author, title, publisher, date, address, place, and the words.
    package var footnote: String {
        var parts = [citation.authors.joined(separator: ", "), "“\(title)”", citation.publisher]
        parts.append(DateWords.of(citation.publishedOn))
        if !citation.url.isEmpty { parts.append(citation.url) }
        if !citation.retrievedOn.isEmpty { parts.append("retrieved \(DateWords.of(citation.retrievedOn))") }
        parts.append(citation.place)
        let source = parts.filter { !$0.isEmpty }.joined(separator: ", ")
        return SafeText.oneLine("\(source): “\(citation.quote)” (\(citation.told))")
    }

    /// The words as a quotation with their source behind them; no character of a document is markup.
    package var markdown: String {
        func plain(_ text: String) -> String {
            var out = ""
            for character in SafeText.oneLine(text) {
                if "\\`*_[]<>|#~".contains(character) { out.append("\\") }
                out.append(character)
            }
            return out
        }
        return "> \(plain(citation.quote))\n>\n> — \(plain(footnoteSource)), \(plain(citation.told))"
    }

    private var footnoteSource: String {
        [
            citation.authors.joined(separator: ", "), title, citation.publisher, DateWords.of(citation.publishedOn),
            citation.url,
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// A `<ref>` with the template that most wikis have for sources of the web, with the words in `quote`.
    package var wikitext: String {
        func plain(_ text: String) -> String {
            SafeText.oneLine(text).replacing("|", with: "{{!}}").replacing("<", with: "&lt;")
                .replacing("[[", with: "&#91;&#91;").replacing("]]", with: "&#93;&#93;")
        }
        let fields = [
            ("author", citation.authors.joined(separator: "; ")), ("title", title), ("publisher", citation.publisher),
            ("date", citation.publishedOn), ("url", citation.url), ("archive-url", citation.archiveURL),
            ("access-date", citation.retrievedOn), ("at", citation.place), ("quote", citation.quote),
        ].filter { !$0.1.isEmpty }
        let template = citation.url.isEmpty ? "citation" : "cite web"
        return "<ref>{{\(template) |\(fields.map { "\($0.0)=\(plain($0.1))" }.joined(separator: " |"))}}</ref>"
    }

    /// An entry for BibTeX (`@misc`, whose fields every style has).
    package var bibTeX: String {
        func plain(_ text: String) -> String {
            var out = ""
            for character in SafeText.oneLine(text) {
                switch character {
                case "\\": out += "\\textbackslash{}"
                case "{", "}", "$", "&", "#", "%", "_": out += "\\\(character)"
                case "~": out += "\\textasciitilde{}"
                case "^": out += "\\textasciicircum{}"
                default: out.append(character)
                }
            }
            return out
        }
        let date = EDTF(citation.publishedOn)
        let fields = [
            ("author", citation.authors.map { plain($0) }.joined(separator: " and ")), ("title", "{\(plain(title))}"),
            ("publisher", plain(citation.publisher)), ("year", date?.year.map { String($0) } ?? ""),
            ("date", date == nil ? "" : citation.publishedOn), ("url", citation.url),
            ("urldate", citation.retrievedOn),
            ("note", plain("\(citation.place): “\(citation.quote)” (\(citation.told))")),
        ].filter { !$0.1.isEmpty }
        let lines = fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n")
        return "@misc{chancery-\(citation.report),\n\(lines)\n}"
    }

    private struct Item: Encodable {
        struct Name: Encodable { var literal: String }
        struct Day: Encodable {
            var parts: [[Int]]
            private enum CodingKeys: String, CodingKey { case parts = "date-parts" }
        }

        var id: String
        var type = "webpage"
        var author: [Name]?
        var title: String
        var publisher: String?
        var issued: Day?
        var accessed: Day?
        var url: String?
        var locator: String
        var note: String

        private enum CodingKeys: String, CodingKey {
            case id, type, author, title, publisher, issued, accessed, url = "URL", locator, note
        }
    }

    /// An item of CSL-JSON, in an array as tools read it.
    package var csl: String { Self.csl([citation]) }

    /// Items of CSL-JSON, in one array.
    package static func csl(_ citations: [Citation]) -> String {
        (try? JSONLine.encode(citations.map { CitationForms($0).item })) ?? "[]"
    }

    private var item: Item {
        func day(_ text: String) -> Item.Day? {
            let parts = text.split(separator: "-").map { Int($0) }
            guard !text.isEmpty, (1...3).contains(parts.count), parts.allSatisfy({ $0 != nil }) else { return nil }
            return Item.Day(parts: [parts.compactMap { $0 }])
        }
        let authors = citation.authors.map { Item.Name(literal: $0) }
        return Item(
            id: citation.report, author: authors.isEmpty ? nil : authors, title: title,
            publisher: citation.publisher.isEmpty ? nil : citation.publisher, issued: day(citation.publishedOn),
            accessed: day(citation.retrievedOn), url: citation.url.isEmpty ? nil : citation.url,
            locator: citation.place, note: "“\(citation.quote)” (\(citation.told))")
    }
}
