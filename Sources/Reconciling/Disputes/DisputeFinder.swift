import ChanceryCore

/// An entry with the tellings it was made of.
struct MadeEntry {
    var entry: Entry
    var cluster: Cluster
    /// The ids of the reports that are doubtful, its own and others: they stand on a side, and make none.
    var doubtful: Set<String> = []

    /// The first of its tellings, of those that are not doubtful where there is one.
    var leader: Telling { cluster.leaders.first { !doubtful.contains($0.report.id) } ?? cluster.leaders[0] }

    /// Whether one of its tellings is not doubtful.
    var isSure: Bool { !doubtful.contains(leader.report.id) }

    /// Its reports that are not doubtful.
    var sureReports: [Report] { sure(cluster.reports) }

    /// The first of each group of equal tellings, where one of the group is not doubtful.
    var sureLeaders: [Report] { sure(cluster.leaders.map(\.report)) }

    /// Those of some reports that are not doubtful.
    func sure(_ reports: [Report]) -> [Report] { reports.filter { !doubtful.contains($0.id) } }

    /// The reports that give a date of the thing itself.
    var dated: [Report] {
        cluster.reports.filter { $0.date.map { ![.published, .story, .likely].contains($0.basis) } ?? false }
    }
}

/// Finds where the reports of one entry, or of entries on one question, cannot all hold or name a thing differently.
///
/// Each dimension looks only inside one block, and compares each entry with a bounded number of others. What is doubtful
/// raises no dispute: only reports that are not are held against one another, and doubtful ones stand beside those that say
/// the same.
struct DisputeFinder {
    private(set) var disputes: [Dispute] = []

    /// How many entries on one question are compared with one another.
    static let compared = 64

    /// How many accounts are held against one another where one of them may be silent.
    static let accounts = 12

    init(_ made: [MadeEntry], _ acts: Acts, _ words: DisputeWords) {
        let agency = AgencyDisputes(acts: acts, words: words)
        for one in made {
            disputes += [Self.dates(one), FactualityDisputes.dispute(one, acts), agency.dispute(one)]
                .compactMap { $0 }
        }
        disputes += NumberDisputes(words: words).disputes(made) + Self.singularDates(made)
        disputes += PresenceDisputes.disputes(made, acts) + CharacterisationDisputes.disputes(made, acts)
    }

    /// Dates of the thing itself that cannot mean the same time.
    private static func dates(_ made: MadeEntry) -> Dispute? {
        // What lasts is told of many days.
        if made.entry.kind == .state,
            !made.dated.contains(where: { $0.date.flatMap { EDTF($0.edtf) }?.intervalStart != nil })
        {
            return nil
        }
        let values = Set(made.sure(made.dated).compactMap { $0.date?.edtf }).compactMap { EDTF($0) }
        guard values.contains(where: { value in values.contains { !$0.agrees(with: value) } }) else { return nil }
        return Dispute(
            dimension: .date, entries: [made.entry.id],
            sides: sides(made.dated, without: made.doubtful) { $0.date?.edtf ?? "" })
    }

    /// Acts that there can be one of only, dated too far apart by different documents to be put together.
    private static func singularDates(_ made: [MadeEntry]) -> [Dispute] {
        let acts = made.compactMap { one -> (made: MadeEntry, event: Event)? in
            guard case .event(let event) = one.leader.report.content, one.leader.act?.isSingular == true,
                one.leader.stance == .held, one.leader.date != nil, one.isSure
            else { return nil }
            return (one, event)
        }
        return pairs(acts.prefix(compared)) { a, b in
            guard Likeness.isSameAct(a.made.leader, b.made.leader), Likeness.parties(a.event, b.event) == .equal,
                movements(in: a.event) == movements(in: b.event),
                Likeness.Times(a.made.leader.date, b.made.leader.date) == .apart,
                a.made.cluster.documents.isDisjoint(with: b.made.cluster.documents)
            else { return nil }
            return Dispute(
                dimension: .date, entries: [a.made.entry.id, b.made.entry.id],
                sides: sides(a.made.dated + b.made.dated, without: a.made.doubtful) { $0.date?.edtf ?? "" })
        }
    }

    /// The movements among an act's parties, which have relations of their own beside those of the state they come from.
    private static func movements(in event: Event) -> Set<String> {
        Set((event.actors + event.recipients).filter { Sector.movement.contains($0.sector) }.map(\.code))
    }

    /// What a comparison makes of every two of some things.
    static func pairs<Item>(_ items: some Collection<Item>, _ compare: (Item, Item) -> Dispute?) -> [Dispute] {
        var found: [Dispute] = []
        for (place, first) in items.enumerated() {
            for second in items.dropFirst(place + 1) {
                if let dispute = compare(first, second) { found.append(dispute) }
            }
        }
        return found
    }

    /// Reports grouped by what they tell of the question, in the order of what they tell.
    ///
    /// - Parameter doubtful: the ids of reports that make no side of their own.
    static func sides(
        _ reports: [Report], without doubtful: Set<String>, says: (Report) -> String
    ) -> [Dispute.Side] {
        Dictionary(grouping: reports, by: says).sorted { $0.key < $1.key }.map { side($1, says: $0) }
            .filter { !doubtful.isSuperset(of: $0.reports) }
    }

    /// One side of a dispute.
    static func side(_ reports: [Report], says: String) -> Dispute.Side {
        Dispute.Side(says: says, reports: reports.map(\.id), documents: Set(reports.map(\.document)).sorted())
    }

    /// Participants as a side names them.
    static func names(_ parties: [Participant]) -> String { Set(parties.map(\.name)).sorted().joined(separator: ", ") }
}
