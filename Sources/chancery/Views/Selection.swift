import ChanceryCore

/// Which entries a view shows: what `--entity --from --to --type --document` say.
struct Selection: Hashable, Sendable {
    /// Names or alpha-3 codes; every one of them takes part.
    var entities: [String] = []
    /// The earliest time.
    var from: EDTF?
    /// The latest time.
    var to: EDTF?
    /// PLOVER types, concepts or kinds; any of them fits.
    var types: [String] = []
    /// Names of documents; any of them tells it.
    var documents: [String] = []

    /// Whether nothing is left out.
    var isEverything: Bool { self == Selection() }

    /// The entries that fit, each with only the tellings from the chosen documents; times are not narrowed.
    func entries(of record: Record, kinds: Set<Report.Kind> = Set(Report.Kind.allCases)) -> [Entry] {
        record.entries.filter { entry in
            kinds.contains(entry.kind) && isInTime(entry.date) && isOfDocuments(entry.documents)
                && isOfTypesAndEntities(record.tellings(of: entry))
        }
    }

    /// Whether a report fits by itself.
    func fits(_ report: Report) -> Bool {
        isInTime(report.date?.edtf ?? "") && isOfDocuments([report.document]) && isOfTypesAndEntities([report])
    }

    /// A date that is not known lies in no span of time.
    private func isInTime(_ edtf: String) -> Bool {
        guard from != nil || to != nil else { return true }
        guard let date = EDTF(edtf), date.hasYear else { return false }
        let bounds = date.bounds
        if let earliest = from?.bounds.first, let last = bounds.last, last < earliest { return false }
        if let latest = to?.bounds.last, let first = bounds.first, latest < first { return false }
        return true
    }

    private func isOfDocuments(_ names: [String]) -> Bool {
        documents.isEmpty || names.contains { documents.contains($0) }
    }

    private func isOfTypesAndEntities(_ tellings: [Report]) -> Bool {
        let wanted = types.map { $0.lowercased() }
        guard wanted.isEmpty || tellings.contains(where: { !Set(classes(of: $0)).isDisjoint(with: wanted) })
        else { return false }
        return entities.allSatisfy { name in
            tellings.contains { report in report.participants.contains { Self.names(name, $0) } }
        }
    }

    /// Everything that `--type` may call a report, in lower case.
    private func classes(of report: Report) -> [String] {
        let kind = report.kind.rawValue
        switch report.content {
        case .event(let event): return [kind, event.type.lowercased(), event.concept.lowercased()]
        case .state(let state): return [kind, state.concept.lowercased(), state.relation.lowercased()]
        case .statement(let statement): return [kind, statement.form.rawValue]
        case .figure(let figure): return [kind, figure.unit.lowercased()]
        }
    }

    /// Whether a name given by the user means a participant: its canonical name, or its alpha-3 code where the
    /// participant is the state itself.
    static func names(_ name: String, _ participant: Participant) -> Bool {
        participant.name.lowercased() == name.lowercased()
            || (participant.kind == .state && !participant.code.isEmpty && participant.code == name.uppercased())
    }
}
