import ChanceryCore
import Coding
import Grammar
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
        token\tc=say/ccomp>\t0\t-1\t3
        """

    @Test func anOptionScoresTheSumOfItsWeights() throws {
        let model = try AttributionModel(table)
        #expect(model.score(.accept, ["say/ccomp", "unknown"]) == 1.5)
        #expect(model.score(.accept, []) == -1)
        #expect(model.score(.cue, ["say/ccomp"]) == 0)
        #expect(model.cues == ["back/VERB": 7])
        #expect(model.score(.accept, ["say/ccomp", "say/ccomp"]) == 1.5)
        #expect(model.score(.content, ["own"], [Measure(name: "own-cut", value: 2)]) == 1.9)
    }

    private func choice(_ options: [RoleOption<Range<Int>>], half: Double) throws -> Range<Int>? {
        try AttributionModel(table).choices(.content, of: options, agreement: (half, 0)) {
            ($0.clamped(to: $1).count, $0.count, $1.count)
        }.max { $0.worth < $1.worth }?.option.value
    }

    @Test func theLikeliestOptionIsTakenAndOfEqualsTheFirst() throws {
        let options = [(0..<2, "own"), (0..<9, "own-cut"), (0..<4, "own-cut")].map {
            RoleOption(value: $0.0, features: [$0.1])
        }
        #expect(try choice(options, half: 0) == 0..<9)
        #expect(try choice([], half: 0) == nil)
    }

    @Test func anOptionNearToSeveralIsWorthMoreThanALoneOne() throws {
        let options = [(0..<9, "own-cut"), (20..<25, "own"), (20..<26, "own")].map {
            RoleOption(value: $0.0, features: [$0.1])
        }
        #expect(try choice(options, half: 0) == 0..<9)
        #expect(try choice(options, half: 1) == 20..<25)
    }

    @Test func aTokensRolesAreSharesOfOne() throws {
        let roles = try AttributionModel(table).roles(of: ["c=say/ccomp>"])
        #expect(abs(roles.sum() - 1) < 1e-9)
        #expect(roles[3] > 0.8)
        #expect(roles[2] < roles[1] && roles[1] == roles[0])
    }

    @Test func whatTokensSayIsMeasuredForEveryOption() throws {
        let roles: [SIMD4<Double>] = [[0.1, 0.9, 0, 0], [0, 0, 1, 0], [0.1, 0, 0, 0.9], [0.5, 0, 0, 0.5]]
        let candidate = AttributionCandidate(
            head: 1, features: [], cue: [1], cueGroups: [],
            contents: [RoleOption(value: [2..<3], features: []), RoleOption(value: [2..<4], features: [])],
            sources: [RoleOption(value: 0..<1, features: []), RoleOption(value: nil, features: [])])
        let measured = TokenMarks(roles).measured(candidate)
        func value(_ measures: [Measure], _ name: String) -> Double? { measures.first { $0.name == name }?.value }
        let short = try #require(value(measured.contents[0].measures, "*overlap"))
        let long = try #require(value(measured.contents[1].measures, "*overlap"))
        #expect(abs(short - 3 * 0.9 / 1.5) < 1e-9)
        #expect(abs(long - 3 * 1.4 / 2) < 1e-9)
        #expect(value(measured.contents[0].measures, "*after") == 1)
        #expect(abs((value(measured.sources[1].measures, "*none") ?? 1) - 0.1) < 1e-9)
    }

    @Test(arguments: ["accept\tsay", "verb\tsay\t1", "cue\tsay\tmuch", "token\tw=say\t1", "word\tsay/VERB\tx"])
    func aBrokenLineIsNamed(_ line: String) {
        #expect(
            performing: {
                try AttributionModel("# first\n" + line)
            }, throws: { "\($0)".contains("attribution.tsv:2") })
    }

    @Test func theTableOfTheProgramIsRead() throws {
        let model = try AttributionModel.standard()
        #expect(model.cues["say/VERB", default: 0] > 100)
        let agreed = [Measure(name: "*content-half", value: 2)]
        #expect(model.score(.accept, [], agreed) > model.score(.accept, []))
        #expect(model.roles(of: ["self=say"])[2] > model.roles(of: [])[2])
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

    private func parsed(_ rows: [(String, String, String, String, String, Int)] = Self.rows) throws -> ParsedDocument {
        var start = 0
        let tokens = rows.enumerated().map { number, row in
            defer { start += row.0.utf8.count + 1 }
            return Token(
                start: start, end: start + row.0.utf8.count, text: row.0, lemma: row.1, tag: row.3, pos: row.2,
                dep: row.4, head: row.5, ent: "O", isSentenceStart: number == 0, hasTrailingBlank: true)
        }
        let text = rows.map(\.0).joined(separator: " ")
        let block = Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))
        return try ParsedDocument(
            document: Document(name: "d", text: text, blocks: [block]), annotations: [AnnotatedText(tokens: tokens)],
            words: GrammarWords())
    }

    @Test func aVerbTheTableNamesIsACandidateWithItsObjectAndSubject() throws {
        let reader = try CandidateReader(
            parsed: try parsed(), statements: [], words: ["back/VERB"], lists: EvaluationWords())
        let candidate = try #require(reader.candidates().first)
        #expect(candidate.head == 2)
        #expect(candidate.contents.contains { $0.value == [3..<5] && $0.features.contains("dobj") })
        #expect(candidate.sources.contains { $0.value == 0..<2 && $0.features.contains("nsubj") })
        #expect(candidate.sources.contains { $0.value == nil })
        #expect(candidate.features.contains("back/dobj"))
    }

    @Test func aVerbTheTableDoesNotNameIsNone() throws {
        #expect(
            try CandidateReader(parsed: try parsed(), statements: [], words: [], lists: EvaluationWords()).candidates()
                .isEmpty)
    }

    @Test func aTokenIsKnownByTheCueAboveIt() throws {
        let reader = TokenReader(parsed: try parsed(), cues: ["back/VERB": 20])
        let treaty = reader.features(4)
        #expect(treaty.contains("c=back/dobj>"))
        #expect(treaty.contains("cw=dobj>/treaty"))
        #expect(reader.features(2).contains("self=back/dobj"))
        #expect(reader.features(1).contains("near1=back/0"))
        #expect(TokenReader(parsed: try parsed(), cues: ["back/VERB": 2]).features(4).contains("c=none"))
    }

    @Test func aNameBehindADashSpeaksTheQuotationBeforeIt() throws {
        let rows: [(String, String, String, String, String, Int)] = [
            ("“", "“", "PUNCT", "``", "punct", 2), ("Tolls", "toll", "NOUN", "NNS", "nsubj", 2),
            ("hurt", "hurt", "VERB", "VBP", "ROOT", 2), ("”", "”", "PUNCT", "''", "punct", 2),
            ("―", "―", "PUNCT", ":", "punct", 2), ("Rudolf", "Rudolf", "PROPN", "NNP", "appos", 2),
        ]
        let candidate = try #require(
            CandidateReader(parsed: try parsed(rows), statements: [], words: [], lists: EvaluationWords()).candidates()
                .first)
        #expect(candidate.cue == [4])
        #expect(candidate.contents.map(\.value) == [[1..<3]])
        #expect(candidate.sources.map(\.value) == [5..<6])
    }

    @Test func aCandidateAboveZeroIsAnAttributionOnce() throws {
        let parsed = try parsed()
        let model = try AttributionModel(
            "word\tback/VERB\t1\naccept\tback/dobj\t1\ncontent\tdobj\t1\nsource\tnsubj\t1")
        let candidates = try CandidateReader(
            parsed: parsed, statements: [], words: Set(model.cues.keys), lists: EvaluationWords()
        ).candidates()
        let flat = FlatStatements(parsed: parsed, map: parsed.map, model: model)
        let found = flat.attributions(of: candidates + candidates)
        #expect(found.map(\.cue) == [[[10, 16]]])
        #expect(found.first?.source == [[0, 9]])
        #expect(found.first?.content == [[17, 27]])
        #expect(found.first?.why == nil)
        let explained = flat.attributions(of: candidates, explained: true)
        #expect(explained.first?.why == ["accept back/dobj 1.0", "content dobj 1.0", "source nsubj 1.0"])
    }
}
