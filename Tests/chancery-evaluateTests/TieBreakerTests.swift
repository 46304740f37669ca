import Foundation
import Testing

@testable import chancery_evaluate

@Suite struct TieBreakerTests {
    /// Three labels; the rules' answer is worth 2 where both parties stand at the rule's slots, nothing elsewhere.
    private let tieBreaker: TieBreaker

    init() throws {
        tieBreaker = try TieBreaker(
            """
            # A comment.
            step:both\t*:2
            step:anywhere\t*:0
            bias\tAID:0.5
            not\tREJECT:0.5
            verb=rebuff\tAID:-0.5 REJECT:1
            """)
    }

    private func choice(_ label: String, _ step: RelationChooser.Step) -> RelationChooser.Choice {
        RelationChooser.Choice(label: label, rule: "AID-1", step: step)
    }

    @Test func scoresAreLogProbabilitiesOfWeightedSums() {
        let scores = tieBreaker.scores(["verb=rebuff": 1, "never-seen": 1])
        #expect(tieBreaker.labels == ["AID", "REJECT"])
        // AID 0.5 - 0.5, REJECT 1.
        #expect(abs(scores[1] - scores[0] - 1) < 1e-9)
        #expect(abs(exp(scores[0]) + exp(scores[1]) - 1) < 1e-9)
    }

    @Test func whereTheRulesAreSureTheyDecide() {
        let verdict = tieBreaker.decide(choice("AID", .both), ["verb=rebuff": 1])
        #expect(verdict.label == "AID")
        #expect(verdict.reasons.isEmpty)
    }

    @Test func whereTheRulesAreUnsureTheFeaturesDecideAndAreNamedWidestFirst() {
        let verdict = tieBreaker.decide(choice("AID", .anywhere), ["verb=rebuff": 1, "not": 1, "passive": 1])
        #expect(verdict.label == "REJECT")
        #expect(verdict.reasons == ["verb=rebuff 1.50", "not 0.50"])
    }

    @Test func aSurePlaceIsOverruledOnlyByMoreThanItIsWorth() {
        let both = choice("AID", .both)
        #expect(tieBreaker.decide(both, ["verb=rebuff": 1, "not": 1]).label == "AID")
        #expect(tieBreaker.decide(both, ["verb=rebuff": 2]).label == "REJECT")
    }

    @Test(arguments: ["verb=rebuff", "verb=rebuff\tAID", "verb=rebuff\tAID:much", "a\tb\tc"])
    func aLineThatCannotBeReadIsNamed(_ line: String) {
        #expect {
            try TieBreaker("# weights\n" + line)
        } throws: {
            "\($0)".contains("tiebreaker.tsv:2")
        }
    }

    @Test func theProgramsOwnWeightsNameTheLabelsOfTheBenchmark() throws {
        let standard = try TieBreaker.standard()
        #expect(
            standard.labels == [
                "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
                "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD",
            ])
    }

    @Test(arguments: [("accuse", "ACCUSE"), ("refuse", "REJECT"), ("kill", "ASSAULT"), ("agree", "AGREE")])
    func plainVerbsSpeakForTheirLabels(_ verb: String, _ label: String) throws {
        let standard = try TieBreaker.standard()
        let scores = standard.scores(["verb=\(verb)": 1, "path=\(verb)": 1, "meet=\(verb)": 1])
        #expect(zip(standard.labels, scores).max { $0.1 < $1.1 }?.0 == label)
    }
}
