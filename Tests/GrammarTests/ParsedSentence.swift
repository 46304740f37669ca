import ChanceryCore
import Foundation
import SpacyPipeline

@testable import Grammar

/// A sentence parsed by the real model, with its grammar.
struct ParsedSentence {
    let text: String
    let grammar: Grammar
    /// The parse as the model gave it, before anything is mended.
    let parse: SyntaxTree

    var tree: SyntaxTree { grammar.tree }

    private static let loaded = Result { try LanguageModel(folder: folder()) }
    private static let words = Result { try GrammarWords() }

    /// Parses a sentence.
    init(_ text: String) throws {
        self = try Self.all([text])[0]
    }

    /// Parses many sentences at once, in their order.
    static func all(_ texts: [String]) throws -> [ParsedSentence] {
        let words = try words.get()
        return try zip(texts, loaded.get().annotate(texts)).map { text, annotated in
            ParsedSentence(
                text: text, parse: SyntaxTree(tokens: annotated.tokens, sentences: annotated.sentences), words: words)
        }
    }

    private init(text: String, parse: SyntaxTree, words: GrammarWords) {
        self.text = text
        self.parse = parse
        grammar = Grammar(parse, words: words)
    }

    /// The first token with these words, in lower case; nil where there is none.
    func token(_ word: String) -> Int? { tree.words.firstIndex(of: word.lowercased()) }

    /// The words that stand in a role of the predicate at a word, those joined to them among them.
    func words(_ role: Role, of predicate: String) -> [String] {
        guard let index = token(predicate), let found = grammar.predicate(at: index) else { return [] }
        return found.arguments(role).flatMap { grammar.members(of: $0.head) }.map { tree.tokens[$0].text }
    }

    private struct Missing: Error, CustomStringConvertible {
        var description: String { "the language model is missing: run `make setup`, or set CHANCERY_MODEL" }
    }

    private static func folder(file: String = #filePath) throws -> URL {
        if let given = ProcessInfo.processInfo.environment["CHANCERY_MODEL"], !given.isEmpty {
            return URL(fileURLWithPath: given)
        }
        var place = URL(fileURLWithPath: file)
        while place.path != "/" {
            place.deleteLastPathComponent()
            let folder = place.appendingPathComponent(".model/en_core_web_sm-3.8.0")
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("config.cfg").path) {
                return folder
            }
        }
        throw Missing()
    }
}
