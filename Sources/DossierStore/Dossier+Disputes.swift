public import ChanceryCore
import GRDB

/// A dispute with the entries it concerns.
public struct DisputeItem: Hashable, Sendable, Identifiable {
    /// The dispute.
    public var dispute: Dispute
    /// The entries, with all their reports; by id.
    public var entries: [EntryItem]
    /// The dispute's id.
    public var id: String { dispute.id }

    /// Makes an item from its parts.
    public init(dispute: Dispute, entries: [EntryItem]) {
        self.dispute = dispute
        self.entries = entries
    }
}

extension Dossier {
    /// The disputes on entries of which a filter lets a report through, in the order of their first entry's date.
    ///
    /// - Parameter dimensions: what they must be about; empty lets all through.
    public func disputes(
        matching filter: ItemFilter = ItemFilter(), dimensions: Set<Dispute.Dimension> = []
    ) throws(DossierError) -> [DisputeItem] {
        var known: [String: EntryItem] = [:]
        var order: [Dispute] = []
        var seen: Set<String> = []
        let disputed = try reading { db in
            let condition = try filter.condition(db, in: self)
            return try EntrySelection.fetch(
                db,
                reportsWhere: """
                    \(condition.sql) AND reports.id IN (SELECT report_id FROM entry_reports
                        JOIN dispute_entries ON dispute_entries.entry_id = entry_reports.entry_id)
                    """, arguments: condition.arguments, rulings: try self.rulings(db), known: self.decoded)
        }
        for item in disputed {
            known[item.id] = item
            for dispute in item.disputes where dimensions.isEmpty || dimensions.contains(dispute.dimension) {
                if seen.insert(dispute.id).inserted { order.append(dispute) }
            }
        }
        let missing = Set(order.flatMap(\.entries)).subtracting(known.keys).sorted()
        let others = try reading { db in
            try EntrySelection.fetch(
                db,
                reportsWhere: """
                    reports.id IN (SELECT report_id FROM entry_reports
                        WHERE entry_id IN (SELECT value FROM json_each(?)))
                    """, arguments: [try JSONLine.encode(missing)], rulings: try self.rulings(db), known: self.decoded)
        }
        for item in others { known[item.id] = item }
        return order.map { DisputeItem(dispute: $0, entries: $0.entries.compactMap { known[$0] }) }
    }
}
