import ChanceryCore
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

    private let documents: [String: ParsedDocument]

    init() throws {
        documents = try ParsedFixtures.documents("figures/parses.jsonl")
    }

    /// The parse of one text, as a document of one block.
    func parsed(_ text: String, kind: Block.Kind = .paragraph) throws -> ParsedDocument {
        guard let known = documents[text] else { throw Missing(text: text) }
        let block = Block(kind: kind, span: ByteSpan(0, text.utf8.count))
        return try ParsedDocument(
            document: Document(name: "example", text: text, blocks: [block]),
            annotations: [AnnotatedText(tokens: known.tokens)])
    }
}
