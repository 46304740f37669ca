import ArgumentParser
import ChanceryCore
import Coding
import Intake
import SpacyPipeline

/// The events of a bare sentence or text.
///
/// Follows the benchmarks rather than the record: an act that lies ahead or is refused gets the type that says so (an
/// announced visit is AGREE, a refused one REJECT), whatever noun phrase stands at a slot is a party, under the words of
/// the text, and of an act between several the first is actor and the others recipients.
struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "The events of each text: type, actors, recipients and modality.")

    @OptionGroup var options: EvaluationOptions

    @Flag(help: "Also write the rule of each event.")
    var explain = false

    /// A row: a text and the day it was published.
    struct Row: Decodable {
        var id: String
        var text: String
        var date: String?
    }

    /// The answer to a row.
    struct Answer: Encodable {
        /// Who takes part.
        struct Party: Encodable {
            var name: String
            var code: String
        }
        /// One event.
        struct Told: Encodable {
            var type: String
            var actors: [Party]
            var recipients: [Party]
            var modality: String
            var rule: String?
        }
        var id: String
        var events: [Told]
    }

    func run() throws {
        let model = try options.loadModel()
        let builder = try DocumentBuilder()
        let reader = BareEvents(coder: try options.loadCoder(), labels: try LabelTable.standard())
        try Rows.answer { (row: Row) -> Answer in
            let document = builder.document(
                named: row.id, text: row.text, given: DocumentMetadata(publishedOn: row.date))
            return Answer(
                id: row.id,
                events: reader.events(document, annotate: { model.annotate($0) }).map { event in
                    Answer.Told(
                        type: event.type, actors: event.actors.map { .init(name: $0.name, code: $0.code) },
                        recipients: event.recipients.map { .init(name: $0.name, code: $0.code) },
                        modality: event.modality.rawValue, rule: explain ? event.rule : nil)
                })
        }
    }
}
