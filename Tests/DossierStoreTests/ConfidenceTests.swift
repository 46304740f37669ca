import ChanceryCore
import Foundation
import GRDB
import Testing

@testable import DossierStore

/// How far reports are to be trusted: kept, proved, asked for.
@Suite struct ConfidenceTests {
    /// The two tellings of the recognition with a confidence each, beside a figure and a statement without.
    private static func reports(_ brief: Double?, _ essay: Double?) -> (brief: [Report], essay: [Report]) {
        var (ofBrief, ofEssay) = (Sample.briefReports, Sample.essayReports)
        ofBrief[0].confidence = brief
        ofEssay[0].confidence = essay
        return (ofBrief, ofEssay)
    }

    private static func dossier(_ brief: Double?, _ essay: Double?, at path: String? = nil) throws -> Dossier {
        let dossier = try Dossier.create(at: path ?? Sample.path())
        let reports = reports(brief, essay)
        try dossier.add(
            Sample.brief, original: Data(Sample.brief.text.utf8), format: "txt", reports: reports.brief,
            stamp: Sample.stamp)
        try dossier.add(
            Sample.essay, original: Data(Sample.essay.text.utf8), format: "txt", reports: reports.essay,
            stamp: Sample.stamp)
        try dossier.reconcile()
        return dossier
    }

