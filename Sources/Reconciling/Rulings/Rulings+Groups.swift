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
}
