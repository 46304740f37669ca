import ChanceryCore

/// Words by which names are found.
struct NameWords: Sendable {
    /// Words of which many states' bodies have their names.
    let sharedNames: WordSet
    /// Names that are written like a pronoun.
    let pronounNames: WordSet
    /// Words in capitals that are no names, though a list has them.
    let noNames: WordSet
    /// Small words inside long names.
    let insideNames: WordSet
    /// Short words that begin a name, as they are written.
    let beginnings: WordSet
    /// Prepositions behind which a name tells its field.
    let fields: WordSet
    /// Prepositions behind which a name tells its state.
    let belonging: WordSet
    /// Those that do so with an article between.
    let belongingWithArticle: WordSet
    /// Articles before a plain noun.
    let plainArticles: WordSet
    /// Words with a capital that only begin a sentence.
    let openers: WordSet
    /// Words between states that are listed.
    let stateJoints: WordSet
    /// Words between the possessives of states that are listed.
    let possessiveJoints: WordSet

    init(_ lists: WordLists) throws(WordLists.Fault) {
        sharedNames = try lists.wordSet("shared-names")
        pronounNames = try lists.wordSet("pronoun-names")
        noNames = try lists.wordSet("no-names")
        insideNames = try lists.wordSet("inside-names")
        beginnings = try lists.wordSet("beginnings")
        fields = try lists.wordSet("fields")
        belonging = try lists.wordSet("belonging")
        belongingWithArticle = try lists.wordSet("belonging-with-article")
        plainArticles = try lists.wordSet("plain-articles")
        openers = try lists.wordSet("openers")
        stateJoints = try lists.wordSet("state-joints")
        possessiveJoints = try lists.wordSet("possessive-joints")
    }
}
