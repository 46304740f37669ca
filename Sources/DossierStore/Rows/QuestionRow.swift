import ChanceryCore
import GRDB
import Reconciling

/// The questions that reports raise, by which accounts of different entries are held against one another.
enum QuestionRow {
    /// Writes the questions of a report, and marks them to be looked into.
    static func insert(_ db: Database, _ questions: [String], reportRow: Int64) throws {
        let raise = try db.cachedStatement(sql: "INSERT INTO report_questions(question, report_row) VALUES (?, ?)")
        let mark = try db.cachedStatement(sql: "INSERT OR IGNORE INTO stale_questions(question) VALUES (?)")
        for question in questions {
            try raise.execute(arguments: [question, reportRow])
            try mark.execute(arguments: [question])
        }
    }

    /// Takes out the questions of a report, and marks them to be looked into without it.
    static func remove(_ db: Database, reportRow: Int64) throws {
        try mark(db, reportsWhere: "row = ?", arguments: [reportRow])
        try db.execute(sql: "DELETE FROM report_questions WHERE report_row = ?", arguments: [reportRow])
    }

    /// Says that the questions of some reports are to be looked into again.
    static func mark(_ db: Database, reportsWhere condition: String, arguments: StatementArguments) throws {
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO stale_questions(question) SELECT DISTINCT question FROM report_questions
                WHERE report_row IN (SELECT row FROM reports WHERE \(condition))
                """, arguments: arguments)
        if db.changesCount > 0 { try RecordHead.clear(db) }
    }

    /// Fills the table from the stored lines; what cannot be read raises none, and `verify` names it.
    static func fill(_ db: Database) throws {
        let rulings = Rulings(try DecisionRecord.fetchAll(db))
        let rows = try StoredRow.fetchAll(db, of: "reports", sql: "SELECT row, line FROM reports")
        for row in rows {
            guard let line: String = try? row.value("line"), let report = try? JSONLine.decode(Report.self, from: line)
            else { continue }
            try insert(db, Reconciler.questions(of: rulings.effective(report)), reportRow: try row.value("row"))
        }
        if !rows.isEmpty { try RecordHead.clear(db) }
    }
}
