import ChanceryCore
import Foundation

/// Every rule of `Resources/states`, and the word lists beside them.
struct StateRules: Sendable {
    /// The rules, in the order of the file.
    let rules: [StateRule]
    /// Nouns that name a body one can lead or belong to.
    let bodies: Set<String>
    /// Words that stand where an office does and are none.
    let notOffices: Set<String>
    /// Offices that belong to a state as a whole, and those of which any kind does ("* minister").
    private let nationalOffices: Set<String>
    private let nationalNouns: [String]
    /// The words by which constructions are told apart.
    let words: StateWords
    private let byTrigger: [String: [Int]]
    private let triggers: WordSieve

    /// Reads the rules.
    ///
    /// - Throws: ``StateRuleError`` with file and line, ``ChanceryCore/WordLists/Fault`` for a list of words, or an error
    ///   of the file system.
    init() throws {
        let text = String(decoding: try ModuleResources.data("states/rules.txt"), as: UTF8.self)
        try self.init(
            rules: text, file: "states/rules.txt", bodies: Self.words("states/bodies.txt"),
            notOffices: Self.words("states/not-offices.txt"),
            nationalOffices: Set(
                String(decoding: try ModuleResources.data("states/national-offices.txt"), as: UTF8.self)
                    .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }),
            words: StateWords())
    }

    private static func words(_ name: String) throws -> Set<String> {
        let text = String(decoding: try ModuleResources.data(name), as: UTF8.self)
        return Set(
            text.split(separator: "\n").filter { !$0.hasPrefix("#") }
                .flatMap { $0.split(separator: " ").map(String.init) })
    }

    /// Reads rules from a text.
    init(
        rules text: String, file: String, bodies: Set<String>, notOffices: Set<String>, nationalOffices: Set<String>,
        words: StateWords
    ) throws {
        var reader = StateRuleReader(file: file)
        rules = try reader.read(text)
        self.bodies = bodies
        self.notOffices = notOffices
        self.nationalOffices = nationalOffices.filter { !$0.hasPrefix(Self.anyKind) }
        nationalNouns = nationalOffices.filter { $0.hasPrefix(Self.anyKind) }
            .map { String($0.dropFirst(Self.anyKind.count - 1)) }
        self.words = words
        var byTrigger: [String: [Int]] = [:]
        for (number, rule) in rules.enumerated() {
            for word in rule.triggers { byTrigger[word, default: []].append(number) }
        }
        self.byTrigger = byTrigger
        triggers = WordSieve(byTrigger.keys)
    }

    /// What opens a line that holds for any kind of an office: "* minister".
    private static let anyKind = "* "

    /// Whether an office belongs to a state as a whole.
    func isNational(_ office: String) -> Bool {
        let words = office.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        return nationalOffices.contains(words) || nationalNouns.contains { (" " + words).hasSuffix($0) }
    }

    /// The places of the rules that a word with this key may fire, in the order of the file: a rule is large.
    func places(for word: String, key: UInt32) -> [Int] {
        triggers.mayHold(key) ? byTrigger[word] ?? [] : []
    }
}

extension StateRule {
    /// The words that fire the rule.
    var triggers: Set<String> {
        switch pattern {
        case .verb, .view, .aim: verbs
        case .light, .noun, .kind, .nominal, .phrase, .between, .tie, .owned, .under, .had, .named: nouns
        case .adjective: adjectives
        }
    }
}

/// Reads the rule file: blocks of `key value` lines, parted by empty lines.
struct StateRuleReader {
    let file: String
    private var ids: Set<String> = []

    init(file: String) { self.file = file }

