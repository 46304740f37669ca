import ArgumentParser
import ChanceryCore
import Coding
import Foundation
import Intake
import SpacyPipeline

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
        let model = try options.loadModel()
        let builder = try DocumentBuilder()
        let coder = try options.loadCoder()
        try Rows.forEach { (row: ActsCommand.Row) in
            let document = builder.document(
                named: row.id, text: row.text, given: DocumentMetadata(title: row.title, publishedOn: row.date))
            for reading in coder.actDateReadings(document, annotations: coder.annotate(document, with: model)) {
                try Rows.write(
                    Answer(
                        doc: row.id, start: reading.trigger.start, end: reading.trigger.end, type: reading.type,
                        confidence: reading.confidence, ruled: reading.ruled, told: reading.told,
                        options: reading.options.map { Answer.Option(edtf: $0.edtf, features: $0.features) },
                        none: reading.none))
            }
        }
    }
}
