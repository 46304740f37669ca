import ChanceryCore
import Foundation
import GRDB
import Testing

@testable import DossierStore

/// A value of the file that is of another sort than the program writes ends nothing: it is an error, or a result.
@Suite struct DamagedRowTests {
    static let tables = [
        "documents", "copies", "meta", "reports", "stale_blocks", "participants", "origins", "entries",
        "entry_reports", "disputes", "dispute_entries", "decisions", "former_entries",
    ]
    static let values = ["NULL", "-1", "9223372036854775807", "'[]'", "X'00FF'"]

    /// Everything that reads a dossier.
    static let views: [(name: String, read: @Sendable (Dossier) throws -> Void)] = {
        let event = Sample.briefReports[0].id
        let brief = Sample.brief.hash
        return [
            ("documents", { _ = try $0.documents() }),
            ("document", { _ = try $0.document(named: "brief.txt") }),
            ("documentByPart", { _ = try $0.document(named: "On brief") }),
            ("documentByHash", { _ = try $0.document(named: String(brief.prefix(9))) }),
            (
                "original",
                { dossier in
                    for copy in try dossier.document(named: "brief.txt").copies { _ = try dossier.original(of: copy) }
                }
            ),
            ("documentLines", { _ = try $0.documentLines() }),
            ("needingCoding", { _ = try $0.documentsNeedingCoding() }),
            ("text", { _ = try $0.text(ofDocument: brief) }),
            ("layout", { _ = try $0.layout(ofHash: Sample.essay.hash) }),
            ("sources", { _ = try $0.sources() }),
            ("reports", { _ = try $0.reports() }),
            ("reportsMatching", { _ = try $0.reports(matching: ItemFilter()) }),
            ("reportsWithIDs", { _ = try $0.reports(withIDs: [event]) }),
            ("entries", { dossier in _ = try dossier.anchors(of: try dossier.entries()) }),
            (
                "entriesFiltered",
                { dossier in
                    let filter = ItemFilter(
                        entities: ["Osk"], groupsOf: ["Osk"], from: "1980", to: "1999", type: "SUPPORT",
                        document: "brief.txt", isAlone: true)
                    _ = try dossier.entries(matching: filter)
                }
            ),
            ("entryIDs", { _ = try $0.entryIDs(ofReports: [event]) }),
            ("item", { _ = try $0.item(withID: event) }),
            ("things", { _ = try $0.things(withID: String(event.prefix(5))) }),
            (
                "disputes",
                { dossier in
                    _ = try dossier.disputes(matching: ItemFilter())
                    for dispute in try dossier.disputes() { _ = try dossier.dispute(withID: dispute.id) }
                }
            ),
            ("origins", { _ = try $0.origins() }),
            ("lineages", { _ = try $0.lineages() }),
            ("participants", { _ = try $0.participants() }),
            ("parties", { _ = try $0.parties() }),
            ("members", { _ = try $0.members(of: "Osk") }),
            ("types", { _ = try $0.typesAndConcepts() }),
            ("search", { _ = try $0.search("Veldania OR waited", limit: 9) }),
            ("decisions", { dossier in _ = try dossier.present(among: try dossier.decisions()) }),
            ("rulings", { _ = try $0.rulings() }),
            ("successors", { _ = try $0.successors(ofEntry: "eeee0000") }),
            ("export", { _ = try Sample.export($0) }),
            ("state", { dossier in _ = (try dossier.needsReconciling(), try dossier.entryCount()) }),
        ]
    }()

    /// Everything that writes one, each on a file of its own.
    static let changes: [(name: String, write: @Sendable (Dossier) throws -> Void)] = [
        ("reconcile", { _ = try $0.reconcile() }),
        (
            "describe",
            { dossier in
                _ = try dossier.describe(
                    named: "brief.txt", as: DocumentDescription(DocumentMetadata(publishedOn: "1990")))
                _ = try dossier.reconcile()
            }
        ),
        ("remove", { _ = try $0.remove(named: "brief.txt") }),
        (
            "decide",
            { dossier in
                _ = try dossier.record([Sample.decision(.reject, Sample.teachers(), reason: "wrong", at: 7)])
            }
        ),
        (
            "recode",
            { dossier in
                _ = try dossier.replaceCoding(of: Sample.brief, reports: Sample.briefReports, stamp: Sample.stamp)
                _ = try dossier.reconcile()
            }
        ),
    ]

    @Test(arguments: tables) func noValueOfAColumnEndsTheProgram(table: String) throws {
        let whole = try Sample.path()
        try Sample.filled(at: whole).close()
        let filling = try DatabaseQueue(path: whole)
        try filling.write { db in
            try db.execute(sql: "INSERT INTO stale_blocks(block) SELECT block FROM reports LIMIT 1")
            try db.execute(sql: "INSERT INTO former_entries(id, reports) VALUES ('eeee0000', '[\"aaaa\"]')")
        }
        try filling.close()
        let bare = try Self.bare(whole)
        var altered = 0
        for column in bare.columns[table] ?? [] {
            for value in Self.values where try Self.damage(bare, table, column, value, at: whole) {
                altered += 1
                try Self.read(whole, "\(table).\(column) = \(value)")
                if ["NULL", "9223372036854775807"].contains(value) {
                    try Self.write(whole, "\(table).\(column) = \(value)")
                }
            }
        }
        #expect(altered > 2, "nothing was altered")
    }

