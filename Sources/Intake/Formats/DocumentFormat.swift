/// The formats intake reads.
public enum DocumentFormat: String, Hashable, Sendable, CaseIterable {
    /// Plain text; headings, lists and quotes are recognised by their shape.
    case plainText
    /// Markdown (CommonMark's blocks, and footnotes).
    case markdown
    /// HTML; the document's text is the page's clean text.
    case html
    /// Wikitext: headings, lists and infobox lines.
    case wikitext
    /// One document a line.
    case jsonLines

    /// The extensions a folder walk reads, in the order they are listed to the user.
    public static let knownExtensions = ["txt", "md", "markdown", "html", "htm", "wiki", "wikitext", "jsonl"]

    /// The format of a file by its name; nil where the extension says nothing.
    public init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        switch fileName[fileName.index(after: dot)...].lowercased() {
        case "txt", "text": self = .plainText
        case "md", "markdown": self = .markdown
        case "html", "htm", "xhtml": self = .html
        case "wiki", "wikitext", "mediawiki": self = .wikitext
        case "jsonl", "ndjson": self = .jsonLines
        default: return nil
        }
    }
}
