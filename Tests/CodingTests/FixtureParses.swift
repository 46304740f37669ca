import ChanceryCore
import Foundation
import SpacyPipeline

@testable import Coding

/// Parses that spaCy made of the examples; `Fixtures/figures/make_fixtures.py` writes them.
struct FixtureParses {
    struct Missing: Error, CustomStringConvertible {
        var text: String
        var description: String { "no parse of '\(text)': run Fixtures/figures/make_fixtures.py" }
    }

    /// The parses, read once for all tests.
    static let shared = Result { try FixtureParses() }

    private let parses: [String: [Token]]

    init() throws {
        let file = Bundle.module.bundleURL.appendingPathComponent("Fixtures/figures/parses.jsonl")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        var parses: [String: [Token]] = [:]
        for line in text.split(separator: "\n") {
            let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
            parses[row.text] = row.tokens
        }
        self.parses = parses
    }

    /// The parse of one text, as a document of one paragraph.
    func parsed(
        _ text: String, kind: Block.Kind = .paragraph, noteMarks: [ByteSpan] = []
    ) throws -> ParsedDocument {
        guard let tokens = parses[text] else { throw Missing(text: text) }
        let block = Block(kind: kind, span: ByteSpan(0, text.utf8.count), noteMarks: noteMarks)
        return ParsedDocument(
            document: Document(name: "example", text: text, blocks: [block]),
            annotations: [AnnotatedText(tokens: tokens)])
    }

    private struct Row: Decodable {
        var text: String
        var tokens: [Token]

        private enum CodingKeys: String, CodingKey { case text, tokens }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            text = try values.decode(String.self, forKey: .text)
            var rows = try values.nestedUnkeyedContainer(forKey: .tokens)
            tokens = []
            while !rows.isAtEnd {
                var row = try rows.nestedUnkeyedContainer()
                let text = try row.decode(String.self)
                let start = try row.decode(Int.self)
                let end = try row.decode(Int.self)
                let fields = try (0..<4).map { _ in try row.decode(String.self) }
                let head = try row.decode(Int.self)
                let ent = try row.decode(String.self)
                let opens = try row.decode(Int.self) == 1
                let blank = try row.decode(Int.self) == 1
                tokens.append(
                    Token(
                        start: start, end: end, text: text, lemma: fields[0], tag: fields[1], pos: fields[2],
                        dep: fields[3], head: head, ent: ent, isSentenceStart: opens, hasTrailingBlank: blank))
            }
        }
    }
}
