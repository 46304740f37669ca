public import ChanceryCore
import GRDB

extension Dossier {
    /// Appends a decision, and gives it back with its sequence.
    ///
    /// A decision is never changed or removed; the row hash of each covers the one before it.
    @discardableResult
    public func record(_ decision: Decision) throws(DossierError) -> Decision {
        try writing { db in
            var decision = decision
            let last = try Row.fetchOne(
                db, sql: "SELECT sequence, row_hash FROM decisions ORDER BY sequence DESC LIMIT 1")
            decision.sequence = (last?["sequence"] ?? 0) + 1
            let previous: String = last?["row_hash"] ?? ""
            let line = try JSONLine.encode(decision)
            let hash = DecisionChain.hash(line, after: previous)
            try db.execute(
                sql: "INSERT INTO decisions(sequence, line, previous_hash, row_hash) VALUES (?, ?, ?, ?)",
                arguments: [decision.sequence, line, previous, hash])
            // The end of the chain stands apart, so that decisions cut off at the end are noticed.
            try Meta.set(db, DecisionChain.headKey, hash)
            return decision
        }
    }

    /// Every decision, in the order they were recorded.
    public func decisions() throws(DossierError) -> [Decision] {
        try reading { db in
            try String.fetchAll(db, sql: "SELECT line FROM decisions ORDER BY sequence")
                .map { try JSONLine.decode(Decision.self, from: $0) }
        }
    }
}

/// How decisions hang together.
enum DecisionChain {
    static let headKey = "decisions-head"

    /// The row hash of a decision: over the hash of the one before it (empty for the first) and its line.
    static func hash(_ line: String, after previous: String) -> String { Digest.sha256(previous + "\n" + line) }
}
