public import ChanceryCore
import GRDB
import Reconciling

extension Dossier {
    /// Whether reports, documents or decisions came or went since the entries were last brought up to date.
    public func needsReconciling() throws(DossierError) -> Bool {
        try reading { try Staleness.isAny($0) }
    }

    /// Brings entries and disputes up to date with the reports, documents and decisions, in one transaction.
    ///
    /// Only what may have changed is worked on: the blocks in which reports came or went, those of documents whose
    /// origin is another one now, and those that decisions concern. The result is the same as from all reports at once.
    ///
    /// - Parameter batchSize: About how many reports are held in memory at once; a block is never split.
    /// - Returns: How many entries there are now.
    @discardableResult
    public func reconcile(batchSize: Int = 20_000) throws(DossierError) -> Int {
        try writing { db in
            if try Staleness.isAny(db) {
                let rulings = try self.rulings(db)
                if try Staleness.originsAreStale(db) { try Self.updateLineages(db, rulings) }
                let reconciler = try Reconciler()
                for blocks in try Staleness.batches(db, of: batchSize, joinedBy: rulings.merges) {
                    try Self.reconcile(db, blocks, rulings, with: reconciler)
                }
                try Self.holdAgainst(db, rulings, with: reconciler, batchSize: batchSize)
                try Staleness.clear(db)
            }
            return try Int.fetchOne(db, sql: "SELECT count(*) FROM entries") ?? 0
        }
    }

    /// Works out the origins again, and marks the reports of each document whose lineage is another one now.
    private static func updateLineages(_ db: Database, _ rulings: Rulings) throws {
        let rows = try StoredRow.fetchAll(
            db, of: "documents", sql: "SELECT row, hash, line, lineage FROM documents ORDER BY hash")
        let lines = try JSONLine.decodeAll(DocumentLine.self, from: try rows.map { try $0.value("line") })
        let found = try OriginFinder(lines, sameOrigin: rulings.sameOrigin)
        let lineages = found.lineages
        try write(db, found.origins)
        for (row, line) in zip(rows, lines) {
            let lineage = try lineages[line.docHash].map { try JSONLine.encode($0) } ?? ""
            guard try row.value("lineage") != lineage else { continue }
            let number: Int64 = try row.value("row")
            try db.execute(sql: "UPDATE documents SET lineage = ? WHERE row = ?", arguments: [lineage, number])
            try Staleness.mark(db, reportsWhere: "document_row = ?", arguments: [number])
        }
    }

    /// Writes the origins that are other than before, and takes out those that are no more.
    private static func write(_ db: Database, _ origins: [Origin]) throws {
        let known = try StoredRow.fetchAll(db, of: "origins", sql: "SELECT id, line FROM origins")
        let wanted = Dictionary(
            try origins.map { ($0.id, try JSONLine.encode($0)) }, uniquingKeysWith: { first, _ in first })
        var kept: Set<String> = []
        for row in known {
            let id: String = try row.value("id")
            if try row.value("line") == wanted[id] {
                kept.insert(id)
            } else {
                try db.execute(sql: "DELETE FROM origins WHERE id = ?", arguments: [id])
            }
        }
        let insertion = try db.cachedStatement(sql: "INSERT INTO origins(id, line, row_hash) VALUES (?, ?, ?)")
        for (id, line) in wanted.sorted(by: { $0.key < $1.key }) where !kept.contains(id) {
            try insertion.execute(arguments: [id, line, Digest.sha256(line)])
        }
    }

