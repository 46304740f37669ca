import ChanceryCore

/// Words by which phrases tell of parties.
struct PhraseWords: Sendable {
    /// Articles by which a word for a people tells of one of them.
    let oneOf: WordSet
    /// Prepositions behind which a place's name is a party's.
    let dealing: WordSet
    /// Prepositions behind which it is one where nobody moves.
    let leaning: WordSet
    /// Verbs and nouns of going.
    let motion: WordSet
    /// What makes an evening of a party.
    let festive: WordSet
    /// Nouns and numbers that only measure what follows their "of".
    let measures: WordSet
    /// Nouns for bodies that are parties whoever owns them.
    let bodies: WordSet
    /// Words for people of no state.
    let barePeoples: WordSet
    /// Verbs by which a body is made.
    let making: WordSet
    /// Verbs for those who lead a group.
    let groupLeading: WordSet
    /// Modifiers that tell how many or which, and are no part of a name.
    let counting: WordSet
    /// What powers are that are states.
    let mighty: WordSet
    /// Endings of adjectives that stand for a people without an "s".
    let bareEndings: [String]

    init(_ lists: WordLists) throws(WordLists.Fault) {
        oneOf = try lists.wordSet("one-of")
        dealing = try lists.wordSet("dealing")
        leaning = try lists.wordSet("leaning")
        motion = try lists.wordSet("motion")
        festive = try lists.wordSet("festive")
        measures = try lists.wordSet("measures")
        bodies = try lists.wordSet("bodies")
        barePeoples = try lists.wordSet("bare-peoples")
        making = try lists.wordSet("making")
        groupLeading = try lists.wordSet("group-leading")
        counting = try lists.wordSet("counting")
        mighty = try lists.wordSet("mighty")
        bareEndings = try lists.list("bare-endings")
    }
}
