import ChanceryCore
import Coding
import Foundation
import Grammar
import SpacyPipeline

/// Parses of invented texts, made by spaCy and kept with the tests, so that tests of coding need no model.
enum ParsedFixtures {
    private struct Text: Decodable {
        struct Block: Decodable {
            var start: Int
            var tokens: [Cell]
        }
        var text: String
        var blocks: [Block]
    }

    /// One token as a row: numbers and words in `Support/parse_fixtures.py`'s order.
    private struct Cell: Decodable {
        var token: Token

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            let start = try row.decode(Int.self)
            let end = try row.decode(Int.self)
            let text = try row.decode(String.self)
            let lemma = try row.decode(String.self)
            let tag = try row.decode(String.self)
            let pos = try row.decode(String.self)
            let dep = try row.decode(String.self)
            let head = try row.decode(Int.self)
            let ent = try row.decode(String.self)
            let isStart = try row.decode(Int.self)
            let isSpaced = try row.decode(Int.self)
            token = Token(
                start: start, end: end, text: text, lemma: lemma, tag: tag, pos: pos, dep: dep, head: head, ent: ent,
                isSentenceStart: isStart == 1, hasTrailingBlank: isSpaced == 1)
        }
    }

    /// The bytes of a file of the test target's `Fixtures`.
    static func data(_ name: String) throws -> Data {
        try Data(contentsOf: Bundle.module.bundleURL.appendingPathComponent("Fixtures").appendingPathComponent(name))
    }

    /// The rows of a tab-separated file of `Fixtures`, without comments.
    static func rows(_ name: String) throws -> [[String]] {
        String(decoding: try data(name), as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    /// Every parsed text of a file, by its words; each line is a paragraph.
    static func documents(_ name: String) throws -> [String: ParsedDocument] {
        var found: [String: ParsedDocument] = [:]
        for line in try data(name).split(separator: UInt8(ascii: "\n")) {
            let text = try JSONDecoder().decode(Text.self, from: line)
            let blocks = text.blocks.map { block in
                Block(
                    kind: .paragraph,
                    span: ByteSpan(block.start, block.start + (block.tokens.last?.token.end ?? 0)))
            }
            let annotations = text.blocks.map { AnnotatedText(tokens: $0.tokens.map(\.token)) }
            found[text.text] = try ParsedDocument(
                document: Document(name: "fixture", text: text.text, blocks: blocks), annotations: annotations)
        }
        return found
    }
}

extension ParsedDocument {
    private static let words = Result { try GrammarWords() }

    /// A parse with the program's own words of grammar.
    init(document: Document, annotations: [AnnotatedText]) throws {
        self.init(document: document, annotations: annotations, words: try Self.words.get())
    }
}
