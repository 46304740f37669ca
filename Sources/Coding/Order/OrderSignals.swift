import ChanceryCore
import Foundation

/// The words by which a text orders happenings: `Resources/order/`, read and checked.
struct OrderSignals: Sendable {
    /// How a signal stands to what it relates; the file explains each.
    enum Form: String, Sendable, CaseIterable {
        case clause, perfect, phrase, adverb, background, verb
    }

    /// One signal in its words.
    struct Signal: Hashable, Sendable {
        /// The words in lower case; of a verb, its base form and a particle.
        var words: [String]
        var relation: OrderLink.Relation
    }

    /// The signals of each form, by their first word; the longest first.
    private let signals: [Form: [String: [Signal]]]
    /// The words that signals begin with.
    private let firstWords: WordSieve
    /// Nouns that name something which happens.
    let happenings: Set<String>
    /// The words by which constructions are told apart.
    let words: OrderWords

    /// Reads the lists from the module's resources.
    ///
    /// - Throws: ``OrderSignalError`` for a line that is not of its file's format, ``ChanceryCore/WordLists/Fault`` for a
    ///   list of words, or what a missing file throws.
    init() throws {
        try self.init(
            signals: try Self.text(of: "signals.txt"), happenings: try Self.text(of: "happenings.txt"),
            words: OrderWords(try ModuleResources.words("order/words.txt")))
    }

    /// Reads the lists from texts.
    ///
    /// - Throws: ``OrderSignalError``.
    init(signals text: String, happenings: String, words: OrderWords) throws(OrderSignalError) {
        var found: [Form: [String: [Signal]]] = [:]
        for (number, line) in Self.lines(of: text) {
            let fields = line.components(separatedBy: ": ")
            guard fields.count == 3, let relation = OrderLink.Relation(rawValue: fields[0]),
                let form = Form(rawValue: fields[1])
            else { throw OrderSignalError(line: number, content: line) }
            for words in Self.list(fields[2]).map({ $0.split(separator: " ").map(String.init) }) {
                guard let first = words.first else { continue }
                found[form, default: [:]][first, default: []].append(Signal(words: words, relation: relation))
            }
        }
        firstWords = WordSieve(found.values.flatMap(\.keys))
        self.signals = found.mapValues { $0.mapValues { $0.sorted { $0.words.count > $1.words.count } } }
        self.words = words
        self.happenings = Set(Self.lines(of: happenings).flatMap { Self.list($0.1) })
    }

    /// Whether a signal of any form can begin with a word of this key: nearly all words of a text are settled by this one look.
    func canBegin(with key: UInt32) -> Bool { firstWords.mayHold(key) }

    /// The longest signal of a form that begins at a place among words.
    func signal(_ form: Form, at start: Int, in words: [String], before end: Int) -> Signal? {
        guard let candidates = signals[form]?[words[start]] else { return nil }
        return candidates.first { signal in
            start + signal.words.count <= end && zip(signal.words, start...).allSatisfy { words[$1] == $0 }
        }
    }

    /// The signals a verb may be, by its base form.
    func verbs(_ form: Form, lemma: String) -> [Signal] { signals[form]?[lemma] ?? [] }

    private static func text(of file: String) throws -> String {
        String(decoding: try ModuleResources.data("order/\(file)"), as: UTF8.self)
    }

    private static func lines(of text: String) -> [(Int, String)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
            ($0 + 1, $1.trimmingBlanks())
        }.filter { !$0.1.isEmpty && !$0.1.hasPrefix("#") }
    }

    private static func list(_ field: String) -> [String] {
        field.split(separator: ",").map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
    }
}

/// A line of `order/signals.txt` that cannot be read.
struct OrderSignalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line's number, from 1.
    var line: Int
    /// What stands there.
    var content: String

    /// What is wrong and what to do.
    var description: String {
        "order/signals.txt:\(line): '\(content)' is not 'relation: form: words'; relations are "
            + OrderLink.Relation.allCases.map(\.rawValue).joined(separator: ", ") + ", forms "
            + OrderSignals.Form.allCases.map(\.rawValue).joined(separator: ", ")
    }
}
