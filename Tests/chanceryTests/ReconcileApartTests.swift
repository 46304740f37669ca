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
        let lines = try reports.map { ($0.key, try JSONLine.encode($0)) }
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
        #expect(apart == whole)
        #expect(whole.contains { $0.contains("\"independent_origins\":2") })
    }
}
