import ChanceryCore

/// Two accounts tell of one deed of one party to another, which neither dates; one of them tells of a further deed of the kind, and the
/// other does not. What is dated is held against what else is told of its time (``PresenceDisputes``).
struct SharedGround {
    let acts: Acts
    let likeness: SharedWords

    func disputes(_ told: [VoicedReport]) -> [Dispute] {
        struct Ground: Hashable, Comparable {
            var type: String
            var actor: String
            var recipient: String

            static func < (a: Ground, b: Ground) -> Bool {
                (a.type, a.actor, a.recipient) < (b.type, b.actor, b.recipient)
            }
        }
        var grounds: [Ground: [VoicedReport]] = [:]
        for one in told where one.report.modality == .asserted && one.report.attribution.isEmpty {
            guard let event = one.event, acts.has(.deedType, event.type) else { continue }
            for actor in one.actors {
                for recipient in one.recipients where recipient != actor {
                    grounds[Ground(type: event.type, actor: actor, recipient: recipient), default: []].append(one)
                }
            }
        }
        return grounds.keys.sorted().flatMap { ground -> [Dispute] in
            let here = grounds[ground] ?? []
            let origins = Set(here.map(\.origin)).sorted().prefix(DisputeFinder.accounts)
            var found: [Dispute] = []
            for (place, first) in origins.enumerated() {
                for second in origins.dropFirst(place + 1) {
                    if let dispute = dispute(of: here, first, second) { found.append(dispute) }
                }
            }
            return found
        }
    }

    private func dispute(of here: [VoicedReport], _ first: String, _ second: String) -> Dispute? {
        let entries = [first, second].map { origin in Set(here.filter { $0.origin == origin }.map(\.entry)) }
        let common = entries[0].intersection(entries[1])
        guard !common.isEmpty else { return nil }
        let shared = here.filter { common.contains($0.entry) && [first, second].contains($0.origin) }
        guard shared.contains(where: { $0.years == nil }) else { return nil }
        let alone = [first, second].map { origin in
            here.filter { one in
                one.origin == origin && !common.contains(one.entry) && shared.contains { !$0.isApart(from: one) }
                    // The same told once more in other words is no further deed.
                    && !here.contains { $0.entry != one.entry && likeness.measure($0, one).shared >= 1 }
            }
        }
        guard let most = alone.max(by: { $0.count < $1.count }), !most.isEmpty else { return nil }
        let silent = most[0].origin == first ? second : first
        return Dispute(
            dimension: .presence, entries: (alone.joined() + shared).map(\.entry),
            sides: [
                DisputeFinder.side(most.map(\.report), says: "tells it"),
                DisputeFinder.side(
                    here.filter {
                        $0.origin == silent
                            && (common.contains($0.entry) || alone.joined().map(\.report.id).contains($0.report.id))
                    }
                    .map(\.report), says: ""),
            ])
    }
}
