package import ChanceryCore
package import DossierStore

/// Two documents side by side: what `compare` shows.
package struct CompareView: Hashable, Sendable {
    /// Where a thing of the comparison stands.
    package enum Part: String, Hashable, Sendable, Encodable, CaseIterable {
        /// Both tell it.
        case both
        /// They differ about it.
        case differ
        /// The first alone tells it, of the two.
        case first
        /// The second alone does.
        case second
        /// It stands in both word for word.
        case words
    }

    /// One object of the JSON form.
    package struct Item: Hashable, Sendable, Encodable {
        /// Where it stands.
        package var part: Part
        /// What is told, where it is told.
        package var entry: EntryLine?
        /// About what they differ.
        package var dispute: DisputesView.Item?
        /// What stands in both.
        package var run: SharedRuns.Run?
        /// The words of the run, as the first document has them.
        package var text: String?
    }

    /// The names of the two documents.
    package var first: String
    package var second: String
    /// What a reader calls them.
    private var labels: (first: String, second: String) { (sources[0].label, sources[1].label) }
    private let sources: [Shelf.Source]
    /// All of the comparison, part by part.
    package var items: [Item]
    /// Whether they are of one origin, and why, or empty.
    package var origin: String

    /// Makes the comparison.
    ///
    /// - Parameters:
    ///   - entries: those that either document tells.
    ///   - disputes: those on them.
    package init(
        _ first: Document, _ second: Document, entries: [EntryItem], disputes: [DisputeItem], origins: [Origin],
        _ shelf: Shelf = Shelf()
    ) {
        sources = [first, second].map { shelf.source(hash: $0.hash, name: $0.name) }
        self.first = first.name
        self.second = second.name
        func tells(_ item: EntryItem, _ hash: String) -> Bool {
            item.reports.contains { $0.report.documentHash == hash }
        }
        func lines(_ part: Part, _ items: [EntryItem]) -> [Item] {
            EntryLine.namingFolded(items.compactMap { shelf.line($0) }).map { Item(part: part, entry: $0) }
        }
        let both = entries.filter { tells($0, first.hash) && tells($0, second.hash) }
        let alone = entries.filter { tells($0, first.hash) != tells($0, second.hash) }
        let hashOfReport = Dictionary(
            disputes.flatMap(\.entries).flatMap(\.reports).map { ($0.id, $0.report.documentHash) },
            uniquingKeysWith: { first, _ in first })
        let differing = disputes.filter { item in
            // On one side the first without the second, on another the second without the first.
            let sides = item.dispute.sides.map { Set($0.reports.compactMap { hashOfReport[$0] }) }
            return sides.contains { $0.contains(first.hash) && !$0.contains(second.hash) }
                && sides.contains { $0.contains(second.hash) && !$0.contains(first.hash) }
        }
        let map = OffsetMap(first.text)
        items =
            lines(.both, both) + DisputesView(of: differing, shelf).items.map { Item(part: .differ, dispute: $0) }
            + lines(.first, alone.filter { tells($0, first.hash) })
            + lines(.second, alone.filter { tells($0, second.hash) })
            + SharedRuns(first.text, second.text).runs.map {
                Item(part: .words, run: $0, text: map.text($0.first) ?? "")
            }
        let shared = origins.first { $0.documents.contains(first.hash) && $0.documents.contains(second.hash) }
        origin = shared == nil ? "" : "Both are of one origin, \(shared?.id ?? "")"
    }

    /// The page: what both tell, where they differ, what each tells alone, what stands in both.
    package func page() -> Page {
        let sections = Part.allCases.compactMap { part -> Page.Section? in
            let items = items.filter { $0.part == part }
            // What the same words tell stands below one another, as in the timeline.
            let blocks =
                EntryLine.folded(items.compactMap(\.entry)).map { block(of: $0, part) }
                + items.flatMap { self.blocks(of: $0) }
            return blocks.isEmpty ? nil : Page.Section("\(heading(part)) (\(items.count))", blocks)
        }
        let counts = Part.allCases.map { part in items.count { $0.part == part } }
        var summary =
            "\(counts[0]) told by both, \(counts[1]) disputed between them, \(counts[2]) told by \(labels.first) alone, "
            + "\(counts[3]) by \(labels.second) alone, \(Wording.count(counts[4], "run", "runs")) of words in both"
        let told = items.compactMap(\.entry)
        let doubtful = told.count { $0.doubtful == true }
        if doubtful > 0 {
            summary +=
                "; \(Wording.count(told.count, "entry", "entries"))"
                + ConfidenceWords.count(doubtful, of: told.count)
        }
        if !origin.isEmpty { summary = "\(origin). \(summary)" }
        var page = Page(
            title: SafeText.oneLine("\(labels.first) and \(labels.second)"), sections: sections,
            summary: SafeText.oneLine(summary))
        page.quotesOnce = false
        page.hint = ConfidenceWords.hint(doubtful)
        return page
    }

    private func heading(_ part: Part) -> String {
        switch part {
        case .both: "Both tell"
        case .differ: "They differ"
        case .first: SafeText.oneLine("\(labels.first) alone tells")
        case .second: SafeText.oneLine("\(labels.second) alone tells")
        case .words: "In both, word for word"
        }
    }

    /// Entries that the same words tell; of what both documents tell, with a telling of each.
    private func block(of lines: [EntryLine], _ part: Part) -> Page.Block {
        var item = EntryLine.item(lines)
        if part == .both { item.notes = [first, second].compactMap { name in note(of: lines[0], in: name) } }
        item.shownNotes = item.notes.count
        return .item(item)
    }

    /// A dispute or a run of words.
    private func blocks(of item: Item) -> [Page.Block] {
        if let dispute = item.dispute {
            let heading = Page.Item(margin: "", headline: dispute.title, notes: [])
            return [.item(heading)] + dispute.blocks
        }
        guard let run = item.run, let text = item.text else { return [] }
        let place =
            "characters \(run.first.start)–\(run.first.end) of \(labels.first), "
            + "\(run.second.start)–\(run.second.end) of \(labels.second)"
        return [
            .item(
                Page.Item(
                    margin: "", headline: Wording.count(run.words, "word", "words"),
                    notes: [Page.Note(quote: text, voice: SafeText.oneLine(place))]))
        ]
    }

    private func note(of entry: EntryLine, in document: String) -> Page.Note? {
        entry.tellings.first { $0.document == document }.map { entry.note(of: $0) }
    }
}
