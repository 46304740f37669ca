package import ChanceryCore
package import DossierStore
import Foundation

/// Who is named in the record, how often and where: what `entities` shows.
package struct EntitiesView: Hashable, Sendable {
    /// One entity.
    package struct Item: Hashable, Sendable, Encodable {
        /// The canonical name.
        package var name: String
        /// The alpha-3 code of the state it belongs to, or empty.
        package var code: String
        /// What sort of thing it is.
        package var kind: EntityKind
        /// PLOVER's sectors under which it is coded.
        package var sectors: [String]
        /// The number of reports that name it.
        package var reports: Int
        /// How many of these tell it in each modality: what is only claimed, denied or planned counts beside what is told as fact.
        package var modality: [String: Int]
        /// How many of these reports are doubtful.
        package var doubtful: Int
        /// How many are told on somebody else's word than the document's own.
        package var attributed: Int
        /// How often it stands in each role.
        package var roles: [String: Int]
        /// The documents that name it.
        package var documents: [String]
    }

    /// The entities, the most named first.
    package var items: [Item]

    /// Makes the view of parties.
    package init(of participants: [ParticipantSummary]) {
        items = participants.map {
            Item(
                name: $0.name, code: $0.code, kind: $0.kind, sectors: $0.sectors, reports: $0.total,
                modality: Dictionary($0.modalities.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +),
                doubtful: $0.doubtful, attributed: $0.attributed, roles: $0.roles,
                documents: $0.documents)
        }
    }

    /// The page: one row an entity.
    package func page() -> Page {
        let rows = items.map { item in
            [
                SafeText.oneLine(item.name), item.code, item.kind.rawValue,
                item.sectors.joined(separator: " "), String(item.reports),
                String(item.modality[Modality.asserted.rawValue] ?? 0), String(item.doubtful),
                String(item.documents.count),
            ]
        }
        let table = Page.Table(
            columns: ["Name", "State", "Kind", "Sector", "Told", "Fact", "Doubtful", "Texts"], rows: rows,
            rightAligned: [4, 5, 6, 7])
        let summary = items.isEmpty ? "Nothing here matches." : Wording.count(items.count, "entity", "entities")
        return Page(
            title: "Entities", sections: rows.isEmpty ? [] : [Page.Section(nil, [.table(table)])], summary: summary)
    }
}
