import ArgumentParser
import DossierStore
import Record

/// Writes a dossier in an exchange format.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes everything a dossier holds in an exchange format.",
        discussion: """
            Documents come with their text, so that 'verify' can prove the export alone. The same documents, model, \
            codebook and decisions give the same bytes.

            Example:
              chancery export adriatic.dossier --format jsonl > adriatic.jsonl
            """)

    /// The forms of an export.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case jsonl
    }

    @OptionGroup var source: DossierArgument

    @Option(help: ArgumentHelp("jsonl.", valueName: "form"))
    var format: Format = .jsonl

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        let output = StandardOutput()
        var failure: StandardOutput.Failure?
        do {
            try dossier.export { line in
                do throws(StandardOutput.Failure) { try output.line(line) } catch {
                    failure = error
                    throw error
                }
            }
        } catch {
            // The dossier is sound where only the output failed.
            if let failure { throw failure }
            throw error
        }
        try output.flush()
    }
}
