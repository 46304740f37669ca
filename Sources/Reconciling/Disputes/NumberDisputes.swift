import ChanceryCore

/// Figures of the same thing and time, in different documents, whose values cannot all be right.
enum NumberDisputes {
    static func disputes(_ made: [MadeEntry]) -> [Dispute] {
        var groups: [String: [(made: MadeEntry, figure: Figure)]] = [:]
        for one in made {
            guard case .figure(let figure) = one.leader.report.content, one.leader.words.count > 1 else { continue }
            let question = figure.unit + "|" + one.leader.words.sorted().joined(separator: " ")
            groups[question, default: []].append((one, figure))
        }
        return groups.keys.sorted().flatMap { question in
            DisputeFinder.pairs((groups[question] ?? []).prefix(DisputeFinder.compared)) { a, b in
                let times = Likeness.Times(a.made.leader.date, b.made.leader.date)
                guard times != .apart, times != .oneMissing, a.made.leader.stance == b.made.leader.stance,
                    a.made.cluster.documents.isDisjoint(with: b.made.cluster.documents),
                    !canBothHold(a.figure, b.figure)
                else { return nil }
                return Dispute(
                    dimension: .number, entries: [a.made.entry.id, b.made.entry.id],
                    sides: [a, b].map { DisputeFinder.side($0.made.cluster.reports, says: words($0.figure)) })
            }
        }
    }

    private static func words(_ figure: Figure) -> String {
        let value =
            figure.value == figure.value.rounded() && abs(figure.value) < 1e15
            ? String(Int(figure.value)) : String(figure.value)
        return [figure.qualifier, value, figure.unit].filter { !$0.isEmpty }.joined(separator: " ")
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