    @Test func aDamagedRowIsNamedAndTheRestIsProvedAllTheSame() throws {
        let path = try Sample.path()
        try Sample.filled(at: path).close()
        let event = Sample.briefReports[0].id
        let bare = try Self.bare(path)
        #expect(try Self.damage(bare, "reports", "words", "NULL", at: path, where: "id = '\(event)'"))
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "UPDATE copies SET original = X'00' WHERE name = 'essay.txt'") }
        try queue.close()
        let dossier = try Dossier.open(at: path, readOnly: true)
        let faults = try dossier.verify()
        #expect(faults.contains { $0.check == .columns && $0.item == event }, "\(faults)")
        #expect(faults.contains { $0.check == .original && $0.document == "essay.txt" }, "\(faults)")
        do {
            _ = try dossier.entries()
            Issue.record("no error")
        } catch {
            #expect(error.code == .corrupt)
            for part in [path, "'words'", event, "'reports'", "NULL", "chancery verify"] {
                #expect(error.message.contains(part), "\(error)")
            }
        }
    }

    @Test func whatCannotBeReadOfARowTheProofNamesByItsTable() throws {
        let path = try Sample.path()
        try Sample.filled(at: path).close()
        let bare = try Self.bare(path)
        #expect(try Self.damage(bare, "meta", "value", "NULL", at: path))
        let faults = try Dossier.open(at: path, readOnly: true).verify()
        #expect(faults.contains { $0.check == .columns && $0.detail.contains("'value' of 'record-head'") }, "\(faults)")
    }

    /// GRDB's subscript ends the program at a value of another sort, and its single values take NULL for no row.
    @Test func everyRowIsReadInOnePlace() throws {
        let project = (1...3).reduce(URL(fileURLWithPath: #filePath)) { place, _ in place.deletingLastPathComponent() }
        let module = project.appendingPathComponent("Sources/DossierStore")
        let files = try #require(FileManager.default.enumerator(atPath: module.path)).compactMap { $0 as? String }
        var read = 0
        for file in files where file.hasSuffix(".swift") && !file.hasSuffix("StoredRow.swift") {
            let text = try String(contentsOf: module.appendingPathComponent(file), encoding: .utf8)
            read += 1
            let found = text.matches(of: /\b(Row|String|Int64|Data|Double)\.fetch\w+|\brow\["/).map {
                String(text[$0.range])
            }
            #expect(found.isEmpty, "\(file): \(found)")
        }
        #expect(read > 20)
    }

    /// Runs every view, and the proof, which must find something.
    private static func read(_ path: String, _ damage: String) throws {
        let dossier = try Dossier.open(at: path, readOnly: true)
        for view in views {
            do { try view.read(dossier) } catch {
                #expect(error is DossierError, "\(damage): \(view.name): \(error)")
                #expect("\(error)".contains(path), "\(damage): \(view.name): \(error)")
            }
        }
        do { #expect(try !dossier.verify().isEmpty, "\(damage) is proved") } catch {
            #expect(error.code == .corrupt, "\(damage): \(error)")
        }
        try dossier.close()
    }

    /// Runs every change, each on a copy.
    private static func write(_ path: String, _ damage: String) throws {
        for change in changes {
            let copy = path + ".copy"
            try? FileManager.default.removeItem(atPath: copy)
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            let dossier = try Dossier.open(at: copy)
            do { try change.write(dossier) } catch {
                #expect(error is DossierError, "\(damage): \(change.name): \(error)")
            }
            try dossier.close()
        }
    }

    /// A dossier whose tables take any value, and what its format says.
    private struct Bare {
        var path: String
        var columns: [String: [String]]
        var schema: [Row]
    }

    private static func bare(_ path: String) throws -> Bare {
        let copy = path + ".bare"
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        let queue = try DatabaseQueue(path: copy)
        let bare = try queue.writeWithoutTransaction { db in
            var bare = Bare(path: copy, columns: [:], schema: [])
            for table in tables {
                let columns = try Row.fetchAll(db, sql: "PRAGMA table_info(\(table))")
                bare.columns[table] = columns.map { $0["name"] }
            }
            bare.schema = try Row.fetchAll(db, sql: "SELECT * FROM sqlite_master")
            try db.execute(
                sql: """
                    PRAGMA writable_schema = ON;
                    DELETE FROM sqlite_master WHERE type = 'trigger';
                    UPDATE sqlite_master SET sql = replace(replace(replace(replace(sql, ' NOT NULL', ''), ' TEXT', ' BLOB'),
                        ' INTEGER', ' BLOB'), 'row BLOB PRIMARY KEY', 'row INTEGER PRIMARY KEY')
                        WHERE name IN ('\(tables.joined(separator: "', '"))');
                    PRAGMA writable_schema = OFF;
                    """)
            return bare
        }
        try queue.close()
        return bare
    }

    /// Puts a value into a column, of the first row where it must differ, whatever its sort, and makes the format whole again.
    ///
    /// - Returns: False where SQLite lets no file have that.
    private static func damage(
        _ bare: Bare, _ table: String, _ column: String, _ value: String, at path: String,
        where condition: String = "1"
    ) throws -> Bool {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        try FileManager.default.copyItem(atPath: bare.path, toPath: path)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let isAltered = try queue.writeWithoutTransaction { db in
            do {
                try db.execute(sql: "UPDATE OR IGNORE \(table) SET \(column) = \(value) WHERE \(condition)")
            } catch let error as DatabaseError where error.resultCode == .SQLITE_MISMATCH { return false }
            guard db.changesCount > 0 else { return false }
            try db.execute(sql: "PRAGMA writable_schema = ON; DELETE FROM sqlite_master;")
            for row in bare.schema {
                try db.execute(
                    sql: "INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)",
                    arguments: StatementArguments(row.databaseValues))
            }
            try db.execute(sql: "PRAGMA writable_schema = OFF")
            return true
        }
        try queue.close()
        return isAltered
    }
}
