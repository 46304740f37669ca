import ChanceryCore

/// The blocks as merges join them, each group with the merges and splits that concern its reports.
struct RuledBlocks {
    /// Blocks that are reconciled together.
    struct Group {
        /// Their names, sorted.
        var blocks: [String]
        /// The reports that merges join, in groups.
        var merges: [[String]] = []
        /// The splits that take reports of these blocks out.
        var splits: [Rulings.Split] = []
    }

    /// The groups, by their first blocks.
    private(set) var groups: [Group]

    /// - Parameter blocks: The tellings of each block, without those that were rejected.
    init(_ blocks: [String: [Telling]], _ rulings: Rulings) {
        guard rulings.regroups else {
            groups = blocks.keys.sorted().map { Group(blocks: [$0]) }
            return
        }
        let named = Set(rulings.merges.flatMap { $0 }).union(rulings.splits.flatMap(\.reports))
        var blockOf: [String: String] = [:]
        var kinds: [String: Report.Kind] = [:]
        for (block, tellings) in blocks {
            for telling in tellings where named.contains(telling.report.id) {
                blockOf[telling.report.id] = block
                kinds[telling.report.id] = telling.report.kind
            }
        }
        let merges = rulings.groups(among: kinds)
        var joined = DisjointGroups(Array(blocks.keys))
        for merge in merges {
            let together = merge.compactMap { blockOf[$0] }
            for block in together.dropFirst() { joined.join(together[0], block) }
        }
        var made = Dictionary(
            joined.groups.map { ($0[0], Group(blocks: $0)) }, uniquingKeysWith: { first, _ in first })
        for merge in merges {
            if let block = blockOf[merge[0]] { made[joined.root(of: block)]?.merges.append(merge) }
        }
        for split in rulings.splits {
            let roots = Set(split.reports.compactMap { blockOf[$0] }.map { joined.root(of: $0) })
            for root in roots { made[root]?.splits.append(split) }
        }
        groups = made.values.sorted { $0.blocks[0] < $1.blocks[0] }
    }
}
