import ChanceryCore

/// Names of one thing that say different things of it: "invasion" and "incursion", "asked" and "forced". A voice that uses both is held
/// against nobody for either.
struct NamingDisputes {
    let words: DisputeWords
    let likeness: SharedWords
    let matters: Matters

    /// - Parameter family: the head of the names: "names entering".
    func disputes(_ told: [VoicedReport], family: String) -> [Dispute] {
        let name = String(family.drop { $0 != " " }.dropFirst())
        let needsWords = words.meetingNames.contains(name)
        func groups(_ one: VoicedReport) -> Set<Substring> {
            Set(one.report.wording.compactMap(\.naming).filter { $0.family == name }.map(\.group))
        }
        // Of a long clause a word names a thing among others.
        let told = told.filter { $0.report.terms.count <= Self.longest }
        var used: [String: Set<Substring>] = [:]
        for one in told { used[one.voice, default: []].formUnion(groups(one)) }
        var pairs: [(VoicedReport, VoicedReport)] = []
        for (place, one) in told.enumerated() {
            for other in told.dropFirst(place + 1) where one.voice != other.voice && matters.areOne(one, other) {
                guard used[one.voice, default: []].isDisjoint(with: used[other.voice, default: []]) else { continue }
                // Acts of two sorts are no one thing.
                if let mine = one.event, let theirs = other.event, mine.type != theirs.type, !needsWords { continue }
                let shared = likeness.measure(one, other).shared
                if needsWords, shared < 1 { continue }
                // One thing: of two parties at one time; of what is not dated their words must meet, too.
                let parties = one.shared(with: other)
                let isOneMatter =
                    parties >= 2 && (one.isAtTime(of: other) || shared >= 2) || samePlace(one, other) && shared >= 1
                if isOneMatter || matters.areFew && (parties >= 2 && shared >= 1 || shared >= 2) {
                    pairs.append((one, other))
                }
            }
        }
        let dimension: Dispute.Dimension = words.agencyNames.contains(name) ? .agency : .characterisation
        return QuestionDisputes.joined(pairs, dimension) { one in
            QuestionDisputes.quoted(
                one.report.wording.filter { ($0.naming?.family).map { $0 == name } ?? false }, by: one)
        }
    }

    private static let longest = 18

    private func samePlace(_ a: VoicedReport, _ b: VoicedReport) -> Bool {
        guard let one = a.event?.place, let other = b.event?.place else { return false }
        return NameFolding.fold(one.name) == NameFolding.fold(other.name)
    }
}
