import ChanceryCore
import Foundation
import GRDB
import Testing

@testable import DossierStore

@Suite struct VerifyTests {
    /// One alteration of a stored value, and what must be named.
    struct Damage: CustomTestStringConvertible, Sendable {
        var sql: String
        var check: VerificationFault.Check
        var item: String
        var testDescription: String { sql }
    }

    static let event = Sample.briefReports[0].id
    static let damages = [
        Damage(
            sql: "UPDATE documents SET text = replace(text, '1991', '1990') WHERE name = 'brief.txt'", check: .text,
            item: Sample.brief.hash),
        Damage(
            sql: "UPDATE documents SET line = replace(line, 'The Gazette', 'The Herald')", check: .row,
            item: Sample.brief.hash),
        Damage(
            sql: "UPDATE documents SET title = 'Other' WHERE name = 'brief.txt'", check: .columns,
            item: Sample.brief.hash),
        Damage(
            sql: "UPDATE documents SET blocks = '[]' WHERE name = 'brief.txt'", check: .columns, item: Sample.brief.hash
        ),
        Damage(
            sql: "UPDATE copies SET original = X'00' WHERE name = 'brief.txt'", check: .original,
            item: Sample.brief.hash),
        Damage(
            sql: "UPDATE copies SET line = replace(line, 'The Gazette', 'The Herald')", check: .row,
            item: Sample.brief.hash),
        Damage(sql: "UPDATE copies SET url = 'x' WHERE name = 'brief.txt'", check: .columns, item: Sample.brief.hash),
        Damage(
            sql: "UPDATE reports SET line = replace(line, 'asserted', 'denied') WHERE id = '\(event)'", check: .row,
            item: event),
        Damage(
            sql: "UPDATE reports SET line = replace(line, '\"value\":1200', '\"value\":1300')", check: .number,
            item: Sample.teachers().id),
        Damage(sql: "UPDATE reports SET type = 'ASSAULT' WHERE id = '\(event)'", check: .columns, item: event),
        Damage(sql: "UPDATE reports SET words = 'x' WHERE id = '\(event)'", check: .columns, item: event),
        Damage(sql: "UPDATE reports SET line = '{' WHERE id = '\(event)'", check: .line, item: event),
        Damage(
            sql: "UPDATE participants SET name = 'Other' WHERE name = 'Ana Vel'", check: .columns,
            item: Sample.quotation().id),
        Damage(sql: "DELETE FROM reports WHERE id = '\(event)'", check: .reports, item: Sample.brief.hash),
        Damage(sql: "DELETE FROM entry_reports WHERE report_id = '\(event)'", check: .columns, item: "e"),
        Damage(
            sql: "UPDATE disputes SET line = replace(line, 'date', 'number')", check: .row, item: "d"),
        Damage(sql: "UPDATE entries SET line = replace(line, '1991', '1890')", check: .row, item: "e"),
        // A count of independent origins that the document lines do not carry.
        Damage(
            sql: """
                UPDATE entries SET line = replace(replace(line, '"standing":"', '"standing":"own","was":"'),
                    '"independent_origins":0', '"independent_origins":1')
                """, check: .entry, item: "e"),
        Damage(sql: "UPDATE entries SET line = replace(line, ':0,', ':7,')", check: .line, item: "e"),
        Damage(
            sql: "UPDATE entries SET line = replace(line, '\"origins\":[{', '\"origins\":[],\"was\":[{')",
            check: .entry, item: "e"),
        Damage(sql: "UPDATE origins SET line = replace(line, ':[]', ':[ ]')", check: .row, item: "o"),
        Damage(sql: "DELETE FROM origins", check: .entry, item: Sample.brief.hash),
        Damage(
            sql: "UPDATE decisions SET line = replace(line, 'archive', 'attic')", check: .decision, item: "k"),
        Damage(sql: "DELETE FROM decisions WHERE line LIKE '%archive%'", check: .decision, item: "decisions"),
    ]

