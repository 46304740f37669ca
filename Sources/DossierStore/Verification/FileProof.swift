import ChanceryCore
import Foundation
import GRDB

/// Proves what the rows of a dossier rest on: the file itself, its schema, the sort of every value, and its full-text
/// indexes.
enum FileProof {
    /// Makes sure that SQLite finds no page damaged and no index that tells other than its table.
    ///
    /// - Returns: The columns that hold a value of another sort than theirs, which keeps no other row from being read.
    static func pageFaults(_ db: Database, file: String) throws -> [VerificationFault] {
        let found: [String] = try StoredRow.values(
            db, of: "integrity_check", "integrity_check", sql: "PRAGMA integrity_check(100)")
        var faults: [VerificationFault] = []
        var damage: [String] = []
        for message in found where message != "ok" {
            // "NULL value in entries.line"
            let parts = message.split(separator: " ")
            if parts.count == 4, parts[1] == "value", parts[2] == "in", let dot = parts[3].firstIndex(of: ".") {
                faults.append(
                    wrongSort(
                        table: String(parts[3][..<dot]), column: String(parts[3][parts[3].index(after: dot)...])))
            } else {
                damage.append(message)
            }
        }
        if !damage.isEmpty { throw DossierError.corrupt(file, damage.prefix(5).joined(separator: "; ")) }
        return faults
    }

    private static func wrongSort(table: String, column: String) -> VerificationFault {
        VerificationFault(item: table, check: .columns, detail: "a value of '\(column)' is not of the column's sort")
    }

    /// Tables, indexes, triggers and views that are not those of the format; empty where all are.
    static func schemaFaults(_ db: Database) throws -> [VerificationFault] {
        let wanted = try wantedContents.get()
        let found = try contents(db)
        let names = Set(wanted.keys).union(found.keys).filter { wanted[$0] != found[$0] }
        return names.sorted().map { name in
            let detail =
                wanted[name] == nil
                ? "it is no part of the format"
                : found[name] == nil ? "it is missing" : "it is not as the format has it"
            return VerificationFault(item: name, check: .schema, detail: detail)
        }
    }

    /// What a new dossier of the format has, made once.
    private static let wantedContents = Result {
        let fresh = try DatabaseQueue()
        try Schema.migrator.migrate(fresh)
        return try fresh.read { try contents($0) }
    }

    /// Everything the format says, by kind and name.
    private static func contents(_ db: Database) throws -> [String: String] {
        var contents: [String: String] = [:]
        // A name that stands twice is told by its number.
        for row in try StoredRow.fetchAll(
            db, of: "sqlite_master",
            sql: "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name, sql")
        {
            let name = "\(text(row.raw("type"))) \(text(row.raw("name")))"
            contents[name, default: ""] += "\(text(row.raw("tbl_name")))\n\(text(row.raw("sql")))\n"
        }
        for name in ["application_id", "user_version", "encoding", "auto_vacuum"] {
            let setting = try StoredRow.fetchOne(db, of: name, sql: "PRAGMA \(name)")
            contents["setting \(name)"] = text(setting?.values.first ?? .null)
        }
        for table in ["grdb_migrations", "documents_fts_config", "items_fts_config"]
        where contents["table \(table)"] != nil {
            let rows = try StoredRow.fetchAll(db, of: table, sql: "SELECT * FROM \(table) ORDER BY 1")
            contents["contents of \(table)"] = rows.map { $0.values.map { text($0) }.joined(separator: " ") }
                .joined(separator: "\n")
        }
        return contents
    }

    private static func text(_ value: DatabaseValue) -> String {
        if case .string(let text) = value.storage { text } else { value.description }
    }

    /// Values that are not of their column's sort, or texts with NUL characters, which readers and SQLite take
    /// differently; and rows that belong to none.
    static func valueFaults(_ db: Database) throws -> [VerificationFault] {
        var faults: [VerificationFault] = []
        for table in [
            "documents", "copies", "meta", "reports", "stale_blocks", "report_questions", "stale_questions",
            "participants", "origins", "entries",
            "entry_reports", "disputes", "dispute_entries", "decisions", "former_entries",
        ] {
            let columns = try StoredRow.fetchAll(db, of: "table_info", sql: "PRAGMA table_info(\(table))")
            let names: [String] = try columns.map { try $0.value("name") }
            let tests = try zip(columns, names).map { column, name in
                let type: String = try column.value("type")
                let sort = "typeof(\(name)) <> '\(type.lowercased())'"
                let isOptional = column.holds("notnull", 0) && column.holds("pk", 0)
                let test = isOptional ? "(\(name) IS NOT NULL AND \(sort))" : sort
                return type == "TEXT" ? "\(test) OR instr(\(name), char(0)) > 0" : test
            }
            let counts = try StoredRow.fetchOne(
                db, of: table,
                sql: "SELECT \(tests.map { "count(CASE WHEN \($0) THEN 1 END)" }.joined(separator: ", ")) FROM \(table)"
            )
            for (name, count) in zip(names, counts?.values ?? []) where count != 0.databaseValue {
                faults.append(wrongSort(table: table, column: name))
            }
        }
        for row in try StoredRow.fetchAll(
            db, of: "foreign_key_check",
            sql: "SELECT \"table\" AS child, parent, count(*) AS n FROM pragma_foreign_key_check GROUP BY 1, 2")
        {
            let (table, parent): (String, String) = (try row.value("child"), try row.value("parent"))
            let count: Int = try row.value("n")
            faults.append(
                VerificationFault(
                    item: table, check: .columns, detail: "\(count) of its rows belong to nothing in '\(parent)'"))
        }
        return faults
    }

    /// Full-text indexes that hold other words than the tables they index: SQLite reads the texts again and compares.
    static func searchFaults(_ db: Database) throws -> [VerificationFault] {
        // The check is a command, which a reader may not give: it is given to a copy, a large one on the disk.
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let size = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "chancery-verify-\(UUID().uuidString)")
        let isSmall = pages * size < 32 << 20
        if !isSmall { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
        defer { try? FileManager.default.removeItem(at: folder) }
        let copy = isSmall ? try DatabaseQueue() : try DatabaseQueue(path: folder.appendingPathComponent("copy").path)
        defer { try? copy.close() }
        return try copy.writeWithoutTransaction { copy in
            try copy.execute(sql: "PRAGMA synchronous = OFF")
            try db.backup(to: copy)
            return try ["documents_fts", "items_fts"].filter { try !holds(copy, index: $0) }.map {
                VerificationFault(
                    item: $0, check: .search,
                    detail: "it does not hold the words of the texts it indexes, or not findably")
            }
        }
    }

    /// Whether a full-text index holds the words of its texts, and each word is found where a search looks for it: SQLite's
    /// own check passes over an entry, of those that lead a search to its page, that is gone.
    private static func holds(_ copy: Database, index: String) throws -> Bool {
        do {
            try copy.execute(sql: "INSERT INTO \(index)(\(index), rank) VALUES ('integrity-check', 1)")
            try copy.execute(sql: "CREATE VIRTUAL TABLE temp.\(index)_words USING fts5vocab(main, \(index), row)")
            let lost = try Int.fetchOne(
                copy,
                sql: """
                    SELECT count(*) FROM temp.\(index)_words AS a WHERE
                        (SELECT b.doc FROM temp.\(index)_words AS b WHERE b.term = a.term) IS NOT a.doc
                    """)
            return lost == 0
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_ERROR
        {
            return false
        }
    }
}
