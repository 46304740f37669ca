import ArgumentParser
import DossierStore
import Record

/// Codes all documents of a dossier again.
struct RecodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recode", abstract: "Codes and reconciles all documents of a dossier again.",
        discussion: """
            For a new version of the program, another model or another codebook. Ids of reports stay where the words \
            that fired them do, and so do decisions.

            Example:
              chancery recode adriatic.dossier --codebook mine
            """)

    @OptionGroup var target: DossierArgument
    @OptionGroup var run: RunOptions
    @OptionGroup var coding: CodingOptions

    mutating func run() async throws {
        let dossier = try Dossier.open(at: target.dossier)
        let recoding = Recoding(dossier: dossier, coder: try coding.load(), threads: run.threads)
        let hashes = try dossier.documents().map(\.hash)
        var faults = Faults(isStrict: run.strict)
        let reports = try await recoding.run(hashes, &faults)
        let entries = try dossier.reconcile()
        let output = StandardOutput()
        try output.line(
            "\(Wording.count(hashes.count, "document", "documents")) coded again, "
                + "\(Wording.count(reports, "report", "reports")), \(Wording.count(entries, "entry", "entries")).")
        try output.flush()
        try faults.end()
    }
}
