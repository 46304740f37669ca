import ArgumentParser
import ChanceryCore
import Coding
import Foundation

/// The features of every word of a text that may tell an act: what `Scripts/train_acts.py` trains on.
struct ActsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acts", abstract: "Every word of each text that may tell an act, with its features, to train on.")

    @OptionGroup var options: EvaluationOptions

    @Option(help: ArgumentHelp("A folder with models of acts to use in place of ours.", valueName: "folder"))
    var models: String?

    /// One word of a row's text.
    struct Answer: Encodable {
        /// Somebody who may take part.
        struct Party: Encodable {
            var name: String
            var code: String
            var features: [String]
        }
        /// Somebody who does.
        struct Side: Encodable {
            var name: String
            var code: String
        }
        /// Somebody on whose word it may be told.
        struct Voice: Encodable {
            var name: String
            var code: String
            var features: [String]
        }
        var doc: String
        var start: Int
        var end: Int
        var sentence: [Int]
        var origin: String
        var concept: String
        var type: String
        var rule: String
        var further: Bool
        var modality: String
        var ruled_modality: String
        var actors: [Side]
        var recipients: [Side]
        var told_actors: [Side]
        var told_recipients: [Side]
        var parties: [Party]
        var nobody: [String]
        var sense: [String]
        var act: [String]
        var telling: [String]
        var voices: [Voice]
    }

    func run() throws {
        var coder = try options.loadCoder()
        if let models { coder = try coder.withActModels(inFolder: URL(fileURLWithPath: models)) }
        try options.answerTexts(with: coder, readings: coder.actReadings, answer)
    }

    private func answer(_ reading: ActReading, _ document: String) -> Answer {
        func side(_ parties: [Participant]) -> [Answer.Side] {
            parties.map { Answer.Side(name: $0.name, code: $0.code) }
        }
        return Answer(
            doc: document, start: reading.trigger.start, end: reading.trigger.end,
            sentence: [reading.sentence.start, reading.sentence.end], origin: reading.origin,
            concept: reading.concept, type: reading.type, rule: reading.rule, further: reading.isFurther,
            modality: reading.modality.rawValue, ruled_modality: reading.ruledModality.rawValue,
            actors: side(reading.actors), recipients: side(reading.recipients),
            told_actors: side(reading.toldActors), told_recipients: side(reading.toldRecipients),
            parties: reading.parties.map {
                Answer.Party(name: $0.participant.name, code: $0.participant.code, features: $0.features)
            }, nobody: reading.nobody, sense: reading.sense, act: reading.act, telling: reading.telling,
            voices: reading.voices.map {
                Answer.Voice(name: $0.source.name, code: $0.source.code, features: $0.features)
            })
    }
}
