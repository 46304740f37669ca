import ChanceryCore
import Coding
import SpacyPipeline
import Testing

@testable import chancery_evaluate

/// How weights decide, and what a broken table says.
@Suite struct AttributionModelTests {
    private let table = """
        # a table
        word\tback/VERB\t7
        accept\tbias\t-1
        accept\tsay/ccomp\t2.5
        content\town\t0.5
        content\town-cut\t0.7
        """

    @Test func anOptionScoresTheSumOfItsWeights() throws {
        let model = try AttributionModel(table)
        #expect(model.score(.accept, ["say/ccomp", "unknown"]) == 1.5)
        #expect(model.score(.accept, []) == -1)
        #expect(model.score(.cue, ["say/ccomp"]) == 0)
        #expect(model.words == ["back/VERB"])
    }

    @Test func theBestOptionIsTakenAndOfEqualsTheFirst() throws {
        let model = try AttributionModel(table)
        let options = [("a", "own"), ("b", "own-cut"), ("c", "own-cut")].map {
            RoleOption(value: $0.0, features: [$0.1])
        }
        #expect(model.best(.content, of: options)?.value == "b")
        #expect(model.best(.content, of: [RoleOption<String>]()) == nil)
    }

    @Test(arguments: ["accept\tsay", "verb\tsay\t1", "cue\tsay\tmuch"])
    func aBrokenLineIsNamed(_ line: String) {
        #expect(
            performing: {
                try AttributionModel("# first\n" + line)
            }, throws: { "\($0)".contains("attribution.tsv:2") })
    }

    @Test func theTableOfTheProgramIsRead() throws {
        let model = try AttributionModel.standard()
        #expect(model.words.contains("say/VERB"))
        #expect(model.score(.accept, ["say/ccomp"]) > model.score(.accept, []))
    }
}

/// What may be an attribution in a hand-made parse.
@Suite struct CandidateReaderTests {
    /// "The mayor of Osk backed the treaty, officials said": words, part of speech, tag, arc, head.
    private static let rows: [(String, String, String, String, String, Int)] = [
        ("The", "the", "DET", "DT", "det", 1), ("mayor", "mayor", "NOUN", "NN", "nsubj", 2),
        ("backed", "back", "VERB", "VBD", "ROOT", 2), ("the", "the", "DET", "DT", "det", 4),
        ("treaty", "treaty", "NOUN", "NN", "dobj", 2), (".", ".", "PUNCT", ".", "punct", 2),
    ]

    private func parsed() -> ParsedDocument {
        var start = 0
        let tokens = Self.rows.enumerated().map { number, row in
            defer { start += row.0.utf8.count + 1 }
            return Token(
                start: start, end: start + row.0.utf8.count, text: row.0, lemma: row.1, tag: row.3, pos: row.2,
                dep: row.4, head: row.5, ent: "O", isSentenceStart: number == 0, hasTrailingBlank: true)
        }
        let text = Self.rows.map(\.0).joined(separator: " ")
        let block = Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))
        return ParsedDocument(
            document: Document(name: "d", text: text, blocks: [block]), annotations: [AnnotatedText(tokens: tokens)])
    }

    @Test func aVerbTheTableNamesIsACandidateWithItsObjectAndSubject() throws {
        let reader = CandidateReader(parsed: parsed(), statements: [], words: ["back/VERB"])
        let candidate = try #require(reader.candidates().first)
        #expect(candidate.head == 2)
        #expect(candidate.contents.contains { $0.value == [3..<5] && $0.features.contains("dobj") })
        #expect(candidate.sources.contains { $0.value == 0..<2 && $0.features.contains("nsubj") })
        #expect(candidate.sources.contains { $0.value == nil })
        #expect(candidate.features.contains("back/dobj"))
    }

    @Test func aVerbTheTableDoesNotNameIsNone() {
        #expect(CandidateReader(parsed: parsed(), statements: [], words: []).candidates().isEmpty)
    }

    @Test func aCandidateAboveZeroIsAnAttributionOnce() throws {
        let parsed = parsed()
        let model = try AttributionModel(
            "word\tback/VERB\t1\naccept\tback/dobj\t1\ncontent\tdobj\t1\nsource\tnsubj\t1")
        let candidates = CandidateReader(parsed: parsed, statements: [], words: model.words).candidates()
        let flat = FlatStatements(parsed: parsed, map: OffsetMap(parsed.document.text), model: model)
        let found = flat.attributions(of: candidates + candidates)
        #expect(found.map(\.cue) == [[[10, 16]]])
        #expect(found.first?.source == [[0, 9]])
        #expect(found.first?.content == [[17, 27]])
    }
}
