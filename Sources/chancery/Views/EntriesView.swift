import ChanceryCore
import DossierStore

/// Entries in the order of time: what `timeline` and `relation` show.
struct EntriesView: Hashable, Sendable {
    /// What the page shows.
    var title: String
    /// The entries, in order.
    var items: [EntryLine]
    /// By what they are in order.
    var order = EntrySort.date

    /// The events and dated states of affairs, in the order of time.
    ///
    /// - Parameter anchors: entries that are not shown, but by which others are placed.
    static func timeline(of items: [EntryItem], placedBy anchors: [EntryItem] = []) -> EntriesView {
        let shown = items.filter { $0.entry.kind == .event || $0.entry.kind == .state }
        var view = EntriesView(title: "Timeline", shown, placedBy: anchors)
        // A state of affairs without a date says nothing of when: `relation` shows it.
        view.items.removeAll { $0.kind == .state && $0.placing == .undated }
        return view
    }

    /// Everything told between two parties: what they did to each other, how they stand, what one said of the other.
    static func relation(
        of items: [EntryItem], between a: String, and b: String, placedBy anchors: [EntryItem] = []
    ) -> EntriesView {
        let all = items.flatMap { $0.reports.map(\.report) }
        let (first, second) = (Party(a, among: all), Party(b, among: all))
        return EntriesView(
            title: "\(SafeText.oneLine(a)) and \(SafeText.oneLine(b))",
            items.filter { item in item.reports.contains { joins($0.report, first, second) } }, placedBy: anchors)
    }

    private init(title: String, _ shown: [EntryItem], placedBy anchors: [EntryItem]) {
        self.title = title
        let ids = Set(shown.map(\.id))
        let places = EntryPlaces(shown + anchors.filter { !ids.contains($0.id) })
        items = places.arranged(shown.compactMap { EntryLine($0) })
    }

    /// The number of documents the entries rest on.
    var documentCount: Int { Set(items.flatMap(\.documents)).count }

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
        case .statement(let statement):
            return joins(
                [statement.speaker].compactMap { $0 }, [statement.addressee].compactMap { $0 } + statement.about)
        case .figure: return false
        }
    }
}

extension EntriesView {
    /// The page: dated entries, then those whose year is unknown, then those without a date.
    func page() -> Page {
        var sections: [Page.Section] = []
        let parts: [(Set<EntryLine.Placing>, String?)] =
            order == .date
            ? [([.dated], nil), ([.yearUnknown], "Year unknown"), ([.undated], "No date told")]
            : [([.dated, .yearUnknown, .undated], nil)]
        for (placings, heading) in parts {
            let blocks = items.filter { placings.contains($0.placing) }.map { Page.Block.item($0.item()) }
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
