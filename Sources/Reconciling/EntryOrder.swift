public import ChanceryCore

/// Puts entries in the order of time: by their dates, and where a date is missing or too wide by what the texts say
/// comes before, after or during what.
///
/// What the words order never gives a date: an entry without one keeps none, and only stands beside the entry by which
/// it is placed. Where order and dates contradict each other the dates stand.
public struct EntryOrder: Hashable, Sendable {
    /// By which entry another is placed, and how it stands to it.
    public struct Placement: Hashable, Sendable {
        /// How the placed entry stands to the other.
        public var relation: OrderLink.Relation
        /// The other's id.
        public var entry: String
        /// The id of the report whose words say so.
        public var report: String

        /// Makes a placement from its parts.
        public init(relation: OrderLink.Relation, entry: String, report: String) {
            self.relation = relation
            self.entry = entry
            self.report = report
        }
    }

    /// One entry to be ordered.
    public struct Item: Hashable, Sendable {
        /// The entry's id.
        public var id: String
        /// Its date; nil where none is told.
        public var date: EDTF?
        /// What orders items of equal time, such as their words.
        public var tie: String
        /// By which entries the texts place it.
        public var placements: [Placement]

        /// Makes an item from its parts.
        public init(id: String, date: EDTF?, tie: String, placements: [Placement]) {
            self.id = id
            self.date = date
            self.tie = tie
            self.placements = placements
        }
    }

    /// The ids in order; those that neither a date nor a word places come last.
    public private(set) var ids: [String]
    /// By which entry each one without a date of a known year is placed.
    public private(set) var placed: [String: Placement]

    /// Orders the items.
    ///
    /// A circle ("A after B" and "B after A") is left where it was entered.
    public init(_ items: [Item]) {
        let byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        // The inverse of every placement holds too: where A is after B, B without a date stands before A.
        var links: [String: [Placement]] = [:]
        for item in items {
            for placement in item.placements where placement.entry != item.id && byID[placement.entry] != nil {
                links[item.id, default: []].append(placement)
                links[placement.entry, default: []].append(
                    Placement(relation: placement.relation.inverse, entry: item.id, report: placement.report))
            }
        }
        var keys: [String: Key] = [:]
        for item in items {
            guard let date = item.date, date.hasYear else { continue }
            keys[item.id] = Key(date: date.sortKey, root: [item.tie, item.id], steps: [], tie: item.tie)
        }
        placed = [:]
        // What has no date of its own takes its place from the nearest that has, breadth first.
        var front = keys.keys.sorted { (keys[$0] ?? .last, $0) < (keys[$1] ?? .last, $1) }
        while !front.isEmpty {
            var next: [String] = []
            for anchor in front {
                guard let key = keys[anchor] else { continue }
                for link in (links[anchor] ?? []).sorted(by: Self.precedes) where keys[link.entry] == nil {
                    guard let item = byID[link.entry] else { continue }
                    let relation = link.relation.inverse
                    keys[item.id] = key.stepping(relation, tie: item.tie)
                    placed[item.id] = Placement(relation: relation, entry: anchor, report: link.report)
                    next.append(item.id)
                }
            }
            front = next
        }
        // Within one date the words decide: "1996" stands below what they put before it and is told of December 1996.
        for item in items.sorted(by: { $0.id < $1.id }) where placed[item.id] == nil {
            for link in item.placements where link.relation != .during && placed[link.entry] == nil {
                guard let date = item.date, date.precision != .interval, let other = byID[link.entry]?.date,
                    date.contains(other), let mine = keys[item.id], let theirs = keys[link.entry],
                    link.relation == .after ? mine < theirs : theirs < mine
                else { continue }
                keys[item.id] = theirs.stepping(link.relation, tie: item.tie)
            }
        }
        ids = items.map(\.id).sorted { a, b in
            let (first, second) = (keys[a] ?? .last, keys[b] ?? .last)
            return first == second ? (byID[a]?.tie ?? "", a) < (byID[b]?.tie ?? "", b) : first < second
        }
    }

    private static func precedes(_ a: Placement, _ b: Placement) -> Bool {
        (a.relation.rawValue, a.entry, a.report) < (b.relation.rawValue, b.entry, b.report)
    }

    /// Where an item sorts: its date or another's, then the steps that lead from that one to it.
    private struct Key: Comparable {
        var date: String
        /// Words and id of the item whose date it is: what is placed by one item keeps together.
        var root: [String]
        var steps: [Int]
        var tie: String

        /// After everything that has a place.
        static let last = Key(date: "~~", root: [], steps: [], tie: "")

        func stepping(_ relation: OrderLink.Relation, tie: String) -> Key {
            // What is during another stands below it, as what is after it.
            Key(date: date, root: root, steps: steps + [relation == .before ? -1 : 1], tie: tie)
        }

        static func < (a: Key, b: Key) -> Bool {
            if a.date != b.date { return a.date < b.date }
            if a.root != b.root { return a.root.lexicographicallyPrecedes(b.root) }
            // The item itself is 0 among those before (-1) and after (1) it.
            for (mine, other) in zip(a.steps + [0], b.steps + [0]) where mine != other { return mine < other }
            return a.tie < b.tie
        }
    }
}
