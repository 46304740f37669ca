import ChanceryCore

/// Who did it: tellings of one act that name different parties for it.
enum AgencyDisputes {
    static func dispute(_ made: MadeEntry) -> Dispute? {
        // Copies say the same: of each group of equal tellings one is enough, and of very many the first.
        let told = made.cluster.leaders.prefix(DisputeFinder.compared).map(\.report).compactMap {
            report -> (report: Report, event: Event)? in
            guard case .event(let event) = report.content, !event.isReciprocal, !event.actors.isEmpty else {
                return nil
            }
            return (report, event)
        }
        let differs = told.contains { a in
            told.contains { b in
                a.report.documentHash != b.report.documentHash && differ(a.event.actors, b.event.actors)
            }
        }
        guard differs else { return nil }
        return Dispute(
            dimension: .agency, entries: [made.entry.id],
            sides: DisputeFinder.sides(told.map(\.report)) { report in
                guard case .event(let event) = report.content else { return "" }
                return DisputeFinder.names(event.actors)
            })
    }

    /// Nobody is in both, and neither speaks or acts for the other.
    private static func differ(_ a: [Participant], _ b: [Participant]) -> Bool {
        !a.contains { party in b.contains { Parties.same(party, $0) && !isApart(party, $0) } }
    }

    /// Sectors (PLOVER) of those who act for their state.
    private static let acting: Set<String> = ["", "GOV", "MIL", "PAR", "LEG", "JUD", "COP", "SPY"]

    /// A state, and a body of its people that does not act for it.
    private static func isApart(_ a: Participant, _ b: Participant) -> Bool {
        (a.kind == .state) != (b.kind == .state) && !acting.contains(a.kind == .state ? b.sector : a.sector)
    }
}
