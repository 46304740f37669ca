import ChanceryCore

/// The word lists intake reads by, loaded from `Resources/`; kept once, since every reader of a text holds them.
final class Lexicon: Sendable {
    let months: Months
    /// What a page carries besides its text; see `en/furniture.txt`.
    let furniture: RuleSet
    /// Lines that tell where a text comes from; see `en/origins.txt`.
    let origins: RuleSet
    /// Labels, section names and cues; see `en/labels.txt`.
    let labels: Labels
    /// Sentences by which a text declares its own stance; see `en/stances.txt`.
    let stances: RuleSet
    let languages: Languages
    /// What is recognised and not read; see `formats.txt`.
    let formats: ForeignFormats
    /// Character references and templates that carry words.
    let markup: MarkupWords

    private init() throws(IntakeError) {
        months = try Months(resource: "en/months.txt")
        furniture = RuleSet(try RuleLine.load("en/furniture.txt"))
        origins = RuleSet(try RuleLine.load("en/origins.txt"))
        labels = try Labels(resource: "en/labels.txt")
        stances = RuleSet(try RuleLine.load("en/stances.txt"))
        languages = try Languages(resource: "languages.txt")
        formats = try ForeignFormats(resource: "formats.txt")
        markup = try MarkupWords(references: "references.txt", wikitext: "wikitext.txt")
    }

    /// Loads the resources.
    static func load() throws(IntakeError) -> Lexicon { try Lexicon() }
}

/// One rule of a resource file: `id | pattern | example`.
struct RuleLine: Hashable, Sendable {
    let id: String
    let pattern: WordPattern
    /// A line the pattern must match; the tests run all of them.
    let example: String

    /// Reads a file of rules; every fault names file and line.
    static func load(_ resource: String) throws(IntakeError) -> [RuleLine] {
        var rules: [RuleLine] = []
        var seen: Set<String> = []
        for line in try ModuleResources.lines(resource) {
            let fields = line.text.split(separator: " | ", maxSplits: 2).map(String.init)
            guard fields.count == 3, let pattern = WordPattern(id: fields[0], fields[1]) else {
                throw IntakeError.brokenResource(resource, line: line.number, "a rule is `id | pattern | example`")
            }
            guard seen.insert(fields[0]).inserted else {
                throw IntakeError.brokenResource(resource, line: line.number, "the id '\(fields[0])' is used twice")
            }
            rules.append(RuleLine(id: fields[0], pattern: pattern, example: fields[2]))
        }
        return rules
    }
}

/// Short lists of words, one list a line: `name: word; word; …`.
struct Labels: Hashable, Sendable {
    private let lists: [String: Set<String>]

    init(resource: String) throws(IntakeError) {
        var lists: [String: Set<String>] = [:]
        for line in try ModuleResources.lines(resource) {
            guard let colon = line.text.firstIndex(of: ":") else {
                throw IntakeError.brokenResource(resource, line: line.number, "a list is `name: word; word`")
            }
            let words = line.text[line.text.index(after: colon)...].split(separator: ";").map { word in
                word.split(separator: " ").joined(separator: " ")
            }
            lists[String(line.text[..<colon])] = Set(words)
        }
        self.lists = lists
    }

    /// Whether a list holds the words, given in lower case without the punctuation around them.
    func contains(_ list: String, _ words: String) -> Bool { lists[list]?.contains(words) ?? false }
}
