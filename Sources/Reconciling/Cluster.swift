import ChanceryCore

/// Tellings of one thing, as far as it is put together.
struct Cluster {
    /// Of each group of equal tellings the first: what others are compared with.
    private(set) var leaders: [Telling]
    private(set) var reports: [Report]
    /// Those of them that are not doubtful.
    private(set) var sure: [Report]

    init(_ group: [Telling]) {
        // What one tells surely is not doubtful because a copy tells it less surely.
        leaders = [group.first { !$0.isDoubtful } ?? group[0]]
        reports = group.map(\.report)
        sure = group.filter { !$0.isDoubtful }.map(\.report)
    }

    mutating func merge(_ other: Cluster) {
        leaders += other.leaders
        reports += other.reports
        sure += other.sure
    }

    /// Takes in tellings that only point back to this: others are not compared with them.
    mutating func add(references group: [Telling]) {
        reports += group.map(\.report)
        sure += group.filter { !$0.isDoubtful }.map(\.report)
    }

    /// The hashes of the documents that tell it.
    var documents: Set<String> { Set(reports.map(\.documentHash)) }

    /// How like the tellings of another are to those of this, the likest counting; nil where one of them cannot be the same
    /// as one of these, or none is like any. Of very many different tellings the first are compared.
    func score(_ other: Cluster) -> Int? {
        var best: Int?
        for leader in leaders.prefix(Self.compared) {
            for telling in other.leaders.prefix(Self.compared) {
                switch Likeness.judge(leader, telling) {
                case .apart:
                    if Self.isDoubtfulBesideDenial(leader, telling) { continue }
                    return nil
                case .open: continue
                case .like(let score): best = max(best ?? score, score)
                }
            }
        }
        return best
    }

    /// Whether nothing rules out that two clusters are of one thing.
    func canBeOne(with other: Cluster) -> Bool {
        leaders.prefix(Self.compared).allSatisfy { mine in
            other.leaders.prefix(Self.compared).allSatisfy { Likeness.judge(mine, $0) != .apart }
        }
    }

    /// Whether one tells doubtfully what the other denies, or denies doubtfully: whom it takes for the parties keeps no denial from
    /// what others tell surely of the same thing.
    static func isDoubtfulBesideDenial(_ a: Telling, _ b: Telling) -> Bool {
        (a.isDoubtful || b.isDoubtful) && a.stance != b.stance && a.stance != .open && b.stance != .open
            && [a, b].contains { $0.report.modality == .denied }
    }

    /// How many different tellings of one cluster a further one is compared with.
    static let compared = 16

    var entry: Entry {
        let told = Set(reports.compactMap { $0.date?.edtf }.filter { !$0.isEmpty })
        var happened = Self.dates(of: reports)
        // Where dates do not agree, a doubtful telling dates nothing that another does.
        if Self.agreeing(happened).isEmpty, !Self.dates(of: sure).isEmpty { happened = Self.dates(of: sure) }
        return Entry(
            kind: reports[0].kind, reports: reports.map(\.id), documents: Set(reports.map(\.document)).sorted(),
            date: Self.date(of: (happened.isEmpty ? told : happened).sorted()), dates: told.sorted())
    }

    /// The dates of reports: what words tell stands before what is merely likely, and that before the day of publication.
    private static func dates(of reports: [Report]) -> Set<String> {
        [[.published, .likely], [.published], []].lazy.map { (left: [ReportDate.Basis]) in
            Set(reports.compactMap { $0.date }.filter { !left.contains($0.basis) && !$0.edtf.isEmpty }.map(\.edtf))
        }.first { !$0.isEmpty } ?? []
    }

    /// Those of some dates that can mean the same time as all of them.
    private static func agreeing(_ dates: some Sequence<String>) -> [EDTF] {
        let values = dates.compactMap { EDTF($0) }
        return values.filter { value in values.allSatisfy { $0.agrees(with: value) } }
    }

    /// The most precise date that agrees with all others, else the earliest.
    static func date(of dates: [String]) -> String {
        let fineness = EDTF.Precision.allCases
        let best = agreeing(dates).min { a, b in
            let ranks = [a, b].map { fineness.firstIndex(of: $0.precision) ?? fineness.count }
            return ranks[0] == ranks[1] ? a < b : ranks[0] < ranks[1]
        }
        return (best ?? dates.compactMap { EDTF($0) }.min())?.description ?? dates.first ?? ""
    }
}
