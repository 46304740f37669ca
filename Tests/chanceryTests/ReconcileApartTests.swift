import ChanceryCore
import Foundation
import Testing

/// Reports reconciled in groups by key, on machines that know of the documents only their lineages.
@Suite struct ReconcileApartTests {
    private static func document(_ name: String, _ text: String, by author: String) throws -> String {
        try JSONLine.encode(
            DocumentLine(
                Document(
                    name: name, text: text,
                    metadata: DocumentMetadata(authors: author.isEmpty ? [] : [author], publisher: "Paper of \(author)")
                )))
    }

    @Test func groupsByKeyWithLineagesGiveWhatAllAtOnceGives() throws {
        let documents = [
            try Self.document("essay.txt", SampleRecord.essay, by: "Jana Roe"),
            try Self.document("brief.txt", SampleRecord.brief, by: "Ole Dam"),
            try Self.document("note.txt", SampleRecord.note, by: ""),
        ]
        let reports = SampleRecord.reports.enumerated().map { place, report in
            var report = report
            // The recognition that two documents tell, each other report by itself.
            report.key = place < 2 ? "event|SUPPORT" : "k\(place)"
            return report
        }
        let lines = try (reports + Self.opposed(SampleRecord.reports)).map { ($0.key, try JSONLine.encode($0)) }
        func run(_ arguments: [String], _ input: [String]) throws -> Set<String> {
            let result = try ChanceryProcess(["reconcile"] + arguments, input: input.joined(separator: "\n"))
            #expect(result.status == 0, "\(result.errors)")
            return Set(result.output.split(separator: "\n").map(String.init))
        }
        let whole = try run([], documents + lines.map(\.1))
        let known = try run(["--lineages"], documents + lines.map(\.1))
        #expect(known.count == 6)
        let lineages = known.filter { $0.contains("\"kind\":\"lineage\"") }
        var apart = known.subtracting(lineages)
        for group in Dictionary(grouping: lines, by: \.0).values {
            apart.formUnion(try run([], known.sorted() + group.map(\.1)))
        }
        // What crosses entries is found over all of them, of which one machine knows the lines.
        let across = try run(
            ["--across"], known.sorted() + lines.map(\.1) + apart.filter { $0.contains("\"kind\":\"entry\"") })
        #expect(across.count == 1 && across.allSatisfy { $0.contains("\"about\":[\"Black Lamp\"]") })
        #expect(apart.isDisjoint(with: across))
        #expect(apart.union(across) == whole)
        #expect(whole.contains { $0.contains("\"independent_origins\":2") })
    }

    /// Three reports of different entries in two texts, whose words on one party differ.
    private static func opposed(_ reports: [Report]) -> [Report] {
        func told(_ words: String, like report: Report, key: String) -> Report {
            let lamp = Participant(name: "Black Lamp", kind: .organisation, span: report.trigger)
            let content = Report.Content.state(
                StateOfAffairs(subject: [lamp], relation: "is \(key)", concept: "", object: []))
            var told = Report(
                document: report.document, documentHash: report.documentHash, span: report.span, content: content,
                trigger: report.trigger, rule: "r", key: key, distinction: key)
            told.terms = ContentWords.words(words).sorted()
            told.wording = WordingReader.wording(of: words, from: report.span.start, telling: content)
            return told
        }
        let first = reports[0]
        let second = reports.first { $0.documentHash != first.documentHash } ?? first
        return [
            told("a legitimate movement", like: first, key: "x"), told("a secretive group", like: second, key: "y"),
            told("a brutal sect", like: second, key: "z"),
        ]
    }
}