    /// Reconciles whole blocks, and writes what is other than before.
    private static func reconcile(
        _ db: Database, _ blocks: [String], _ rulings: Rulings, with reconciler: Reconciler
    ) throws {
        let names = try JSONLine.encode(blocks)
        let within = "block IN (SELECT value FROM json_each(?))"
        let reports = try ReportSelection.fetch(
            db, where: "reports.\(within)", arguments: [names], order: "documents.hash, reports.start, reports.id"
        ).map(\.report)
        let lineages = try JSONLine.decodeAll(
            DocumentLineage.self,
            from: try StoredRow.values(
                db, of: "documents", "lineage",
                sql:
                    "SELECT hash, lineage FROM documents WHERE row IN (SELECT document_row FROM reports WHERE \(within))",
                arguments: [names]))
        let result = reconciler.reconcile(
            reports,
            lineages: Dictionary(lineages.map { ($0.docHash, $0) }, uniquingKeysWith: { first, _ in first }),
            rulings: rulings)

        let stored = """
            SELECT DISTINCT entry_id FROM entry_reports JOIN reports ON reports.id = entry_reports.report_id
            WHERE reports.\(within)
            """
        // Disputes are few: all are written anew. Of the many entries only those that are other than before.
        try db.execute(
            sql: """
                DELETE FROM disputes WHERE question = '' AND id IN
                    (SELECT dispute_id FROM dispute_entries WHERE entry_id IN (\(stored)))
                """, arguments: [names])
        let known = Dictionary(
            try StoredRow.fetchAll(
                db, of: "entries", sql: "SELECT id, line FROM entries WHERE id IN (\(stored))", arguments: [names]
            ).map { row -> (String, String) in (try row.value("id"), try row.value("line")) },
            uniquingKeysWith: { first, _ in first })
        let wanted = try result.entries.map { (entry: $0, line: try JSONLine.encode($0)) }
        let kept = Set(wanted.filter { known[$0.entry.id] == $0.line }.map(\.entry.id))
        // First what is gone: a report is in one entry at any time.
        let deletion = try db.cachedStatement(sql: "DELETE FROM entries WHERE id = ?")
        for id in known.keys.sorted() where !kept.contains(id) {
            try FormerEntries.keep(db, where: "id = ?", arguments: [id])
            try deletion.execute(arguments: [id])
        }
        for new in wanted where !kept.contains(new.entry.id) {
            try insert(db, new.entry, line: new.line)
            // What is told of it elsewhere may be another thing now.
            try QuestionRow.mark(
                db, reportsWhere: "id IN (SELECT value FROM json_each(?))",
                arguments: [try JSONLine.encode(new.entry.reports)])
        }
        for dispute in result.disputes { try insert(db, dispute, line: try JSONLine.encode(dispute)) }
    }

    private static func insert(_ db: Database, _ entry: Entry, line: String) throws {
        try db.cachedStatement(sql: "INSERT INTO entries(id, kind, line, row_hash) VALUES (?, ?, ?, ?)")
            .execute(arguments: [entry.id, entry.kind.rawValue, line, Digest.sha256(line)])
        let statement = try db.cachedStatement(sql: "INSERT INTO entry_reports(report_id, entry_id) VALUES (?, ?)")
        for report in entry.reports { try statement.execute(arguments: [report, entry.id]) }
    }

    static func insert(_ db: Database, _ dispute: Dispute, line: String, question: String = "") throws {
        // Accounts of one entry come first: what they differ in is not told once more of a question.
        let isKnown = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM disputes WHERE id = ?)", arguments: [dispute.id])
        if isKnown == true {
            if !question.isEmpty { return }
            try db.execute(sql: "DELETE FROM disputes WHERE id = ?", arguments: [dispute.id])
        }
        try db.execute(
            sql: "INSERT INTO disputes(id, dimension, line, row_hash, question) VALUES (?, ?, ?, ?, ?)",
            arguments: [dispute.id, dispute.dimension.rawValue, line, Digest.sha256(line), question])
        for entry in dispute.entries {
            try db.execute(
                sql: "INSERT INTO dispute_entries(dispute_id, entry_id) VALUES (?, ?)", arguments: [dispute.id, entry])
        }
    }

    /// Every origin, by id, as it was when entries were last brought up to date.
    public func origins() throws(DossierError) -> [Origin] {
        try reading { db in
            try JSONLine.decodeAll(
                Origin.self,
                from: try StoredRow.values(
                    db, of: "origins", "line", sql: "SELECT id, line FROM origins ORDER BY id"))
        }
    }

    /// What is known of where each document's telling comes from, by document name.
    public func lineages() throws(DossierError) -> [DocumentLineage] {
        try reading { db in
            try JSONLine.decodeAll(
                DocumentLineage.self,
                from: try StoredRow.values(
                    db, of: "documents", "lineage",
                    sql: "SELECT hash, lineage FROM documents WHERE lineage <> '' ORDER BY name, hash"))
        }
    }

    /// Every dispute, by id.
    public func disputes() throws(DossierError) -> [Dispute] {
        try reading { db in
            try StoredRow.values(db, of: "disputes", "line", sql: "SELECT id, line FROM disputes ORDER BY id")
                .map { try JSONLine.decode(Dispute.self, from: $0) }
        }
    }
}

