import ChanceryCore

/// Who is named in the record, how often and where: what `entities` shows.
struct EntitiesView: Hashable, Sendable {
    /// One entity.
    struct Item: Hashable, Sendable, Encodable {
        /// The canonical name.
        var name: String
        /// The alpha-3 code of the state it belongs to, or empty.
        var code: String
        /// What sort of thing it is.
        var kind: EntityKind
        /// PLOVER's sectors under which it is coded.
        var sectors: [String]
        /// The words by which documents name it, the most frequent first; at most eight.
        var forms: [String]
        /// The number of reports that name it.
        var reports: Int
        /// The documents that name it.
        var documents: [String]
    }

    /// The entities, the most named first.
    var items: [Item]

    /// The entities that the fitting reports of a record name.
    init(of record: Record, _ selection: Selection) {
        struct Key: Hashable {
            var name: String
            var code: String
            var kind: EntityKind
        }
        var sectors: [Key: Set<String>] = [:]
        var forms: [Key: [String: Int]] = [:]
        var reports: [Key: Set<String>] = [:]
        var documents: [Key: Set<String>] = [:]
        for report in record.reports.values where selection.fits(report) {
            for participant in report.participants {
                let key = Key(name: participant.name, code: participant.code, kind: participant.kind)
                if !participant.sector.isEmpty { sectors[key, default: []].insert(participant.sector) }
                let form = SafeText.oneLine(record.words(participant.from ?? participant.span, of: report))
                if !form.isEmpty { forms[key, default: [:]][form, default: 0] += 1 }
                reports[key, default: []].insert(report.id)
                documents[key, default: []].insert(report.document)
            }
        }
        items = reports.map { key, ids in
            let byUse = (forms[key] ?? [:]).sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
            return Item(
                name: key.name, code: key.code, kind: key.kind, sectors: (sectors[key] ?? []).sorted(),
                forms: byUse.prefix(8).map(\.key), reports: ids.count, documents: (documents[key] ?? []).sorted())
        }.sorted { ($1.reports, $0.name, $0.kind.rawValue, $0.code) < ($0.reports, $1.name, $1.kind.rawValue, $1.code) }
    }

    /// The page: one row an entity.
    func page() -> Page {
        let rows = items.map { item in
            [
                SafeText.oneLine(item.name), item.code, item.kind.rawValue, item.sectors.joined(separator: " "),
                String(item.reports), String(item.documents.count),
                item.forms.filter { $0 != item.name }.prefix(3).map { "“\($0)”" }.joined(separator: ", "),
            ]
        }
        let table = Page.Table(
            columns: ["Name", "State", "Kind", "Sector", "Reports", "Documents", "Also named as"], rows: rows,
            rightAligned: [4, 5])
        let summary = items.isEmpty ? "Nothing here matches." : Wording.count(items.count, "entity", "entities")
        return Page(
            title: "Entities", sections: rows.isEmpty ? [] : [Page.Section(nil, [.table(table)])], summary: summary)
    }
}
