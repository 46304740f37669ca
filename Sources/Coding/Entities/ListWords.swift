import ChanceryCore

/// Endings by which the lists' names make other forms of themselves.
struct ListWords: Sendable {
    /// Endings of adjectives that take no "s" for several.
    let endingsWithoutS: [String]
    /// Endings by which an alias of a state is its adjective.
    let adjectiveEndings: [String]
    /// What a state's official name says before its name: "Republic".
    let stateForms: [String]
    /// Endings of nouns whose plural ends in "es".
    let hissing: [String]

    init(_ lists: WordLists) throws(WordLists.Fault) {
        endingsWithoutS = try lists.list("endings-without-s")
        adjectiveEndings = try lists.list("adjective-endings")
        stateForms = try lists.list("state-forms")
        hissing = try lists.list("hissing")
    }
}
