/// Turns what somebody typed into a full-text pattern that is always valid.
public enum SearchPattern {
    /// What must be found, each a word, or several that follow one another.
    ///
    /// `embassy "diplomatic relations"` gives `embassy` and `diplomatic relations`.
    public static func phrases(_ words: String) -> [String] {
        var phrases: [String] = []
        for (index, part) in words.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if index % 2 == 1 {
                phrases.append(String(part))
            } else {
                phrases += part.split(whereSeparator: \.isWhitespace).map(String.init)
            }
        }
        return phrases.filter { $0.contains { $0.isLetter || $0.isNumber } }.map { $0.replacing("\0", with: " ") }
    }

    /// Every word must be found; words between double quotes must follow one another. Nil where nothing is left.
    ///
    /// `embassy "diplomatic relations"` becomes `"embassy" "diplomatic relations"`: no character has a meaning of its
    /// own, so that nothing typed can be a syntax error.
    static func pattern(_ words: String) -> String? {
        let wanted = phrases(words)
        return wanted.isEmpty ? nil : wanted.map { "\"\($0)\"" }.joined(separator: " ")
    }
}
