/// What `html.txt` says of an element's name and of the words on it.
struct PageElements: Hashable, Sendable {
    private let labels: Labels

    init() throws(IntakeError) { labels = try Labels(resource: "html.txt") }

    /// Whether the element holds no words to read.
    func isSkipped(_ name: String) -> Bool { labels.contains("skipped", name) }
    /// Whether the element ends a line of text.
    func isBlock(_ name: String) -> Bool { labels.contains("block", name) }

    /// Whether the element holds the page's words and not the text's, by its name or the words of its class, id and role.
    func isFurniture(_ name: String, _ attributes: [String: String]) -> Bool {
        if labels.contains("furniture", name) { return true }
        // A page's own frame may be called anything.
        if name == "body" || name == "html" || name == "main" || name == "article" { return false }
        var found = false
        for key in ["class", "id", "role"] {
            for word in (attributes[key] ?? "").lowercased().split(whereSeparator: { !$0.isLetter }) {
                if labels.contains("article-words", String(word)) { return false }
                if labels.contains("furniture-words", String(word)) { found = true }
            }
        }
        return found
    }
}
