public import ChanceryCore

extension Rulings {
    /// How people ruled on a report.
    public func status(of report: String) -> Entry.Status { statuses[report] ?? .none }

    /// How people ruled on the reports of an entry: rejected where all are, else accepted where any is.
    public func status(of reports: [String]) -> Entry.Status {
        let found = reports.map { status(of: $0) }
        if found.contains(.accepted) { return .accepted }
        return !found.isEmpty && found.allSatisfy { $0 == .rejected } ? .rejected : .none
    }

    /// The ids of the reports that people rejected.
    public var rejected: Set<String> { Set(statuses.filter { $0.value == .rejected }.keys) }

    /// The ids of the reports that people accepted or rejected.
    public var ruledOn: Set<String> { Set(statuses.keys) }

    /// The ids of the reports that people accepted or corrected: whatever their confidence, these are doubtful no more.
    public var settled: Set<String> {
        Set(statuses.filter { $0.value == .accepted }.keys).union(corrections.keys)
    }

    /// The ids of the reports of which something is corrected.
    public var corrected: Set<String> { Set(corrections.keys) }

    /// The correction in force of a field of a report.
    public func correction(of field: Decision.Field, report: String) -> Decision? {
        corrections[report]?[field].map { decisions[$0] }
    }

    /// The canonical name that a name stands for by an alias in force, and the code it brings; nil where there is none.
    ///
    /// Aliases of aliases are followed; of a circle of them none holds.
    public func alias(of name: String) -> (name: String, code: String)? {
        guard !canonical.isEmpty, let place = canonical[NameFolding.fold(name)] else { return nil }
        return (decisions[place].value, decisions[place].code)
    }

    /// Follows every alias to the last of its chain, each name once however long the chains are.
    mutating func followAliases() {
        var settled: Set<String> = []
        for start in aliases.keys {
            var path: [String] = []
            var last: Int?
            var at = start
            while settled.insert(at).inserted, let place = aliases[at] {
                path.append(at)
                last = place
                let next = NameFolding.fold(decisions[place].value)
                // An alias that only writes the same name otherwise ends the chain.
                if next == at { break }
                at = next
            }
            // It ends in a name that is settled: that of another chain, or one of this, which is a circle.
            if let place = canonical[at] {
                last = place
            } else if aliases[at] != nil, at != path.last {
                last = nil
            }
            for name in path { canonical[name] = last }
        }
    }

    /// The names that aliases in force concern, as they are compared.
    public var aliasNames: Set<String> { Set(aliases.keys) }

    /// The report as it stands after the corrections and aliases in force: with its own words, which no ruling changes.
    ///
    /// A corrected party that the report does not name has an empty span at the trigger and the decision's id in
    /// `decidedBy`; a corrected date has the basis `decided` and no words.
    public func effective(_ report: Report) -> Report {
        let fields = corrections[report.id] ?? [:]
        guard !fields.isEmpty || !aliases.isEmpty else { return report }
        var report = report
        let parties = report.participants
        for field in Decision.Field.allCases {
            guard let place = fields[field] else { continue }
            report.correct(field, by: decisions[place], naming: parties)
        }
        // Whom words are said of is told by the place of parties, which are others now.
        if report.participants != parties {
            for place in report.wording.indices { report.wording[place].of = [] }
        }
        if !aliases.isEmpty { apply(&report) }
        return report
    }

    private func apply(_ report: inout Report) {
        func renamed(_ party: Participant) -> Participant {
            guard let known = alias(of: party.name) else { return party }
            var party = party
            party.name = known.name
            if !known.code.isEmpty { party.code = known.code }
            return party
        }
        switch report.content {
        case .event(var event):
            event.actors = event.actors.map(renamed)
            event.recipients = event.recipients.map(renamed)
            report.content = .event(event)
        case .statement(var statement):
            let speaker = statement.speaker.map(renamed)
            if speaker?.name != statement.speaker?.name { report.key = "statement|\(speaker?.name ?? "")" }
            statement.speaker = speaker
            statement.addressee = statement.addressee.map(renamed)
            statement.about = statement.about.map(renamed)
            report.content = .statement(statement)
        case .state(var state):
            state.subject = state.subject.map(renamed)
            state.object = state.object.map(renamed)
            report.content = .state(state)
        case .figure: break
        }
        for place in report.attribution.indices {
            guard let known = alias(of: report.attribution[place].source) else { continue }
            report.attribution[place].source = known.name
            if !known.code.isEmpty { report.attribution[place].code = known.code }
        }
    }
}

extension Report {
    /// Puts the value of a correction in, where the kind of report has the field.
    fileprivate mutating func correct(_ field: Decision.Field, by decision: Decision, naming known: [Participant]) {
        switch field {
        case .type: correctType(decision.value)
        case .actors, .recipients:
            guard let named = DecidedParty.list(decision.value) else { return }
            correctParties(field, named.map { participant($0, decision, known) })
        case .date:
            date =
                decision.value == Decision.nothing
                ? nil : ReportDate(edtf: decision.value, basis: .decided, evidence: nil)
        case .modality: modality = Modality(rawValue: decision.value) ?? modality
        }
    }

    /// The concept and modes belong to the type that was coded, and go with it.
    private mutating func correctType(_ type: String) {
        guard case .event(var event) = content, event.type != type else { return }
        event.type = type
        event.concept = ""
        event.modes = []
        content = .event(event)
        key = "event|\(type)"
    }

    private mutating func correctParties(_ field: Decision.Field, _ parties: [Participant]) {
        switch content {
        case .event(var event):
            if field == .actors { event.actors = parties } else { event.recipients = parties }
            content = .event(event)
        case .statement(var statement):
            if field == .actors {
                if statement.speaker?.name != parties.first?.name { key = "statement|\(parties.first?.name ?? "")" }
                statement.speaker = parties.first
            } else {
                statement.addressee = parties.first
            }
            content = .statement(statement)
        case .state(var state):
            if field == .actors { state.subject = parties } else { state.object = parties }
            content = .state(state)
        case .figure: break
        }
    }

    /// A party that the report names already keeps its words.
    private func participant(_ named: DecidedParty, _ decision: Decision, _ known: [Participant]) -> Participant {
        let folded = NameFolding.fold(named.name)
        let same = known.first { party in
            NameFolding.fold(party.name) == folded
                && (named.kind.map { $0 == party.kind && (named.code.isEmpty || named.code == party.code) } ?? true)
        }
        if let same { return same }
        return Participant(
            name: named.name, code: named.code, sector: named.sector, kind: named.kind ?? .group,
            span: CodePointSpan(trigger.start, trigger.start), decidedBy: decision.id)
    }
}
