import ArgumentParser
import ChanceryCore
import Coding
import Foundation
import Intake
import SpacyPipeline

/// The ordered, dated events of named entities across documents.
struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Ordered, dated events of named entities: documents on standard input, a timeline an entity out.")

    @OptionGroup var options: EvaluationOptions

    @Option(
        help: ArgumentHelp(
            "The entities: a name a line, or the benchmark's own lines with \"entity\".", valueName: "file"))
    var entities: String

    /// A document.
    struct Row: Decodable {
        var id: String
        var text: String
        var dct: String?
    }

    /// The timeline of an entity.
    struct Answer: Encodable {
        /// An event mention, in code points.
        struct Mention: Encodable {
            var doc: String
            var start: Int
            var end: Int
            var token: String
        }
        /// One event.
        struct Item: Encodable {
            var order: Int
            var date: String
            var mentions: [Mention]
        }
        var entity: String
        var items: [Item]
    }

    func run() throws {
        let names = try Self.names(in: entities)
        let model = try options.loadModel()
        let coder = try options.loadCoder()
        let nouns = try EventNouns.standard()
        let words = try EvaluationWords()
        let builder = try DocumentBuilder()
        var found: [String: [(date: EDTF?, mention: Answer.Mention)]] = [:]
        try Rows.forEach { (row: Row) in
            let document = builder.document(
                named: row.id, text: row.text, given: DocumentMetadata(publishedOn: row.dct))
            let reading = coder.reading(of: document, annotations: coder.annotate(document, with: model))
            let timeline = EntityTimeline(
                reading: reading, nouns: nouns, words: words, published: row.dct.flatMap { EDTF($0) })
            let map = reading.parsed.map
            for name in names {
                for event in timeline.mentions(of: name) {
                    let span = map.codePoints(event.span)
                    found[name, default: []].append(
                        (
                            event.date,
                            .init(
                                doc: row.id, start: span.start, end: span.end,
                                token: reading.parsed.text(event.span))
                        ))
                }
            }
        }
        for name in names { try Rows.write(Answer(entity: name, items: Self.ordered(found[name] ?? []))) }
    }
}

extension TimelineCommand {
    /// The names in a file, each once.
    private static func names(in path: String) throws -> [String] {
        /// A line of the benchmark's timelines.
        struct Line: Decodable { var entity: String }
        let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        let decoder = JSONDecoder()
        return text.split(separator: "\n").map(String.init).filter { !$0.isEmpty }.map { line in
            (try? decoder.decode(Line.self, from: Data(line.utf8)))?.entity ?? line
        }
    }

    /// The events by date; those of one date stand together, those without any at 0.
    private static func ordered(_ found: [(date: EDTF?, mention: Answer.Mention)]) -> [Answer.Item] {
        let days = Set(found.compactMap { $0.date.map(day) }).sorted()
        let orders = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1, $0 + 1) })
        return found.map { event in
            let day = event.date.map(day)
            return Answer.Item(
                order: day.flatMap { orders[$0] } ?? 0, date: day ?? "XXXX-XX-XX", mentions: [event.mention])
        }.sorted {
            ($0.order, $0.mentions[0].doc, $0.mentions[0].start) < ($1.order, $1.mentions[0].doc, $1.mentions[0].start)
        }
    }

    /// A date as the benchmark writes it: the day that opens it, without marks of doubt.
    private static func day(_ date: EDTF) -> String {
        let opening = date.description.split(separator: "/").first.map(String.init) ?? date.description
        return opening.filter { !"~?%".contains($0) }
    }
}
