import ArgumentParser
import Foundation

/// The command: a record of dealings between states, organisations and people, drawn from documents.
@main
struct Chancery: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chancery",
        abstract: "Turns documents into a cited record of who did what to whom, when, and on whose word.",
        discussion: """
            Example:
              chancery new adriatic.dossier
              chancery add adriatic.dossier Examples/adriatic
              chancery timeline adriatic.dossier --entity Albania --from 1988
            """,
        version: Version.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Dossiers",
                subcommands: [
                    NewCommand.self, AddCommand.self, DescribeCommand.self, RemoveCommand.self, RecodeCommand.self,
                ]),
            CommandGroup(
                name: "Views",
                subcommands: [
                    TimelineCommand.self, RelationCommand.self, StatesCommand.self, StatementsCommand.self,
                    FiguresCommand.self, EntitiesCommand.self, DocumentsCommand.self, SearchCommand.self,
                    ShowCommand.self,
                    DisputesCommand.self, OriginsCommand.self, NamesCommand.self, CompareCommand.self,
                    NetworkCommand.self, ReadCommand.self, CiteCommand.self,
                ]),
            CommandGroup(name: "The reading room", subcommands: [ServeCommand.self]),
            CommandGroup(name: "Rulings", subcommands: [DecideCommand.self, DecisionsCommand.self]),
            CommandGroup(name: "Proof", subcommands: [VerifyCommand.self, ExportCommand.self, CodebookCommand.self]),
            CommandGroup(
                name: "Filters", subcommands: [AnnotateCommand.self, CodeCommand.self, ReconcileCommand.self]),
        ])

    /// Runs the command and ends the process: 0 done, 1 some input failed, 2 wrong usage.
    static func main() async {
        do {
            let words = DecideCommand.ordered(Array(CommandLine.arguments.dropFirst()))
            try CommandWords.check(words)
            var command = try parseAsRoot(words)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Foundation.exit(ExitStatus.settle(error))
        }
    }
}
