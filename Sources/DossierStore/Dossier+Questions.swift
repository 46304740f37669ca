import ChanceryCore
import GRDB
import Reconciling

extension Dossier {
    /// Holds accounts of different entries against one another on every question in which something changed, and writes their
    /// disputes anew.
    static func holdAgainst(
        _ db: Database, _ rulings: Rulings, with reconciler: Reconciler, batchSize: Int
    ) throws {
        let stale = try StoredRow.fetchAll(
            db, of: "stale_questions",
            sql: """
                SELECT question, (SELECT count(*) FROM report_questions WHERE report_questions.question =
                    stale_questions.question) AS reports
                FROM stale_questions ORDER BY question
                """)
        try db.execute(
            sql: "DELETE FROM disputes WHERE question IN (SELECT question FROM stale_questions)")
        var batch: [String] = []
        var held = 0
        for row in stale {
            let count: Int = try row.value("reports")
            // Nobody is held against himself.
            if count < 2 { continue }
            if held > 0, held + count > batchSize {
                try writeDisputes(db, on: batch, rulings, with: reconciler)
                (batch, held) = ([], 0)
            }
            batch.append(try row.value("question"))
            held += count
        }
        if !batch.isEmpty { try writeDisputes(db, on: batch, rulings, with: reconciler) }
    }

    private static func writeDisputes(
        _ db: Database, on questions: [String], _ rulings: Rulings, with reconciler: Reconciler
    ) throws {
        let names = try JSONLine.encode(questions)
        let raising = """
            reports.row IN (SELECT report_row FROM report_questions WHERE question IN (SELECT value FROM json_each(?)))
            """
        let reports = try ReportSelection.fetch(
            db, where: raising, arguments: [names], order: "documents.hash, reports.start, reports.id"
        ).map(\.report)
        let entries = try JSONLine.decodeAll(
            Entry.self,
            from: try StoredRow.values(
                db, of: "entries", "line",
                sql: """
                    SELECT id, line FROM entries WHERE id IN (
                        SELECT entry_id FROM entry_reports JOIN reports ON reports.id = entry_reports.report_id
                        WHERE \(raising)) ORDER BY id
                    """, arguments: [names]))
        let lineages = try JSONLine.decodeAll(
            DocumentLineage.self,
            from: try StoredRow.values(
                db, of: "documents", "lineage",
                sql: """
                    SELECT hash, lineage FROM documents
                    WHERE lineage <> '' AND row IN (SELECT document_row FROM reports WHERE \(raising))
                    """, arguments: [names]))
        let found = reconciler.disputes(
            across: reports, in: entries,
            lineages: Dictionary(lineages.map { ($0.docHash, $0) }, uniquingKeysWith: { first, _ in first }),
            rulings: rulings, on: Set(questions))
        for (question, dispute) in found {
            try insert(db, dispute, line: try JSONLine.encode(dispute), question: question)
        }
    }
}
