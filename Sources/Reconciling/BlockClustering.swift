import ChanceryCore

/// Puts the tellings of one block together.
///
/// Events are put together by what was learnt of pairs of them: ``EventClustering``, and for those that are known by their word
/// alone ``WordBlock``. Of states, figures and statements the finest dates come first; each further telling joins the cluster it is
/// likest to, if it can be the same as all of it. A telling that is vague about the time joins only where one cluster alone fits: of
/// two visits in 1996, "he came in 1996" means neither for certain.
struct BlockClustering {
    private(set) var clusters: [Cluster] = []
    /// The clusters by family of act and year; year nil where the date tells none.
    private var index: [Place: [Int]] = [:]
    /// The clusters of statements by the words of what is said.
    private var byTerm: [String: [Int]] = [:]
    /// The clusters by family alone.
    private var families: [String: [Int]] = [:]

    /// The clusters that were joined to others, and to which.
    private var joined: [Int: Int] = [:]

    private struct Place: Hashable {
        var family: String
        var year: Int?
    }

    /// How many clusters a telling is compared with; beyond it a block is so large that the rest is left apart.
    static let candidates = 64

    /// - Parameter texts: what is known of whole texts, by their hashes.
    init(_ block: [Telling], texts: [String: ToldText] = [:], _ likeness: EventLikelihood) {
        let groups = Dictionary(grouping: block) { $0.signature }
        let ordered = groups.values.map { $0.sorted() }.sorted { a, b in
            let ranks = (Self.vagueness(a[0].date), Self.vagueness(b[0].date))
            return ranks.0 == ranks.1 ? Self.precedes(a[0], b[0]) : ranks.0 < ranks.1
        }
        if !block.isEmpty, block.allSatisfy({ $0.act?.basis == .word }) {
            let leaders = ordered.sorted { $0[0] < $1[0] }
            let found = WordBlock(leaders.map { $0[0] }, texts: texts, likeness.words).clusters(likeness.wordModel)
            clusters = found.map { members in
                members.dropFirst().reduce(into: Cluster(leaders[members[0]])) { $0.merge(Cluster(leaders[$1])) }
            }
            return
        }
        let told = Self.toldTogether(ordered)
        if block.allSatisfy({ $0.act.map { $0.basis != .word } ?? false }) {
            let tellings = told.map { $0.leaders[0] }
            clusters = EventClustering(tellings, likeness).clusters.map { members in
                members.dropFirst().reduce(into: told[members[0]]) { $0.merge(told[$1]) }
            }
        } else {
            for cluster in told { place(cluster) }
        }
        joinActsDoneOnce()
    }

    /// The groups of equal tellings, those that point to one another in their text put together, in the order of the first.
    private static func toldTogether(_ ordered: [[Telling]]) -> [Cluster] {
        let antecedents = InTextReferences(ordered).antecedents
        let members = Dictionary(grouping: ordered.indices) { antecedents[$0] ?? $0 }
        return members.sorted { $0.value[0] < $1.value[0] }.map { root, numbers in
            let named = ordered[root][0]
            let alike = numbers.filter { number in
                guard number != root, let act = ordered[number][0].act else { return true }
                return named.act?.nearness(to: act) != nil
            }
            var cluster = Cluster(ordered[alike[0]])
            for number in alike.dropFirst() { cluster.merge(Cluster(ordered[number])) }
            for number in numbers where !alike.contains(number) { cluster.add(references: ordered[number]) }
            return cluster
        }
    }

    private mutating func place(_ new: Cluster) {
        let telling = new.leaders[0]
        var near: Set<Int> = []
        for leader in new.leaders.prefix(Self.looked) { near.formUnion(candidates(for: leader)) }
        var fitting: [(cluster: Int, score: Int)] = []
        for cluster in near.sorted() where joined[cluster] == nil {
            if let score = clusters[cluster].score(new) { fitting.append((cluster, score)) }
        }
        if let home = Self.home(of: telling, among: fitting, clusters) {
            clusters[home].merge(new)
            for leader in new.leaders { note(home, leader) }
            if !Self.isVague(telling) { join(fitting.map(\.cluster), to: home) }
        } else {
            clusters.append(new)
            for family in Set(new.leaders.map(Self.family)).sorted() {
                families[family, default: []].append(clusters.count - 1)
            }
            for leader in new.leaders { note(clusters.count - 1, leader) }
        }
    }

    /// For how many tellings that one text puts together clusters are looked for.
    private static let looked = 4

    /// Joins to a cluster the others that the same exactly dated telling fits, where nothing keeps them apart: what two
    /// tellings have too little in common to show, a third may.
    private mutating func join(_ others: [Int], to home: Int) {
        for other in others where other != home && clusters[home].canBeOne(with: clusters[other]) {
            for leader in clusters[other].leaders { note(home, leader) }
            clusters[home].merge(clusters[other])
            for (place, target) in joined where target == other { joined[place] = home }
            joined[other] = home
        }
    }

    /// The cluster a telling joins: the only one, or the likest. One that is vague about the time joins one of several
    /// only where that one alone is dated in the same words.
    private static func home(
        of telling: Telling, among fitting: [(cluster: Int, score: Int)], _ clusters: [Cluster]
    ) -> Int? {
        guard fitting.count > 1, isVague(telling) else {
            return fitting.max { ($0.score, $1.cluster) < ($1.score, $0.cluster) }?.cluster
        }
        let alike = fitting.filter { fit in clusters[fit.cluster].leaders.allSatisfy { $0.date == telling.date } }
        return alike.count == 1 ? alike[0].cluster : nil
    }

