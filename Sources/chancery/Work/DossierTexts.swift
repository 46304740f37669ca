import ChanceryCore
import DossierStore

/// The texts an item of a dossier quotes.
enum DossierTexts {
    /// The texts of the documents that tell an item, by their hash.
    static func of(_ item: DossierItem, in dossier: Dossier) throws -> [String: OffsetMap] {
        let reports =
            switch item {
            case .entry(let entry): entry.reports
            case .report(let report, entry: _): [report]
            }
        var texts: [String: OffsetMap] = [:]
        for hash in Set(reports.map(\.report.documentHash)) {
            texts[hash] = OffsetMap(try dossier.document(named: hash).document.text)
        }
        return texts
    }
}
