import ChanceryCore

/// Puts clusters together and takes them apart as people ruled.
struct RuledClusters {
    /// A cluster with the block it is reconciled in.
    struct Placed {
        var block: String
        var cluster: Cluster
    }

    private(set) var clusters: [Placed]
    private let tellings: [String: Telling]
    /// The cluster of each report, by its place.
    private var homes: [String: Int] = [:]

    /// - Parameters:
    ///   - clusters: The clusters of the group's blocks.
    ///   - group: What people ruled on their reports.
    ///   - all: All tellings they are made of.
    init(_ clusters: [Placed], of group: RuledBlocks.Group, tellings all: some Sequence<Telling>) {
        self.clusters = clusters
        guard !group.merges.isEmpty || !group.splits.isEmpty else {
            tellings = [:]
            return
        }
        tellings = Dictionary(all.map { ($0.report.id, $0) }, uniquingKeysWith: { first, _ in first })
        settle()
        merge(group.merges)
        settle()
        var groupOf: [String: [String]] = [:]
        for merge in group.merges { for report in merge { groupOf[report] = merge } }
        for split in group.splits { take(split, groupOf) }
    }

    private mutating func settle() {
        homes = [:]
        for (place, placed) in clusters.enumerated() {
            for report in placed.cluster.reports { homes[report.id] = place }
        }
    }

    private mutating func merge(_ groups: [[String]]) {
        var joined = DisjointGroups()
        for group in groups {
            let places = group.compactMap { homes[$0] }
            for place in places.dropFirst() { joined.join(String(places[0]), String(place)) }
        }
        let members = Dictionary(grouping: clusters.indices) { joined.root(of: String($0)) }
        clusters = members.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }.flatMap { places in
            guard places.count > 1 else { return [clusters[places[0]]] }
            return made(of: places.flatMap { clusters[$0].cluster.reports.map(\.id) })
        }
    }

    /// Those named leave the cluster of those they are kept apart from, with what is merged with them, together.
    private mutating func take(_ split: Rulings.Split, _ groupOf: [String: [String]]) {
        for place in Set(split.reports.compactMap { homes[$0] }).sorted() {
            let held = Set(clusters[place].cluster.reports.map(\.id))
            guard !held.isDisjoint(with: split.apart) else { continue }
            var leaving = held.intersection(split.reports)
            for report in leaving {
                guard let group = groupOf[report], split.apart.isDisjoint(with: group) else { continue }
                leaving.formUnion(held.intersection(group))
            }
            let parts = made(of: held.subtracting(leaving)) + made(of: leaving)
            guard parts.count == 2 else { continue }
            clusters[place] = parts[0]
            for report in leaving { homes[report] = clusters.count }
            clusters.append(parts[1])
        }
    }

    /// The one cluster of reports that are there, in the block of its first telling; none where there is no report.
    private func made(of reports: some Collection<String>) -> [Placed] {
        let all = reports.compactMap { tellings[$0] }
        let groups = Dictionary(grouping: all) { $0.signature }.sorted { $0.key < $1.key }.map { $0.value.sorted() }
        guard let first = groups.first else { return [] }
        var cluster = Cluster(first)
        for group in groups.dropFirst() { cluster.merge(Cluster(group)) }
        return [Placed(block: first[0].block, cluster: cluster)]
    }
}