    private static func column(_ dossier: Dossier) throws -> [String: DatabaseValue] {
        try dossier.reading { db in
            Dictionary(
                uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT id, confidence FROM reports").map {
                    ($0["id"] as String, $0["confidence"] as DatabaseValue)
                })
        }
    }

    private let event = Sample.briefReports[0].id

    @Test func theColumnHoldsWhatTheLineSaysAndNothingWhereItSaysNothing() throws {
        let dossier = try Self.dossier(0.34, 1)
        let column = try Self.column(dossier)
        #expect(column[event] == 0.34.databaseValue)
        #expect(column[Sample.essayReports[0].id] == 1.0.databaseValue)
        #expect(column[Sample.teachers().id] == .null)
        #expect(try dossier.verify() == [])
        #expect(Sample.prove(try Sample.export(dossier)) == [])
        #expect(try Sample.export(dossier).contains { $0.contains("\"confidence\":0.34,") })
    }

    /// A dossier of the second format has the column filled from its lines when it is opened for writing.
    @Test(arguments: [(0.34, 0.9), (0.07, nil), (nil, nil), (1, 0)] as [(Double?, Double?)])
    func theSecondFormatIsBroughtUpToDate(brief: Double?, essay: Double?) throws {
        let path = try Sample.path()
        let dossier = try Self.dossier(brief, essay, at: path)
        let (export, column) = (try Sample.export(dossier), try Self.column(dossier))
        try dossier.close()
        try Self.bringBack(path)
        let error = #expect(throws: DossierError.self) { try Dossier.open(at: path, readOnly: true) }
        #expect(error?.code == .olderVersion)
        let again = try Dossier.open(at: path)
        #expect(try Self.column(again) == column)
        #expect(try again.verify() == [])
        #expect(try again.needsReconciling())
        try again.reconcile()
        #expect(try again.verify() == [])
        #expect(try Sample.export(again) == export)
    }

    /// A line that cannot be read keeps no dossier from being opened, and is named by the proof.
    @Test func anUnreadableLineIsLeftToTheProof() throws {
        let path = try Sample.path()
        try Self.dossier(0.34, 0.9, at: path).close()
        try Self.bringBack(path)
        try VerifyTests.alter(path, "UPDATE reports SET line = substr(line, 1, 90) WHERE id = '\(event)'")
        let again = try Dossier.open(at: path)
        #expect(try Self.column(again)[event] == .null)
        #expect(try again.verify().contains { $0.item == event && $0.check == .line })
    }

    private static func bringBack(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try Sample.forgetQuestions(db)
            try db.execute(sql: "ALTER TABLE reports DROP COLUMN confidence")
            try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier >= '3'")
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        try queue.close()
    }

    @Test(arguments: ["0.9", "NULL", "'high'", "34"])
    func aChangedConfidenceIsNoticed(value: String) throws {
        let path = try Sample.path()
        try Self.dossier(0.34, 0.9, at: path).close()
        try VerifyTests.alter(path, "UPDATE reports SET confidence = \(value) WHERE id = '\(event)'")
        let faults = try Dossier.open(at: path, readOnly: true).verify()
        #expect(faults.contains { $0.item == event && $0.check == .columns }, "\(faults)")
    }

    @Test func aConfidencePutInWhereThereIsNoneIsNoticed() throws {
        let path = try Sample.path()
        try Self.dossier(nil, nil, at: path).close()
        #expect(try Dossier.open(at: path, readOnly: true).verify() == [])
        try VerifyTests.alter(path, "UPDATE reports SET confidence = 1.0 WHERE id = '\(event)'")
        let faults = try Dossier.open(at: path, readOnly: true).verify()
        #expect(faults.contains { $0.item == event && $0.check == .columns }, "\(faults)")
    }

    /// An entry has the highest confidence of its reports, in the dossier and in an export.
    @Test(arguments: [(0.34, 0.9, "0.9"), (0.34, nil, "0.34"), (nil, nil, nil)] as [(Double?, Double?, String?)])
    func anEntryHasTheHighestConfidence(brief: Double?, essay: Double?, wanted: String?) throws {
        let path = try Sample.path()
        let dossier = try Self.dossier(brief, essay, at: path)
        let lines = try Sample.export(dossier)
        let entries = lines.filter { $0.contains("\"report_kind\":\"event\"") }
        #expect(entries.contains { $0.contains("\"confidence\":\(wanted ?? "none")") } == (wanted != nil))
        #expect(wanted != nil || entries.allSatisfy { !$0.contains("confidence") })
        guard let wanted else { return }
        let altered = lines.map { line in
            line.contains("\"kind\":\"entry\"")
                ? line.replacing("\"confidence\":\(wanted)", with: "\"confidence\":0.99") : line
        }
        #expect(Sample.prove(altered).contains { $0.detail.contains("confidence") })
        #expect(Sample.prove(lines) == [])
    }

    @Test(arguments: [(0.0, true), (1, true), (0.34, true), (1.01, false), (-0.1, false), (34, false)])
    func aConfidenceIsAProbability(confidence: Double, isProved: Bool) {
        let report = Self.reports(confidence, nil).brief[0]
        let faults = ReportProof.faults(of: report, in: OffsetMap(Sample.brief.text))
        #expect(faults.map(\.check) == (isProved ? [] : [.number]))
    }

    static let filters: [(Double?, [String])] = [
        (nil, ["event", "figure", "event", "statement"]), (0, ["event", "figure", "event", "statement"]),
        (0.34, ["event", "figure", "event", "statement"]), (0.35, ["figure", "event", "statement"]),
        (0.5, ["figure", "event", "statement"]), (0.95, ["figure", "statement"]),
    ]

    @Test(arguments: filters)
    func aFilterLetsThroughWhatIsSureEnoughAndWhatHasNone(least: Double?, kinds: [String]) throws {
        let dossier = try Self.dossier(0.34, 0.9)
        #expect(try dossier.reports(matching: ItemFilter(confidence: least)).map(\.report.kind.rawValue) == kinds)
    }

    /// An entry passes by one of its tellings, and has all of them.
    @Test func anEntryPassesByOneTelling() throws {
        let dossier = try Self.dossier(0.34, 0.9)
        let filter = ItemFilter(kinds: [.event], confidence: 0.5)
        #expect(try dossier.entries(matching: filter).map(\.reports.count) == [2])
        #expect(try dossier.entries(matching: ItemFilter(kinds: [.event], confidence: 0.95)).isEmpty)
        #expect(try dossier.entries(matching: filter).map(\.isDoubtful) == [false])
        #expect(try dossier.entries(matching: filter).map(\.confidence) == [0.9])
        let doubtful = try Self.dossier(0.34, 0.4).entries(matching: ItemFilter(kinds: [.event]))
        #expect(doubtful.map(\.isDoubtful) == [true, true] || doubtful.map(\.isDoubtful) == [true])
    }

    @Test(arguments: [(Decision.Ruling.accept, true), (.note, false)])
    func whatPeopleAcceptedIsDoubtfulNoMore(ruling: Decision.Ruling, isSettled: Bool) throws {
        let dossier = try Self.dossier(0.34, 0.9)
        try dossier.record([Sample.decision(ruling, Sample.briefReports[0], reason: "read it")])
        let item = try #require(try dossier.reports().first { $0.id == event })
        #expect(item.isDoubtful)
        let items = try dossier.reports(matching: ItemFilter(kinds: [.event], confidence: 0.5))
        #expect(items.contains { $0.id == event } == isSettled)
        #expect(try dossier.reports(withIDs: [event]).map(\.isDoubtful) == [!isSettled])
        #expect(try dossier.documents().map(\.doubtful) == [isSettled ? 0 : 1, 0])
        #expect(try dossier.participants().first { $0.name == "Osk" }?.doubtful == (isSettled ? 0 : 1))
    }

    /// A ruling that somebody else contradicts settles nothing.
    @Test func whatPeopleDisagreeOnStaysDoubtful() throws {
        let dossier = try Self.dossier(0.34, 0.9)
        let report = Sample.briefReports[0]
        try dossier.record([
            Sample.decision(.accept, report, reason: "read it"),
            Sample.decision(.reject, report, reason: "not so", author: "Bo", at: 1),
        ])
        #expect(try dossier.reports(withIDs: [event]).map(\.isDoubtful) == [true])
    }

    @Test func aSearchFindsWhatIsSureEnough() throws {
        let dossier = try Self.dossier(0.34, 0.9)
        #expect(try dossier.search("recognised").reports.count == 2)
        let sure = try dossier.search("recognised", confidence: 0.5).reports
        #expect(sure.map(\.document) == ["essay.txt"])
        #expect(try dossier.search("waited", confidence: 1).reports.count == 1)
    }
}