    @Test func aSoundDossierAndItsExportAreProved() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        #expect(try dossier.verify() == [])
        #expect(Sample.prove(try Sample.export(dossier)) == [])
    }

    @Test(arguments: damages)
    func whatWasAlteredIsNamed(damage: Damage) throws {
        let path = try Sample.path()
        try Sample.filled(at: path).close()
        try Self.alter(path, damage.sql)
        let faults = try Dossier.open(at: path, readOnly: true).verify()
        #expect(
            faults.contains { $0.check == damage.check && $0.item.hasPrefix(damage.item) },
            "found instead: \(faults.map(\.description))")
    }

    /// Changes a dossier behind its back, its own protections taken off.
    static func alter(_ path: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \(trigger)")
            }
            try db.execute(sql: sql)
            #expect(db.changesCount > 0, "nothing was altered")
        }
        try queue.close()
    }

    @Test func decisionsCannotBeChangedOrRemovedThroughTheFile() throws {
        let path = try Sample.path()
        try Sample.filled(at: path).close()
        let queue = try DatabaseQueue(path: path)
        for sql in ["DELETE FROM decisions", "UPDATE decisions SET line = ''"] {
            #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
        }
    }

    @Test func verifyingNeedsNoReconciling() throws {
        let dossier = try Dossier.create(at: try Sample.path())
        _ = try dossier.add(Sample.brief, original: Data(), reports: Sample.briefReports, stamp: Sample.stamp)
        #expect(try dossier.needsReconciling())
        #expect(try dossier.verify().isEmpty)
        #expect(Sample.prove(try Sample.export(dossier)).isEmpty)
    }

    @Test(arguments: [
        ("Veldania recognised", "Veldania forgot", VerificationFault.Check.text),
        ("\"modality\":\"asserted\"", "\"modality\":\"denied\"", .row), ("\"value\":1200", "\"value\":1201", .number),
        ("read in the archive", "heard in a cafe", .decision),
        ("\"dimension\":\"date\"", "\"dimension\":\"number\"", .row),
        ("\"publisher\":\"The Gazette\"", "\"publisher\":\"The Herald\"", .row),
        ("\"dates\":[\"1991\",\"1992\"]", "\"dates\":[\"1991\"]", .entry),
        ("\"original_hash\":\"", "\"original_hash\":\"0", .row), ("\"kind\":\"end\"", "\"kind\":\"odd\"", .line),
    ])
    func anAlteredExportIsNamed(old: String, new: String, check: VerificationFault.Check) throws {
        let lines = try Sample.export(try Sample.filled(at: try Sample.path()))
        let altered = lines.map { $0.replacingOccurrences(of: old, with: new) }
        #expect(altered != lines)
        let faults = Sample.prove(altered)
        #expect(faults.contains { $0.check == check }, "found instead: \(faults.map(\.description))")
    }

    @Test func aMissingLineOfAnExportIsNoticed() throws {
        let lines = try Sample.export(try Sample.filled(at: try Sample.path()))
        for index in lines.indices {
            var cut = lines
            cut.remove(at: index)
            #expect(!Sample.prove(cut).isEmpty, "line \(index + 1) is not missed")
        }
    }

    @Test func whatTheReaderOfAnExportThrowsComesThroughAsItIs() throws {
        struct Enough: Error {}
        let dossier = try Sample.filled(at: try Sample.path())
        #expect(throws: Enough.self) { try dossier.export { _ in throw Enough() } }
        #expect(try dossier.verify().isEmpty)
    }

    /// What other readers of JSON take in other ways, or what no export writes, is named wherever it stands.
    @Test(arguments: [
        ("\"modality\":\"asserted\"", "\"modality\":\"asserted\",\"modality\":\"denied\""),
        ("\"modality\":\"asserted\"", "\"modality\":\"denied\",\"modality\":\"asserted\""),
        ("\"name\":\"Osk\"", "\"name\":\"Harland\",\"name\":\"Osk\""),
        ("\"modality\":\"asserted\"", "\"modality\":\"asserted\",\"retracted\":true"),
        ("\"kind\":\"end\"", "\"forged\":1,\"kind\":\"end\""), ("{\"", "{ \""),
        ("\"kind\":\"end\"", "\"kind\":\"\\u0065nd\""),
        (",\"independent_origins\":0", ""), ("\"independent_origins\":0", "\"independent_origins\":0.0"),
        ("\"reconciled\":true", "\"reconciled\":false"), ("\"copies\":2,", ""),
        ("\"format\":\(Dossier.formatVersion)", "\"format\":1"),
        ("\"value\":1200", "\"value\":1.2e3"), ("\"attribution\":[],", ""), ("Tiran\u{EB}", "Tiran\\u00eb"),
        ("}", "} "), ("\"recipients\":[", "\"recipients\" :["),
    ])
    func anExportIsReadStrictly(old: String, new: String) throws {
        let lines = try Sample.export(try Sample.filled(at: try Sample.path()))
        let altered = lines.map { $0.replacingOccurrences(of: old, with: new) }
        #expect(altered != lines)
        #expect(!Sample.prove(altered).isEmpty)
    }

    @Test func theOrderOfAnExportIsProved() throws {
        let lines = try Sample.export(try Sample.filled(at: try Sample.path()))
        for index in lines.indices.dropLast() {
            var moved = lines
            moved.swapAt(index, index + 1)
            #expect(!Sample.prove(moved).isEmpty, "lines \(index + 1) and \(index + 2) are exchanged")
            #expect(!Sample.prove(lines + [lines[index]]).isEmpty)
        }
        #expect(!Sample.prove(lines + [""]).isEmpty)
    }

    /// One alteration of the file itself, its triggers left in place.
    static let breaks: [(sql: String, check: VerificationFault.Check)] = [
        ("CREATE TRIGGER x AFTER INSERT ON reports BEGIN DELETE FROM reports; END", .schema),
        ("DROP TRIGGER decisions_stay", .schema), ("DROP INDEX participants_folded", .schema),
        ("CREATE TABLE notes(a)", .schema), ("CREATE VIEW v AS SELECT 1", .schema),
        ("PRAGMA user_version = 1", .schema),
        ("DELETE FROM grdb_migrations WHERE identifier = '2'", .schema),
        ("UPDATE documents_fts_config SET v = 'x' WHERE k = 'version'", .schema),
        ("UPDATE documents SET lineage = replace(lineage, 'Gazette', 'Herald')", .columns),
        ("UPDATE documents SET lineage = ''", .columns),
        ("INSERT INTO stale_blocks VALUES ('event')", .entry), ("INSERT INTO meta VALUES ('odd', '1')", .state),
        ("UPDATE meta SET value = '2' WHERE key = 'stale-origins'", .state),
        ("UPDATE meta SET value = '1' WHERE key = 'stale-origins'", .entry),
        ("DELETE FROM meta WHERE key = 'record-head'", .entry),
        ("UPDATE participants SET position = position + 5", .columns),
        ("UPDATE participants SET role = CAST(role AS BLOB)", .columns),
        ("UPDATE participants SET folded = folded || char(0) || 'x'", .columns),
        ("UPDATE reports SET date_from = '' WHERE date_from IS NULL", .columns),
        ("UPDATE participants SET report_row = report_row + 999", .columns), ("DELETE FROM participants", .columns),
        ("INSERT INTO entry_reports VALUES ('x', 'y')", .columns),
        ("DELETE FROM copies WHERE name = 'reprint.txt'", .original),
        ("DELETE FROM dispute_entries", .columns), ("DELETE FROM disputes", .entry),
        ("INSERT INTO documents_fts(rowid, title, text) VALUES (9, 'forged', 'forged')", .search),
        ("INSERT INTO items_fts(items_fts) VALUES ('delete-all')", .search),
        ("DELETE FROM items_fts_docsize", .search),
        ("DELETE FROM documents_fts_data WHERE id > 10", .search),
        ("UPDATE documents_fts_docsize SET sz = x'0101'", .search),
        ("INSERT INTO former_entries VALUES ('e123456789abcdef', '[\"a\"]')", .id),
    ]

    @Test(arguments: breaks.indices)
    func whatStandsBesideTheLinesIsProvedToo(index: Int) throws {
        let path = try Sample.path()
        let dossier = try Sample.filled(at: path)
        var reprint = Sample.brief
        reprint.name = "reprint.txt"
        reprint.metadata.publishedOn = "1999"
        try dossier.add(reprint, original: Data(), reports: nil, stamp: Sample.stamp)
        try dossier.reconcile()
        #expect(try dossier.verify() == [])
        try dossier.close()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: Self.breaks[index].sql) }
        try queue.close()
        do {
            let faults = try Dossier.open(at: path, readOnly: true).verify()
            #expect(
                faults.contains { $0.check == Self.breaks[index].check },
                "\(Self.breaks[index].sql): found instead \(faults.map(\.description))")
        } catch {
            #expect(Self.breaks[index].sql.contains("user_version") && error.code == .olderVersion)
        }
    }

    /// Marks that a reader would miss: what is in no entry is said to be stale, as long as it is.
    @Test func whatIsNotYetReconciledIsSaidToBe() throws {
        let path = try Sample.path()
        let dossier = try Sample.filled(at: path)
        try dossier.remove(named: "essay.txt")
        #expect(try dossier.verify() == [])
        try dossier.close()
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "DELETE FROM stale_blocks") }
        try queue.close()
        #expect(try Dossier.open(at: path, readOnly: true).verify().contains { $0.check == .state })
    }
}
