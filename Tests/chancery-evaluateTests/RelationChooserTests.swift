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

    @Test func whatAContactIsForIsTheAct() {
        let choice = chooser.choose(
            id: "3", text: "Osk phoned Veldania to praise Veldania", source: ByteSpan(0, 3), target: ByteSpan(11, 19),
            annotate: { _ in
                [
                    parse([
                        ("Osk", "Osk", "NNP", "PROPN", "nsubj", 1), ("phoned", "phone", "VBD", "VERB", "ROOT", 1),
                        ("Veldania", "Veldania", "NNP", "PROPN", "dobj", 1), ("to", "to", "TO", "PART", "aux", 4),
                        ("praise", "praise", "VB", "VERB", "advcl", 1),
                        ("Veldania", "Veldania", "NNP", "PROPN", "dobj", 4),
                    ])
                ]
            })
        #expect(choice.label == "SUPPORT")
        #expect(choice.step == .both)
    }

    @Test func theFeaturesMayTipWhatTheRulesOnlyGuess() throws {
        let tieBreaker = try TieBreaker("step:fallback\t*:0\nverb=rebuff\tREJECT:2 YIELD:-1\nnot\tYIELD:0.5")
        let unsure = RelationChooser.Choice(label: "YIELD", rule: "", step: .fallback)
        let reading = chooser.read(
            id: "4", text: "Osk did not rebuff the offer of Veldania", source: ByteSpan(0, 3),
            target: ByteSpan(32, 40), annotate: { _ in [rebuff] })
        let verdict = tieBreaker.decide(unsure, PairFeatures(reading).values)
        #expect(verdict.label == "REJECT")
        #expect(verdict.reasons == ["verb=rebuff 3.00"])
    }
}