    mutating func read(_ text: String) throws(StateRuleError) -> [StateRule] {
        var rules: [StateRule] = []
        var current: StateRule?
        for (offset, raw) in text.pieces(partedBy: "\n", keepsEmpty: true).enumerated() {
            let number = offset + 1
            let line = raw.trimmingBlanks()
            if line.hasPrefix("#") { continue }
            if line.isEmpty {
                if let rule = current { rules.append(try checked(rule)) }
                current = nil
                continue
            }
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            let value = parts.count > 1 ? parts[1] : ""
            if parts[0] == "rule" {
                if current != nil { throw .malformed("a rule without an empty line before it", file, number) }
                current = StateRule(id: value, line: number)
                continue
            }
            guard var rule = current else { throw .malformed("'\(parts[0])' before any rule", file, number) }
            try set(parts[0], value, in: &rule, line: number)
            current = rule
        }
        if let rule = current { rules.append(try checked(rule)) }
        return rules
    }

    private func set(_ key: String, _ value: String, in rule: inout StateRule, line: Int) throws(StateRuleError) {
        var words: Set<String> { Set(value.pieces(partedBy: " ").map(String.init)) }
        switch key {
        case "concept": rule.concept = value
        case "pattern":
            guard let pattern = StateRule.Pattern(rawValue: value) else {
                let known = StateRule.Pattern.allCases.map(\.rawValue).joined(separator: ", ")
                throw .malformed("no pattern '\(value)'; one of \(known)", file, line)
            }
            rule.pattern = pattern
        case "verb": rule.verbs.formUnion(words)
        case "noun": rule.nouns.formUnion(words)
        case "adjective": rule.adjectives.formUnion(words)
        case "prep": rule.prepositions.formUnion(words)
        case "opening": rule.opening.formUnion(words)
        case "modifier": rule.modifiers.formUnion(words)
        case "subject": rule.subjects.formUnion(words)
        case "object":
            guard let object = StateRule.Object(rawValue: value) else {
                throw .malformed("no object '\(value)'; one of party, phrase, place, body, organisation", file, line)
            }
            rule.object = object
        case "allow":
            for word in words {
                switch word {
                case "past": rule.allowsPast = true
                case "denied": rule.allowsDenied = true
                case "joint": rule.allowsJoint = true
                case "before": rule.allowsModifier = true
                case "bare": rule.allowsBare = true
                default: throw .malformed("'allow \(word)'; one of past, denied, joint, before, bare", file, line)
                }
            }
        case "example", "counter":
            rule.examples.append(try example(value, isCounter: key == "counter", line: line))
        default: throw .malformed("unknown key '\(key)'", file, line)
        }
    }

    private func example(_ value: String, isCounter: Bool, line: Int) throws(StateRuleError) -> StateRule.Example {
        if isCounter { return .init(text: value, subject: "", relation: "", object: "", isCounter: true) }
        let halves = value.components(separatedBy: " => ")
        let parts = halves.count == 2 ? halves[1].components(separatedBy: " | ") : []
        guard parts.count == 3 else {
            throw .malformed("an example is 'sentence => subject | relation | object'", file, line)
        }
        return .init(
            text: halves[0], subject: parts[0], relation: parts[1], object: parts[2], isCounter: false)
    }

    private mutating func checked(_ rule: StateRule) throws(StateRuleError) -> StateRule {
        guard !rule.id.isEmpty, ids.insert(rule.id).inserted else {
            throw .malformed("a rule's id '\(rule.id)' is empty or stands twice", file, rule.line)
        }
        guard !rule.concept.isEmpty else { throw .malformed("\(rule.id) has no concept", file, rule.line) }
        guard !rule.triggers.isEmpty else { throw .malformed("\(rule.id) has no word to fire it", file, rule.line) }
        guard rule.examples.contains(where: { !$0.isCounter }) else {
            throw .malformed("\(rule.id) has no example", file, rule.line)
        }
        return rule
    }
}

/// A fault in a file of `Resources/states`.
public struct StateRuleError: Error, Equatable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Sendable {
        case malformed
    }

    /// What is wrong.
    public let code: Code
    /// What is wrong, with file and line.
    public let description: String

    static func malformed(_ what: String, _ file: String, _ line: Int) -> Self {
        Self(code: .malformed, description: "\(file):\(line): \(what)")
    }
}
