import ArgumentParser

/// The command: a record of dealings between states, organisations and people, drawn from documents.
@main
struct Chancery: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chancery",
        abstract: "Turns documents into a cited record of who did what to whom, when, and on whose word.")
}
