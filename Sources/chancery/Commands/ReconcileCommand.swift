import ArgumentParser
import ChanceryCore
import Foundation
import Reconciling

/// Document lines and reports in, origins, entries and disputes out.
struct ReconcileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract:
            "Document lines, reports and decisions in, entries and disputes out: what several documents tell of one thing.",
        discussion: """
            Reads what 'chancery code' writes, from files or from standard input, and decisions as 'chancery decisions \
            --export' writes them.

            Groups of reports by key can be reconciled apart, on many machines: '--lineages' writes from the document \
            lines what each group needs to know of the documents, to be given with every group instead of them.

            Example:
              chancery code Examples/adriatic | chancery reconcile > entries.jsonl
              chancery reconcile --lineages coded.jsonl > lineages.jsonl
              cat lineages.jsonl group-of-one-key.jsonl | chancery reconcile
              cat lineages.jsonl coded.jsonl entries-of-all-groups.jsonl | chancery reconcile --across
            """)

    @Argument(help: ArgumentHelp("Files of JSON Lines; without any, standard input is read.", valueName: "path"))
    var paths: [String] = []

    @Flag(help: "Write only what is known of the documents: their origins and lineages.")
    var lineages = false

    @Flag(
        help: """
            Read entries too, and write only the disputes between reports of different entries. Where lineages are given instead of \
            documents, the reports are one group of several, and these disputes are left out without this flag.
            """)
    var across = false

    @OptionGroup var badLines: BadLinesOption

    @Flag(help: "Stop at the first line that cannot be read.")
    var strict = false

    func run() throws {
        let output = StandardOutput()
        var faults = Faults(isStrict: strict, record: badLines.record(output))
        var input = ReconciliationInput()
        try InputLines.each(of: paths, failed: { try faults.tell($0) }) { place, number, line in
            if JSONLine.kind(of: line) == FaultLine.kind { return try output.line(line) }
            do {
                if let fault = try input.take(line, isForLineages: lineages) {
                    try faults.tell(InputLines.Fault.malformed(place, number, fault))
                }
            } catch let error as ExitStatus.SomeInputFailed {
                throw error
            } catch {
                try faults.tell(
                    InputLines.Fault.malformed(
                        place, number, "neither a document line, a lineage, a report nor a decision"))
            }
        }
        let rulings = Rulings(input.decisions)
        let origins = try OriginFinder(input.documents, sameOrigin: rulings.sameOrigin)
        for origin in origins.origins where !across { try output.line(try JSONLine.encode(origin)) }
        if lineages {
            for hash in origins.lineages.keys.sorted() {
                if let lineage = origins.lineages[hash] { try output.line(try JSONLine.encode(lineage)) }
            }
        } else {
            let known = input.lineages.merging(origins.lineages) { given, _ in given }
            let reconciler = try Reconciler()
            var result = Reconciliation(entries: input.entries, disputes: [])
            if !across { result = reconciler.reconcile(input.reports, lineages: known, rulings: rulings) }
            if across || input.lineages.isEmpty {
                result.add(
                    reconciler.disputes(across: input.reports, in: result.entries, lineages: known, rulings: rulings)
                        .map(\.dispute))
            }
            for entry in result.entries where !across { try output.line(try JSONLine.encode(entry)) }
            for dispute in result.disputes { try output.line(try JSONLine.encode(dispute)) }
        }
        try output.flush()
        try faults.end()
    }
}

/// The lines that reconciling reads.
private struct ReconciliationInput {
    private(set) var documents: [DocumentLine] = []
    private(set) var lineages: [String: DocumentLineage] = [:]
    private(set) var reports: [Report] = []
    private(set) var decisions: [Decision] = []
    private(set) var entries: [Entry] = []

    /// Reads a line; what is known of documents is not worked out from reports, which are passed over then.
    ///
    /// - Returns: What is wrong with a decision, or nil.
    mutating func take(_ line: String, isForLineages: Bool) throws -> String? {
        switch JSONLine.kind(of: line) {
        case "document": documents.append(try JSONLine.decode(DocumentLine.self, from: line))
        case "lineage":
            let lineage = try JSONLine.decode(DocumentLineage.self, from: line)
            lineages[lineage.docHash] = lineage
        case "entry": entries.append(try JSONLine.decode(Entry.self, from: line))
        // Written beside entries and lineages, and needed no more.
        case "dispute": _ = try JSONLine.decode(Dispute.self, from: line)
        case "origin": _ = try JSONLine.decode(Origin.self, from: line)
        case "decision":
            switch DecisionLine(line) {
            case .decision(let decision): decisions.append(decision)
            case .other: break
            case .fault(let what): return what
            }
        default:
            let report = try JSONLine.decode(Report.self, from: line)
            if !isForLineages { reports.append(report) }
        }
        return nil
    }
}
