package import ChanceryCore
package import DossierStore

/// Where accounts differ, each dispute with its sides in the documents' own words: what `disputes` shows.
package struct DisputesView: Hashable, Sendable {
    /// What one side tells.
    package struct Side: Hashable, Sendable, Encodable {
        /// What it says of the question: a date, a number, names, a modality; empty where it is silent.
        package var says: String
        /// The same in words.
        package var words: String
        /// The documents on this side.
        package var documents: [String]
        /// The origins its tellings come from, as the entries group them.
        package var origins: [OriginGroup]
        /// How many of these are established as different.
        package var independentOrigins: Int
        /// Its tellings; of a silent side those that show that it covers the ground.
        package var tellings: [Telling]

        private enum CodingKeys: String, CodingKey {
            case says, words, documents, origins, independentOrigins = "independent_origins", tellings
        }
    }

    /// One dispute.
    package struct Item: Hashable, Sendable, Encodable {
        /// The dispute's id.
        package var id: String
        /// What it is about.
        package var dimension: Dispute.Dimension
        /// What is told, in words.
        package var what: String
        /// The date of the first entry in words, or empty.
        package var when: String
        /// The entries it concerns.
        package var entries: [String]
        /// Its sides.
        package var sides: [Side]
    }

    /// The disputes, in order.
    package var items: [Item]
    /// What was asked for, as it was typed; empty where all of them were.
    package var asked = ""
    /// How many disputes there are whatever was asked for, by what they are about.
    package var inAll: [Dispute.Dimension: Int] = [:]

    /// Makes the view.
    package init(of disputes: [DisputeItem], _ shelf: Shelf = Shelf()) { items = disputes.map { Item($0, shelf) } }

    /// The page: a section a dispute, an item a side.
    package func page() -> Page {
        let summary =
            items.isEmpty ? nothing : Self.counted(Dictionary(grouping: items, by: \.dimension).mapValues(\.count))
        var page = Page(title: "Disputes", sections: items.map(\.section), summary: summary)
        page.quotesOnce = false
        return page
    }

    /// That nothing was found: of what was asked, and how much there is besides.
    private var nothing: String {
        guard !asked.isEmpty else { return "No dispute in this record." }
        let others = inAll.isEmpty ? "this record has none" : "the whole record has \(Self.counted(inAll))"
        return "No dispute matches \(SafeText.oneLine(asked)); \(others)"
    }

    /// `3 disputes: 2 about date, 1 about number`.
    private static func counted(_ numbers: [Dispute.Dimension: Int]) -> String {
        "\(Wording.count(numbers.values.reduce(0, +), "dispute", "disputes")): "
            + Dispute.Dimension.allCases.compactMap { dimension in
                let number = numbers[dimension] ?? 0
                return number > 0 ? "\(number) about \(dimension.rawValue)" : nil
            }.joined(separator: ", ")
    }
}

extension DisputesView.Item {
    fileprivate init(_ item: DisputeItem, _ shelf: Shelf) {
        let dispute = item.dispute
        id = dispute.id
        dimension = dispute.dimension
        entries = dispute.entries
        let reports = Dictionary(
            item.entries.flatMap(\.reports).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        // Of silence, what the tellers tell; otherwise what the first entry is of.
        let told = dispute.dimension == .presence ? dispute.sides.first { !$0.says.isEmpty }?.reports : nil
        let lines = item.entries.filter { entry in
            told.map { !Set($0).isDisjoint(with: entry.entry.reports) } ?? true
        }.compactMap { shelf.line($0) }
        var seen: Set<String> = []
        let counted = item.entries.flatMap(\.reports).compactMap { told -> String? in
            guard dispute.dimension == .number, case .figure(let figure) = told.report.content else { return nil }
            return figure.of.isEmpty ? figure.unit : figure.of
        }
        let parties = dispute.about.joined(separator: " and ")
        // Of numbers what they count, in the fullest words; of words how parties are spoken of.
        what =
            dispute.dimension == .characterisation && !parties.isEmpty
            ? "how accounts speak of \(parties)"
            : counted.max { ($0.count, $1) < ($1.count, $0) }
                ?? lines.map(\.what).filter { seen.insert($0).inserted }.prefix(3).joined(separator: " / ")
        when = dispute.dimension == .date || !parties.isEmpty ? "" : lines.first?.when ?? ""
        sides = dispute.sides.map { side in
            let held = Set(side.reports)
            let origins = item.entries.flatMap(\.entry.origins).filter { !held.isDisjoint(with: $0.reports) }
            return DisputesView.Side(
                says: side.says, words: Self.words(side.says, dispute.dimension), documents: side.documents,
                origins: origins, independentOrigins: origins.count { $0.standing.isEstablished },
                tellings: side.reports.compactMap { reports[$0] }
                    .sorted { ($0.report.document, $0.report.span.start) < ($1.report.document, $1.report.span.start) }
                    .map { Telling($0, shelf) })
        }
    }

    private static func words(_ says: String, _ dimension: Dispute.Dimension) -> String {
        switch dimension {
        case .date: DateWords.of(says)
        case .factuality: Modality(rawValue: says).map { ModalityWords.short($0) } ?? says
        case .presence: says.isEmpty ? "does not tell it, and tells of" : "tells it"
        // As figures are written elsewhere: 40,000.
        case .number:
            says.split(separator: " ").map { word in
                Double(word).map { Wording.number($0) } ?? String(word)
            }.joined(separator: " ")
        case .agency, .characterisation: says
        }
    }

    /// What it is about, and of what.
    package var title: String {
        let date = when.isEmpty ? "" : " (\(when))"
        return
            "\(dimension.rawValue.prefix(1).uppercased() + dimension.rawValue.dropFirst()): \(SafeText.oneLine(what))\(date)"
    }

    /// An item a side, then the ids.
    package var blocks: [Page.Block] {
        let facts = [Page.Fact("entries", entries.joined(separator: ", ")), Page.Fact("dispute", id)]
        return sides.map { .item($0.item) } + [.facts(facts)]
    }

    fileprivate var section: Page.Section { Page.Section(title, blocks) }
}

extension DisputesView.Side {
    /// How many tellings of a side a terminal shows.
    private static let shown = 3

    fileprivate var item: Page.Item {
        let counted = Wording.count(documents.count, "document", "documents")
        let more = tellings.count - Self.shown
        return Page.Item(
            margin: "", headline: SafeText.oneLine(words),
            tag: documents.count > 1
                ? "\(counted), \(OriginWords.count(origins, documents: documents.count))" : counted,
            notes: tellings.map(\.markedNote), shownNotes: Self.shown,
            remarks: more > 0 ? [Wording.count(more, "further telling", "further tellings")] : [])
    }
}
