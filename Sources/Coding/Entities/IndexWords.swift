import ChanceryCore

/// Words by which nouns that are no parties lead to some.
struct IndexWords: Sendable {
    /// Nouns that have their name from a place.
    let named: WordSet
    /// Nouns of events whose name does not make a state take part.
    let events: WordSet
    /// Prepositions from a noun to its parties.
    let leading: WordSet
    /// Prepositions behind which a phrase lists whom it means.
    let listing: WordSet
    /// Words of the names of a state's friends.
    let friendly: WordSet

    /// PLOVER's sectors of common nouns that tell who acts where they stand before another noun.
    let actingSectors: Set<String>

    init(_ lists: WordLists) throws(WordLists.Fault) {
        named = try lists.wordSet("named")
        events = try lists.wordSet("events")
        leading = try lists.wordSet("leading")
        listing = try lists.wordSet("listing")
        friendly = try lists.wordSet("friendly")
        actingSectors = Set(try lists.list("acting-sectors"))
    }
}
