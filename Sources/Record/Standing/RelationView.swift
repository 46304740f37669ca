import ChanceryCore
package import DossierStore

/// Two parties: how they stand, then everything told between them in the order of time. What `relation` shows.
package struct RelationView: Hashable, Sendable {
    /// How they stand.
    package var standing: Standing
    /// What they did, and what they say of each other.
    package var history: EntriesView

    /// One object of the JSON form.
    package enum Item: Hashable, Sendable, Encodable {
        case standing(StandingLine)
        case entry(EntryLine)

        package func encode(to encoder: any Encoder) throws {
            switch self {
            case .standing(let line): try line.encode(to: encoder)
            case .entry(let line): try line.encode(to: encoder)
            }
        }
    }

    /// Makes the view.
    ///
    /// - Parameters:
    ///   - shared: the entries in which both take part.
    ///   - own: the states of affairs of either.
    ///   - figures: the figures of either: those told in the words of what both did are shown with it.
    ///   - anchors: entries that are not shown, but by which others are placed.
    ///   - members: who acts for the states of the two, as the whole record tells.
    package init(
        between a: String, and b: String, shared: [EntryItem], own: [EntryItem], figures: [EntryItem] = [],
        placedBy anchors: [EntryItem] = [],
        members: (StateMembers?, StateMembers?) = (nil, nil), _ shelf: Shelf = Shelf()
    ) {
        let reports = (shared + own).flatMap { $0.reports.map(\.report) }
        let (first, second) = (
            Party(a, among: reports, members: members.0), Party(b, among: reports, members: members.1)
        )
        standing = Standing(StandingReading(a: first, b: second).tellings(shared: shared, own: own), shelf)
        history = EntriesView.relation(
            of: shared, with: figures, between: first, and: second, placedBy: anchors, shelf)
        // A state of affairs without a date has its place in the standing, and none in the history.
        let told = Set(standing.lines.flatMap(\.entries))
        history.items.removeAll { $0.kind == .state && $0.placing == .undated && told.contains($0.id) }
        history.nameFolded()
    }

    /// The standing's lines, then the history's.
    package var items: [Item] { standing.lines.map { .standing($0) } + history.items.map { .entry($0) } }

    /// The page: the standing by topic, then the history under a heading of its own.
    package func page() -> Page {
        var page = history.page()
        guard !standing.lines.isEmpty else { return page }
        if let first = page.sections.first, first.heading == nil {
            page.sections[0].heading = history.order == .date ? "In the order of time" : "By \(history.order.rawValue)"
        }
        let topics = StandingTopic.allCases.compactMap { topic -> Page.Section? in
            let blocks = standing.lines.filter { $0.topic == topic }.map { Page.Block.item($0.item) }
            return blocks.isEmpty ? nil : Page.Section(topic.heading, blocks)
        }
        page.sections = topics + page.sections
        let doubtful = standing.lines.count { $0.doubtful == true }
        let states =
            Wording.count(standing.lines.count, "line", "lines")
            + " of standing" + (doubtful > 0 ? ", \(Wording.number(Double(doubtful))) of them doubtful" : "")
        page.summary = history.items.isEmpty ? states : "\(states); \(page.summary)"
        return page
    }
}
