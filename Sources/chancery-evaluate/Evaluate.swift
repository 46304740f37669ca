import ArgumentParser

/// Answers rows of the common benchmarks with the program's own coding, one JSON object a line.
@main
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chancery-evaluate",
        abstract: "Answers benchmark rows on standard input with the program's coding; gold answers are never read.",
        discussion: """
            Documentation/evaluation.md tells the formats.

            Example:
              chancery-evaluate relations < rows.jsonl > predictions.jsonl
            """,
        subcommands: [
            RelationsCommand.self, EventsCommand.self, TimexCommand.self, AttributionCommand.self, TimelineCommand.self,
            CorefCommand.self, ActsCommand.self, ActDatesCommand.self, StatesCommand.self,
            PairsCommand.self,
        ])
}
