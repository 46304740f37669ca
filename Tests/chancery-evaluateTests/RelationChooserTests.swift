import ChanceryCore
import Coding
import Foundation
import SpacyPipeline
import Testing

@testable import chancery_evaluate

/// A hand-made parse: text, lemma, tag, part of speech, label and head of each token.
private func parse(_ rows: [(String, String, String, String, String, Int)]) -> AnnotatedText {
    var start = 0
    return AnnotatedText(
        tokens: rows.enumerated().map { index, row in
            defer { start += row.0.utf8.count + 1 }
            return Token(
                start: start, end: start + row.0.utf8.count, text: row.0, lemma: row.1, tag: row.2, pos: row.3,
                dep: row.4, head: row.5, ent: "O", isSentenceStart: index == 0, hasTrailingBlank: true, morph: "")
        })
}

@Suite struct RelationChooserTests {
    private let chooser: RelationChooser

    init() throws { chooser = try RelationChooser(coder: Coder.standard(), labels: LabelTable.standard()) }

    @Test func thePartiesAtARulesSlotsDecide() {
        let text = "Osk condemned Veldania"
        let choice = chooser.choose(
            id: "1", text: text, source: ByteSpan(0, 3), target: ByteSpan(14, 22),
            annotate: { _ in
                [
                    parse([
                        ("Osk", "Osk", "NNP", "PROPN", "nsubj", 1), ("condemned", "condemn", "VBD", "VERB", "ROOT", 1),
                        ("Veldania", "Veldania", "NNP", "PROPN", "dobj", 1),
                    ])
                ]
            })
        #expect(choice.label == "ACCUSE")
        #expect(choice.step == .both)
    }

    @Test func aRowWithoutATargetOrAnyRuleIsAnsweredToo() {
        let choice = chooser.choose(
            id: "2", text: "Osk slept", source: ByteSpan(0, 3), target: nil,
            annotate: { _ in
                [
                    parse([
                        ("Osk", "Osk", "NNP", "PROPN", "nsubj", 1), ("slept", "sleep", "VBD", "VERB", "ROOT", 1),
                    ])
                ]
            })
        #expect(choice.step == .fallback)
        #expect(choice.label == chooser.labels.fallback)
    }
}
