import Foundation
import TestSupport
import Testing

@testable import SpacyPipeline

/// The project's example texts, as spaCy annotated them (`Scripts/make_spacy_fixtures.py`).
@Suite struct FixtureTests {
    /// One text with the rows spaCy gave it, each written out as one line.
    struct Example: Sendable {
        let text: String
        let rows: [String]
    }

    static let groups = [
        "abbreviations", "contractions", "grammar", "layout", "news", "numbers", "quotes", "unicode", "web",
    ]

    static func examples(_ group: String) throws -> [Example] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/\(group).json")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        return try #require(root["texts"] as? [[String: Any]]).map { item in
            let tokens = try #require(item["tokens"] as? [[Any]])
            return Example(
                text: try #require(item["text"] as? String),
                rows: tokens.map { row in row.map { "\($0)" }.joined(separator: " ") })
        }
    }

    /// A token in the order of the fixtures' fields, its offsets in code points.
    static func row(_ token: Token, in text: String) -> String {
        func codePoints(_ bytes: Int) -> Int {
            String(decoding: Array(text.utf8.prefix(bytes)), as: UTF8.self).unicodeScalars.count
        }
        let fields: [Any] = [
            codePoints(token.start), codePoints(token.end), token.text, token.lemma, token.tag, token.pos, token.morph,
            token.dep, token.head, token.ent, token.isSentenceStart ? 1 : 0,
        ]
        return fields.map { "\($0)" }.joined(separator: " ")
    }

    @Test(arguments: groups) func tokensAreThoseOfSpacy(_ group: String) throws {
        let model = try TestModel.model()
        let examples = try Self.examples(group)
        #expect(!examples.isEmpty)
        let annotated = model.annotate(examples.map(\.text))
        for (example, result) in zip(examples, annotated) {
            let rows = result.tokens.map { Self.row($0, in: example.text) }
            // The difference alone is shown; the rows of a whole text would hide it.
            let missing = example.rows.filter { !rows.contains($0) }
            let added = rows.filter { !example.rows.contains($0) }
            #expect(rows == example.rows, "spaCy has \(missing), this runtime \(added)")
        }
    }

    @Test(arguments: groups) func offsetsCoverTheText(_ group: String) throws {
        let model = try TestModel.model()
        for example in try Self.examples(group) {
            let bytes = Array(example.text.utf8)
            var end = 0
            for token in model.annotate(example.text).tokens {
                #expect(token.start == end)
                #expect(String(decoding: bytes[token.start..<token.end], as: UTF8.self) == token.text)
                end = token.end + (token.hasTrailingBlank ? 1 : 0)
            }
            #expect(end == bytes.count)
        }
    }

    @Test func theModelSaysWhatItIs() throws {
        let model = try TestModel.model()
        #expect(model.name.hasPrefix("en_core_web_sm"))
        #expect(model.version == "3.8.0")
    }

    @Test func sentencesCoverAllTokens() throws {
        let result = try TestModel.model().annotate("Osk left. Nobody said why.\n\nVeldania stayed.")
        #expect(result.sentences.map { result.tokens[$0.lowerBound].text } == ["Osk", "Nobody", "Veldania"])
        #expect(result.sentences.flatMap { Array($0) } == Array(result.tokens.indices))
    }
}
