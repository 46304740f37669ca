import ArgumentParser
import ChanceryCore
import Foundation
import Reconciling

/// Document lines and reports in, entries and disputes out.
struct ReconcileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract:
            "Document lines, reports and decisions in, entries and disputes out: what several documents tell of one thing.",
        discussion: """
            Reads what 'chancery code' writes, from files or from standard input, and decisions as 'chancery decisions \
            --export' writes them.

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
        var decisions: [Decision] = []
        try InputLines.each(of: paths, failed: { try faults.tell($0) }) { place, number, line in
            do {
                switch try JSONLine.decode(Kind.self, from: line).kind {
                case "document": documents.append(try JSONLine.decode(DocumentLine.self, from: line))
                case "decision":
                    switch DecisionLine(line) {
                    case .decision(let decision): decisions.append(decision)
                    case .other: break
                    case .fault(let what): try faults.tell(InputLines.Fault.malformed(place, number, what))
                    }
                default: reports.append(try JSONLine.decode(Report.self, from: line))
                }
            } catch let error as ExitStatus.SomeInputFailed {
                throw error
            } catch {
                try faults.tell(
                    InputLines.Fault.malformed(place, number, "neither a document line nor a report, nor a decision"))
            }
        }
        let result = Reconciler().reconcile(documents: documents, reports: reports, decisions: decisions)
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
