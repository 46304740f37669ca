import ChanceryCore
import Foundation

/// The complements under which a verb, noun or adjective is a cue.
enum CueFrame: Hashable, Sendable {
    case clause, infinitive, gerund, object, objectAs, objectName, objectInfinitive, quotation
    case objectPhrase(String)
    case phrase(String)
}

/// What one word's data lines say: its class under each complement, and its marks.
struct CueEntry: Hashable, Sendable {
    var classes: [CueFrame: CueClass] = [:]
    var finds = false
    var denies: Set<CueFrame> = []
    /// The complements that only name what is talked of, shown or known: no records.
    var topics: Set<CueFrame> = []
    /// The complements that are sayings, but whose content alone claims nothing ("mentioned the port"): no records.
    var pointers: Set<CueFrame> = []
    /// The complements that claim something only under a finite verb of a speaker's: "stressed the need", not "a poll
    /// that stresses the need" or ", stressing the need".
    var finites: Set<CueFrame> = []
}

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
            let file = "verbs/\(cueClass.rawValue).txt"
            try Self.readVerbs(Self.text(of: file), file: file, cueClass, into: &verbs)
        }
        nouns = try Self.entries("nouns.txt")
        adjectives = try Self.entries("adjectives.txt")
        for row in try Self.rows("adverbs.txt", fields: 2, "a class, a colon, adverbs") {
            for word in Self.list(row.fields[1]) { adverbs[word] = try row.cueClass() }
        }
        for row in try Self.rows("phrases.txt", fields: 2, "a class, a colon, a phrase with X") {
            let words = row.fields[1].split(separator: " ").map(String.init)
            guard let place = words.firstIndex(where: { $0 == "X" || $0 == "X's" }) else {
                throw row.fault("a phrase with X or X's")
            }
            guard place > 0 else { throw row.fault("a phrase that does not begin with X") }
            let phrase = CuePhrase(
                words: words, place: place, isPossessive: words[place] == "X's", cueClass: try row.cueClass())
            phrases[words[0], default: []].append(phrase)
        }
        media = try Self.words("media.txt")
        authorities = try Self.words("authorities.txt")
        speakers = try Self.words("speakers.txt")
        lightVerbs = try Self.words("light-verbs.txt")
        addressing = try Self.words("addressing.txt")
        for row in try Self.rows("epithets.txt", fields: 2, "person or body, a colon, words") {
            switch row.fields[0] {
            case "person": epithets.formUnion(Self.list(row.fields[1]))
            case "body": bodies.formUnion(Self.list(row.fields[1]))
            default: throw row.fault("person or body")
            }
        }
        for row in try Self.rows("supposing.txt", fields: 2, "a kind, a colon, words") {
            let words = Self.list(row.fields[1])
            switch row.fields[0] {
            case "imagine": imagining.formUnion(words)
            case "withhold": withholding.formUnion(words)
            case "prospect": prospective.formUnion(words)
            case "anybody": anybody.formUnion(words)
            case "guess": guessing.formUnion(words)
            case "hearsay": hearsay += words.map { $0.split(separator: " ").map(String.init) }
            case "paraphrase": paraphrasing += words.map { $0.split(separator: " ").map(String.init) }
            default: throw row.fault("imagine, withhold, prospect, guess, anybody, paraphrase or hearsay")
            }
        }
        for row in try Self.rows("beside.txt", fields: 2, "a kind, a colon, words or marks") {
            guard let kind = BesideWords.Kind(rawValue: row.fields[0]) else {
                throw row.fault(
                    "one of the kinds \(BesideWords.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            beside.add(Self.list(row.fields[1]), to: kind)
        }
        for row in try Self.rows("stances.txt", fields: 2, "a stance or claim, a colon, words") {
            if row.fields[0] == "claim" {
                claimNouns.formUnion(Self.list(row.fields[1]))
                continue
            }
            guard let kind = Stance.Kind(rawValue: row.fields[0]) else {
                throw row.fault("confirms, backs, doubts, rejects or claim")
            }
            for word in Self.list(row.fields[1]) { stances[word] = kind }
        }
        for row in try Self.rows("lemma-repairs.txt", fields: 2, "a form, a colon, a base form") {
            lemmaRepairs[row.fields[0]] = row.fields[1]
        }
        phraseWords = WordSieve(Array(phrases.keys) + Array(adverbs.keys))
        repairedWords = WordSieve(lemmaRepairs.keys)
        hearsayWords = WordSieve(hearsay.compactMap(\.first))
    }

    /// One line of a data file, with its place for messages.
    private struct Row {
        var fields: [String]
        var file: String
        var line: Int

        func fault(_ expected: String) -> StatementError {
            .malformedLine(file, line, fields.joined(separator: ": "), expected: expected)
        }

        func cueClass() throws -> CueClass {
            guard let found = CueClass(rawValue: fields[0]) else {
                throw fault("one of the classes \(CueClass.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return found
        }
    }

    private static func list(_ field: String) -> [String] {
        field.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func words(_ file: String) throws -> Set<String> {
        Set(try rows(file, fields: 1, "words separated by commas").flatMap { list($0.fields[0]) })
    }

    private static func entries(_ file: String) throws -> [String: CueEntry] {
        var found: [String: CueEntry] = [:]
        for row in try rows(file, fields: 3, "a class, a colon, complements, a colon, words") {
            try add(row.fields[2], row.fields[1], try row.cueClass(), to: &found, row)
        }
        return found
    }

    /// Reads the lines of one class of verbs; `file` is for messages.
    static func readVerbs(
        _ text: String, file: String, _ cueClass: CueClass, into verbs: inout [String: CueEntry]
    ) throws {
        for row in try rows(in: text, file, fields: 2, "complements, a colon, verbs") {
            try add(row.fields[1], row.fields[0], cueClass, to: &verbs, row)
        }
    }

    private static func text(of file: String) throws -> String {
        let data = try ModuleResources.data("statements/\(file)")
        guard let text = String(data: data, encoding: .utf8) else {
            throw StatementError.unreadable("statements/\(file)")
        }
        return text
    }

    private static func rows(_ file: String, fields: Int, _ expected: String) throws -> [Row] {
        try rows(in: text(of: file), file, fields: fields, expected)
    }

    private static func rows(in text: String, _ file: String, fields: Int, _ expected: String) throws -> [Row] {
        var found: [Row] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.components(separatedBy: ": ").map { $0.trimmingCharacters(in: .whitespaces) }
            let row = Row(fields: parts, file: "statements/\(file)", line: number + 1)
            guard parts.count == fields else { throw row.fault(expected) }
            found.append(row)
        }
        return found
    }

    private static func add(
        _ words: String, _ complements: String, _ cueClass: CueClass, to entries: inout [String: CueEntry],
        _ row: Row
    ) throws {
        var frames: [CueFrame] = []
        var finds = false
        var denies = false
        var isTopic = false
        var isPointer = false
        var isFinite = false
        for complement in complements.split(separator: " ") {
            switch complement {
            case "that": frames.append(.clause)
            case "to": frames.append(.infinitive)
            case "ing": frames.append(.gerund)
            case "np": frames.append(.object)
            case "as": frames.append(.objectAs)
            case "name": frames.append(.objectName)
            case "np-to": frames.append(.objectInfinitive)
            case "quote": frames.append(.quotation)
            case "finds": finds = true
            case "denies": denies = true
            case "topic": isTopic = true
            case "points": isPointer = true
            case "finite": isFinite = true
            case _ where complement.hasPrefix("np:"): frames.append(.objectPhrase(String(complement.dropFirst(3))))
            case _ where complement.hasPrefix("p:"): frames.append(.phrase(String(complement.dropFirst(2))))
            default: throw row.fault("only complements that Documentation/statements.md explains")
            }
        }
        for word in list(words) {
            var entry = entries[word] ?? CueEntry()
            for frame in frames where entry.classes[frame] == nil { entry.classes[frame] = cueClass }
            if finds { entry.finds = true }
            if denies { entry.denies.formUnion(frames) }
            if isTopic { entry.topics.formUnion(frames) }
            if isPointer { entry.pointers.formUnion(frames) }
            if isFinite { entry.finites.formUnion(frames) }
            entries[word] = entry
        }
    }
}
