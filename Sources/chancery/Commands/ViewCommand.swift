import ArgumentParser
import DossierStore

/// A command that reads a dossier and prints one list of it.
protocol ViewCommand: ParsableCommand {
    /// What it prints.
    associatedtype View: ListView
    /// The dossier.
    var source: DossierArgument { get }
    /// The form.
    var form: FormatOption { get }
    /// How many things to print; nil prints all.
    var limit: Int? { get }
    /// Reads what is to be printed.
    func view(of dossier: Dossier) throws -> View
}

extension ViewCommand {
    var limit: Int? { nil }

    func run() throws { try form.print(try view(of: try source.read()), limit: limit) }
}
