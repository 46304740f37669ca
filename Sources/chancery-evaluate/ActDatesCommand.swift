import ArgumentParser
import ChanceryCore
import Coding

/// The features of the dates that each told act may have: what `Scripts/train_dates.py` trains on.
struct ActDatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "act-dates",
        abstract: "Every act that each text tells, with the dates it may have and their features, to train on.")

    @OptionGroup var options: EvaluationOptions

    /// One act of a row's text.
    struct Answer: Encodable {
        /// A date it may have.
        struct Option: Encodable {
            var edtf: String
            var features: [String]
        }
        var doc: String
        var start: Int
        var end: Int
        var type: String
        var confidence: Double?
        var ruled: String?
        var told: String?
        var options: [Option]
        var none: [String]
    }

    func run() throws {
        let coder = try options.loadCoder()
        try options.answerTexts(with: coder, readings: coder.actDateReadings) { reading, document in
            Answer(
                doc: document, start: reading.trigger.start, end: reading.trigger.end, type: reading.type,
                confidence: reading.confidence, ruled: reading.ruled, told: reading.told,
                options: reading.options.map { Answer.Option(edtf: $0.edtf, features: $0.features) },
                none: reading.none)
        }
    }
}
