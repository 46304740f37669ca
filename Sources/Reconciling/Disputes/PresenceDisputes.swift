import ChanceryCore

/// One account tells of an act; another, which tells of dealings of the same kind between the same parties in the same
/// year, is silent about it.
///
/// Every account leaves things out. Only a silence where the account covers the ground is told, once for every two
/// documents, kind of act and pair of parties, and once for every deed; and only of acts that were done, not of words.
enum PresenceDisputes {
    private struct Ground: Hashable, Comparable {
        var type: String
        var year: Int
        /// Of acts that come again and again, the month; 0 of others.
        var month: Int
        var parties: [String]

        static func < (a: Ground, b: Ground) -> Bool {
            (a.type, a.year, a.month, a.parties.joined()) < (b.type, b.year, b.month, b.parties.joined())
        }
    }

    static func disputes(_ made: [MadeEntry], _ acts: Acts) -> [Dispute] {
        var grounds: [Ground: [MadeEntry]] = [:]
        for one in made {
            for ground in Self.grounds(of: one, acts) { grounds[ground, default: []].append(one) }
        }
        var found: [String: Dispute] = [:]
        for ground in grounds.keys.sorted() {
            let all = grounds[ground] ?? []
            let here = (all.filter(\.isSure) + all.filter { !$0.isSure }).prefix(DisputeFinder.compared)
            // Of copies one stands for all: the documents of the tellings that differ, and of very many the first.
            let documents = Set(here.flatMap { $0.sureLeaders.map(\.document) }).sorted()
                .prefix(DisputeFinder.accounts)
            guard documents.count > 1 else { continue }
            var shownPairs: Set<[String]> = []
            var shownDeeds: Set<[String]> = []
            var silences: [(pair: [String], deeds: [String], dispute: Dispute, told: Int)] = []
            for silent in documents {
                let shown = here.filter { $0.sureLeaders.contains { $0.document == silent } }
                let covering = here.flatMap(\.sureLeaders).filter { $0.document == silent }
                // A doubtful telling covers no ground, and may mean what the other tells.
                let vague = here.flatMap { $0.cluster.leaders.map(\.report) }.filter { $0.document == silent }
                for teller in documents where teller != silent {
                    let alone = here.filter { one in
                        let told = Set(one.sureLeaders.map(\.document))
                        return told.contains(teller) && !one.entry.documents.contains(silent)
                            && !vague.contains { mayMean($0, one) }
                    }
                    guard !alone.isEmpty else { continue }
                    let told = alone.flatMap(\.sureLeaders).filter { $0.document == teller }
                    let dispute = Dispute(
                        dimension: .presence, entries: (alone + shown).map(\.entry.id),
                        sides: [
                            DisputeFinder.side(told, says: "tells it"), DisputeFinder.side(covering, says: ""),
                        ])
                    silences.append(([silent, teller].sorted(), alone.map(\.entry.id).sorted(), dispute, alone.count))
                }
            }
            // Where each is silent about what the other tells, one dispute shows both: that of the one who tells more.
            for silence in silences
            where !silences.contains(where: { $0.pair == silence.pair && $0.told > silence.told }) {
                if !shownPairs.insert(silence.pair).inserted { continue }
                // Of the many that are silent about one deed the first stands for all.
                if !shownDeeds.insert(silence.deeds).inserted { continue }
                found[silence.dispute.id] = silence.dispute
            }
        }
        return found.values.sorted { $0.id < $1.id }
    }

    /// Two different states or bodies and a year, of an act done; of one that comes again and again its month too.
    private static func grounds(of made: MadeEntry, _ acts: Acts) -> [Ground] {
        guard case .event(let event) = made.leader.report.content, made.leader.stance == .held,
            made.leader.act?.isSaid != true, acts.has(.deedType, event.type), let date = EDTF(made.entry.date),
            let first = date.bounds.first?.year, date.bounds.last?.year == first
        else { return [] }
        let codes = Set((event.actors + event.recipients).map(\.code)).subtracting([""]).sorted()
        guard codes.count == 2 else { return [] }
        // Of the many visits of a year an account tells some: only at one time does it cover the ground.
        let isRecurring = made.leader.act?.isRecurring == true
        guard !isRecurring || date.precision == .month || date.precision == .day else { return [] }
        return [Ground(type: event.type, year: first, month: isRecurring ? date.month ?? 0 : 0, parties: codes)]
    }

    /// Whether a report of the silent account may be a vaguer telling of the same act.
    private static func mayMean(_ report: Report, _ made: MadeEntry) -> Bool {
        guard case .event(let a) = report.content, case .event(let b) = made.leader.report.content else { return false }
        return a.concept == b.concept && !a.concept.isEmpty
    }
}
