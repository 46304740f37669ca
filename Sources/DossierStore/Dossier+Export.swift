import ChanceryCore
import GRDB

extension Dossier {
    /// Writes everything as JSON Lines: documents with their text, copies, reports, origins, entries, disputes, decisions,
    /// and a last line of kind `end` that counts them.
    ///
    /// Each line carries its row hash, so that ``ExportProof`` can prove the export alone. The order is by hash, place
    /// in the text and id: the same documents, model, codebook and decisions give the same bytes, in whatever order they
    /// were added. Original bytes are not exported, only their hashes.
    ///
    /// - Parameter write: Takes one line, without its line end; lines of large dossiers are never held all at once.
    /// - Throws: ``DossierError``, or what `write` throws, as it is.
    public func export(_ write: (String) throws -> Void) throws {
        var refused: (any Error)?
        let write = { (line: String) throws in
            do { try write(line) } catch {
                refused = error
                throw error
            }
        }
        do { try exportLines(write) } catch { throw refused ?? error }
    }

    private func exportLines(_ write: (String) throws -> Void) throws(DossierError) {
        try reading { db in
            var end = ExportLine.End()
            end.documents = try Self.each(
                db, of: "documents", "SELECT hash, line, row_hash, text FROM documents ORDER BY hash"
            ) { row in
                var line = try JSONLine.decode(DocumentLine.self, from: try row.value("line"))
                line.text = try row.value("text") as String
                try write(try JSONLine.encode(ExportLine.Proved(value: line, rowHash: try row.value("row_hash"))))
            }
            end.copies = try Self.each(
                db, of: "copies",
                """
                SELECT copies.name, copies.line, copies.row_hash FROM copies JOIN documents ON documents.row = copies.document_row
                ORDER BY documents.hash, copies.row_hash
                """
            ) { try write(try Self.line(DocumentCopy.self, $0)) }
            end.reports = try Self.each(
                db, of: "reports",
                """
                SELECT reports.id, reports.line, reports.row_hash FROM reports JOIN documents ON documents.row = reports.document_row
                ORDER BY documents.hash, reports.start, reports.id
                """
            ) { try write(try Self.line(Report.self, $0)) }
            end.origins = try Self.each(db, of: "origins", "SELECT id, line, row_hash FROM origins ORDER BY id") {
                try write(try Self.line(Origin.self, $0))
            }
            end.entries = try Self.each(db, of: "entries", "SELECT id, line, row_hash FROM entries ORDER BY id") {
                try write(try Self.line(Entry.self, $0))
            }
            end.disputes = try Self.each(db, of: "disputes", "SELECT id, line, row_hash FROM disputes ORDER BY id") {
                try write(try Self.line(Dispute.self, $0))
            }
            end.decisions = try Self.each(
                db, of: "decisions",
                "SELECT id, line, row_hash FROM decisions ORDER BY rtrim(json_extract(line, '$.recorded_at'), 'Z'), id"
            ) { try write(try Self.line(Decision.self, $0)) }
            end.isReconciled = try !Staleness.isAny(db)
            end.recordHead = try Meta.value(db, RecordHead.key) ?? ""
            end.head = try Meta.value(db, DecisionRecord.headKey) ?? ""
            try write(try JSONLine.encode(end))
        }
    }

    private static func each(_ db: Database, of table: String, _ sql: String, _ body: (StoredRow) throws -> Void) throws
        -> Int
    {
        let rows = try StoredRow.fetchCursor(db, of: table, sql: sql)
        var count = 0
        while let row = try rows.next() {
            try body(row)
            count += 1
        }
        return count
    }

    private static func line<Value: Codable>(_ type: Value.Type, _ row: StoredRow) throws -> String {
        let value = try JSONLine.decode(type, from: try row.value("line"))
        return try JSONLine.encode(ExportLine.Proved(value: value, rowHash: try row.value("row_hash")))
    }
}
