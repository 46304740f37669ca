/// Finds what somebody may have meant by a word that is not known.
public enum Nearest {
    /// The candidates nearest to a word, the best first; none where nothing is near.
    ///
    /// Near is what begins with the word, what holds it as a word or the beginning of one, and what differs in a third
    /// of its letters at most (restricted Damerau-Levenshtein distance: letters left out, added, changed, or two
    /// neighbours swapped). Of equals the earlier candidate comes first.
    ///
    /// - Parameters:
    ///   - candidates: What is known, with the form that is compared; one result may be given in several forms.
    ///   - count: How many to give at most.
    public static func of(
        _ word: String, among candidates: some Sequence<(form: String, result: String)>, count: Int = 3
    ) -> [String] {
        let wanted = Array(word)
        guard !wanted.isEmpty else { return [] }
        var best: [String: (rank: Int, place: Int)] = [:]
        for (place, candidate) in candidates.enumerated() {
            guard let rank = rank(wanted, word, candidate.form) else { continue }
            if let known = best[candidate.result], known.rank <= rank { continue }
            best[candidate.result] = (rank, place)
        }
        return best.sorted { ($0.value.rank, $0.value.place) < ($1.value.rank, $1.value.place) }
            .prefix(count).map(\.key)
    }

    /// The same among words that are compared as they are, without regard to case.
    public static func of(_ word: String, among candidates: some Sequence<String>, count: Int = 3) -> [String] {
        of(word.lowercased(), among: candidates.map { (form: $0.lowercased(), result: $0) }, count: count)
    }

    /// A rank, the lower the nearer; nil of what is not near.
    private static func rank(_ wanted: [Character], _ word: String, _ form: String) -> Int? {
        let other = Array(form)
        let limit = max(wanted.count / 3, wanted.count > 2 ? 1 : 0)
        let distance = abs(other.count - wanted.count) > limit ? limit + 1 : distance(wanted, other, limit: limit)
        if distance <= limit { return distance * 2 }
        if wanted.count > 1, form.hasPrefix(word) { return 3 }
        guard wanted.count > 2 else { return nil }
        if form.contains(" " + word) { return 5 }
        // One word of a longer name, mistyped.
        let part =
            form.split(separator: " ").lazy.filter { $0.count > 2 }
            .map { Self.distance(wanted, Array($0), limit: limit) }.min() ?? limit + 1
        return part <= limit && form.contains(" ") ? part * 2 + 1 : nil
    }

    /// How many letters to leave out, add, change or swap with their neighbour, to make one word of another; anything
    /// above the limit where it is more.
    public static func distance(_ a: [Character], _ b: [Character], limit: Int) -> Int {
        if abs(a.count - b.count) > limit { return limit + 1 }
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var before: [Int] = []
        var above = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var least = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
                row.append(least)
            }
            if (row.min() ?? 0) > limit, (above.min() ?? 0) > limit { return limit + 1 }
            before = above
            above = row
        }
        return above[b.count]
    }
}

extension Nearest {
    /// The results as a question: `Did you mean 'Albania' or 'Algeria'?`; empty where there are none.
    public static func question(_ results: [String]) -> String {
        guard let last = results.last else { return "" }
        let quoted = results.dropLast().map { "'\($0)'" }
        return "Did you mean " + (quoted.isEmpty ? "" : quoted.joined(separator: ", ") + " or ") + "'\(last)'?"
    }
}
