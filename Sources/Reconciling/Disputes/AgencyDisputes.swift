import ChanceryCore

/// Who did it: tellings of one act that name different parties for it.
struct AgencyDisputes {
    let acts: Acts
    let words: DisputeWords

    func dispute(_ made: MadeEntry) -> Dispute? {
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
                a.report.documentHash != b.report.documentHash && differ(a.event.actors, b.event.actors)
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
    private func differ(_ a: [Participant], _ b: [Participant]) -> Bool {
        !a.contains { party in
            b.contains {
                Parties.same(party, $0) && !isApart(party, $0) || isPeopleOf(party, $0) || isPeopleOf($0, party)
            }
        }
    }

    /// A group that is named after an organisation, or as another group is but for the word for its people.
    private func isPeopleOf(_ group: Participant, _ other: Participant) -> Bool {
        guard group.kind == .group, other.kind == .organisation || other.kind == .group else { return false }
        let own = ContentWords.words(group.name).subtracting(words.people)
        let names = ContentWords.words(other.name)
        if own.isEmpty { return false }
        return other.kind == .group ? own == names.subtracting(words.people) : own.isSubset(of: names)
    }

    /// A state, and a body of its people that does not act for it.
    private func isApart(_ a: Participant, _ b: Participant) -> Bool {
        guard (a.kind == .state) != (b.kind == .state) else { return false }
        let sector = a.kind == .state ? b.sector : a.sector
        return !sector.isEmpty && !acts.has(.actingSector, sector)
    }
}
