import ChanceryCore

/// How far the words of two clauses meet: the same word counts one, words of one family half.
struct SharedWords {
    let families: [String: [Int]]

    /// What two clauses share, and what part it is of the shorter.
    func measure(_ a: VoicedReport, _ b: VoicedReport) -> (shared: Double, share: Double) {
        let names = a.names.union(b.names)
        return measure(a.terms.subtracting(names), b.terms.subtracting(names))
    }

    func measure(_ a: Set<String>, _ b: Set<String>) -> (shared: Double, share: Double) {
        let both = a.intersection(b)
        let kin = Set(a.subtracting(both).flatMap { families[$0] ?? [] })
            .intersection(b.subtracting(both).flatMap { families[$0] ?? [] })
        let kinWords = min(kin.count, a.count - both.count, b.count - both.count)
        let shared = Double(both.count) + 0.5 * Double(kinWords)
        return (shared, shared / Double(max(1, min(a.count, b.count))))
    }
}
