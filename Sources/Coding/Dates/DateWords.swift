import Foundation

/// The words by which the date of an event is found, from `dates/words.txt`.
struct DateWords: Sendable {
    /// The classes of the file.
    enum Class: String, CaseIterable, Sendable {
        case happenings, carriers, aftermaths, hosts, befalls, ahead, witnesses, speaking, decisions, breaks, openers,
            walls, moving, answers, named, blames, ends, denials, leads
    }

    private let classes: [Class: Set<String>]

    /// Reads the resource.
    ///
    /// - Throws: ``DateWordsError`` with the line at fault, or an error of the file system.
    static func standard() throws -> DateWords {
        try DateWords(text: String(decoding: ModuleResources.data("dates/words.txt"), as: UTF8.self))
    }

    /// Reads the classes from a file's text.
    ///
    /// - Throws: ``DateWordsError``.
    init(text: String) throws {
        var classes: [Class: Set<String>] = [:]
        var current: Class?
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            if line.isEmpty { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                guard let named = Class(rawValue: String(line.dropFirst().dropLast())) else {
                    throw DateWordsError.unknownClass(line, line: number + 1)
                }
                current = named
                classes[named] = classes[named] ?? []
            } else if let current {
                classes[current, default: []].formUnion(line.split(separator: " ").map { $0.lowercased() })
            } else {
                throw DateWordsError.noClass(line: number + 1)
            }
        }
        if let missing = Class.allCases.first(where: { classes[$0] == nil }) {
            throw DateWordsError.missingClass(missing.rawValue)
        }
        self.classes = classes
    }

    /// Whether a base form in lower case is of a class.
    func has(_ lemma: String, in name: Class) -> Bool { classes[name]?.contains(lemma) == true }
}

/// A fault in the words by which dates are found.
struct DateWordsError: Error, CustomStringConvertible {
    /// The kinds of fault.
    enum Code: String, Sendable {
        case unknownClass, noClass, missingClass
    }

    let code: Code
    let description: String

    static func unknownClass(_ name: String, line: Int) -> Self {
        Self(code: .unknownClass, description: "dates/words.txt:\(line): \(name) is no class; see DateWords.Class")
    }

    static func noClass(line: Int) -> Self {
        Self(
            code: .noClass,
            description: "dates/words.txt:\(line): words before the first class; put a [class] above them")
    }

    static func missingClass(_ name: String) -> Self {
        Self(code: .missingClass, description: "dates/words.txt: class [\(name)] is missing; add it, if need be empty")
    }
}
