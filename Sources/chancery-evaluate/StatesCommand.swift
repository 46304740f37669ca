import ArgumentParser
import ChanceryCore
import Coding
import Foundation
import Intake
import SpacyPipeline

/// The features of every word of a text that may tell what holds: what `Scripts/train_states.py` trains on.
struct StatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "states",
        abstract: "Every word of each text that may tell what holds and of which no rule tells it, with its features.")

    @OptionGroup var options: EvaluationOptions

    /// One word of a row's text.
    struct Answer: Encodable {
        /// Somebody it is said of, or what.
        struct Side: Encodable {
            var name: String
            var code: String

            init(_ party: Participant) { (name, code) = (party.name, party.code) }
        }
        var doc: String
        var start: Int
        var end: Int
        var clause: [Int]
        var subject: [Side]
        var relation: String
        var object: [Side]
        var probability: Double
        var features: [String]
    }

    func run() throws {
        let model = try options.loadModel()
        let builder = try DocumentBuilder()
        let coder = try options.loadCoder()
        try Rows.forEach { (row: ActsCommand.Row) in
            let document = builder.document(
                named: row.id, text: row.text, given: DocumentMetadata(title: row.title, publishedOn: row.date))
            for reading in coder.stateReadings(document, annotations: coder.annotate(document, with: model)) {
                try Rows.write(
                    Answer(
                        doc: row.id, start: reading.trigger.start, end: reading.trigger.end,
                        clause: [reading.clause.start, reading.clause.end],
                        subject: reading.subject.map(Answer.Side.init),
                        relation: reading.relation, object: reading.object.map(Answer.Side.init),
                        probability: reading.probability, features: reading.features))
            }
        }
    }
}
