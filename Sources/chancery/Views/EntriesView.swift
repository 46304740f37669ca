import ChanceryCore

/// Entries in the order of time: what `timeline` and `relation` show.
struct EntriesView: Hashable, Sendable {
    /// What the page shows.
    var title: String
    /// The entries, in order.
    var items: [EntryItem]
    /// The number of documents they rest on.
    var documentCount: Int

    /// The events and dated states of affairs of a record, in date order.
    static func timeline(of record: Record, _ selection: Selection) -> EntriesView {
        let items = selection.entries(of: record, kinds: [.event, .state])
            .compactMap { EntryItem($0, of: record) }
            // A state of affairs without a date says nothing of when: `relation` shows it.
            .filter { $0.kind == .event || $0.placing != .undated }
        return EntriesView(title: "Timeline", items)
    }

    /// Everything told between two parties: what they did to each other, how they stand, what one said of the other.
    static func relation(of record: Record, between a: String, and b: String, _ selection: Selection) -> EntriesView {
        let items = selection.entries(of: record).filter { entry in
            record.tellings(of: entry).contains { joins($0, a, b) }
        }.compactMap { EntryItem($0, of: record) }
        return EntriesView(title: "\(SafeText.oneLine(a)) and \(SafeText.oneLine(b))", items)
    }

    init(title: String, _ items: [EntryItem]) {
        self.title = title
        self.items = items.sorted(by: EntryItem.isBefore)
        documentCount = Set(items.flatMap(\.documents)).count
    }

    /// Whether a report puts two parties into one relation, whoever of them comes first.
    private static func joins(_ report: Report, _ a: String, _ b: String) -> Bool {
        func has(_ name: String, _ side: [Participant]) -> Bool { side.contains { Selection.names(name, $0) } }
        func joins(_ one: [Participant], _ other: [Participant]) -> Bool {
            has(a, one) && has(b, other) || has(b, one) && has(a, other)
        }
        switch report.content {
        case .event(let event):
            // Those who do a thing together stand in a relation too.
            return joins(event.actors, event.recipients) || joins(event.actors, event.actors)
        case .state(let state): return joins(state.subject, state.object) || joins(state.subject, state.subject)
        case .statement(let statement): return joins([statement.speaker].compactMap { $0 }, statement.about)
        case .figure: return false
        }
    }
}

extension EntriesView {
    /// The page: dated entries, then those whose year is unknown, then those without a date.
    func page() -> Page {
        var sections: [Page.Section] = []
        let parts: [(EntryItem.Placing, String?)] = [
            (.dated, nil), (.yearUnknown, "Year unknown"), (.undated, "No date told"),
        ]
        for (placing, heading) in parts {
            let blocks = items.filter { $0.placing == placing }.map { Page.Block.item($0.item()) }
            if !blocks.isEmpty { sections.append(Page.Section(heading, blocks)) }
        }
        let summary =
            items.isEmpty
            ? "Nothing here matches."
            : "\(Wording.count(items.count, "entry", "entries")) from "
                + Wording.count(documentCount, "document", "documents")
        return Page(title: title, sections: sections, summary: summary)
    }
}
