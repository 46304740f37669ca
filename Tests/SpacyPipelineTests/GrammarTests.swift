import Testing

@testable import SpacyPipeline

/// Parts of the pipeline on small values made by hand.
@Suite struct GrammarTests {
    @Test func aDecoratedArcGoesToTheNamedRelative() {
        // 0 root; 1 hangs on 0 as `dobj`; 2, made projective, hangs on 0 as `acl||dobj`.
        var parse = Parse(heads: [0, 0, 0], labels: [0, 1, 2])
        SentenceBounds(heads: parse.heads).restore(
            &parse, decorated: { $0 == 2 ? (label: 3, head: 1) : nil }, isSpace: { _ in false })
        #expect(parse.heads == [0, 0, 1])
        #expect(parse.labels == [0, 1, 3])
    }

    @Test func aDecoratedArcWithoutRelativeStays() {
        var parse = Parse(heads: [0, 0], labels: [0, 2])
        SentenceBounds(heads: parse.heads).restore(
            &parse, decorated: { $0 == 2 ? (label: 3, head: 1) : nil }, isSpace: { _ in false })
        #expect(parse.heads == [0, 0])
        #expect(parse.labels == [0, 3])
    }

    @Test(
        arguments: [
            ([0, 0, 0], [true, false, false]), ([1, 1, 3, 3], [true, false, true, false]),
            // The arc from 3 to 0 spans the root at 1, which still begins a sentence of its own.
            ([3, 1, 1, 3], [true, true, false, false]),
        ] as [([Int32], [Bool])])
    func sentencesBeginAtTheLeftEdgeOfARoot(_ heads: [Int32], _ starts: [Bool]) {
        #expect(SentenceBounds(heads: heads).sentenceStarts(heads) == starts)
    }

    @Test(arguments: [
        ("noun", "Number=Sing", true), ("noun", "Number=Plur", false), ("verb", "VerbForm=Inf", true),
        ("verb", "Tense=Pres|VerbForm=Fin", true), ("verb", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", false),
        ("verb", "Tense=Past|VerbForm=Fin", false), ("adj", "Degree=Pos", true), ("adj", "Degree=Cmp", false),
        ("punct", "", false),
    ])
    func baseForms(_ pos: String, _ morph: String, _ isBase: Bool) {
        #expect(RuleLemmatizer.isBaseForm(pos, morph) == isBase)
    }

    @Test func laterRulesWin() {
        func test(_ tag: String) -> AttributeRuler.Test {
            AttributeRuler.Test(attribute: .tag, condition: .equals(ExactText(tag)))
        }
        let ruler = AttributeRuler(rules: [
            .init(tokens: [[test("DT")]], target: 0, settings: .init(pos: "DET", morph: "")),
            .init(tokens: [[test("EX")], [test("VBZ")]], target: 1, settings: .init(pos: "VERB")),
            .init(tokens: [[test("VBZ")]], target: 0, settings: .init(pos: "AUX")),
        ])
        let form = Form("is", norm: nil, rules: LexicalRules())
        let subject = AttributeRuler.Subject(form: form, tag: "VBZ", dep: "ROOT")
        #expect(ruler.settings(subject, sequences: []).pos == "AUX")
        #expect(ruler.settings(subject, sequences: [1]).pos == "AUX")
        #expect(ruler.sequences == [1])
    }

    @Test func settingsAreReadBySection() {
        let config = ModelConfig(
            """
            # a comment
            [nlp]
            lang = "en"
            pipeline = ["tagger","parser"]

            [components.tagger.model]
            width = ${a.b:width}
            rows = [1,
              2]
            """)
        #expect(config.value("nlp", "lang") == "en")
        #expect(config.list("nlp", "pipeline") == ["tagger", "parser"])
        #expect(config.value("components.tagger.model", "width") == "${a.b:width}")
        #expect(config.list("components.tagger.model", "rows") == ["1", "2"])
        #expect(config.value("components.tagger", "width") == nil)
        #expect(config.has("components.tagger.model"))
    }
}
