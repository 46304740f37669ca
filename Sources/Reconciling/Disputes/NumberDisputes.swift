import ChanceryCore

/// Figures of the same thing and time, in different documents, whose values cannot all be right.
enum NumberDisputes {
    static func disputes(_ made: [MadeEntry]) -> [Dispute] {
        var groups: [String: [(made: MadeEntry, figure: Figure)]] = [:]
        for one in made {
            guard case .figure(let figure) = one.leader.report.content, !isIncrement(figure) else { continue }
            for word in one.leader.words { groups[figure.unit + "|" + word, default: []].append((one, figure)) }
        }
        var found: [String: Dispute] = [:]
        for group in groups.keys.sorted() {
            let disputes = DisputeFinder.pairs((groups[group] ?? []).prefix(DisputeFinder.compared)) { a, b in
                guard a.made.leader.stance == b.made.leader.stance,
                    a.made.cluster.documents.isDisjoint(with: b.made.cluster.documents),
                    !canBothHold(a.figure, b.figure), isOneQuestion(a.made.leader, b.made.leader, a.figure.unit)
                else { return nil }
                return Dispute(
                    dimension: .number, entries: [a.made.entry.id, b.made.entry.id],
                    sides: [a, b].map { DisputeFinder.side($0.made.cluster.reports, says: words($0.figure)) })
            }
            for dispute in disputes { found[dispute.id] = dispute }
        }
        return found.values.sorted { $0.id < $1.id }
    }

    /// "Another thirty" says nothing of how many there are.
    private static func isIncrement(_ figure: Figure) -> Bool {
        let words = Set(NameFolding.fold(figure.qualifier).split(separator: " ").map(String.init))
        return !words.isDisjoint(with: ["additional", "another", "extra", "further", "other"])
    }

    /// Units of what is measured again and again: two values are of one question only at one time.
    private static let changing: Set<String> = [
        "degrees", "per cent", "percent", "percentage points", "point", "points", "rank", "%",
    ]

    /// Whether two figures answer one question: all words by which one counts are among the other's, and the vaguer the
    /// time, the more of what else their clauses tell agrees. "8 districts" and "9 districts" are of two states unless
    /// the clauses say otherwise.
    private static func isOneQuestion(_ a: Telling, _ b: Telling, _ unit: String) -> Bool {
        let shared = a.words.intersection(b.words).count
        guard shared > 0, shared == min(a.words.count, b.words.count) else { return false }
        let (isPlain, isEqual) = (shared == 1, a.words == b.words)
        let times = Likeness.Times(a.date, b.date)
        if a.terms.isEmpty || b.terms.isEmpty { return isEqual && !isPlain && times != .apart && times != .oneMissing }
        let counted = a.words.union(b.words)
        let rest = WordLikeness(a.terms.subtracting(counted), b.terms.subtracting(counted))
        switch times {
        case .apart, .oneMissing: return false
        case .bothMissing: return !changing.contains(unit) && isEqual && !isPlain && rest == .strong
        case .agree, .equal:
            let isExact = [a.date, b.date].allSatisfy { $0?.precision == .day || $0?.precision == .month }
            if isExact { return rest >= (isPlain ? .good : .some) }
            return !changing.contains(unit) && rest >= (isPlain ? .strong : .good)
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
