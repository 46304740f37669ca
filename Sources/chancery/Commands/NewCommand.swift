import ArgumentParser
import DossierStore
import Record

/// Makes a dossier.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Makes an empty dossier, one file.",
        discussion: """
            Example:
              chancery new adriatic.dossier
            """)

    @Argument(help: ArgumentHelp("The file to make.", valueName: "dossier"))
    var dossier: String

    func run() throws {
        try Dossier.create(at: dossier).close()
        let output = StandardOutput()
        try output.line("Made \(SafeText.oneLine(dossier)).")
        try output.flush()
    }
}
