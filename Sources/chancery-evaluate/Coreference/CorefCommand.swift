import ArgumentParser
import ChanceryCore
import Coding
import Foundation
import Intake
import Reconciling
import SpacyPipeline

/// Which mentions of events, within and across documents, are of one event; the mentions are given.
struct CorefCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coref",
        abstract: "Event coreference: documents with event mentions on standard input, their clusters out.",
        discussion: """
            Every mention becomes a report with parties, date and words as coding reads them, under the word that tells it
            instead of a concept; the reconciler puts the reports together.

            Example:
              chancery-evaluate coref < dev.jsonl > predictions.jsonl
            """)

    /// What to measure against.
    enum Baseline: String, ExpressibleByArgument, CaseIterable {
        /// Mentions of one base form are one event, in all documents.
        case lemma
        /// Mentions of one base form are one event inside a document.
        case lemmaInDocument = "lemma-in-document"
    }

    @OptionGroup var options: EvaluationOptions

    @Flag(help: "Print the documents and the reports that the mentions become instead of the clusters.")
    var reports = false

    @Option(help: "Answer with a baseline instead: lemma (one base form, one event) or lemma-in-document.")
    var baseline: Baseline?

    /// A document with its mentions; the gold clusters are not read.
    struct Row: Decodable {
        /// Where a mention stands, in code points.
        struct Mention: Decodable {
            var start: Int
            var end: Int
            var parts: [[Int]]?
        }
        var id: String
        var text: String
        var dct: String?
        var mentions: [Mention]
    }

    /// The clusters of a document's mentions.
    struct Answer: Encodable {
        /// A mention and its cluster, whose name holds across documents.
        struct Mention: Encodable {
            var start: Int
            var end: Int
            var instance: String
        }
        var id: String
        var mentions: [Mention]
    }

    func run() throws {
        let model = try options.loadModel()
        let coder = try options.loadCoder()
        let builder = try DocumentBuilder()
        let words = try EvaluationWords()
        var rows: [(row: Row, mentions: [EventMention])] = []
        var lines: [DocumentLine] = []
        try Rows.forEach { (row: Row) in
            let document = builder.document(
                named: row.id, text: row.text, given: DocumentMetadata(publishedOn: row.dct))
            let reading = coder.reading(of: document, annotations: coder.annotate(document, with: model))
            let reader = MentionReader(reading, words: words)
            var line = DocumentLine(document)
            line.words = ContentWords.words(document.text).sorted()
            lines.append(line)
            rows.append((row, row.mentions.map { reader.mention(CodePointSpan($0.start, $0.end)) }))
        }
        if reports {
            for line in lines { try Rows.write(line) }
            for report in rows.flatMap({ $0.mentions.compactMap(\.report) }) { try Rows.write(report) }
            return
        }
        let instance = try baseline.map { Self.byLemma(rows, $0) } ?? Self.reconciled(rows, lines)
        for (row, mentions) in rows {
            let answers = zip(row.mentions, mentions).map { given, read in
                Answer.Mention(start: given.start, end: given.end, instance: instance(row.id, read))
            }
            try Rows.write(Answer(id: row.id, mentions: answers))
        }
    }

    private static func byLemma(
        _ rows: [(row: Row, mentions: [EventMention])], _ baseline: Baseline
    ) -> (String, EventMention) -> String {
        { document, mention in baseline == .lemma ? mention.lemma : document + " " + mention.lemma }
    }

    private static func reconciled(
        _ rows: [(row: Row, mentions: [EventMention])], _ documents: [DocumentLine]
    ) throws -> (String, EventMention) -> String {
        let reports = rows.flatMap { $0.mentions.compactMap(\.report) }
        let entries = try Reconciler().reconcile(documents: documents, reports: reports).entries
        let entryOf = Dictionary(
            entries.flatMap { entry in entry.reports.map { ($0, entry.id) } }, uniquingKeysWith: { first, _ in first })
        return { document, mention in
            mention.report.flatMap { entryOf[$0.id] } ?? "\(document) \(mention.span.start)"
        }
    }
}
