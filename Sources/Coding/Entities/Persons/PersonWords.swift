import ChanceryCore

/// Words by which persons are told from other names.
struct PersonWords: Sendable {
    /// Small words that no person's name has.
    let noPersons: WordSet
    /// What tells father and son of one name apart.
    let generations: WordSet
    /// What follows a name in lower case and is no part of it.
    let suffixes: WordSet
    /// Articles before a surname that are not always written.
    let nameArticles: WordSet
    /// Words right before another name of the one named.
    let aliasCues: WordSet
    /// Participles that tell what somebody is called.
    let naming: WordSet
    /// Words between such a participle and the name.
    let namingLinks: WordSet

    init(_ lists: WordLists) throws(WordLists.Fault) {
        noPersons = try lists.wordSet("no-persons")
        generations = try lists.wordSet("generations")
        suffixes = try lists.wordSet("suffixes")
        nameArticles = try lists.wordSet("name-articles")
        aliasCues = try lists.wordSet("alias-cues")
        naming = try lists.wordSet("naming")
        namingLinks = try lists.wordSet("naming-links")
    }
}
