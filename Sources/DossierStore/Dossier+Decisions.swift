public import ChanceryCore
import GRDB
import Reconciling

extension Dossier {
    /// Keeps decisions, in one transaction; those that are there already change nothing.
    ///
    /// A decision is never changed or removed. What queries read of the reports it concerns follows it at once; entries
    /// and disputes do with the next reconciling.
    ///
    /// - Returns: How many were new.
    /// - Throws: ``DossierError`` with `invalid` where one is at fault (``Decision/fault``); nothing is kept then.
    @discardableResult
    public func record(_ decisions: [Decision]) throws(DossierError) -> Int {
        for decision in decisions {
            if let fault = decision.fault { throw .invalid(path, "the decision '\(decision.id)': \(fault).") }
        }
        return try writing { db in
            let before = try self.rulings(db)
            var count = 0
            for decision in decisions {
                let line = try JSONLine.encode(decision)
                try db.execute(
                    sql: "INSERT INTO decisions(id, line, row_hash) VALUES (?, ?, ?) ON CONFLICT(id) DO NOTHING",
                    arguments: [decision.id, line, Digest.sha256(line)])
                count += db.changesCount
            }
            guard count > 0 else { return 0 }
            // What all of them together hash to stands apart, so that a decision cut out is noticed.
            let hashes: [String] = try StoredRow.values(
                db, of: "decisions", "row_hash", sql: "SELECT id, row_hash FROM decisions ORDER BY id")
            try Meta.set(db, DecisionRecord.headKey, DecisionRecord.head(hashes))
            let rulings = try self.rulings(db)
            try self.follow(db, rulings.change(since: before), rulings: rulings)
            return count
        }
    }

    /// Every decision, by time and id.
    public func decisions() throws(DossierError) -> [Decision] {
        try reading { db in try DecisionRecord.fetchAll(db) }
    }
}

/// How decisions hang together.
enum DecisionRecord {
    static let headKey = "decisions-head"

    /// Every decision, by time and id.
    static func fetchAll(_ db: Database) throws -> [Decision] {
        try StoredRow.values(db, of: "decisions", "line", sql: "SELECT id, line FROM decisions")
            .map { try JSONLine.decode(Decision.self, from: $0) }
            .sorted { $0.precedes($1) }
    }

    /// The hash of all decisions: of their row hashes in the order of their ids; empty where there is none.
    static func head(_ rowHashes: [String]) -> String {
        rowHashes.isEmpty ? "" : Digest.sha256(rowHashes.joined(separator: "\n"))
    }
}
