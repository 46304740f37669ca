public import ChanceryCore

extension Rulings {
    /// The groups of reports that merges join, through one another too, each of one kind and sorted; reports that are
    /// not there or that are rejected are left out.
    ///
    /// - Parameter kinds: The kinds of the reports that are there.
    public func groups(among kinds: [String: Report.Kind]) -> [[String]] {
        let present = merges.flatMap { group in
            Dictionary(grouping: group.filter { kinds[$0] != nil && status(of: $0) != .rejected }) { kinds[$0] }.values
        }
        var joined = DisjointGroups()
        for group in present { for report in group.dropFirst() { joined.join(group[0], report) } }
        return Dictionary(grouping: Set(present.flatMap { $0 })) { joined.root(of: $0) }.values
            .filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    /// Which blocks have to be reconciled together because merges join their reports: each with the first of its group.
    /// A block that stands alone is not in it.
    ///
    /// - Parameter blocks: The blocks of the reports that merges name, by report; those of other reports do no harm.
    public func joinedBlocks(_ blocks: [String: String]) -> [String: String] {
        var joined = DisjointGroups()
        for group in merges {
            let named = group.filter { status(of: $0) != .rejected }.compactMap { blocks[$0] }
            // A block begins with the kind; merges join reports of one kind only.
            for same in Dictionary(grouping: named, by: { $0.prefix { $0 != ":" } }).values {
                for block in same.dropFirst() { joined.join(same[0], block) }
            }
        }
        let groups = Dictionary(grouping: Set(blocks.values)) { joined.root(of: $0) }.filter { $0.value.count > 1 }
        return Dictionary(
            groups.flatMap { root, blocks in blocks.map { ($0, root) } }, uniquingKeysWith: { first, _ in first })
    }
}
