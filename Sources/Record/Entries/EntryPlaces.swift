package import ChanceryCore
package import DossierStore
import Reconciling

/// Where a view lists its entries: by date, and where none is told by what the texts put before, after or during what.
package struct EntryPlaces: Sendable {
    /// Why an entry without a date stands where it does.
    package struct Placement: Hashable, Sendable, Encodable {
        /// How the entry stands to the other: before, after or during it.
        package var relation: OrderLink.Relation
        /// The other entry's id.
        package var entry: String
        /// What the other tells, in words.
        package var what: String
        /// The other's date in words, or empty.
        package var when: String
        /// The words of the text that order them.
        package var words: String
        /// What stands in the margin: "1988 or later"; empty where the words do not bound the time on one side.
        package var bound: String
    }

    private let positions: [String: Int]
    private let placements: [String: Placement]

    /// Orders the entries a view shows.
    ///
    /// - Parameters:
    ///   - items: the view's entries, and those by which they are placed.
    ///   - lines: their lines, by id.
    package init(_ items: [EntryItem], _ lines: [String: EntryLine], _ shelf: Shelf = Shelf()) {
        let entryOfReport = Dictionary(
            items.flatMap { item in item.reports.map { ($0.id, item.id) } }, uniquingKeysWith: { first, _ in first })
        let order = EntryOrder(
            items.map { item in
                let line = lines[item.id]
                return EntryOrder.Item(
                    // The date of publication is no date of what is told.
                    id: item.id, date: line?.when.isEmpty == false ? EDTF(item.entry.date) : nil,
                    // What no date parts stands in the order of the texts.
                    tie: line?.tellings.first.map { Self.place($0, shelf) } ?? "",
                    placements: item.reports.flatMap { told in
                        told.report.order.compactMap { link in
                            entryOfReport[link.report].map {
                                EntryOrder.Placement(relation: link.relation, entry: $0, report: told.id)
                            }
                        }
                    })
            })
        positions = Dictionary(
            order.ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let reports = Dictionary(
            items.flatMap { $0.reports.map { ($0.id, $0) } }, uniquingKeysWith: { first, _ in first })
        var placements: [String: Placement] = [:]
        for (id, placement) in order.placed {
            let other = lines[placement.entry]
            let link = reports[placement.report].flatMap { told in
                told.report.order.first { link in
                    let linked = entryOfReport[link.report]
                    return linked == placement.entry || linked == id
                }.map { Self.words($0.evidence.span, in: told) }
            }
            placements[id] = Placement(
                relation: placement.relation, entry: placement.entry, what: other?.what ?? "", when: other?.when ?? "",
                words: link ?? "", bound: Self.bound(of: id, order.placed, lines))
        }
        self.placements = placements
    }

    /// Where a telling stands among all texts: by the day of publication, the document, and the place in it.
    private static func place(_ telling: Telling, _ shelf: Shelf) -> String {
        let published = EDTF(shelf.source(named: telling.document).publishedOn)?.sortKey ?? "~~"
        let place = String(telling.start)
        return "\(published) \(telling.document) \(String(repeating: "0", count: max(9 - place.count, 0)))\(place)"
    }

    /// The lines in order, each with what it is placed by.
    package func arranged(_ lines: [EntryLine]) -> [EntryLine] {
        lines.map { line in
            var line = line
            line.placement = placements[line.id]
            return line
        }.sorted { (positions[$0.id] ?? .max, $0.id) < (positions[$1.id] ?? .max, $1.id) }
    }

    /// The words of a span, where the report's own words hold them.
    package static func words(_ span: CodePointSpan, in item: ReportItem) -> String {
        let clause = item.report.span
        guard clause.start <= span.start, span.end <= clause.end else { return "" }
        let scalars = item.words.unicodeScalars
        return String(
            String.UnicodeScalarView(
                scalars.dropFirst(span.start - clause.start).prefix(span.end - span.start)))
    }

    /// How the date at the end of a chain of placements bounds an entry's own: "1988 or later".
    private static func bound(
        of id: String, _ placed: [String: EntryOrder.Placement], _ lines: [String: EntryLine]
    ) -> String {
        var relations: Set<OrderLink.Relation> = []
        var at = id
        for _ in 0...placed.count {
            guard let placement = placed[at] else { break }
            relations.insert(placement.relation)
            at = placement.entry
        }
        guard let line = lines[at], let date = EDTF(line.date), date.hasYear, date.precision != .interval else {
            return ""
        }
        // During something after 1988 is 1988 or later too; before something after 1988 may be any time.
        switch (relations.contains(.before), relations.contains(.after)) {
        case (true, true): return ""
        case (true, false): return "\(line.when) or earlier"
        case (false, true): return "\(line.when) or later"
        case (false, false): return "during \(line.when)"
        }
    }
}