/// Reads entries with their reports and disputes.
enum EntrySelection {
    static func fetch(
        _ db: Database, reportsWhere condition: String, arguments: StatementArguments, rulings: Rulings,
        known: DecodedRecord = .none
    ) throws -> [EntryItem] {
        // A condition may go through all reports: it is asked once.
        let found = try StoredRow.fetchAll(
            db, of: "reports",
            sql: """
                SELECT reports.id, entry_id FROM reports
                LEFT JOIN entry_reports ON entry_reports.report_id = reports.id WHERE \(condition)
                """, arguments: arguments)
        var wanted: Set<String> = []
        var loose: [String] = []
        for row in found {
            if let entry: String = try row.optional("entry_id") {
                wanted.insert(entry)
            } else {
                loose.append(try row.value("id"))
            }
        }
        let within = "IN (SELECT value FROM json_each(?))"
        let ids: StatementArguments = [try JSONLine.encode(wanted.sorted())]
        let entries = try known.entries.values(
            db,
            try StoredRow.fetchAll(
                db, of: "entries",
                sql: "SELECT id, \(known.entries.column) FROM entries WHERE id \(within) ORDER BY id", arguments: ids))
        let reports = try ReportSelection.fetch(
            db, where: "reports.id IN (SELECT report_id FROM entry_reports WHERE entry_id \(within))",
            arguments: ids, rulings: rulings, known: known)
        let alone = try ReportSelection.fetch(
            db, where: "reports.id \(within)", arguments: [try JSONLine.encode(loose)], rulings: rulings, known: known)
        let disputes = try JSONLine.decodeAll(
            Dispute.self,
            from: try StoredRow.values(
                db, of: "disputes", "line",
                sql: """
                    SELECT id, line FROM disputes WHERE id IN
                        (SELECT dispute_id FROM dispute_entries WHERE entry_id \(within)) ORDER BY id
                    """, arguments: ids))

        var entryOfReport: [String: String] = [:]
        for entry in entries { for report in entry.reports { entryOfReport[report] = entry.id } }
        let reportsOfEntry = Dictionary(grouping: reports) { entryOfReport[$0.id] ?? "" }
        var disputesOfEntry: [String: [Dispute]] = [:]
        for dispute in disputes { for entry in dispute.entries { disputesOfEntry[entry, default: []].append(dispute) } }

        let items =
            entries.map {
                EntryItem(entry: $0, reports: reportsOfEntry[$0.id] ?? [], disputes: disputesOfEntry[$0.id] ?? [])
            } + alone.map { EntryItem(entry: single($0.report, rulings), reports: [$0], disputes: []) }
        return items.map { (key: key($0), item: $0) }.sorted { $0.key < $1.key }.map(\.item)
    }

    private static func single(_ report: Report, _ rulings: Rulings) -> Entry {
        let dates = [report.date?.edtf].compactMap { $0 }
        var entry = Entry(
            kind: report.kind, reports: [report.id], documents: [report.document], date: dates.first ?? "",
            dates: dates,
            status: rulings.status(of: report.id))
        entry.confidence = report.confidence
        return entry
    }

    /// Sorts by date; `~` stands after every year, and a date without a year begins with it.
    private static func key(_ item: EntryItem) -> String {
        let date = EDTF(item.entry.date)?.sortKey ?? "~~"
        let first = item.reports.first
        let place = first.map { "\($0.report.document)\u{0}" + String(100_000_000 + $0.report.span.start) } ?? ""
        return date + "\u{0}" + place + "\u{0}" + item.id
    }
}
