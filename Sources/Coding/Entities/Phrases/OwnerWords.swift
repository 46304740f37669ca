import ChanceryCore

/// Words by which a noun tells whose it is.
struct OwnerWords: Sendable {
    /// Prepositions by which a counterpart tells its state.
    let homePrepositions: WordSet
    /// Prepositions behind a noun that tell whose it is.
    let owningPrepositions: WordSet
    /// Nouns in an office's name behind which its state may stand.
    let fieldNouns: WordSet
    /// Participles behind a name that make it another's.
    let contrary: WordSet
    /// What makes a name behind it another's.
    let contraryPrefixes: WordSet

    init(_ lists: WordLists) throws(WordLists.Fault) {
        homePrepositions = try lists.wordSet("home-prepositions")
        owningPrepositions = try lists.wordSet("owning-prepositions")
        fieldNouns = try lists.wordSet("field-nouns")
        contrary = try lists.wordSet("contrary")
        contraryPrefixes = try lists.wordSet("contrary-prefixes")
    }
}
