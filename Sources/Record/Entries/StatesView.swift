package import ChanceryCore
package import DossierStore

/// Relations that hold over time, each with its interval: what `states` shows.
package struct StatesView: Hashable, Sendable {
    /// Who stands in a relation.
    package struct Side: Hashable, Sendable, Encodable {
        /// The canonical name.
        package var name: String
        /// The alpha-3 code of the state it belongs to, or empty.
        package var code: String
        /// What sort of thing it is.
        package var kind: EntityKind
    }

    /// One state of affairs.
    package struct Item: Hashable, Sendable, Encodable {
        /// Who or what stands in the relation.
        package var subject: [Side]
        /// The relation in words.
        package var relation: String
        /// To whom or what.
        package var object: [Side]
        /// When it begins to hold, EDTF; empty where no text says so.
        package var from: String
        /// When it ceases to hold, EDTF; empty where no text says so.
        package var to: String
        /// The entry: dates, tellings, origins.
        package var entry: EntryLine

        private enum CodingKeys: String, CodingKey { case subject, relation, object, from, to }

        /// Writes the entry's fields, and its parts beside them.
        package func encode(to encoder: any Encoder) throws {
            try entry.encode(to: encoder)
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(subject, forKey: .subject)
            try values.encode(relation, forKey: .relation)
            try values.encode(object, forKey: .object)
            try values.encode(from, forKey: .from)
            try values.encode(to, forKey: .to)
        }
    }

    /// The states of affairs: those dated in the order of time, then those without a date, by subject.
    package var items: [Item]

    /// The states of affairs among entries.
    package init(of entries: [EntryItem], _ shelf: Shelf = Shelf()) {
        let items = entries.compactMap { Item($0, shelf) }
        self.items =
            items.filter { $0.entry.placing != .undated }
            + items.filter { $0.entry.placing == .undated }
            .sorted { NameFolding.fold($0.subject.first?.name ?? "") + " " + $0.relation }
    }

    /// The page: one item a state of affairs.
    package func page() -> Page {
        let blocks = items.map { Page.Block.item($0.entry.item()) }
        let documents = Set(items.flatMap(\.entry.documents)).count
        let summary =
            items.isEmpty
            ? "Nothing here matches."
            : "\(Wording.count(items.count, "state of affairs", "states of affairs")) from "
                + Wording.count(documents, "document", "documents")
                + ConfidenceWords.count(items.count { $0.entry.doubtful == true }, of: items.count)
        var page = Page(
            title: "States of affairs", sections: blocks.isEmpty ? [] : [Page.Section(nil, blocks)], summary: summary)
        page.hint = ConfidenceWords.hint(items.count { $0.entry.doubtful == true })
        return page
    }
}

extension StatesView.Item {
    /// The state of affairs of an entry, as the telling that speaks for it has it; nil of another kind of entry.
    fileprivate init?(_ item: EntryItem, _ shelf: Shelf) {
        guard let line = shelf.line(item) else { return nil }
        let told = item.reports.first { $0.id == line.tellings.first?.report } ?? item.reports.first
        guard case .state(let state)? = told?.report.content else { return nil }
        func sides(_ parties: [Participant]) -> [StatesView.Side] {
            parties.map { StatesView.Side(name: $0.name, code: $0.code, kind: $0.kind) }
        }
        let ends = item.entry.date.split(separator: "/", omittingEmptySubsequences: false).map { $0 == ".." ? "" : $0 }
        self.init(
            subject: sides(state.subject), relation: Wording.plain(state.relation), object: sides(state.object),
            from: String(ends.first ?? ""), to: String(ends.count == 2 ? ends[1] : ""), entry: line)
    }
}
