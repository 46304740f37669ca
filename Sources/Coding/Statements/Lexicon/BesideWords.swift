/// The marks and words of `beside.txt`: by what a source is named beside words, rather than with a verb.
struct BesideWords: Sendable {
    /// What a line of the file holds.
    enum Kind: String, Sendable, CaseIterable {
        /// Marks before the name of whoever the words are by.
        case dash
        /// Prepositions by which words come from somebody.
        case origin
        /// Prepositions by which they do not.
        case other
        /// Nouns for somebody's words.
        case words
        /// Words that point back to what was quoted.
        case back
        /// Verbs that hand over to whoever they name.
        case quoting
        /// Words before a verb that do.
        case so
    }

    private var lists: [Kind: Set<String>] = [:]

    /// Whether a kind of line has a word.
    func holds(_ kind: Kind, _ word: String) -> Bool { lists[kind]?.contains(word) ?? false }

    mutating func add(_ words: [String], to kind: Kind) { lists[kind, default: []].formUnion(words) }
}
