import Foundation

/// The words that decide how a number is read: people, units, qualifiers, names with numbers in them.
struct FigureLexicon: Sendable {
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
    let classes: [String: Set<String>]
    /// Qualifiers before the number, the longest first.
    let before: [Qualifier]
    /// Qualifiers after the number, the longest first.
    let after: [Qualifier]

    /// Reads the resource files.
    ///
    /// - Throws: ``FigureResourceError`` with the file and line at fault, or an error of the file system.
    init() throws {
        people = Set(try Self.lines("people.txt").flatMap { $0.words })
        demonyms = Set(try Self.lines("demonyms.txt").flatMap { $0.words })
        var classes: [String: Set<String>] = [:]
        var current: String?
        for line in try Self.lines("units.txt") {
            if line.text.hasPrefix("["), line.text.hasSuffix("]") {
                let name = String(line.text.dropFirst().dropLast())
                classes[name] = []
                current = name
            } else if let current {
                classes[current, default: []].formUnion(line.words)
            } else {
                throw FigureResourceError.noClass(file: "units.txt", line: line.number)
            }
        }
        for name in Self.requiredClasses where classes[name] == nil {
            throw FigureResourceError.missingClass(name, file: "units.txt")
        }
        self.classes = classes
        var before: [Qualifier] = []
        var after: [Qualifier] = []
        for line in try Self.lines("qualifiers.txt") {
            let fields = line.text.split(separator: "\t").map(String.init)
            guard fields.count == 3, ["before", "after"].contains(fields[0]) else {
                throw FigureResourceError.badQualifier(file: "qualifiers.txt", line: line.number)
            }
            let qualifier = Qualifier(words: fields[1].split(separator: " ").map(String.init), value: fields[2])
            if fields[0] == "before" { before.append(qualifier) } else { after.append(qualifier) }
        }
        self.before = before.sorted { $0.words.count > $1.words.count }
        self.after = after.sorted { $0.words.count > $1.words.count }
    }

    /// Whether a class of `units.txt` holds the word.
    func has(_ word: String, in name: String) -> Bool { classes[name]?.contains(word) ?? false }

    private static let requiredClasses = [
        "time", "money", "symbols", "measure", "people-verbs", "people-adjectives", "ordinal-names", "vague",
        "carry-prepositions", "pointing", "dating", "numbered", "votes", "invariable", "strong", "months",
        "fractions", "change-verbs", "places",
    ]

    private struct Line {
        var number: Int
        var text: String
        var words: [String] { text.split(separator: " ").map(String.init) }
    }

    private static func lines(_ name: String) throws -> [Line] {
        let text = String(decoding: try ModuleResources.data("figures/\(name)"), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { Line(number: $0.offset + 1, text: String($0.element)) }
            .filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
    }
}

/// A fault in a file of `Resources/figures`.
public struct FigureResourceError: Error, Equatable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Sendable {
        case noClass, missingClass, badQualifier
    }

    /// What is wrong.
    public let code: Code
    /// What is wrong, where, and what to do.
    public let description: String

    /// Errors are equal when their codes are.
    public static func == (a: FigureResourceError, b: FigureResourceError) -> Bool { a.code == b.code }

    static func noClass(file: String, line: Int) -> Self {
        Self(code: .noClass, description: "\(file):\(line): words before any [class]; put a [class] line above them")
    }

    static func missingClass(_ name: String, file: String) -> Self {
        Self(code: .missingClass, description: "\(file): no [\(name)]; add the class, empty if need be")
    }

    static func badQualifier(file: String, line: Int) -> Self {
        Self(
            code: .badQualifier,
            description: "\(file):\(line): not `before|after`, words, qualifier; separate three fields by tabs")
    }
}
