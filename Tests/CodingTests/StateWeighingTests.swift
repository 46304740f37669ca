import ChanceryCore
import SpacyPipeline
import TestSupport
import Testing

@testable import Coding

/// What is told to hold beyond the rules of states: which words may tell it, in what words, and how far to trust it.
@Suite struct StateWeighingTests {
    private static func document(_ text: String) -> Document {
        Document(
            name: "text", text: text, metadata: DocumentMetadata(),
            blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))])
    }

    private static func reports(_ text: String, _ coder: Coder) throws -> [Report] {
        let document = document(text)
        return coder.code(document, annotations: coder.annotate(document, with: try TestModel.model()))
            .filter { $0.kind == .state }
    }

    /// Every line that a word of the text may tell, whether it is told or not.
    private static func lines(_ text: String) throws -> [String] {
        let coder = try TestModel.coder()
        let document = document(text)
        let annotations = coder.annotate(document, with: try TestModel.model())
        return coder.stateReadings(document, annotations: annotations).map { reading in
            let sides = [reading.subject, reading.object].map { $0.map(\.name).joined(separator: " & ") }
            return "\(sides[0]) | \(reading.relation) | \(sides[1])"
        }
    }

    /// One reading in every construction.
    @Test(arguments: [
        ("Norway and Denmark fear a flood of goods.", "Norway & Denmark | fear | flood of goods"),
        ("Norway, the largest buyer of Peruvian silver, waited.", "Norway | is the largest buyer of | Peruvian silver"),
        ("Norway was the largest buyer of Peruvian silver.", "Norway | was the largest buyer of | Peruvian silver"),
        ("Norway's appetite for silver was known.", "Norway | has appetite for | silver"),
        ("The Norwegian appetite for silver was known.", "Norway | has appetite for | silver"),
        ("Norway is eager to buy silver.", "Norway | is eager to buy | silver"),
        ("Norway was indifferent.", "Norway | was indifferent | "),
        ("The government of Norway was in exile.", "Norway | was in exile | "),
        ("Norway believed that the treaty was dead.", "Norway | believed | that the treaty was dead"),
    ]) func aWordIsReadInItsConstruction(text: String, line: String) throws {
        let lines = try Self.lines(text)
        #expect(lines.contains(line), "\(lines)")
    }

    /// The twins: nothing that holds, nobody it is said of, or nothing said.
    @Test(arguments: [
        "Norway may fear a flood of goods.", "If Norway feared a flood, it would say so.",
        "A flood of goods was feared.",
        "Norway's shores.", "Norway waited.", "Norway's attack on Denmark failed.",
    ]) func whatTellsNothingThatHoldsIsNotRead(text: String) throws {
        let lines = try Self.lines(text)
        #expect(lines.isEmpty, "\(lines)")
    }

    @Test func whatIsToldForBeingLikelySaysHowFarToTrustIt() throws {
        let text =
            "Norway has an embassy in Lisbon. Norway was dependent on Denmark, and Peru is a close friend of Chile."
        let byRules = Set(try Self.reports(text, TestModel.ruleCoder()).map(\.id))
        let all = try Self.reports(text, TestModel.coder())
        #expect(byRules.isSubset(of: all.map(\.id)))
        for report in all {
            #expect((report.confidence == nil) == byRules.contains(report.id), "\(report)")
            if let confidence = report.confidence {
                #expect((0...1).contains(confidence))
                #expect(report.rule == StateRule.weighed)
            }
        }
    }

    @Test func aWordThatARuleReadIsNotToldAgain() throws {
        let told = try Self.reports("Norway has an embassy in Lisbon.", TestModel.coder())
        #expect(told.count == 1)
        #expect(told.first?.confidence == nil)
    }

    @Test func theClauseHoldsTheSidesThatStandInIt() throws {
        let text = "Norway was dependent on Denmark, which feared the loss of its colonies. It was neutral."
        for report in try Self.reports(text, TestModel.coder()) {
            for party in report.participants where party.from == nil {
                #expect(report.span.start <= party.span.start && party.span.end <= report.span.end, "\(report)")
            }
        }
    }
}
