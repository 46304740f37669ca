import ArgumentParser
import ChanceryCore
import Coding
import SpacyPipeline

/// Which of fifteen relations holds between two marked parties of a sentence.
struct RelationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relations",
        abstract: "Which of fifteen types of act holds between two marked parties: one answer for every row.")

    @OptionGroup var options: EvaluationOptions

    @Flag(help: "Also write the rule and the step of the backoff that decided.")
    var explain = false

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
    }

    func run() throws {
        let model = try options.loadModel()
        let coder = try options.loadCoder()
        let chooser = try RelationChooser(coder: coder, labels: LabelTable.standard())
        try Rows.answer { (row: Row) -> Answer in
            let map = OffsetMap(row.text)
            func bytes(_ party: Row.Party?) -> ByteSpan? {
                party.flatMap { map.bytes(CodePointSpan($0.start, $0.end)) }
            }
            let choice = chooser.choose(
                id: row.id, text: row.text, source: bytes(row.source), target: bytes(row.target),
                annotate: { model.annotate($0) })
            return Answer(
                id: row.id, type: choice.label, rule: explain ? choice.rule : nil,
                step: explain ? choice.step.rawValue : nil)
        }
    }
}
