package import ChanceryCore
package import DossierStore

/// Entries in the order of time: what `timeline` and `relation` show.
package struct EntriesView: Hashable, Sendable {
    /// What the page shows.
    package var title: String
    /// The entries, in order.
    package var items: [EntryLine]
    /// By what they are in order.
    package var order = EntrySort.date

    /// The events and dated states of affairs, in the order of time.
    ///
    /// - Parameters:
    ///   - figures: the figures that may stand in the words of the events.
    ///   - anchors: entries that are not shown, but by which others are placed.
    package static func timeline(
        of items: [EntryItem], with figures: [EntryItem] = [], placedBy anchors: [EntryItem] = [],
        _ shelf: Shelf = Shelf()
    ) -> EntriesView {
        let shown = items.filter { $0.entry.kind == .event || $0.entry.kind == .state }
        var view = EntriesView(title: "Timeline", shown, figures, placedBy: anchors, shelf)
        // A state of affairs without a date says nothing of when: `relation` shows it.
        view.items.removeAll { $0.kind == .state && $0.placing == .undated }
        return view
    }

    /// Everything told between two parties: what they did to each other, how they stand, what one said of the other.
    package static func relation(
        of items: [EntryItem], with figures: [EntryItem] = [], between a: Party, and b: Party,
        placedBy anchors: [EntryItem] = [], _ shelf: Shelf = Shelf()
    ) -> EntriesView {
        let told = items.filter { item in item.reports.contains { joins($0.report, a.fits, b.fits) } }
        return EntriesView(
            title: "\(SafeText.oneLine(a.given)) and \(SafeText.oneLine(b.given))",
            told, figures, placedBy: anchors, shelf)
    }

    private init(
        title: String, _ shown: [EntryItem], _ figures: [EntryItem], placedBy anchors: [EntryItem], _ shelf: Shelf
    ) {
        self.title = title
        let ids = Set(shown.map(\.id))
        let all = shown + anchors.filter { !ids.contains($0.id) }
        let lines = Dictionary(
            all.compactMap { item in shelf.line(item).map { (item.id, $0) } }, uniquingKeysWith: { first, _ in first })
        let places = EntryPlaces(all, lines, shelf)
        let numbers = NumbersTold.byEvent(figures, in: shown)
        items = places.arranged(
            shown.compactMap { item in
                var line = lines[item.id]
                line?.numbers = numbers[item.id] ?? []
                return line
            })
    }

    /// The number of documents the entries rest on.
    package var documentCount: Int { Set(items.flatMap(\.documents)).count }

    /// Whether a report puts two parties into one relation, whoever of them comes first.
    package static func joins(
        _ report: Report, _ a: (Participant) -> Bool, _ b: (Participant) -> Bool
    ) -> Bool {
        func joins(_ one: [Participant], _ other: [Participant]) -> Bool {
            one.contains { first in
                other.contains { second in first != second && (a(first) && b(second) || b(first) && a(second)) }
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
    /// The page: dated entries, then those whose year is unknown, then those without a date; below all of them what is doubtful, in
    /// the same order, so that what stands above can be read as it is.
    package func page() -> Page {
        var sections: [Page.Section] = []
        let parts: [(Set<EntryLine.Placing>, String?)] =
            order == .date
            ? [([.dated], nil), ([.yearUnknown], "Year unknown"), ([.undated], "No date told")]
            : [([.dated, .yearUnknown, .undated], nil)]
        let folded = folded
        let sure = folded.filter { group in group.contains { $0.doubtful != true } }.map { ($0, $0[0].placing) }
        for (placings, heading) in parts {
            let blocks = sure.filter { placings.contains($0.1) }.map { Page.Block.item(EntryLine.item($0.0)) }
            if !blocks.isEmpty { sections.append(Page.Section(heading, blocks)) }
        }
        let doubtful = folded.filter { group in group.allSatisfy { $0.doubtful == true } }
        if !doubtful.isEmpty {
            sections.append(Page.Section(ConfidenceWords.heading, doubtful.map { Page.Block.item(EntryLine.item($0)) }))
        }
        let summary =
            items.isEmpty
            ? "Nothing here matches."
            : "\(Wording.count(items.count, "entry", "entries")) from "
                + Wording.count(documentCount, "document", "documents")
                + ConfidenceWords.count(items.count { $0.doubtful == true }, of: items.count)
        var page = Page(title: title, sections: sections, summary: summary)
        page.hint = ConfidenceWords.hint(items.count { $0.doubtful == true })
        return page
    }

    /// The entries that a page prints as one, in the order of the first of each: those that rest on the very same words, at
    /// the same time, on the same word, with the same to be said of them.
    package var folded: [[EntryLine]] { EntryLine.folded(items) }

    /// Tells every entry with which others a page prints it.
    package mutating func nameFolded() {
        items = EntryLine.namingFolded(items)
    }
}

extension EntryLine {
    /// Entries in the order of the first of each group that a page prints as one.
    package static func folded(_ lines: [EntryLine]) -> [[EntryLine]] {
        var order: [Ground] = []
        var groups: [Ground: [EntryLine]] = [:]
        for line in lines {
            let ground = line.ground
            if groups[ground] == nil { order.append(ground) }
            groups[ground, default: []].append(line)
        }
        return order.compactMap { groups[$0] }
    }

    /// Entries in their order, each with the ids of those that a page prints with it.
    package static func namingFolded(_ lines: [EntryLine]) -> [EntryLine] {
        let groups = folded(lines).filter { $0.count > 1 }
        let others = Dictionary(
            groups.flatMap { group in group.map { line in (line.id, group.map(\.id).filter { $0 != line.id }) } },
            uniquingKeysWith: { first, _ in first })
        return lines.map { line in
            var line = line
            line.toldWith = others[line.id] ?? []
            return line
        }
    }

    /// The item of entries that one quotation tells: a heading each, those that say the same under one.
    package static func item(_ lines: [EntryLine]) -> Page.Item {
        var item = lines[0].item()
        for line in lines.dropFirst() {
            let heading = line.heading
            func says(_ other: Page.Item.Heading) -> Bool {
                (other.caveat, other.headline, other.tag) == (heading.caveat, heading.headline, heading.tag)
            }
            if let same = item.further.firstIndex(where: says) {
                item.further[same].ids += heading.ids
            } else if says(lines[0].heading) {
                item.ids.append(line.id)
            } else {
                item.further.append(heading)
            }
        }
        return item
    }

    /// What an entry rests on, and all that a page says below its headline.
    package struct Ground: Hashable {
        /// When, in words.
        package var margin: String
        /// The words of its tellings and on whose word they are.
        package var notes: [[String]]
        /// What else is said of it.
        package var remarks: [String]
    }

    /// What it rests on.
    package var ground: Ground {
        Ground(margin: margin, notes: tellings.map { [$0.quote, $0.voice, $0.question ?? ""] }, remarks: remarks)
    }
}
