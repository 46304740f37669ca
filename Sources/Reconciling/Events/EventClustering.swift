import ChanceryCore

/// By what tellings of events are compared: what was learnt, and the words it needs.
struct EventLikelihood: Sendable {
    let model: PairModel
    /// For acts known by their words alone.
    let wordModel: PairModel
    let words: LikenessWords

    /// Reads the program's own files.
    ///
    /// - Throws: ``WordListError``, `WordLists.Fault`, or `ResourceFolder.Missing` where a file is not there.
    init() throws {
        model = try PairModel(of: EventPair.Feature.self, in: "pair-weights.tsv")
        wordModel = try PairModel(of: WordPair.Feature.self, in: "word-pair-weights.tsv")
        words = try LikenessWords()
    }
}

/// Puts the tellings of events of one block together by how likely every two are of one: average linkage, so that a telling joins
/// what it is like on the whole, and not whatever is like one of it.
///
/// Pairs are looked for among tellings that share a party or a rare word, near in time, and of each no more than a fixed number:
/// the work grows with the number of tellings.
struct EventClustering {
    /// The numbers of the tellings that are of one event, in order.
    private(set) var clusters: [[Int]] = []

    /// With how many others a telling is compared at most.
    static let candidates = 64
    /// How many of its rarest words others are looked for by.
    private static let rareWords = 4
    /// Pairs less likely than this are as good as ruled out.
    private static let negligible = 0.05

    /// Clusters tellings.
    ///
    /// - Parameter groups: tellings, of each group of equal ones one.
    init(_ groups: [Telling], _ likeness: EventLikelihood) {
        let tellings = EventTelling.all(groups, likeness.words)
        var joining = Joining(count: tellings.count, threshold: likeness.model.threshold)
        var links: [Link] = []
        var sole = SoleTellings(tellings)
        for (one, other) in Self.pairs(tellings) {
            switch Self.judgement(tellings[one], tellings[other], likeness.model) {
            case .apart: joining.bar(one, other)
            case .likely(let likelihood, let pair):
                if let pair { sole.add(one, other, pair) }
                if likelihood >= Self.negligible {
                    links.append(Link(one: one, other: other, likelihood: likelihood))
                }
            }
        }
        let alike = Set(links.lazy.filter { $0.likelihood >= likeness.model.threshold }.map { [$0.one, $0.other] })
        links = Self.raised(links, for: sole.pairs(alike: alike))
        for link in Self.plain(links, tellings, above: likeness.model.threshold) {
            joining.add(link.one, link.other, link.likelihood)
        }
        clusters = joining.clusters()
    }

    /// What nothing speaks for or against is not joined, and keeps nothing apart: its part of the threshold.
    private static let undecided = 0.99

    /// What comparing two tellings comes to.
    private enum Judgement {
        /// Two dates that cannot both hold: they and what is put together with them stay apart.
        case apart
        case likely(Double, EventPair?)
    }

    /// The links, those of sole tellings raised.
    private static func raised(_ links: [Link], for sole: [(one: Int, other: Int)]) -> [Link] {
        guard !sole.isEmpty else { return links }
        var places: [[Int]: Int] = [:]
        for (place, link) in links.enumerated() { places[[link.one, link.other]] = place }
        var links = links
        for (one, other) in sole {
            let link = Link(one: one, other: other, likelihood: SoleTellings.likelihood)
            if let place = places[[one, other]] {
                if links[place].likelihood < link.likelihood { links[place] = link }
            } else {
                links.append(link)
            }
        }
        return links
    }

    private static func judgement(_ a: EventTelling, _ b: EventTelling, _ model: PairModel) -> Judgement {
        // Of a telling whose words are not known the rules alone judge.
        if a.telling.terms.isEmpty || b.telling.terms.isEmpty {
            let unknown = Judgement.likely(model.threshold * undecided, nil)
            switch Likeness.judge(a.telling, b.telling) {
            case .like: return .likely(1, nil)
            case .apart: return Cluster.isDoubtfulBesideDenial(a.telling, b.telling) ? unknown : .apart
            case .open: return unknown
            }
        }
        let times = Likeness.Times(a.telling.date, b.telling.date)
        if times == .apart { return .apart }
        let pair = EventPair(a, b, times)
        return .likely(pair.map { model.likelihood($0.values) } ?? 0, pair)
    }

    /// Two tellings and how likely they are of one event.
    private struct Link {
        let one: Int
        let other: Int
        let likelihood: Double
    }

    /// The links without those by which a telling that is vague about the time would be one of several events that are apart in
    /// time: of two visits in 1996, "in 1996" means neither for certain.
    private static func plain(_ links: [Link], _ tellings: [EventTelling], above threshold: Double) -> [Link] {
        var finer: [Int: [(place: Int, likelihood: Double)]] = [:]
        for (place, link) in links.enumerated() where link.likelihood >= threshold {
            for (vague, exact) in [(link.one, link.other), (link.other, link.one)]
            where BlockClustering.isVague(tellings[vague].telling)
                && !BlockClustering.isVague(tellings[exact].telling)
            {
                finer[vague, default: []].append((place, link.likelihood))
            }
        }
        var dropped: Set<Int> = []
        for (vague, found) in finer {
            let likeliest = found.map(\.likelihood).max() ?? 0
            let meant = found.filter { $0.likelihood > likeliest - near }.map { found in
                tellings[links[found.place].one == vague ? links[found.place].other : links[found.place].one].telling
                    .date
            }
            let isOfSeveral = meant.contains { one in meant.contains { Likeness.Times(one, $0) == .apart } }
            if isOfSeveral { dropped.formUnion(found.map(\.place)) }
        }
        return links.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
    }

    /// Likelihoods no further apart than this say nothing of which is meant.
    private static let near = 0.15

    /// The pairs of tellings that are compared, the first before the second.
    static func pairs(_ tellings: [EventTelling]) -> [(Int, Int)] {
        var told: [Key: [Int]] = [:]
        var pairs: [(Int, Int)] = []
        for (number, telling) in tellings.enumerated() {
            var near: Set<Int> = []
            // Few share the rarest key: the most telling come first.
            let lists = keys(telling, isNear: true).compactMap { told[$0] }.sorted { $0.count < $1.count }
            for list in lists where near.count < candidates {
                near.formUnion(list.suffix(candidates - near.count))
            }
            pairs += near.sorted().map { ($0, number) }
            for key in keys(telling, isNear: false) { told[key, default: []].append(number) }
        }
        return pairs
    }

    /// What tellings are looked up by.
    private struct Key: Hashable {
        var name: String
        var year: Int?
    }

    /// - Parameter isNear: whether it is to be looked up: then the years beside its own are named, and where it has none, any.
    private static func keys(_ telling: EventTelling, isNear: Bool) -> [Key] {
        var years: [Int?] = isNear ? [nil, anyYear] : [nil]
        if let bounds = telling.telling.date?.bounds, let first = bounds.first?.year, let last = bounds.last?.year,
            last - first <= longest
        {
            years = isNear ? [nil] + Array((first - 1)...(last + 1)) : [anyYear] + Array(first...last)
        }
        let rare = telling.words.filter(\.isShared).sorted { ($0.weight, $1.id) > ($1.weight, $0.id) }.prefix(rareWords)
        let names = telling.matter.parties.sorted() + rare.map { "\u{1}\($0.id)" }
        return names.flatMap { name in years.map { Key(name: name, year: $0) } }
    }

    /// Under this year all that are dated are found.
    private static let anyYear = Int.min
    /// A date that spans more years than this tells none.
    private static let longest = 10
}
