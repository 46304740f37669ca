import ArgumentParser
import Chronology
import SpacyPipeline

/// The dates, times and durations of a text.
struct TimexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timex", abstract: "The dates, times and durations of each text with their TIMEX3 values.")

    @OptionGroup var options: EvaluationOptions

    func run() throws {
        let model = try options.loadModel()
        let tagger = try TimexTagger()
        try Rows.answer { (row: TimexBenchmark.Row) -> TimexBenchmark.Prediction in
            TimexBenchmark.prediction(for: row, annotated: model.annotate(row.text), tagger: tagger)
        }
    }
}