    private mutating func note(_ cluster: Int, _ telling: Telling) {
        if telling.report.kind == .statement {
            for term in telling.terms where byTerm[term]?.last != cluster { byTerm[term, default: []].append(cluster) }
            return
        }
        for year in Self.years(telling.date) {
            let place = Place(family: Self.family(telling), year: year)
            if index[place]?.contains(cluster) != true { index[place, default: []].append(cluster) }
        }
    }

    /// The clusters of the same family whose years come near, and those without a year.
    private func candidates(for telling: Telling) -> [Int] {
        if telling.report.kind == .statement { return wordCandidates(for: telling) }
        let family = Self.family(telling)
        let own = Self.years(telling.date)
        // Without a year it can be any of the family; who is in office may be told of any year.
        if own == [nil] || telling.isOffice { return Array((families[family] ?? []).prefix(Self.candidates)) }
        var places: [Int?] = Set(own.compactMap { $0 }.flatMap { [$0 - 1, $0, $0 + 1] }).sorted()
        places.append(nil)
        var found: Set<Int> = []
        for year in places { found.formUnion((index[Place(family: family, year: year)] ?? []).prefix(Self.candidates)) }
        return Array(found.sorted().prefix(Self.candidates))
    }

    /// Of statements, the clusters that share most words, a word counting the more the rarer it is.
    private func wordCandidates(for telling: Telling) -> [Int] {
        var weights: [Int: Int] = [:]
        for term in telling.terms {
            let told = byTerm[term] ?? []
            for cluster in told.prefix(Self.candidates) { weights[cluster, default: 0] += Self.rarity / told.count }
        }
        return Array(
            weights.keys.sorted { (-(weights[$0] ?? 0), $0) < (-(weights[$1] ?? 0), $1) }.prefix(Self.candidates))
    }

    /// What a word weighs that one cluster has.
    private static let rarity = 1_000_000

    /// What only things of one sort share: an act's family, a state's concept, a figure's value.
    private static func family(_ telling: Telling) -> String {
        switch telling.report.content {
        case .event: telling.act?.shelf ?? ""
        case .state(let state): state.concept
        case .figure(let figure): "\(figure.value) \(figure.unit)"
        case .statement: ""
        }
    }

    /// The years a date can lie in; `[nil]` where it has none, or spans more than ten.
    private static func years(_ date: EDTF?) -> [Int?] {
        guard let bounds = date?.bounds, let first = bounds.first?.year, let last = bounds.last?.year,
            last - first <= 10
        else { return [nil] }
        return Array(first...last)
    }

    private static func vagueness(_ date: EDTF?) -> Int {
        guard let date else { return EDTF.Precision.allCases.count + 1 }
        let rank = EDTF.Precision.allCases.firstIndex(of: date.precision) ?? 0
        return date.hasYear ? rank : EDTF.Precision.allCases.count
    }

    /// Whether the date leaves room for several things of one sort.
    static func isVague(_ telling: Telling) -> Bool {
        guard let date = telling.date, date.hasYear else { return true }
        return date.precision != .day && date.precision != .month
    }

    private static func precedes(_ a: Telling, _ b: Telling) -> Bool { a.signature < b.signature }

    /// Acts that two parties do once and that several documents date differently become one, with all its dates.
    private mutating func joinActsDoneOnce() {
        let order = clusters.indices.filter { joined[$0] == nil && isDoneOnce(clusters[$0]) }
            .sorted { clusters[$0].leaders[0].signature < clusters[$1].leaders[0].signature }
        var gone = Set(joined.keys)
        for (place, home) in order.prefix(Self.candidates).enumerated() where !gone.contains(home) {
            for other in order.prefix(Self.candidates)[(place + 1)...] where !gone.contains(other) {
                guard differInDateAlone(clusters[home], clusters[other]) else { continue }
                clusters[home].merge(clusters[other])
                gone.insert(other)
            }
        }
        clusters = clusters.indices.filter { !gone.contains($0) }.map { clusters[$0] }
    }

    private func isDoneOnce(_ cluster: Cluster) -> Bool {
        cluster.leaders[0].stance == .held && cluster.leaders[0].act?.isDoneOnce == true
    }

    /// Whether all that tells two clusters apart is the date, told by different documents, and not by far.
    private func differInDateAlone(_ a: Cluster, _ b: Cluster) -> Bool {
        guard a.documents.isDisjoint(with: b.documents),
            case .event(let first) = a.leaders[0].report.content, case .event(let second) = b.leaders[0].report.content,
            Likeness.isSameAct(a.leaders[0], b.leaders[0]), Likeness.parties(first, second) == .equal,
            a.leaders[0].stance == b.leaders[0].stance
        else { return false }
        let places = [a, b].map { cluster in
            Set(
                cluster.reports.compactMap { report -> String? in
                    if case .event(let event) = report.content {
                        event.place.map { NameFolding.fold($0.name) }
                    } else {
                        nil
                    }
                })
        }
        if !places[0].isEmpty, !places[1].isEmpty, places[0].isDisjoint(with: places[1]) { return false }
        let years = (a.leaders + b.leaders).compactMap { $0.date?.bounds }.flatMap { [$0.first?.year, $0.last?.year] }
        let known = years.compactMap { $0 }
        guard known.count == years.count, let least = known.min(), let most = known.max() else { return false }
        return most - least <= Acts.nearYears
    }
}
