import ArgumentParser
import ChanceryCore
import Foundation
import Reconciling

/// Document lines and reports in, entries and disputes out.
struct ReconcileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Document lines and reports in, entries and disputes out: what several documents tell of one thing.",
        discussion: """
            Reads what 'chancery code' writes, from files or from standard input.

            Example:
              chancery code Examples/adriatic | chancery reconcile > entries.jsonl
            """)

    @Argument(help: ArgumentHelp("Files of JSON Lines; without any, standard input is read.", valueName: "path"))
    var paths: [String] = []

    @Flag(help: "Stop at the first line that cannot be read.")
    var strict = false

    func run() throws {
        var faults = Faults(isStrict: strict)
        var documents: [DocumentLine] = []
        var reports: [Report] = []
        try InputLines.each(of: paths, failed: { try faults.tell($0) }) { place, number, line in
            do {
                if try JSONLine.decode(Kind.self, from: line).kind == "document" {
                    documents.append(try JSONLine.decode(DocumentLine.self, from: line))
                } else {
                    reports.append(try JSONLine.decode(Report.self, from: line))
                }
            } catch {
                try faults.tell(InputLines.Fault.malformed(place, number, "neither a document line nor a report"))
            }
        }
        let result = try Reconciler().reconcile(documents: documents, reports: reports)
        let output = StandardOutput()
        for entry in result.entries { try output.line(try JSONLine.encode(entry)) }
        for dispute in result.disputes { try output.line(try JSONLine.encode(dispute)) }
        try output.flush()
        try faults.end()
    }

    /// What every line says of itself.
    private struct Kind: Decodable {
        var kind: String
    }
}
