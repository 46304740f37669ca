import ArgumentParser
import DossierStore
import Record

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
    /// The groups of states asked for, which the list does not count with them.
    func groupsBeside(in dossier: Dossier) throws -> [GroupsBeside]
}

extension ViewCommand {
    var limit: Int? { nil }

    func groupsBeside(in dossier: Dossier) throws -> [GroupsBeside] { [] }

    func run() throws {
        let dossier = try source.read()
        try form.print(try view(of: dossier), limit: limit, leavingOut: try groupsBeside(in: dossier))
    }
}
