import ChanceryCore
import Coding
import Foundation
import SpacyPipeline
import Testing

@testable import chancery_evaluate

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
