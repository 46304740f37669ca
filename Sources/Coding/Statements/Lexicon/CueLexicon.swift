import ChanceryCore

/// A phrase that names a source beside its clause: `"in X's view"`.
struct CuePhrase: Hashable, Sendable {
    var words: [String]
    /// Where the source stands among the words.
    var place: Int
    var isPossessive: Bool
    var cueClass: CueClass
}

/// Every word list of `Resources/statements/`, read and checked.
struct CueLexicon: Sendable {
    /// The words by which constructions are told apart.
    let lists: StatementWords
    private(set) var verbs: [String: CueEntry] = [:]
    private(set) var nouns: [String: CueEntry] = [:]
    private(set) var adjectives: [String: CueEntry] = [:]
    private(set) var adverbs: [String: CueClass] = [:]
    /// Phrases by their first word.
    private(set) var phrases: [String: [CuePhrase]] = [:]
    private(set) var media: Set<String> = []
    private(set) var authorities: Set<String> = []
    private(set) var speakers: Set<String> = []
    private(set) var lightVerbs: Set<String> = []
    /// Nouns that tell again of a person, or of a body, whom the text has named.
    private(set) var epithets: Set<String> = []
    private(set) var bodies: Set<String> = []
    /// Verbs under which a saying is imagined.
    private(set) var imagining: Set<String> = []
    /// Verbs, adjectives and nouns with an infinitive that is still to come ("likely to say").
    private(set) var prospective: Set<String> = []
    /// Verbs under which a saying does not take place.
    private(set) var withholding: Set<String> = []
    /// Words for nobody in particular.
    private(set) var anybody: Set<String> = []
    /// Phrases that announce words as the author's rendering, each in its words.
    private(set) var paraphrasing: [[String]] = []
    /// Phrases by which a sentence hands its words to nobody ("or so we are told"), each in its words.
    private(set) var hearsay: [[String]] = []
    /// Adverbs of guessing ("apparently believes").
    private(set) var guessing: Set<String> = []
    /// Verbs by which somebody takes a stance to another's words.
    private(set) var stances: [String: Stance.Kind] = [:]
    /// Nouns by which another's words are meant again.
    private(set) var claimNouns: Set<String> = []
    /// Verbs whose object is the one spoken to.
    private(set) var addressing: Set<String> = []
    /// By what a source is named beside words, without a verb.
    private(set) var beside = BesideWords()
    private(set) var lemmaRepairs: [String: String] = [:]
    /// The verbs that are listed with a particle.
    private(set) var particleVerbs = WordSieve([])
    /// The words that phrases begin with, and adverbs.
    private(set) var phraseWords = WordSieve([])
    /// The words that hearsay begins with.
    private(set) var hearsayWords = WordSieve([])
    /// The words whose lemmas are repaired.
    private(set) var repairedWords = WordSieve([])

    /// Reads the lists from the module's resources.
    ///
    /// - Throws: a Foundation error for a file that is missing, ``StatementError`` for a line
    ///   that does not have its file's format, ``ChanceryCore/WordLists/Fault`` for one of `words.txt`.
    init() throws {
        lists = try StatementWords()
        for cueClass in CueClass.allCases {
            for row in try CueRow.rows("verbs/\(cueClass.rawValue).txt", fields: 2, CueRow.ofVerbs) {
                try row.add(cueClass, to: &verbs)
            }
        }
        nouns = try Self.entries("nouns.txt")
        adjectives = try Self.entries("adjectives.txt")
        for row in try CueRow.rows("adverbs.txt", fields: 2, "a class, a colon, adverbs") {
            for word in row.list(1) { adverbs[word] = try row.cueClass() }
        }
        for row in try CueRow.rows("phrases.txt", fields: 2, "a class, a colon, a phrase with X") {
            let words = row.fields[1].split(separator: " ").map(String.init)
            guard let place = words.firstIndex(where: { $0 == "X" || $0 == "X's" }) else {
                throw row.fault("a phrase with X or X's")
            }
            guard place > 0 else { throw row.fault("a phrase that does not begin with X") }
            let phrase = CuePhrase(
                words: words, place: place, isPossessive: words[place] == "X's", cueClass: try row.cueClass())
            phrases[words[0], default: []].append(phrase)
        }
        media = try CueRow.words("media.txt")
        authorities = try CueRow.words("authorities.txt")
        speakers = try CueRow.words("speakers.txt")
        lightVerbs = try CueRow.words("light-verbs.txt")
        addressing = try CueRow.words("addressing.txt")
        for row in try CueRow.rows("epithets.txt", fields: 2, "person or body, a colon, words") {
            switch row.fields[0] {
            case "person": epithets.formUnion(row.list(1))
            case "body": bodies.formUnion(row.list(1))
            default: throw row.fault("person or body")
            }
        }
        for row in try CueRow.rows("supposing.txt", fields: 2, "a kind, a colon, words") {
            let words = row.list(1)
            switch row.fields[0] {
            case "imagine": imagining.formUnion(words)
            case "withhold": withholding.formUnion(words)
            case "prospect": prospective.formUnion(words)
            case "anybody": anybody.formUnion(words)
            case "guess": guessing.formUnion(words)
            case "hearsay": hearsay += row.phrases(1)
            case "paraphrase": paraphrasing += row.phrases(1)
            default: throw row.fault("imagine, withhold, prospect, guess, anybody, paraphrase or hearsay")
            }
        }
        for row in try CueRow.rows("beside.txt", fields: 2, "a kind, a colon, words or marks") {
            guard let kind = BesideWords.Kind(rawValue: row.fields[0]) else {
                throw row.fault(
                    "one of the kinds \(BesideWords.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            beside.add(row.list(1), to: kind)
        }
        for row in try CueRow.rows("stances.txt", fields: 2, "a stance or claim, a colon, words") {
            if row.fields[0] == "claim" {
                claimNouns.formUnion(row.list(1))
                continue
            }
            guard let kind = Stance.Kind(rawValue: row.fields[0]) else {
                throw row.fault("confirms, backs, doubts, rejects or claim")
            }
            for word in row.list(1) { stances[word] = kind }
        }
        for row in try CueRow.rows("lemma-repairs.txt", fields: 2, "a form, a colon, a base form") {
            lemmaRepairs[row.fields[0]] = row.fields[1]
        }
        particleVerbs = WordSieve(verbs.keys.filter { $0.utf8.contains(UInt8(ascii: " ")) })
        phraseWords = WordSieve(Array(phrases.keys) + Array(adverbs.keys))
        repairedWords = WordSieve(lemmaRepairs.keys)
        hearsayWords = WordSieve(hearsay.compactMap(\.first))
    }

    private static func entries(_ file: String) throws -> [String: CueEntry] {
        var found: [String: CueEntry] = [:]
        for row in try CueRow.rows(file, fields: 3, "a class, a colon, complements, a colon, words") {
            try row.add(try row.cueClass(), to: &found)
        }
        return found
    }
}
