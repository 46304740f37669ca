import ChanceryCore
import Foundation
import Reconciling
import Testing

@testable import DossierStore

/// Decisions in the store: what views read, what is proved, what copies give when merged.
@Suite struct DecisionTests {
    private func cited(_ report: Report, words: String = "as it was") -> Decision.Cited {
        Decision.Cited(report: report.id, doc: report.document, docHash: report.documentHash, words: words)
    }

    private func decide(
        _ ruling: Decision.Ruling, _ reports: [Report] = [], apart: [Report] = [], documents: [String] = [],
        name: String = "", field: String = "", value: String = "", code: String = "", undoes: String = "",
        by author: String = "Ana", at second: Int = 10
    ) -> Decision {
        Decision(
            ruling, reports: reports.map { cited($0) }, apart: apart.map { cited($0) }, documents: documents,
            name: name, field: field, value: value, code: code, undoes: undoes, reason: "because", author: author,
            recordedAt: "2026-02-05T10:00:\(second)Z")
    }

    private static let recognition = Sample.briefReports[0]
    private static let teachers = Sample.teachers()

    private func filled() throws -> Dossier { try Sample.filled(at: try Sample.path()) }

    private func rule(_ dossier: Dossier, _ decisions: Decision...) throws {
        try dossier.record(decisions)
        // Also before the next reconciling all is proved.
        #expect(try dossier.verify().isEmpty)
        try dossier.reconcile()
        #expect(try dossier.verify().isEmpty)
        #expect(Sample.prove(try Sample.export(dossier)).isEmpty)
    }

    @Test func rejectedReportsAreLeftOutUnlessAskedFor() throws {
        let dossier = try filled()
        try rule(dossier, decide(.reject, [Self.teachers]))
        #expect(try dossier.reports(matching: ItemFilter(kinds: [.figure])).isEmpty)
        #expect(try dossier.entries(matching: ItemFilter(kinds: [.figure])).isEmpty)
        #expect(try dossier.search("teachers").reports.isEmpty)
        let all = try dossier.entries(matching: ItemFilter(kinds: [.figure], includesRejected: true))
        #expect(all.map(\.entry.status) == [.rejected])
        #expect(try dossier.search("teachers", includingRejected: true).reports.count == 1)
        try rule(
            dossier, decide(.undo, undoes: decide(.reject, [Self.teachers]).id, at: 11))
        #expect(try dossier.reports(matching: ItemFilter(kinds: [.figure])).count == 1)
    }

    @Test func filtersGoByCorrectionsAndTheLineStaysAsCoded() throws {
        let dossier = try filled()
        let lines = try Sample.export(dossier).filter { $0.contains("\"kind\":\"event\"") }
        let correct = decide(.correct, [Self.recognition], field: "date", value: "1950-03")
        try rule(
            dossier, correct, decide(.correct, [Self.recognition], field: "actors", value: "Tarn (state TAR)", at: 11))
        let found = try dossier.reports(matching: ItemFilter(entities: ["TAR"], to: "1960"))
        #expect(found.map(\.id) == [Self.recognition.id])
        #expect(found.first?.decisions.contains { $0.id == correct.id } == true)
        #expect(try dossier.participants().contains { $0.name == "Tarn" })
        #expect(try Sample.export(dossier).filter { $0.contains("\"kind\":\"event\"") } == lines)
        #expect(try dossier.entries(matching: ItemFilter(to: "1960")).map(\.entry.date) == ["1950-03"])
        try rule(dossier, decide(.undo, undoes: correct.id, at: 12))
        #expect(try dossier.reports(matching: ItemFilter(to: "1960")).isEmpty)
    }

