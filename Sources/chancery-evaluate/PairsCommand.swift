import ArgumentParser
import ChanceryCore
import Reconciling

/// What speaks for and against every two reports of events being of one: what their weights are learnt from.
struct PairsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pairs",
        abstract: "Reports of events on standard input; the features of every two that can be of one event out.",
        discussion: """
            Scripts/train_pairs.py learns the weights from them.

            Example:
              chancery-evaluate pairs < reports.jsonl > pairs.jsonl
            """)

    func run() throws {
        var reports: [Report] = []
        try Rows.forEach { (report: Report) in
            if report.kind == .event { reports.append(report) }
        }
        for row in try ComparedEvents(reports).rows { try Rows.write(row) }
    }
}
