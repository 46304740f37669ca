import ArgumentParser
import ChanceryCore
import Coding
import SpacyPipeline

/// The events of a bare sentence or text.
struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "The events of each text: type, actors, recipients and modality.")

    @OptionGroup var options: EvaluationOptions

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
        }
        var id: String
        var events: [Told]
    }

    func run() throws {
        let model = try options.loadModel()
        let coder = try options.loadCoder()
        try Rows.answer { (row: Row) -> Answer in
            let document = Document(
                name: row.id, text: row.text, metadata: DocumentMetadata(publishedOn: row.date),
                blocks: [Block(kind: .paragraph, span: ByteSpan(0, row.text.utf8.count))])
            let reports = coder.code(document, annotations: coder.annotate(document, with: model))
            return Answer(
                id: row.id,
                events: reports.compactMap { report in
                    guard case .event(let event) = report.content else { return nil }
                    return Answer.Told(
                        type: event.type, actors: event.actors.map { .init(name: $0.name, code: $0.code) },
                        recipients: event.recipients.map { .init(name: $0.name, code: $0.code) },
                        modality: report.modality.rawValue)
                })
        }
    }
}
