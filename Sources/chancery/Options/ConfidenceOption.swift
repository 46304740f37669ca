import ArgumentParser
import ChanceryCore

/// How sure an event must be to be shown.
struct ConfidenceOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only events that are right with at least this probability, from 0 to 1; all else is shown as it is.",
            valueName: "least"))
    var confidence: Double?

    @Flag(help: "Leave out what is doubtful: as --confidence \(Report.doubt).")
    var sure = false

    /// The least confidence wanted; nil where none is.
    var least: Double? { confidence ?? (sure ? Report.doubt : nil) }

    /// The options as they were typed; empty where none was.
    var typed: String { confidence.map { "--confidence \($0)" } ?? (sure ? "--sure" : "") }

    func validate() throws {
        guard let confidence else { return }
        guard (0...1).contains(confidence) else {
            throw ValidationError("'--confidence \(confidence)': give a number from 0 to 1, such as 0.7.")
        }
        if sure {
            throw ValidationError(
                "'--sure' is '--confidence \(Report.doubt)'. Give one of the two.")
        }
    }
}
