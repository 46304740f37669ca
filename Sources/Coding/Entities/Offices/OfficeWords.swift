import ChanceryCore

/// Words by which offices are told.
struct OfficeWords: Sendable {
    /// Prepositions behind an office that tell its field.
    let fieldPrepositions: WordSet
    /// Small words inside an office's name.
    let insideOffices: WordSet
    /// Verbs by which somebody is told to hold an office.
    let copulas: WordSet
    /// Verbs for those who lead a body.
    let leading: WordSet
    /// Sectors whose offices are a state's.
    let statelySectors: WordSet

    init(_ lists: WordLists) throws(WordLists.Fault) {
        fieldPrepositions = try lists.wordSet("field-prepositions")
        insideOffices = try lists.wordSet("inside-offices")
        copulas = try lists.wordSet("copulas")
        leading = try lists.wordSet("leading")
        statelySectors = try lists.wordSet("stately-sectors")
    }
}
