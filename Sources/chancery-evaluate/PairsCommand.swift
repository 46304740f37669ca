import ArgumentParser
import ChanceryCore
import Reconciling

/// What speaks for and against every two reports of events being of one: what their weights are learnt from.
struct PairsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pairs",
        abstract: "Reports of events on standard input; the features of every two that can be of one event out.",
        discussion: """
            Scripts/train_pairs.py learns the weights from them; of reports that are known by their word alone, as \
            'coref --reports' writes them, Scripts/train_word_pairs.py.

            Example:
              chancery-evaluate pairs < reports.jsonl > pairs.jsonl
            """)

    /// A line of a document or of a report.
    private enum Line: Decodable {
        case document(DocumentLine)
        case report(Report)

        private enum CodingKeys: String, CodingKey { case kind }

        init(from decoder: any Decoder) throws {
            let kind = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .kind)
            self = kind == "document" ? .document(try DocumentLine(from: decoder)) : .report(try Report(from: decoder))
        }
    }

    func run() throws {
        var reports: [Report] = []
        var documents: [DocumentLine] = []
        try Rows.forEach { (line: Line) in
            switch line {
            case .document(let document): documents.append(document)
            case .report(let report): if report.kind == .event { reports.append(report) }
            }
        }
        for row in try ComparedEvents(reports, of: documents).rows { try Rows.write(row) }
    }
}
