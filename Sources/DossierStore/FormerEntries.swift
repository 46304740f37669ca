import ChanceryCore
import GRDB

/// Entries that are no more, with the reports they held: an id that somebody cited leads on to what holds them now.
///
/// It is history, so that it depends on what happened when; no export has it.
enum FormerEntries {
    /// Remembers entries that are about to go.
    static func keep(_ db: Database, where condition: String, arguments: StatementArguments) throws {
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO former_entries(id, reports)
                SELECT id, json_extract(line, '$.reports') FROM entries WHERE \(condition)
                """
        ).execute(arguments: arguments)
    }
}

extension Dossier {
    /// The entries that hold the reports of one that is no more, sorted: one after a merge or where a further document
    /// tells of it, several after a split, none where its reports were taken out.
    ///
    /// - Parameter id: The whole id, or a beginning of at least four signs that fits one former entry.
    /// - Returns: The former id and its successors; nil where no such entry is remembered, or several are.
    public func successors(ofEntry id: String) throws(DossierError) -> (former: String, entries: [String])? {
        let prefix = id.lowercased()
        guard prefix.count >= 4 else { return nil }
        return try reading { db in
            let found = try StoredRow.fetchAll(
                db, of: "former_entries",
                sql: "SELECT id, reports FROM former_entries WHERE id >= ? AND id < ? ORDER BY id LIMIT 2",
                arguments: [prefix, prefix + "~"])
            guard let former = found.first else { return nil }
            let whole: String = try former.value("id")
            guard found.count == 1 || whole == prefix else { return nil }
            let entries: [String] = try StoredRow.values(
                db, of: "entry_reports", "entry_id",
                sql: """
                    SELECT DISTINCT entry_id FROM entry_reports
                    WHERE report_id IN (SELECT value FROM json_each(?)) ORDER BY entry_id
                    """, arguments: [try former.value("reports") as String])
            return (whole, entries)
        }
    }
}
