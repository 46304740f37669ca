import Foundation

/// How likely each token of a document is to belong to a source, a cue or a content, and what that says of the options
/// of a candidate. `Scripts/train_attribution.py` reckons the same measures from what it learns of tokens.
struct TokenMarks {
    /// For each token: nothing, source, cue, content.
    let roles: [SIMD4<Double>]

    init(_ roles: [SIMD4<Double>]) { self.roles = roles }

    private enum Role: Int { case source = 1, cue, content }

    private func share(_ index: Int, _ role: Role) -> Double {
        roles.indices.contains(index) ? roles[index][role.rawValue] : 0
    }

    static func logOdds(_ share: Double, limit: Double = 8) -> Double {
        let share = min(0.998, max(0.002, share))
        return min(limit, max(-limit, log(share / (1 - share))))
    }

    /// A candidate whose options know what their tokens say.
    func measured(_ candidate: AttributionCandidate) -> AttributionCandidate {
        var found = candidate
        let contents = candidate.contents.map { $0.value.flatMap { Array($0) } }
        let contentSum = Set(contents.joined()).sorted().reduce(0) { $0 + share($1, .content) }
        for (number, words) in contents.enumerated() {
            found.contents[number].measures = content(words, of: contentSum)
        }
        let sources = candidate.sources.map { $0.value.map { Array($0) } ?? [] }
        let sourceSum = Set(sources.joined()).sorted().reduce(0) { $0 + share($1, .source) }
        for (number, words) in sources.enumerated() {
            found.sources[number].measures = source(words, of: sourceSum)
        }
        for number in found.cueGroups.indices {
            found.cueGroups[number].measures = cue(candidate.cueGroups[number].value)
        }
        return found
    }

    private func content(_ words: [Int], of sum: Double) -> [Measure] {
        guard let first = words.first, let last = words.last else { return [] }
        let shares = words.map { share($0, .content) }
        let odds = shares.map { Self.logOdds($0, limit: 3) }
        let inside = shares.reduce(0, +)
        let missed = max(0, sum - inside)
        let overlap = inside / (Double(words.count) + missed)
        return [
            Measure(name: "*overlap", value: 3 * overlap),
            Measure(name: "*overlap-odds", value: Self.logOdds(overlap)),
            Measure(name: "*sum", value: odds.reduce(0, +) / 10),
            Measure(name: "*mean", value: mean(odds)),
            Measure(name: "*tail", value: mean(odds.suffix(4))),
            Measure(name: "*inside", value: inside / Double(words.count)),
            Measure(name: "*missed", value: missed / 10),
            Measure(name: "*first", value: 2 * share(first, .content)),
            Measure(name: "*before", value: 2 * share(first - 1, .content)),
            Measure(name: "*before-2", value: 2 * share(first - 2, .content)),
            Measure(name: "*last", value: 2 * share(last, .content)),
            Measure(name: "*after", value: 2 * share(last + 1, .content)),
            Measure(name: "*after-2", value: 2 * share(last + 2, .content)),
        ]
    }

    private func source(_ words: [Int], of sum: Double) -> [Measure] {
        guard let first = words.first, let last = words.last else {
            return [Measure(name: "*none", value: 1 - min(1, sum)), Measure(name: "*sum", value: -sum / 3)]
        }
        let shares = words.map { share($0, .source) }
        let odds = shares.map { Self.logOdds($0, limit: 3) }
        let inside = shares.reduce(0, +)
        let overlap = inside / (Double(words.count) + max(0, sum - inside))
        return [
            Measure(name: "*overlap", value: 3 * overlap),
            Measure(name: "*overlap-odds", value: Self.logOdds(overlap) / 2),
            Measure(name: "*sum", value: odds.reduce(0, +) / 4),
            Measure(name: "*most", value: (odds.max() ?? 0) / 2),
            Measure(name: "*first", value: 2 * share(first, .source)),
            Measure(name: "*before", value: 2 * share(first - 1, .source)),
            Measure(name: "*last", value: 2 * share(last, .source)),
            Measure(name: "*after", value: 2 * share(last + 1, .source)),
        ]
    }

    /// What a cue's tokens say of it.
    func cue(_ words: [Int]) -> [Measure] {
        let odds = words.map { Self.logOdds(share($0, .cue), limit: 4) }
        guard let most = odds.max(), let least = odds.min() else { return [] }
        return [
            Measure(name: "*cue", value: mean(odds)),
            Measure(name: "*cue-most", value: most),
            Measure(name: "*cue-least", value: least),
            Measure(name: "*cue-in-content", value: 2 * mean(words.map { share($0, .content) })),
            Measure(name: "*cue-in-source", value: 2 * mean(words.map { share($0, .source) })),
        ]
    }

    private func mean(_ values: some Collection<Double>) -> Double {
        values.reduce(0, +) / Double(max(1, values.count))
    }
}
