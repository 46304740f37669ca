import Foundation

/// The words that decide how a number is read: people, units, qualifiers, names with numbers in them.
struct FigureLexicon: Sendable {
    /// The classes of `units.txt`; the file tells what each is for.
    enum Class: String, CaseIterable, Sendable {
        case time, money, symbols, measure
        case peopleVerbs = "people-verbs"
        case peopleAdjectives = "people-adjectives"
        case ordinalNames = "ordinal-names"
        case vague
        case carryPrepositions = "carry-prepositions"
        case pointing, dating, numbered, votes, invariable, strong, months, fractions
        case changeVerbs = "change-verbs"
        case places
        case peopleSubjects = "people-subjects"
        case peopleLevels = "people-levels"
        case collectives
        case stateBodies = "state-bodies"
        case noPurpose = "no-purpose"
    }

    /// One qualifier: the words around a number that say how exact it is.
    struct Qualifier: Hashable, Sendable {
        /// The words, in lower case.
        var words: [String]
        /// What is reported.
        var value: String
    }

    /// Singular nouns that count persons.
    let people: Set<String>
    /// Words that name a people where no plural ending shows it.
    let demonyms: Set<String>
    /// The classes of `units.txt`.
    private let classes: [Class: Set<String>]
    /// Qualifiers before the number, the longest first.
    let before: [Qualifier]
    /// Qualifiers after the number, the longest first.
    let after: [Qualifier]
    /// The words by which constructions are told apart.
    let words: FigureWords
    /// What tokens say about numbers.
    let numbers: NumberWords
    /// The values of the wholes of which a number tells a part.
    let wholes: Set<Double>

    /// Reads the resource files.
    ///
    /// - Throws: ``FigureResourceError`` with the file and line at fault, ``ChanceryCore/WordLists/Fault`` for a list of
    ///   words, or an error of the file system.
    init() throws {
        people = Set(try FigureResourceLine.all(of: "people.txt").flatMap { $0.words })
        demonyms = Set(try FigureResourceLine.all(of: "demonyms.txt").flatMap { $0.words })
        classes = try Self.readClasses("units.txt")
        (before, after) = try Self.readQualifiers("qualifiers.txt")
        words = try FigureWords()
        let numbers = try NumberWords(FigureResourceLine.all(of: NumberWords.file), ordinalEnds: words.ordinalEnds)
        self.numbers = numbers
        wholes = Set(words.wholes.compactMap { numbers.cardinal($0) })
    }

    /// Whether a class of `units.txt` holds the word.
    func has(_ word: String, in name: Class) -> Bool { classes[name]?.contains(word) ?? false }

    private static func readClasses(_ file: String) throws -> [Class: Set<String>] {
        var classes: [Class: Set<String>] = [:]
        var current: Class?
        for line in try FigureResourceLine.all(of: file) {
            if line.text.hasPrefix("["), line.text.hasSuffix("]") {
                let name = String(line.text.dropFirst().dropLast())
                guard let named = Class(rawValue: name) else {
                    throw FigureResourceError.unknownClass(name, file: file, line: line.number)
                }
                classes[named] = []
                current = named
            } else if let current {
                classes[current, default: []].formUnion(line.words)
            } else {
                throw FigureResourceError.noClass(file: file, line: line.number)
            }
        }
        for name in Class.allCases where classes[name] == nil {
            throw FigureResourceError.missingClass(name.rawValue, file: file)
        }
        return classes
    }

    private static func readQualifiers(_ file: String) throws -> (before: [Qualifier], after: [Qualifier]) {
        var before: [Qualifier] = []
        var after: [Qualifier] = []
        for line in try FigureResourceLine.all(of: file) {
            let fields = line.text.split(separator: "\t").map(String.init)
            guard fields.count == 3, ["before", "after"].contains(fields[0]) else {
                throw FigureResourceError.badQualifier(file: file, line: line.number)
            }
            let qualifier = Qualifier(words: fields[1].split(separator: " ").map(String.init), value: fields[2])
            if fields[0] == "before" { before.append(qualifier) } else { after.append(qualifier) }
        }
        return (before.sorted { $0.words.count > $1.words.count }, after.sorted { $0.words.count > $1.words.count })
    }
}
