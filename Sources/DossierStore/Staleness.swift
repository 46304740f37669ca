import ChanceryCore
import GRDB

/// What has to be reconciled again: the blocks in which reports came, went or were decided on, and whether documents
/// did, on which origins rest.
enum Staleness {
    private static let originsKey = "stale-origins"

    /// Whether anything is to be reconciled.
    static func isAny(_ db: Database) throws -> Bool {
        if try areBlocks(db) { return true }
        return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM stale_questions)") ?? false
    }

    /// Whether origins or blocks are to be worked on, as formats knew them before there were questions.
    static func areBlocks(_ db: Database) throws -> Bool {
        if try originsAreStale(db) { return true }
        return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM stale_blocks)") ?? false
    }

    /// Whether a value that a dossier keeps about itself is one of this kind.
    static func isState(_ key: String, _ value: String) -> Bool { key == originsKey && ["0", "1"].contains(value) }

    /// Whether documents, or decisions on them, came or went.
    static func originsAreStale(_ db: Database) throws -> Bool { try Meta.value(db, originsKey) == "1" }

    /// Says that documents came or went, or what is known of where they come from.
    static func markOrigins(_ db: Database) throws {
        try Meta.set(db, originsKey, "1")
        try RecordHead.clear(db)
    }

    /// Says that a block is to be reconciled again.
    static func mark(_ db: Database, block: String) throws {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO stale_blocks(block) VALUES (?)").execute(arguments: [block])
        try RecordHead.clear(db)
    }

    /// Says that the blocks of some reports are to be reconciled again, and their questions looked into.
    static func mark(_ db: Database, reportsWhere condition: String, arguments: StatementArguments) throws {
        try markBlocks(db, reportsWhere: condition, arguments: arguments)
        try QuestionRow.mark(db, reportsWhere: condition, arguments: arguments)
    }

    /// Says that the blocks of some reports are to be reconciled again.
    static func markBlocks(_ db: Database, reportsWhere condition: String, arguments: StatementArguments) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO stale_blocks(block) SELECT DISTINCT block FROM reports WHERE \(condition)",
            arguments: arguments)
        if db.changesCount > 0 { try RecordHead.clear(db) }
    }

    /// The stale blocks in groups that must be reconciled together, because a merge joins them or an entry spans them;
    /// by name, and so that a batch holds about as many reports as wanted.
    static func batches(_ db: Database, of size: Int, joinedBy merges: [[String]]) throws -> [[String]] {
        let stale = Set(
            try StoredRow.values(db, of: "stale_blocks", "block", sql: "SELECT block FROM stale_blocks") as [String])
        var blocks = DisjointGroups(stale.sorted())
        func join(_ together: [String]) { for block in together.dropFirst() { blocks.join(together[0], block) } }
        for reports in merges {
            join(
                try StoredRow.values(
                    db, of: "reports", "block",
                    sql: "SELECT DISTINCT block FROM reports WHERE id IN (SELECT value FROM json_each(?))",
                    arguments: [try JSONLine.encode(reports)]))
        }
        // An entry made by a merge that was taken back since.
        let spanning = try StoredRow.fetchCursor(
            db, of: "reports",
            sql: """
                SELECT json_group_array(DISTINCT reports.block) AS blocks FROM entry_reports
                JOIN reports ON reports.id = entry_reports.report_id
                WHERE entry_id IN (
                    SELECT entry_id FROM entry_reports JOIN reports ON reports.id = entry_reports.report_id
                    WHERE reports.block IN (SELECT block FROM stale_blocks))
                GROUP BY entry_id HAVING count(DISTINCT reports.block) > 1
                """)
        while let row = try spanning.next() {
            join(try JSONLine.decode([String].self, from: try row.value("blocks")))
        }
        var batches: [[String]] = []
        var held = 0
        for group in blocks.groups where !stale.isDisjoint(with: group) {
            let count =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM reports WHERE block IN (SELECT value FROM json_each(?))",
                    arguments: [try JSONLine.encode(group)]) ?? 0
            if batches.isEmpty || held > 0 && held + count > size {
                batches.append(group)
                held = count
            } else {
                batches[batches.count - 1] += group
                held += count
            }
        }
        return batches
    }

    /// Says that all is reconciled.
    static func clear(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM stale_blocks; DELETE FROM stale_questions")
        try Meta.set(db, originsKey, "0")
        try RecordHead.set(db)
    }
}

/// One hash for all origins, entries and disputes of a record that is up to date, so that one which is gone is noticed.
enum RecordHead {
    static let key = "record-head"

    /// The hash of row hashes in the order of origins, entries and disputes by id; empty where there is none.
    static func hash(_ rowHashes: [String]) -> String {
        rowHashes.isEmpty ? "" : Digest.sha256(rowHashes.joined(separator: "\n"))
    }

    /// Says what stands from now on.
    static func set(_ db: Database) throws {
        let hashes = try ["origins", "entries", "disputes"].flatMap {
            try StoredRow.values(db, of: $0, "row_hash", sql: "SELECT id, row_hash FROM \($0) ORDER BY id") as [String]
        }
        try Meta.set(db, key, hash(hashes))
    }

    /// Says that the record is not up to date.
    static func clear(_ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM meta WHERE key = ?").execute(arguments: [key])
    }
}