    @Test func anAliasIsReadAtOnceAndTakenBack() throws {
        let dossier = try filled()
        let alias = decide(.alias, name: "VELDANIA", value: "Northland", code: "NTH")
        try rule(dossier, alias)
        #expect(try dossier.reports(matching: ItemFilter(entities: ["Northland"])).count == 2)
        #expect(try dossier.reports(matching: ItemFilter(entities: ["Veldania"])).isEmpty)
        #expect(try dossier.search("Northland").reports.count == 2)
        try rule(dossier, decide(.undo, undoes: alias.id, at: 11))
        #expect(try dossier.reports(matching: ItemFilter(entities: ["Veldania"])).count == 2)
        #expect(try dossier.search("Northland").reports.isEmpty)
    }

    @Test func decisionsWaitForTheirDocument() throws {
        let late = try Dossier.create(at: try Sample.path("late.dossier"))
        try late.record([decide(.correct, [Self.recognition], field: "type", value: "AID")])
        try late.add(
            Sample.brief, original: Data(Sample.brief.text.utf8), format: "txt", reports: Sample.briefReports,
            stamp: Sample.stamp)
        try late.reconcile()
        #expect(try late.reports(matching: ItemFilter(type: "AID")).count == 1)
        #expect(try late.verify().isEmpty)
        let early = try Dossier.create(at: try Sample.path("early.dossier"))
        try early.add(
            Sample.brief, original: Data(Sample.brief.text.utf8), format: "txt", reports: Sample.briefReports,
            stamp: Sample.stamp)
        try early.reconcile()
        try early.record([decide(.correct, [Self.recognition], field: "type", value: "AID")])
        try early.reconcile()
        #expect(try Sample.export(early) == Sample.export(late))
    }

    @Test func orphansAreToldApart() throws {
        let dossier = try filled()
        let gone = decide(.accept, [Self.recognition, Self.teachers])
        try rule(dossier, gone)
        // Coded again without the figure: the document is there, the report is not.
        try dossier.replaceCoding(of: Sample.brief, reports: [Self.recognition], stamp: Sample.stamp)
        try dossier.reconcile()
        let (reports, documents) = try dossier.present(among: [gone])
        let rulings = try dossier.rulings()
        #expect(rulings.missing(of: gone, reports: reports, documents: documents).map(\.reason) == [.notCoded])
        #expect(!rulings.isOrphaned(gone, reports: reports, documents: documents))
        try dossier.remove(named: Sample.brief.name)
        try dossier.reconcile()
        let left = try dossier.present(among: [gone])
        let missing = try dossier.rulings().missing(of: gone, reports: left.reports, documents: left.documents)
        #expect(missing.map(\.reason) == [.documentGone, .documentGone])
        #expect(try dossier.verify().isEmpty)
    }

    @Test func aMergeAcrossBlocksIsTakenApartAgainWithoutATrace() throws {
        let dossier = try filled()
        let other = Sample.essayReports[0]
        let before = try dossier.entries().map(\.entry)
        let type = decide(.correct, [other], field: "type", value: "AID")
        let merge = decide(.merge, [Self.recognition, other], at: 11)
        try rule(dossier, type, merge)
        #expect(try dossier.entries(matching: ItemFilter(kinds: [.event])).map(\.reports.count) == [2])
        // What was joined across blocks is placed anew when one of them goes.
        let copy = try Sample.export(dossier)
        try dossier.remove(named: Sample.essay.name)
        try dossier.reconcile()
        #expect(try dossier.verify().isEmpty)
        try dossier.add(
            Sample.essay, original: Data(Sample.essay.text.utf8), format: "txt", reports: Sample.essayReports,
            stamp: Sample.stamp)
        try dossier.reconcile()
        #expect(try Sample.export(dossier) == copy)
        try rule(dossier, decide(.undo, undoes: merge.id, at: 12), decide(.undo, undoes: type.id, at: 13))
        #expect(try dossier.entries().map(\.entry) == before)
    }

