import ChanceryCore
import Foundation
import GRDB
import Reconciling

extension Dossier {
    /// Proves everything the dossier holds, offline and without model or codebook, and names what fails.
    ///
    /// Checked are: the file and its indexes, by SQLite's own integrity check; tables, indexes and triggers against those
    /// of the format; each text against the hash that names the document; each copy's original bytes; that each line is
    /// one the program writes, and its row hash; what is stored beside a line against the line, the text and the decisions
    /// in force, participants, lineages and full-text indexes among it; that no report, copy, entry, dispute or decision
    /// was taken away or put in; each report's proof (``ReportProof``); that entries and disputes rest on reports that are
    /// there; that what is said to be still reconciled is.
    ///
    /// - Returns: The faults, sorted; empty where all is proved.
    /// - Throws: ``DossierError`` with `corrupt` where the file itself is damaged.
    public func verify() throws(DossierError) -> [VerificationFault] {
        try reading { db in
            let empty = try FileProof.pageFaults(db, file: self.path)
            var proof = RecordProof()
            proof.take(try FileProof.schemaFaults(db))
            // Without its tables there is nothing to read.
            if proof.faults.contains(where: { $0.item.hasPrefix("table ") }) { return proof.faults }
            proof.take(Array(Set(try empty + FileProof.valueFaults(db))))
            proof.take(try FileProof.searchFaults(db))
            let documents: [Int64] = try StoredRow.values(
                db, of: "documents", "row", sql: "SELECT row FROM documents ORDER BY hash")
            // Where a decision cannot be read, that is told below; so is what the dossier says about itself.
            let rulings = (try? self.rulings(db)) ?? Rulings()
            for row in documents { try RowProof.document(db, row, rulings, &proof) }
            try RowProof.reconciliation(db, &proof)
            try RowProof.decisions(db, &proof)
            try RowProof.state(db, &proof)
            return proof.finish(
                head: (try? Meta.value(db, DecisionRecord.headKey)) ?? "",
                recordHead: (try? Meta.value(db, RecordHead.key)) ?? "",
                isReconciled: (try? Staleness.isAny(db)) == false)
        }
    }
}
