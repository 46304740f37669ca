import ChanceryCore

/// Which texts are on one matter: of many that speak of one party most do not.
///
/// Two are, where they name somebody else whom few of the texts name. Of few texts all are: they were put together for it.
struct Matters {
    private var parties: [String: Set<String>] = [:]
    private var counts: [String: Int] = [:]

    /// In how many texts a party may be named, to tell of one matter.
    private static let few = 3

    /// Whether they are few, and so of one matter.
    var areFew: Bool { parties.count <= DisputeFinder.accounts }

    init(_ told: [VoicedReport]) {
        for one in told { parties[one.origin, default: []].formUnion(one.parties) }
        for named in parties.values { for party in named { counts[party, default: 0] += 1 } }
    }

    /// Whether two reports may be about one thing.
    func areOne(_ a: VoicedReport, _ b: VoicedReport) -> Bool {
        if a.isApart(from: b) { return false }
        if a.origin == b.origin || areFew { return true }
        guard let mine = parties[a.origin], let theirs = parties[b.origin] else { return false }
        return mine.contains { theirs.contains($0) && (counts[$0] ?? 0) <= Self.few }
    }
}
