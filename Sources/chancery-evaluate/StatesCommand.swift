import ArgumentParser
import ChanceryCore
import Coding

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
        var features: [String]
    }

    func run() throws {
        let coder = try options.loadCoder()
        try options.answerTexts(with: coder, readings: coder.stateReadings) { reading, document in
            Answer(
                doc: document, start: reading.trigger.start, end: reading.trigger.end,
                clause: [reading.clause.start, reading.clause.end], subject: reading.subject.map(Answer.Side.init),
                relation: reading.relation, object: reading.object.map(Answer.Side.init), features: reading.features)
        }
    }
}
