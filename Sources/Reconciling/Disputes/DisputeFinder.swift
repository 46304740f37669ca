import ChanceryCore

/// An entry with the tellings it was made of.
struct MadeEntry {
    var entry: Entry
    var cluster: Cluster

    /// The first of its tellings.
    var leader: Telling { cluster.leaders[0] }

    /// The reports that give a date of the thing itself.
    var dated: [Report] {
        cluster.reports.filter { $0.date.map { $0.basis != .published && $0.basis != .story } ?? false }
    }
}

/// Finds where the reports of one entry, or of entries on one question, cannot all hold or name a thing differently.
///
/// Each dimension looks only inside one block, and compares each entry with a bounded number of others.
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
        disputes += PresenceDisputes.disputes(made) + CharacterisationDisputes.disputes(made, acts)
    }

    /// Dates of the thing itself that cannot mean the same time.
    private static func dates(_ made: MadeEntry) -> Dispute? {
        let values = Set(made.dated.compactMap { $0.date?.edtf }).compactMap { EDTF($0) }
        guard values.contains(where: { value in values.contains { !$0.agrees(with: value) } }) else { return nil }
        return Dispute(dimension: .date, entries: [made.entry.id], sides: sides(made.dated) { $0.date?.edtf ?? "" })
    }

    /// Acts that there can be one of only, dated too far apart by different documents to be put together.
    private static func singularDates(_ made: [MadeEntry]) -> [Dispute] {
        let acts = made.compactMap { one -> (made: MadeEntry, event: Event)? in
            guard case .event(let event) = one.leader.report.content, one.leader.act?.isSingular == true,
                one.leader.stance == .held, one.leader.date != nil
            else { return nil }
            return (one, event)
        }
        return pairs(acts.prefix(compared)) { a, b in
            guard Likeness.isSameAct(a.made.leader, b.made.leader), Likeness.parties(a.event, b.event) == .equal,
                Likeness.Times(a.made.leader.date, b.made.leader.date) == .apart,
                a.made.cluster.documents.isDisjoint(with: b.made.cluster.documents)
            else { return nil }
            return Dispute(
                dimension: .date, entries: [a.made.entry.id, b.made.entry.id],
                sides: sides(a.made.dated + b.made.dated) { $0.date?.edtf ?? "" })
        }
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
    static func sides(_ reports: [Report], says: (Report) -> String) -> [Dispute.Side] {
        Dictionary(grouping: reports, by: says).sorted { $0.key < $1.key }.map { side($1, says: $0) }
    }

    /// One side of a dispute.
    static func side(_ reports: [Report], says: String) -> Dispute.Side {
        Dispute.Side(says: says, reports: reports.map(\.id), documents: Set(reports.map(\.document)).sorted())
    }

    /// Participants as a side names them.
    static func names(_ parties: [Participant]) -> String { Set(parties.map(\.name)).sorted().joined(separator: ", ") }
}
