public import ChanceryCore
import GRDB
import Reconciling

extension Dossier {
    /// Adds a report that a person made, in one transaction. It is proved like any other, and stays when its document is
    /// coded again.
    ///
    /// - Throws: ``DossierError`` with `noSuchItem` where the dossier does not hold its document, and `invalid` where it is not
    ///   marked as made by hand (``ChanceryCore/Report/byHand``), cannot be proved, or is there already.
    public func addByHand(_ report: Report) throws(DossierError) {
        guard report.isByHand else {
            throw .invalid(
                path, "report '\(report.id)' has the rule '\(report.rule)'; one made by hand has '\(Report.byHand)'.")
        }
        try writing { db in
            guard let known = try KnownDocument.fetch(db, hash: report.documentHash) else {
                throw DossierError.noSuchItem(self.path, what: "document", name: report.document)
            }
            let stored = try StoredDocument.fetch(db, row: known.row)
            let checked = try self.proved([report], of: stored.document)
            if let fault = checked.faults.first {
                throw DossierError.invalid(self.path, "what was made by hand cannot be proved: \(fault.detail).")
            }
            let coded = try Self.coded(db, documentRow: known.row)
            guard !coded.contains(where: { $0.id == report.id }) else {
                throw DossierError.invalid(
                    self.path, "the same was made of these words already, as report '\(report.id)'.")
            }
            let map = OffsetMap(stored.document.text)
            let rulings = try self.rulings(db)
            let rows = try (coded + [report]).map { report in
                try ReportRow(report, words: map.text(report.span) ?? "", rulings: rulings)
            }
            try Self.replace(
                db, document: stored.document, row: known.row, reports: rows, stamp: stored.stamp, rulings: rulings)
            try Self.settleCopies(db, documentRow: known.row, rulings: rulings)
        }
    }

    /// The reports of a document as they were coded, or made.
    private static func coded(_ db: Database, documentRow: Int64) throws -> [Report] {
        try StoredRow.values(
            db, of: "reports", "line", sql: "SELECT id, line FROM reports WHERE document_row = ? ORDER BY start, id",
            arguments: [documentRow]
        ).map { try JSONLine.decode(Report.self, from: $0) }
    }

    /// The rows of what people made of a document, besides those that are given.
    static func handMade(
        _ db: Database, of document: Document, row: Int64, besides given: [ReportRow], rulings: Rulings
    ) throws -> [ReportRow] {
        let known = Set(given.map(\.id))
        let map = OffsetMap(document.text)
        return try coded(db, documentRow: row).filter { $0.isByHand && !known.contains($0.id) }.map { report in
            var report = report
            report.document = document.name
            return try ReportRow(report, words: map.text(report.span) ?? "", rulings: rulings)
        }
    }
}
