import ChanceryCore

/// Words that several stages ask for.
struct SharedWords: Sendable {
    /// Prepositions behind which a name is the place where something is.
    let locations: WordSet
    /// Words before a noun that point back.
    let definite: WordSet
    /// Words before a noun that tell somebody for the first time.
    let indefinite: WordSet
    /// Endings of a possessive, as the tokenizer cuts them.
    let possessives: WordSet
    /// Pronouns for a man.
    let male: WordSet
    /// Pronouns for a woman.
    let female: WordSet
    /// Words between an owner and what is its own.
    let ownerJoints: WordSet
    /// Prepositions that only liken or turn one thing to another.
    let likening: WordSet

    init(_ lists: WordLists) throws(WordLists.Fault) {
        locations = try lists.wordSet("locations")
        definite = try lists.wordSet("definite")
        indefinite = try lists.wordSet("indefinite")
        possessives = try lists.wordSet("possessives")
        male = try lists.wordSet("male")
        female = try lists.wordSet("female")
        ownerJoints = try lists.wordSet("owner-joints")
        likening = try lists.wordSet("likening")
    }
}
