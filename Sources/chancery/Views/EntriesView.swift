import ChanceryCore
import DossierStore

/// Entries in the order of time: what `timeline` and `relation` show.
struct EntriesView: Hashable, Sendable {
    /// What the page shows.
    var title: String
    /// The entries, in order.
    var items: [EntryLine]
    /// The number of documents they rest on.
    var documentCount: Int

    /// The events and dated states of affairs, in date order.
    static func timeline(of items: [EntryItem]) -> EntriesView {
        let lines = items.filter { $0.entry.kind == .event || $0.entry.kind == .state }
            .compactMap { EntryLine($0) }
            // A state of affairs without a date says nothing of when: `relation` shows it.
            .filter { $0.kind == .event || $0.placing != .undated }
        return EntriesView(title: "Timeline", lines)
    }

    /// Everything told between two parties: what they did to each other, how they stand, what one said of the other.
    static func relation(of items: [EntryItem], between a: String, and b: String) -> EntriesView {
        let all = items.flatMap { $0.reports.map(\.report) }
        let (first, second) = (Party(a, among: all), Party(b, among: all))
        let lines = items.filter { item in item.reports.contains { joins($0.report, first, second) } }
            .compactMap { EntryLine($0) }
        return EntriesView(title: "\(SafeText.oneLine(a)) and \(SafeText.oneLine(b))", lines)
    }

    init(title: String, _ items: [EntryLine]) {
        self.title = title
        self.items = items.sorted(by: EntryLine.isBefore)
        documentCount = Set(items.flatMap(\.documents)).count
    }

    /// Whether a report puts two parties into one relation, whoever of them comes first.
    private static func joins(_ report: Report, _ a: Party, _ b: Party) -> Bool {
        func joins(_ one: [Participant], _ other: [Participant]) -> Bool {
            one.contains { first in
                other.contains { second in
                    first != second && (a.fits(first) && b.fits(second) || b.fits(first) && a.fits(second))
                }
            }
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
        let parts: [(EntryLine.Placing, String?)] = [
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
