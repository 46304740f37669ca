import ChanceryCore

/// Who did it: tellings of one act that name different parties for it.
enum AgencyDisputes {
    static func dispute(_ made: MadeEntry, _ acts: Acts) -> Dispute? {
        // Copies say the same: of each group of equal tellings one is enough, and of very many the first.
        let told = made.cluster.leaders.prefix(DisputeFinder.compared).map(\.report).compactMap {
            report -> (report: Report, event: Event)? in
            guard case .event(let event) = report.content, !event.isReciprocal, !event.actors.isEmpty else {
                return nil
            }
            return (report, event)
        }
        let sure = told.filter { !made.doubtful.contains($0.report.id) }
        let differs = sure.contains { a in
            sure.contains { b in
                a.report.documentHash != b.report.documentHash && differ(a.event.actors, b.event.actors, acts)
            }
        }
        guard differs else { return nil }
        return Dispute(
            dimension: .agency, entries: [made.entry.id],
            sides: DisputeFinder.sides(told.map(\.report), without: made.doubtful) { report in
                guard case .event(let event) = report.content else { return "" }
                return DisputeFinder.names(event.actors)
            })
    }

    /// Nobody is in both, and neither speaks or acts for the other.
    private static func differ(_ a: [Participant], _ b: [Participant], _ acts: Acts) -> Bool {
        !a.contains { party in
            b.contains {
                Parties.same(party, $0) && !isApart(party, $0, acts) || isPeopleOf(party, $0) || isPeopleOf($0, party)
            }
        }
    }

    /// Stems of the words for people of a body: "Guards fighters" are no other party than the Osk Guards.
    private static let people = Set(
        [
            "fighters", "forces", "troops", "soldiers", "militants", "gunmen", "members", "rebels", "guerrillas",
            "militiamen", "men", "units", "officers", "officials", "leaders", "supporters", "commandos",
        ].map(ContentWords.stem))

    /// A group that is named after an organisation, or as another group is but for the word for its people.
    private static func isPeopleOf(_ group: Participant, _ other: Participant) -> Bool {
        guard group.kind == .group, other.kind == .organisation || other.kind == .group else { return false }
        let words = ContentWords.words(group.name).subtracting(people)
        let names = ContentWords.words(other.name)
        if words.isEmpty { return false }
        return other.kind == .group ? words == names.subtracting(people) : words.isSubset(of: names)
    }

    /// A state, and a body of its people that does not act for it.
    private static func isApart(_ a: Participant, _ b: Participant, _ acts: Acts) -> Bool {
        guard (a.kind == .state) != (b.kind == .state) else { return false }
        let sector = a.kind == .state ? b.sector : a.sector
        return !sector.isEmpty && !acts.has(.actingSector, sector)
    }
}
