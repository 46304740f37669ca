import ChanceryCore

/// Figures of the same thing and time, in different documents, whose values cannot all be right.
struct NumberDisputes {
    let words: DisputeWords

    func disputes(_ made: [MadeEntry]) -> [Dispute] {
        var groups: [String: [Asked]] = [:]
        for one in made {
            guard case .figure(let figure) = one.leader.report.content, !isIncrement(figure) else { continue }
            // A sum of money counts nothing: its clause says what it was for.
            let counted = one.leader.words.isEmpty && words.moneyUnits.contains(figure.unit) ? [""] : one.leader.words
            for word in counted {
                groups[figure.unit + "|" + word, default: []].append(Asked(made: one, figure: figure))
            }
        }
        var answers = DisjointGroups()
        var known: [String: Asked] = [:]
        for group in groups.keys.sorted() {
            let asked = (groups[group] ?? []).prefix(DisputeFinder.compared)
            var valuesOf: [String: Set<String>] = [:]
            for one in asked {
                for document in one.made.cluster.documents {
                    valuesOf[document, default: []].insert(Self.account(one.figure))
                }
            }
            // An account that gives the other's number too gives them of two things.
            func givesBoth(_ a: Asked, _ b: Asked) -> Bool {
                a.made.cluster.documents.contains { valuesOf[$0]?.contains(Self.account(b.figure)) == true }
            }
            for (place, a) in asked.enumerated() {
                for b in asked.dropFirst(place + 1) where differ(a, b) && !givesBoth(a, b) && !givesBoth(b, a) {
                    answers.join(a.made.entry.id, b.made.entry.id)
                    for one in [a, b] { known[one.made.entry.id] = one }
                }
            }
        }
        // Three accounts that give three numbers are one dispute of three sides.
        return answers.groups.map { ids in
            let all = ids.compactMap { known[$0] }
            return Dispute(
                dimension: .number, entries: ids,
                sides: Dictionary(grouping: all) { Self.account($0.figure) }.sorted { $0.key < $1.key }.map {
                    says, same in
                    DisputeFinder.side(same.flatMap(\.made.cluster.reports), says: says)
                })
        }
    }

    /// An entry and the figure it gives.
    private struct Asked {
        var made: MadeEntry
        var figure: Figure
    }

    private func differ(_ a: Asked, _ b: Asked) -> Bool {
        a.made.leader.stance == b.made.leader.stance
            && a.made.cluster.documents.isDisjoint(with: b.made.cluster.documents)
            && !canBothHold(a.figure, b.figure) && isOneQuestion(a.made.leader, b.made.leader, a.figure.unit)
    }

    /// "Another thirty" says nothing of how many there are.
    private func isIncrement(_ figure: Figure) -> Bool {
        let qualifiers = Set(NameFolding.fold(figure.qualifier).split(separator: " ").map(String.init))
        return !qualifiers.isDisjoint(with: words.increments)
    }

    /// Whether two figures answer one question: all words by which one counts are among the other's, and the vaguer the
    /// time, the more of what else their clauses tell agrees. "8 districts" and "9 districts" are of two states unless
    /// the clauses say otherwise.
    private func isOneQuestion(_ a: Telling, _ b: Telling, _ unit: String) -> Bool {
        let shared = a.words.intersection(b.words).count
        guard shared == min(a.words.count, b.words.count) else { return false }
        let (isPlain, isEqual) = (shared < 2, a.words == b.words)
        // Of one age or hour there are many.
        if isPlain, words.timeUnits.contains(unit) { return false }
        let times = Likeness.Times(a.date, b.date)
        if a.terms.isEmpty || b.terms.isEmpty { return isEqual && !isPlain && times != .apart && times != .oneMissing }
        let counted = a.words.union(b.words)
        let (mine, theirs) = (rest(a, without: counted), rest(b, without: counted))
        let rest = WordLikeness(mine, theirs)
        // "The 117th country to recognise it", "100 countries recognise it": the one is the last of those the other counts.
        if Self.isRank(a) != Self.isRank(b), times != .apart {
            let common = Double(mine.intersection(theirs).count)
            return !isPlain || common >= 1 && common / Double(max(1, min(mine.count, theirs.count))) >= 0.5
        }
        switch times {
        case .apart, .oneMissing: return false
        case .bothMissing: return !words.changingUnits.contains(unit) && isEqual && !isPlain && rest == .strong
        case .agree, .equal:
            // A day without a year is a day of any year.
            guard [a.date, b.date].allSatisfy({ $0?.hasYear == true }) else { return false }
            let isExact = [a.date, b.date].allSatisfy { $0?.precision == .day || $0?.precision == .month }
            if isExact { return rest >= (isPlain ? .good : .some) }
            if words.changingUnits.contains(unit) { return false }
            // Of a clause of few words a few are much.
            let share = Double(mine.intersection(theirs).count) / Double(max(1, min(mine.count, theirs.count)))
            if isPlain { return rest == .strong || rest == .good && share > 0.6 && !counted.isEmpty }
            return rest >= .good
        }
    }

    /// Whether its clause ranks something by a number: "117th".
    private static func isRank(_ telling: Telling) -> Bool {
        telling.terms.contains { term in
            term.first?.isNumber == true && ["st", "nd", "rd", "th"].contains { term.hasSuffix($0) }
        }
    }

    /// What else the clause tells: neither what is counted nor a number. Words are told by their first letters, as a
    /// state and its people are: "Morocco", "Moroccan".
    private func rest(_ telling: Telling, without counted: Set<String>) -> Set<String> {
        let told = telling.terms.subtracting(counted).subtracting(words.numbers)
            .filter { !$0.allSatisfy(\.isNumber) }
        return Set(told.map { String($0.prefix(5)) })
    }

    private static func account(_ figure: Figure) -> String {
        let value =
            figure.value == figure.value.rounded() && abs(figure.value) < 1e15
            ? String(Int(figure.value)) : String(figure.value)
        return [figure.qualifier, value, figure.unit].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Whether two figures can both be right: their ranges meet.
    func canBothHold(_ a: Figure, _ b: Figure) -> Bool {
        let ranges = (range(a), range(b))
        return ranges.0.overlaps(ranges.1)
    }

    /// What a figure allows: its bounds, everything on one side of "at least" or "up to", a tenth around "about".
    private func range(_ figure: Figure) -> ClosedRange<Double> {
        let value = figure.value
        if let low = figure.low ?? figure.high, let high = figure.high ?? figure.low, low <= high { return low...high }
        let qualifier = figure.qualifier.lowercased()
        if words.lowerBounds.contains(where: qualifier.contains) {
            return value...max(value, .greatestFiniteMagnitude)
        }
        if words.upperBounds.contains(where: qualifier.contains) {
            return min(value, -.greatestFiniteMagnitude)...value
        }
        let slack = qualifier.isEmpty ? 0 : abs(value) / 10
        return (value - slack)...(value + slack)
    }
}
