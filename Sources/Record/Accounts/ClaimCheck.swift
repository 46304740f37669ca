package import ChanceryCore
package import DossierStore

/// What the record has on a claim that somebody makes: which entries tell the same, which tell otherwise, which accounts
/// cover the matter and do not tell it. Nothing is made up, and nothing is judged.
package struct ClaimCheck: Hashable, Sendable {
    /// What was read from the claim's words, a line each.
    package var claims: [String] = []
    /// Entries that tell the same.
    package var supporting: [EntryLine] = []
    /// Entries that tell it as not so.
    package var contradicting: [EntryLine] = []
    /// Entries that tell the same at another time, or without saying when although the claim says it.
    package var otherTime: [EntryLine] = []
    /// Entries of the same parties that tell something else.
    package var near: [EntryLine] = []
    /// The names of the documents that tell of these parties together, and not of this.
    package var silent: [String] = []

    /// How many entries near it are given.
    private static let mostNear = 10

    /// What one entry has to do with one claim, the weightiest first.
    private enum Bearing: Int { case same, otherwise, otherTime, near }

    /// Looks a claim up.
    ///
    /// - Parameters:
    ///   - claim: what was coded from its words.
    ///   - entries: the entries in which its parties take part, without those that were rejected.
    package init(_ claim: [Report], among entries: [EntryItem], _ shelf: Shelf = Shelf()) {
        let claimed = claim.filter { $0.kind == .event || $0.kind == .state }
        claims = claimed.map { report in
            let date = report.date.map { $0.basis == .published ? "" : DateWords.of($0.edtf) } ?? ""
            let caveat = ModalityWords.caveat(report)
            return (caveat.isEmpty ? "" : "\(caveat): ") + Wording.headline(report) + (date.isEmpty ? "" : ", \(date)")
        }
        var bearings: [String: Bearing] = [:]
        var covering: Set<String> = []
        var telling: Set<String> = []
        for item in entries {
            let found = claimed.flatMap { claim in
                item.reports.compactMap { told in
                    Self.bearing(told.report, on: claim).map { (bearing: $0, document: told.report.document) }
                }
            }
            guard let best = found.map(\.bearing).min(by: { $0.rawValue < $1.rawValue }) else { continue }
            let denying = found.contains { $0.bearing == .otherwise }
            bearings[item.id] = denying && best == .same ? .otherwise : best
            for one in found where one.bearing != .near { telling.insert(one.document) }
        }
        for report in entries.flatMap(\.reports).map(\.report)
        where claimed.contains(where: { Self.covers(report, $0) }) {
            covering.insert(report.document)
        }
        for item in entries {
            guard let bearing = bearings[item.id], let line = shelf.line(item) else { continue }
            switch bearing {
            case .same: supporting.append(line)
            case .otherwise: contradicting.append(line)
            case .otherTime: otherTime.append(line)
            case .near: near.append(line)
            }
        }
        // What is of the same sort is nearer than what else the parties had to do with each other.
        let types = Set(
            claimed.compactMap { report in
                if case .event(let event) = report.content { event.type } else { nil }
            })
        near = Array(
            (near.filter { types.contains($0.type) } + near.filter { !types.contains($0.type) }).prefix(Self.mostNear))
        silent = covering.subtracting(telling).sorted()
    }

    private static func bearing(_ told: Report, on claim: Report) -> Bearing? {
        guard told.kind == claim.kind, haveSameParties(told, claim) else { return nil }
        guard isSame(told, claim) else { return .near }
        let dates = (date(told), date(claim))
        guard let isTold = isTold(told.modality), let isClaimed = self.isTold(claim.modality) else { return .near }
        if let claimed = dates.1 {
            guard let date = dates.0, date.contains(claimed) || claimed.contains(date) else { return .otherTime }
        }
        return isTold == isClaimed ? .same : .otherwise
    }

    /// Whether everybody whom the claim names takes part, in whatever role.
    private static func covers(_ told: Report, _ claim: Report) -> Bool {
        let wanted = claim.participants
        return !wanted.isEmpty && wanted.allSatisfy { fits($0, told.participants) }
    }

    /// Whether it is told as so or as not so; nil of what is only planned or supposed.
    private static func isTold(_ modality: Modality) -> Bool? {
        switch modality {
        case .asserted, .claimed: true
        case .denied, .negated: false
        case .planned, .hypothetical: nil
        }
    }

    private static func date(_ report: Report) -> EDTF? {
        guard let date = report.date, date.basis != .published, date.basis != .likely else { return nil }
        return EDTF(date.edtf)
    }

    /// Whether everybody whom the claim names takes part; of a reciprocal act whoever comes first.
    private static func haveSameParties(_ told: Report, _ claim: Report) -> Bool {
        let (wanted, given) = (sides(claim), sides(told))
        guard wanted.contains(where: { !$0.isEmpty }) else { return false }
        let straight = zip(wanted, given).allSatisfy { side, other in side.allSatisfy { fits($0, other) } }
        guard !straight, isMutual(told) || isMutual(claim) else { return straight }
        return zip(wanted, given.reversed()).allSatisfy { side, other in side.allSatisfy { fits($0, other) } }
    }

    private static func fits(_ wanted: Participant, _ given: [Participant]) -> Bool {
        given.contains { party in
            NameFolding.fold(party.name) == NameFolding.fold(wanted.name)
                // A state's government, its ministers and its capital stand for it.
                || wanted.kind == .state && !wanted.code.isEmpty && party.code == wanted.code
                    && (party.kind == .state || party.kind == .place || party.sector == "GOV")
        }
    }

    private static func isMutual(_ report: Report) -> Bool {
        if case .event(let event) = report.content { event.isReciprocal } else { false }
    }

    private static func sides(_ report: Report) -> [[Participant]] {
        switch report.content {
        case .event(let event): [event.actors, event.recipients]
        case .state(let state): [state.subject, state.object]
        case .statement, .figure: [[], []]
        }
    }

    private static func isSame(_ told: Report, _ claim: Report) -> Bool {
        switch (told.content, claim.content) {
        case (.event(let a), .event(let b)):
            a.concept.isEmpty || b.concept.isEmpty ? a.type == b.type : a.concept == b.concept
        case (.state(let a), .state(let b)):
            a.concept.isEmpty || b.concept.isEmpty ? a.relation == b.relation : a.concept == b.concept
        default: false
        }
    }
}

extension RecordReader {
    /// Looks up what a claim's words were coded as.
    package func check(_ claim: [Report]) throws -> ClaimCheck {
        let names = Set(claim.filter { $0.kind == .event || $0.kind == .state }.flatMap(\.participants).map(\.name))
        var seen: Set<String> = []
        let entries = try names.sorted().flatMap { name in
            try dossier.entries(matching: ItemFilter(kinds: [.event, .state], entities: [name]))
        }.filter { seen.insert($0.id).inserted }
        return ClaimCheck(claim, among: entries, try shelf(of: entries))
    }
}
