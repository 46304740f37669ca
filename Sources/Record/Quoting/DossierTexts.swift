package import ChanceryCore
package import DossierStore

/// The texts an item of a dossier quotes.
package enum DossierTexts {
    /// The texts of the documents that tell an item, by their hash.
    package static func of(_ item: DossierItem, in dossier: Dossier) throws -> [String: OffsetMap] {
        var texts: [String: OffsetMap] = [:]
        for hash in hashes(of: item) {
            texts[hash] = OffsetMap(try dossier.document(named: hash).document.text)
        }
        return texts
    }

    /// Who published the documents that tell an item, by their hash.
    package static func publishers(of item: DossierItem, in dossier: Dossier) throws -> [String: String] {
        var publishers: [String: String] = [:]
        for hash in hashes(of: item) {
            publishers[hash] = try dossier.document(named: hash).document.metadata.publisher
        }
        return publishers
    }

    private static func hashes(of item: DossierItem) -> Set<String> {
        Set(item.reports.map(\.report.documentHash))
    }
}

extension DossierItem {
    /// The reports it shows.
    package var reports: [ReportItem] {
        switch self {
        case .entry(let entry): entry.reports
        case .report(let report, entry: _): [report]
        }
    }
}
