import ChanceryCore
import Foundation

/// The words by which a text tells who is who, by the stage that reads them.
///
/// Read from `Resources/entities`, where each list says what it is for; never changed, and kept once for all documents.
final class EntityWords: Sendable {
    let shared: SharedWords
    let names: NameWords
    let persons: PersonWords
    let owners: OwnerWords
    let offices: OfficeWords

    /// Reads the module's own words.
    ///
    /// - Throws: what a file's reading throws, with the line at fault.
    init() throws {
        shared = try SharedWords(Self.lists("shared-words.txt"))
        names = try NameWords(Self.lists("name-words.txt"))
        persons = try PersonWords(Self.lists("person-words.txt"))
        owners = try OwnerWords(Self.lists("owner-words.txt"))
        offices = try OfficeWords(Self.lists("office-words.txt"))
    }

    private static func lists(_ name: String) throws -> WordLists {
        let file = "entities/" + name
        return try WordLists(
            text: String(decoding: try ModuleResources.data(file), as: UTF8.self),
            file: ModuleResources.folder(file).path)
    }
}

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
        fields = try lists.wordSet("fields")
        belonging = try lists.wordSet("belonging")
        belongingWithArticle = try lists.wordSet("belonging-with-article")
        plainArticles = try lists.wordSet("plain-articles")
        openers = try lists.wordSet("openers")
        stateJoints = try lists.wordSet("state-joints")
        possessiveJoints = try lists.wordSet("possessive-joints")
    }
}

/// Words by which persons are told from other names.
struct PersonWords: Sendable {
    /// Small words that no person's name has.
    let noPersons: WordSet
    /// What tells father and son of one name apart.
    let generations: WordSet
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
        nameArticles = try lists.wordSet("name-articles")
        aliasCues = try lists.wordSet("alias-cues")
        naming = try lists.wordSet("naming")
        namingLinks = try lists.wordSet("naming-links")
    }
}

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
