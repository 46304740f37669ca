import ArgumentParser
import ChanceryCore
import Coding
import Foundation
import SpacyPipeline

/// Which of fifteen relations holds between two marked parties of a sentence.
struct RelationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relations",
        abstract: "Which of fifteen types of act holds between two marked parties: one answer for every row.")

    @OptionGroup var options: EvaluationOptions

    @Flag(help: "Also write what decided: rules or features, with the rule, its step and the features that tipped it.")
    var explain = false

    @Flag(help: "Answer by the rules alone, without the trained tie-breaker.")
    var rulesOnly = false

    @Flag(help: "Write the rules' answer, what fired and the features the tie-breaker weighs: for training it.")
    var features = false

    @Option(
        help: ArgumentHelp(
            "Do without these triggers, one a line (WORD, or RULE-ID WORD): for estimates.", valueName: "file"))
    var without: String?

    /// A row; a gold answer in it is not looked at.
    struct Row: Decodable {
        /// A marked party, in code points.
        struct Party: Decodable {
            var start: Int
            var end: Int
        }
        var id: String
        var text: String
        var source: Party?
        var target: Party?
    }

    /// The answer to a row.
    struct Answer: Encodable {
        var id: String
        var type: String
        var rule: String?
        var step: String?
        var decidedBy: String?
        var reasons: [String]?
        var fired: [String]?
        var features: [String: Double]?
    }

    func run() throws {
        let model = try options.loadModel()
        let coder = try reduced(options.loadCoder())
        let chooser = RelationChooser(coder: coder, labels: try LabelTable.standard())
        let tieBreaker = rulesOnly || features ? nil : try TieBreaker.standard()
        try Rows.answer { (row: Row) -> Answer in
            let map = OffsetMap(row.text)
            func bytes(_ party: Row.Party?) -> ByteSpan? {
                party.flatMap { map.bytes(CodePointSpan($0.start, $0.end)) }
            }
            let reading = chooser.read(
                id: row.id, text: row.text, source: bytes(row.source), target: bytes(row.target),
                annotate: { model.annotate($0) })
            let choice = chooser.choose(reading)
            if features {
                return Answer(
                    id: row.id, type: choice.label, rule: choice.rule, step: choice.step.rawValue,
                    fired: reading.fired, features: PairFeatures(reading).values)
            }
            let verdict = tieBreaker?.decide(choice, PairFeatures(reading).values)
            var answer = Answer(id: row.id, type: verdict?.label ?? choice.label)
            if explain {
                answer.rule = choice.rule
                answer.step = choice.step.rawValue
                answer.decidedBy = answer.type == choice.label ? "rules" : "features"
                answer.reasons = verdict?.reasons
            }
            return answer
        }
    }

    /// The coder without the words the user has it do without.
    private func reduced(_ coder: Coder) throws -> Coder {
        guard let without else { return coder }
        let words = try String(contentsOf: URL(fileURLWithPath: without), encoding: .utf8)
        return coder.with(coder.codebook.without(Set(words.split(separator: "\n").map(String.init))))
    }
}
