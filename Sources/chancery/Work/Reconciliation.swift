import DossierStore
import Reconciling

/// Brings a dossier's entries up to date with its reports.
enum Reconciliation {
    /// Reconciles all reports where some came or went; gives the number of entries.
    static func bringUpToDate(_ dossier: Dossier) throws -> Int {
        let result = try Reconciler().reconcile(documents: try dossier.documentLines(), reports: try dossier.reports())
        if try dossier.needsReconciling() {
            try dossier.replaceReconciliation(entries: result.entries, disputes: result.disputes)
        }
        return result.entries.count
    }
}
