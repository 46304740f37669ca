import ChanceryCore
import Foundation
import SpacyPipeline
import TestSupport

@testable import Grammar

/// A sentence parsed by the real model, with its grammar.
struct ParsedSentence {
    let text: String
    let grammar: Grammar
    /// The parse as the model gave it, before anything is mended.
    let parse: SyntaxTree

    var tree: SyntaxTree { grammar.tree }

    private static let words = Result { try GrammarWords() }

    /// Parses a sentence.
    init(_ text: String) throws {
        self = try Self.all([text])[0]
    }

    /// Parses many sentences at once, in their order.
    static func all(_ texts: [String]) throws -> [ParsedSentence] {
        let words = try words.get()
        return try zip(texts, TestModel.model().annotate(texts)).map { text, annotated in
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
}
