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

    @Test func spacesAndTheOrderOfMembersMakeNoDifferenceInAnExport() throws {
        let lines = try Sample.export(try Sample.filled(at: try Sample.path()))
        let loose = try lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let data = try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted])
            return String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\n", with: " ")
        }
        #expect(loose != lines)
        #expect(Sample.prove(loose).isEmpty)
    }
}
