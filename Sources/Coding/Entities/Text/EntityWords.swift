import ChanceryCore

/// The words by which a text tells who is who, by the stage that reads them.
///
/// Read from `Resources/entities`, where each list says what it is for; never changed, and kept once for all documents.
final class EntityWords: Sendable {
    let lists: ListWords
    let shared: SharedWords
    let names: NameWords
    let persons: PersonWords
    let owners: OwnerWords
    let offices: OfficeWords
    let phrases: PhraseWords
    let antecedents: AntecedentWords
    let pronouns: PronounWords
    let index: IndexWords

    /// Reads the module's own words.
    ///
    /// - Throws: what a file's reading throws, with the line at fault.
    init() throws {
        lists = try ListWords(Self.lists("list-words.txt"))
        shared = try SharedWords(Self.lists("shared-words.txt"))
        names = try NameWords(Self.lists("name-words.txt"))
        persons = try PersonWords(Self.lists("person-words.txt"))
        owners = try OwnerWords(Self.lists("owner-words.txt"))
        offices = try OfficeWords(Self.lists("office-words.txt"))
        phrases = try PhraseWords(Self.lists("phrase-words.txt"))
        antecedents = try AntecedentWords(Self.lists("antecedent-words.txt"))
        pronouns = try PronounWords(Self.lists("pronoun-words.txt"))
        index = try IndexWords(Self.lists("index-words.txt"))
    }

    private static func lists(_ name: String) throws -> WordLists {
        try ModuleResources.words("entities/" + name)
    }
}
