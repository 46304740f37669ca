public import ChanceryCore
import GRDB

extension Dossier {
    /// Whether reports came or went since entries and disputes were last replaced.
    public func needsReconciling() throws(DossierError) -> Bool {
        try reading { try Meta.needsReconciling($0) }
    }

    /// Replaces all origins, entries and disputes by what `reconcile` made of all reports, in one transaction.
    ///
    /// - Throws: ``DossierError`` with `invalid` where an entry names a report that is not there or that is in another
    ///   entry already, or a dispute names an entry that is not there; nothing is changed then.
    public func replaceReconciliation(
        entries: [Entry], disputes: [Dispute], origins: [Origin] = []
    ) throws(DossierError) {
        try writing { db in
            try db.execute(sql: "DELETE FROM disputes")
            try db.execute(sql: "DELETE FROM entries")
            try db.execute(sql: "DELETE FROM origins")
            do {
                for origin in origins { try Self.insert(db, origin) }
                for entry in entries { try Self.insert(db, entry) }
                for dispute in disputes { try Self.insert(db, dispute) }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                throw DossierError.invalid(
                    self.path, "the entries and disputes do not fit the stored reports; reconcile what is stored now.")
            }
            let stored = try Int.fetchOne(db, sql: "SELECT count(*) FROM reports") ?? 0
            let placed = try Int.fetchOne(db, sql: "SELECT count(*) FROM entry_reports") ?? 0
            try Meta.setNeedsReconciling(db, stored != placed)
        }
    }

    private static func insert(_ db: Database, _ entry: Entry) throws {
        let line = try JSONLine.encode(entry)
        try db.cachedStatement(sql: "INSERT INTO entries(id, kind, line, row_hash) VALUES (?, ?, ?, ?)")
            .execute(arguments: [entry.id, entry.kind.rawValue, line, Digest.sha256(line)])
        let statement = try db.cachedStatement(sql: "INSERT INTO entry_reports(report_id, entry_id) VALUES (?, ?)")
        for report in entry.reports { try statement.execute(arguments: [report, entry.id]) }
    }

    private static func insert(_ db: Database, _ origin: Origin) throws {
        let line = try JSONLine.encode(origin)
        try db.cachedStatement(sql: "INSERT INTO origins(id, line, row_hash) VALUES (?, ?, ?)")
            .execute(arguments: [origin.id, line, Digest.sha256(line)])
    }

    private static func insert(_ db: Database, _ dispute: Dispute) throws {
        let line = try JSONLine.encode(dispute)
        try db.execute(
            sql: "INSERT INTO disputes(id, dimension, line, row_hash) VALUES (?, ?, ?, ?)",
            arguments: [dispute.id, dispute.dimension.rawValue, line, Digest.sha256(line)])
        for entry in dispute.entries {
            try db.execute(
                sql: "INSERT INTO dispute_entries(dispute_id, entry_id) VALUES (?, ?)", arguments: [dispute.id, entry])
        }
    }

    /// Every origin, by id, as it was when reports were last reconciled.
    public func origins() throws(DossierError) -> [Origin] {
        try reading { db in
            try String.fetchAll(db, sql: "SELECT line FROM origins ORDER BY id")
                .map { try JSONLine.decode(Origin.self, from: $0) }
        }
    }

    /// Every dispute, by id.
    public func disputes() throws(DossierError) -> [Dispute] {
        try reading { db in
            try String.fetchAll(db, sql: "SELECT line FROM disputes ORDER BY id")
                .map { try JSONLine.decode(Dispute.self, from: $0) }
        }
    }
}

/// Reads entries with their reports and disputes.
enum EntrySelection {
    static func fetch(_ db: Database, reportsWhere condition: String, arguments: StatementArguments) throws
        -> [EntryItem]
    {
        let wanted = """
            SELECT entry_id FROM entry_reports JOIN reports ON reports.id = entry_reports.report_id WHERE \(condition)
            """
        let entries = try decode(
            Entry.self, db, "SELECT line FROM entries WHERE id IN (\(wanted)) ORDER BY id", arguments)
        let reports = try ReportSelection.fetch(
            db,
            where: "reports.id IN (SELECT report_id FROM entry_reports WHERE entry_id IN (\(wanted)))",
            arguments: arguments)
        let alone = try ReportSelection.fetch(
            db, where: "(\(condition)) AND reports.id NOT IN (SELECT report_id FROM entry_reports)",
            arguments: arguments)
        let disputes = try decode(
            Dispute.self, db,
            """
            SELECT line FROM disputes WHERE id IN
                (SELECT dispute_id FROM dispute_entries WHERE entry_id IN (\(wanted))) ORDER BY id
            """, arguments)

        var entryOfReport: [String: String] = [:]
        for entry in entries { for report in entry.reports { entryOfReport[report] = entry.id } }
        let reportsOfEntry = Dictionary(grouping: reports) { entryOfReport[$0.id] ?? "" }
        var disputesOfEntry: [String: [Dispute]] = [:]
        for dispute in disputes { for entry in dispute.entries { disputesOfEntry[entry, default: []].append(dispute) } }

        let items =
            entries.map {
                EntryItem(entry: $0, reports: reportsOfEntry[$0.id] ?? [], disputes: disputesOfEntry[$0.id] ?? [])
            } + alone.map { EntryItem(entry: single($0.report), reports: [$0], disputes: []) }
        return items.map { (key: key($0), item: $0) }.sorted { $0.key < $1.key }.map(\.item)
    }

    private static func decode<Value: Decodable>(
        _ type: Value.Type, _ db: Database, _ sql: String, _ arguments: StatementArguments
    ) throws -> [Value] {
        let lines = try String.fetchAll(db, sql: sql, arguments: arguments)
        return try JSONLine.decode([Value].self, from: "[" + lines.joined(separator: ",") + "]")
    }

    private static func single(_ report: Report) -> Entry {
        let dates = [report.date?.edtf].compactMap { $0 }
        return Entry(
            kind: report.kind, reports: [report.id], documents: [report.document], date: dates.first ?? "", dates: dates
        )
    }

    /// Sorts by date; `~` stands after every year, and a date without a year begins with it.
    private static func key(_ item: EntryItem) -> String {
        let date = EDTF(item.entry.date)?.sortKey ?? "~~"
        let first = item.reports.first
        let place = first.map { "\($0.report.document)\u{0}" + String(100_000_000 + $0.report.span.start) } ?? ""
        return date + "\u{0}" + place + "\u{0}" + item.id
    }
}
