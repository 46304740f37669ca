public import ChanceryCore
import Foundation
import GRDB
public import Reconciling
import Synchronization

extension Dossier {
    /// What people decided, as far as it is in force.
    public func rulings() throws(DossierError) -> Rulings {
        try reading { try self.rulings($0) }
    }

    /// What of the reports and documents that a decision cites is no longer there; see ``Rulings/missing(of:reports:documents:)``.
    public func present(among decisions: [Decision]) throws(DossierError) -> (
        reports: Set<String>, documents: Set<String>
    ) {
        let cited = decisions.flatMap { $0.reports + $0.apart }
        let hashes = Set(decisions.flatMap(\.documents) + cited.map(\.docHash)).sorted()
        return try reading { db in
            let reports: [String] = try StoredRow.values(
                db, of: "reports", "id",
                sql: "SELECT id FROM reports WHERE id IN (SELECT value FROM json_each(?))",
                arguments: [try JSONLine.encode(Set(cited.map(\.report)).sorted())])
            let documents: [String] = try StoredRow.values(
                db, of: "documents", "hash",
                sql: "SELECT hash FROM documents WHERE hash IN (SELECT value FROM json_each(?))",
                arguments: [try JSONLine.encode(hashes)])
            return (Set(reports), Set(documents))
        }
    }

    /// The rulings as a transaction sees them; worked out once for each state of the decisions.
    func rulings(_ db: Database) throws -> Rulings {
        let head = try Meta.value(db, DecisionRecord.headKey) ?? ""
        if head.isEmpty { return Rulings() }
        // The head hashes all decisions: what was worked out for it holds whoever wrote since.
        if let known = knownRulings.withLock({ $0 }), known.head == head { return known.rulings }
        let rulings = Rulings(try DecisionRecord.fetchAll(db))
        knownRulings.withLock { $0 = KnownRulings(head: head, rulings: rulings) }
        return rulings
    }

    /// Brings what stands beside the lines of reports for queries up to date with the rulings now in force, and says
    /// what is to be reconciled again.
    func follow(_ db: Database, _ change: Rulings.Change, rulings: Rulings) throws {
        var rows = Set(
            try StoredRow.values(
                db, of: "reports", "row",
                sql: "SELECT row FROM reports WHERE id IN (SELECT value FROM json_each(?))",
                arguments: [try JSONLine.encode(change.corrected.sorted())]) as [Int64])
        if !change.names.isEmpty {
            rows.formUnion(
                try StoredRow.values(
                    db, of: "participants", "report_row",
                    sql: "SELECT report_row FROM participants WHERE folded IN (SELECT value FROM json_each(?))",
                    arguments: [try JSONLine.encode(change.names.sorted())]))
            // Sources stand among the names alone.
            let named = try StoredRow.fetchCursor(db, of: "reports", sql: "SELECT row, names FROM reports")
            while let row = try named.next() {
                let names: String = try row.value("names")
                if names.components(separatedBy: ReportRow.separator).contains(where: {
                    change.names.contains(NameFolding.fold($0))
                }) {
                    rows.insert(try row.value("row"))
                }
            }
        }
        try Staleness.mark(
            db, reportsWhere: "id IN (SELECT value FROM json_each(?))",
            arguments: [try JSONLine.encode(change.regrouped.sorted())])
        try Staleness.mark(
            db, reportsWhere: "row IN (SELECT value FROM json_each(?))", arguments: [try JSONLine.encode(rows.sorted())]
        )
        if change.changesOrigins { try Staleness.markOrigins(db) }
        for row in rows.sorted() {
            guard
                let stored = try StoredRow.fetchOne(
                    db, of: "reports", sql: "SELECT id, line, words FROM reports WHERE row = ?", arguments: [row])
            else { continue }
            let report = try JSONLine.decode(Report.self, from: try stored.value("line"))
            try ReportRow(report, words: try stored.value("words"), rulings: rulings).update(db, row: row)
        }
    }
}

/// The rulings that were worked out last, with the hash of the decisions they follow from.
struct KnownRulings: Sendable {
    var head: String
    var rulings: Rulings
}

extension Dossier {
    /// The entries of reports, by report; one that is in none is left out.
    public func entryIDs(ofReports reports: [String]) throws(DossierError) -> [String: String] {
        try reading { db in
            let rows = try StoredRow.fetchAll(
                db, of: "entry_reports",
                sql: """
                    SELECT report_id, entry_id FROM entry_reports WHERE report_id IN (SELECT value FROM json_each(?))
                    """, arguments: [try JSONLine.encode(reports)])
            // A damaged file may hold one twice.
            return Dictionary(
                try rows.map { (try $0.value("report_id"), try $0.value("entry_id")) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    /// How many entries there are.
    public func entryCount() throws(DossierError) -> Int {
        try reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM entries") ?? 0 }
    }
}
