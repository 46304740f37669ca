import ArgumentParser
import DossierStore
import Record
import Foundation

/// The mechanical proof.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Proves a dossier or an export: every word, date and number is where it is said to be.",
        discussion: """
            Works offline, without model or codebook. Names everything that fails, and then exits with status 1.

            Example:
              chancery verify adriatic.dossier
              chancery export adriatic.dossier > adriatic.jsonl && chancery verify adriatic.jsonl
            """)

    @Argument(help: ArgumentHelp("A dossier, or an export of one.", valueName: "dossier or export"))
    var path: String

    func run() throws {
        let dossier = try Self.isDatabase(path) ? Dossier.open(at: path, readOnly: true) : nil
        let faults = try dossier?.verify() ?? exportFaults()
        let output = StandardOutput()
        for fault in faults { try output.line(SafeText.oneLine(fault.description)) }
        let name = SafeText.oneLine(path)
        try output.line(
            faults.isEmpty
                ? "\(name): everything is proved."
                : "\(name): \(Wording.count(faults.count, "thing", "things")) could not be proved.")
        if faults.isEmpty, let waiting = try dossier?.documentsNeedingCoding(), !waiting.isEmpty {
            try output.line(
                "\(Wording.count(waiting.count, "document is", "documents are")) not coded since more became known of it: run 'chancery recode'."
            )
        }
        try output.flush()
        if !faults.isEmpty { throw ExitStatus.SomeInputFailed() }
    }

    private func exportFaults() throws -> [VerificationFault] {
        var proof = ExportProof()
        try InputLines.exactly(of: path) { line in
            if let line { proof.read(line) } else { proof.readUndecodable() }
        }
        return proof.finish()
    }

    /// Whether a file begins as SQLite's do; what is not there is left to the dossier to complain of.
    private static func isDatabase(_ path: String) throws -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return true }
        defer { try? file.close() }
        return try file.read(upToCount: 16) == Data("SQLite format 3\u{0}".utf8)
    }
}