    @Test func copiesMergedInEitherOrderAreTheSame() throws {
        let hers = [
            decide(.accept, [Self.teachers]),
            decide(.correct, [Self.recognition], field: "date", value: "1990", at: 11),
            decide(.alias, name: "Osk", value: "Osk Republic", at: 12),
        ]
        let his = [
            decide(.reject, [Self.teachers], by: "Ben", at: 10),
            decide(.merge, [Self.recognition, Sample.essayReports[0]], by: "Ben", at: 11),
            decide(.sameOrigin, documents: [Sample.brief.hash, Sample.essay.hash], by: "Ben", at: 13),
        ]
        var exports: [[String]] = []
        for batches in [[hers, his], [his, hers], [his + hers], hers.map { [$0] } + [his, hers]] {
            let dossier = try filled()
            for batch in batches {
                try dossier.record(batch)
                try dossier.reconcile()
            }
            #expect(try dossier.verify().isEmpty)
            exports.append(try Sample.export(dossier))
        }
        #expect(Set(exports).count == 1)
        #expect(try filled().record(hers + hers) == 3)
    }

    @Test func incrementalFollowingIsThatOfAllAtOnce() throws {
        let dossier = try filled()
        let reports = Sample.briefReports + Sample.essayReports
        var made: [Decision] = []
        var random = Steps(state: 7)
        for second in 11..<59 {
            let one = reports[random.next(reports.count)]
            let other = reports[random.next(reports.count)]
            let author = ["Ana", "Ben"][random.next(2)]
            let decision =
                switch random.next(8) {
                case 0: decide(.accept, [one], by: author, at: second)
                case 1: decide(.reject, [one], by: author, at: second)
                case 2 where one.id != other.id: decide(.merge, [one, other], by: author, at: second)
                case 3 where one.id != other.id: decide(.split, [one], apart: [other], by: author, at: second)
                case 4: decide(.correct, [one], field: "date", value: "199\(random.next(9))", by: author, at: second)
                case 5:
                    decide(.alias, name: "Osk", value: ["Veldania", "Tarn"][random.next(2)], by: author, at: second)
                case 6 where !made.isEmpty:
                    decide(.undo, undoes: made[random.next(made.count)].id, by: author, at: second)
                default: decide(.correct, [one], field: "type", value: "AID", by: author, at: second)
                }
            made.append(decision)
            try dossier.record([decision])
            try dossier.reconcile()
            #expect(try dossier.verify().isEmpty)
            let clean = try Reconciler().reconcile(
                documents: try dossier.documentLines(), reports: try dossier.reports(),
                decisions: try dossier.decisions())
            let stored = try dossier.entries(matching: ItemFilter(includesRejected: true)).map(\.entry)
            #expect(stored.sorted { $0.id < $1.id } == clean.entries, "after \(made.map(\.ruling.rawValue))")
        }
    }

    /// A small generator of numbers, the same in every run.
    private struct Steps {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }

    @Test func faultyDecisionsAreNotKept() throws {
        let dossier = try filled()
        let before = try Sample.export(dossier)
        var altered = decide(.accept, [Self.teachers])
        altered.reason = "another"
        for faulty in [altered, decide(.merge, [Self.teachers]), decide(.undo)] {
            #expect(throws: DossierError.self) {
                try dossier.record([self.decide(.note, [Self.teachers]), faulty])
            }
        }
        #expect(try Sample.export(dossier) == before)
    }

    @Test func anExportWhoseStatusIsNotDecidedIsFoundOut() throws {
        let dossier = try filled()
        try rule(dossier, decide(.reject, [Self.teachers]))
        let lines = try Sample.export(dossier)
        let forged = try lines.map { line -> String in
            guard line.contains("\"status\":\"rejected\"") else { return line }
            let read = try JSONLine.decode(ExportLine.Read<Entry>.self, from: line)
            var entry = read.value
            entry.status = .accepted
            let text = try JSONLine.encode(entry)
            return try JSONLine.encode(ExportLine.Proved(value: entry, rowHash: Digest.sha256(text)))
        }
        #expect(forged != lines)
        #expect(Set(Sample.prove(forged).map(\.check)) == [.entry])
    }
}
