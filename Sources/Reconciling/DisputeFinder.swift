import ChanceryCore

/// Finds where the reports of one entry, or of entries on one question, cannot all hold.
struct DisputeFinder {
    private(set) var disputes: [Dispute] = []

    init(_ made: [(entry: Entry, cluster: Cluster)]) {
        for (entry, cluster) in made {
            disputes += [Self.date(entry, cluster), Self.factuality(entry, cluster)].compactMap { $0 }
        }
        disputes += Self.numbers(made)
    }

    /// Dates of the thing itself that cannot mean the same time.
    private static func date(_ entry: Entry, _ cluster: Cluster) -> Dispute? {
        let dated = cluster.reports.filter { $0.date != nil && $0.date?.basis != .published }
        let values = Set(dated.compactMap { $0.date?.edtf }).compactMap { EDTF($0) }
        guard values.contains(where: { value in values.contains { !$0.agrees(with: value) } }) else { return nil }
        return Dispute(dimension: .date, entries: [entry.id], reports: dated.map(\.id))
    }

    /// One tells it as fact, the other denies it.
    private static func factuality(_ entry: Entry, _ cluster: Cluster) -> Dispute? {
        let stances = Set(cluster.reports.map { Telling.Stance($0.modality) })
        guard stances.contains(.held), stances.contains(.refuted) else { return nil }
        return Dispute(dimension: .factuality, entries: [entry.id], reports: cluster.reports.map(\.id))
    }

    /// How many figures of one unit and about the same words are compared with one another.
    private static let compared = 64

    /// Figures of the same thing and time, in different documents, whose values cannot all be right.
    private static func numbers(_ made: [(entry: Entry, cluster: Cluster)]) -> [Dispute] {
        var groups: [String: [(entry: Entry, cluster: Cluster, telling: Telling, figure: Figure)]] = [:]
        for (entry, cluster) in made {
            let telling = cluster.leaders[0]
            guard case .figure(let figure) = telling.report.content, telling.words.count > 1 else { continue }
            let question = figure.unit + "|" + telling.words.sorted().joined(separator: " ")
            groups[question, default: []].append((entry, cluster, telling, figure))
        }
        var disputes: [Dispute] = []
        for question in groups.keys.sorted() {
            let group = (groups[question] ?? []).prefix(compared)
            for (place, a) in group.enumerated() {
                for b in group.dropFirst(place + 1) {
                    let times = Likeness.Times(a.telling.date, b.telling.date)
                    guard times != .apart, times != .oneMissing, a.telling.stance == b.telling.stance,
                        a.cluster.documents.isDisjoint(with: b.cluster.documents), !canBothHold(a.figure, b.figure)
                    else { continue }
                    disputes.append(
                        Dispute(
                            dimension: .number, entries: [a.entry.id, b.entry.id],
                            reports: a.entry.reports + b.entry.reports))
                }
            }
        }
        return disputes
    }

    /// Whether two figures can both be right: their ranges meet.
    static func canBothHold(_ a: Figure, _ b: Figure) -> Bool {
        let ranges = (range(a), range(b))
        return ranges.0.overlaps(ranges.1)
    }

    /// What a figure allows: its bounds, everything on one side of "at least" or "up to", a tenth around "about".
    private static func range(_ figure: Figure) -> ClosedRange<Double> {
        let value = figure.value
        if let low = figure.low ?? figure.high, let high = figure.high ?? figure.low, low <= high { return low...high }
        let qualifier = figure.qualifier.lowercased()
        if ["more", "least", "over", "above", "minimum", "exceed"].contains(where: qualifier.contains) {
            return value...max(value, .greatestFiniteMagnitude)
        }
        if ["less", "most", "under", "below", "up to", "fewer", "maximum", "nearly", "almost"].contains(
            where: qualifier.contains)
        {
            return min(value, -.greatestFiniteMagnitude)...value
        }
        let slack = qualifier.isEmpty ? 0 : abs(value) / 10
        return (value - slack)...(value + slack)
    }
}
