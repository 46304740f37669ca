import ChanceryCore
package import DossierStore

/// Reads from reports how two parties stand: what lasts, and the events that begin or end it.
package struct StandingReading: Sendable {
    /// The first party.
    package let a: Party
    /// The second party.
    package let b: Party

    /// What the reports of entries tell of the standing of the two.
    ///
    /// - Parameters:
    ///   - shared: entries in which both take part.
    ///   - own: states of affairs of either, for what both have in common.
    package func tellings(shared: [EntryItem], own: [EntryItem]) -> [StandingTelling] {
        let told = shared.flatMap { entry in entry.reports.compactMap { telling(of: $0, entry: entry.id) } }
        // A state of affairs of both is among those of each.
        let each = Dictionary(own.map { ($0.id, $0) }) { first, _ in first }.values.sorted { $0.id < $1.id }
        let doubtful = Set((shared + own).flatMap { entry in entry.reports.filter(entry.holdsDoubtful).map(\.id) })
        return (told + envoys(each) + memberships(each)).map { telling in
            var telling = telling
            telling.isDoubtful = doubtful.contains(telling.item.id)
            return telling
        }
    }

    private func telling(of item: ReportItem, entry: String) -> StandingTelling? {
        switch item.report.content {
        case .event(let event): self.event(event, item, entry)
        case .state(let state): self.state(state, item, entry)
        case .statement, .figure: nil
        }
    }

    // MARK: Events that begin or end what lasts

    private func event(_ event: Event, _ item: ReportItem, _ entry: String) -> StandingTelling? {
        // A minister opens an embassy for the state; a traveller opens none.
        func acts(_ one: Participant) -> Bool { isParty(one) || one.sector == "GOV" }
        guard let pair = pair(event.actors.filter(acts), event.recipients.filter(acts)) else { return nil }
        var telling = telling(of: event, pair, item, entry)
        if let date = item.report.date, [.resolved, .likely].contains(date.basis) { telling?.contextDate = date.edtf }
        return telling
    }

    private func telling(of event: Event, _ pair: Pair, _ item: ReportItem, _ entry: String) -> StandingTelling? {
        let (begin, end) = Self.stated(item.report.date)
        switch ConceptRole(event.concept) {
        case .recognition:
            return recognition(pair, item, entry, begin: begin)
        case .missionOpened:
            return mission(pair, item, entry, begin: begin, place: event.place?.name ?? "")
        case .relationsBegun, .relationsBroken:
            let begins = ConceptRole(event.concept) == .relationsBegun
            let names = [pair.holder, pair.other].sorted()
            return StandingTelling(
                topic: .relations, key: "relations|" + names.joined(separator: "|"),
                what: "relations between \(names.joined(separator: " and "))", side: 2, begin: begins ? begin : nil,
                end: begins ? end : begin, isEnd: !begins, item: item, entry: entry)
        case .missionClosed:
            if let sort = Self.sort(item),
                MissionWords.isOwn(
                    sort.start, in: item.words,
                    ofSeveral: event.actors.count > 1 || event.actors.contains { $0.kind == .group })
            {
                var telling = mission(
                    pair, item, entry, begin: nil, end: begin, place: event.place?.name ?? "", relation: sort.sort)
                telling.isEnd = true
                return telling
            }
            // Whose mission it was, the closing side's or the other's, the record does not tell.
            return StandingTelling(
                topic: .missions, key: "close|\(entry)", what: Wording.headline(item.report), side: pair.side,
                end: begin, item: item, entry: entry)
        case .treatySigned:
            return StandingTelling(
                topic: .agreements, key: "treaty|\(entry)", what: Wording.headline(item.report), side: 2, begin: begin,
                item: item, entry: entry)
        default: return nil
        }
    }

    /// The sort of mission named nearest to the words that tell of the act.
    private static func sort(_ item: ReportItem) -> (sort: String, start: Int)? {
        MissionWords.sort(in: item.words, near: max(0, item.report.trigger.start - item.report.span.start))
    }

    private func recognition(
        _ pair: Pair, _ item: ReportItem, _ entry: String, begin: EDTF?, end: EDTF? = nil
    ) -> StandingTelling {
        StandingTelling(
            topic: .recognition, key: "recognition|\(pair.holder)|\(pair.other)",
            what: "recognition of \(pair.other) by \(pair.holder)", side: pair.side, begin: begin, end: end, item: item,
            entry: entry)
    }

    private func mission(
        _ pair: Pair, _ item: ReportItem, _ entry: String, begin: EDTF?, end: EDTF? = nil, place: String,
        relation: String = ""
    ) -> StandingTelling {
        let sort = (MissionWords.sort(in: relation) ?? Self.sort(item))?.sort ?? "mission"
        let place = SafeText.oneLine(place)
        return StandingTelling(
            topic: .missions, key: "mission|\(pair.holder)|\(pair.other)|\(sort)",
            what: "\(sort) of \(pair.holder) in \(pair.other)", side: pair.side, begin: begin, end: end,
            isVague: sort == "mission", place: place == pair.other ? "" : place, item: item, entry: entry)
    }

    // MARK: States of affairs

    /// What a concept is about that is told in the text's own words; nil of every other.
    private static func topic(ofPlain concept: String) -> StandingTopic? {
        if ViewWords.standard.relationConcepts.contains(concept) { return .relations }
        return ViewWords.standard.otherConcepts.contains(concept) ? .other : nil
    }

    private func state(_ state: StateOfAffairs, _ item: ReportItem, _ entry: String) -> StandingTelling? {
        // How a person gets on with somebody is not how the state stands that the person belongs to.
        let (holders, others) = (state.subject.filter(isParty), state.object.filter(isParty))
        guard let pair = pair(holders, others) ?? jointPair(holders) else { return nil }
        let (begin, end) = Self.lasting(item.report.date)
        switch ConceptRole(state.concept) {
        case .recognised:
            return recognition(pair, item, entry, begin: begin, end: end).past(Self.isPast(state))
        case .mission:
            let place = state.object.first { $0.kind == .place }?.name ?? ""
            return mission(pair, item, entry, begin: begin, end: end, place: place, relation: state.relation)
                .past(Self.isPast(state))
        default:
            guard let topic = Self.topic(ofPlain: state.concept) else { return nil }
            let what = Wording.headline(item.report)
            return StandingTelling(
                topic: topic, key: "\(state.concept)|\(what)", what: what, side: pair.side, begin: begin, end: end,
                item: item, entry: entry)
        }
    }

    /// Whether a state of affairs is told as one of former times: "had an embassy in".
    private static func isPast(_ state: StateOfAffairs) -> Bool {
        ViewWords.standard.former.contains(
            state.relation.lowercased().split(separator: " ").first.map(String.init) ?? "")
    }

    /// Offices with the other party: ambassadors, envoys, consuls.
    private func envoys(_ entries: [EntryItem]) -> [StandingTelling] {
        entries.flatMap { entry in
            entry.reports.compactMap { item -> StandingTelling? in
                guard case .state(let state) = item.report.content, ConceptRole(state.concept) == .office,
                    let holder = state.subject.first, let office = Self.office(state.relation)
                else { return nil }
                for (side, home, host) in [(0, a, b), (1, b, a)] {
                    // "The ambassador to Osk" is one of another state, whichever the record joins the office with.
                    guard state.object.contains(where: home.fits), host.isNamed(in: item.words),
                        !home.isNamed(after: ViewWords.standard.envoys, in: item.words)
                    else { continue }
                    let (begin, end) = Self.lasting(item.report.date)
                    let person = SafeText.oneLine(holder.name)
                    return StandingTelling(
                        topic: .envoys, key: "envoy|\(office)|\(side)|\(person)",
                        what: "\(person), \(office) of \(home.name) to \(host.name)", side: side, begin: begin,
                        end: end,
                        item: item, entry: entry.id)
                }
                return nil
            }
        }
    }

    /// The office of an envoy in "is ambassador of"; nil for every other.
    private static func office(_ relation: String) -> String? {
        let lower = relation.lowercased()
        guard ViewWords.standard.envoys.contains(where: { lower.contains($0) }) else { return nil }
        let words = relation.split(separator: " ").map(String.init)
        let past = words.first.map { ViewWords.standard.beforeFormerOffice.contains($0) } ?? false
        let office = words.drop { ViewWords.standard.beforeOffice.contains($0) }
        let bare = (office.last == "of" ? Array(office.dropLast()) : Array(office)).joined(separator: " ")
        return SafeText.oneLine((past ? "then " : "") + bare)
    }

    /// Bodies of which both are told to be members, together or apart.
    private func memberships(_ entries: [EntryItem]) -> [StandingTelling] {
        var told: [(body: String, isFirst: Bool, isSecond: Bool, item: ReportItem, entry: String)] = []
        for entry in entries {
            for item in entry.reports {
                guard case .state(let state) = item.report.content, ConceptRole(state.concept) == .membership,
                    let body = state.object.first, body.kind == .organisation,
                    [.asserted, .claimed].contains(item.report.modality)
                else { continue }
                let states = state.subject.filter { $0.kind == .state }
                told.append(
                    (body.name, states.contains(where: a.fits), states.contains(where: b.fits), item, entry.id))
            }
        }
        return told.filter { one in
            told.contains { $0.body == one.body && $0.isFirst } && told.contains { $0.body == one.body && $0.isSecond }
        }.map { one in
            let (begin, end) = Self.lasting(one.item.report.date)
            return StandingTelling(
                topic: .memberships, key: "member|\(one.body)",
                what: "\(a.name) and \(b.name), members of \(SafeText.oneLine(one.body))", side: 2, begin: begin,
                end: end, item: one.item, entry: one.entry)
        }
    }

    // MARK: Who, towards whom, when

    /// Who holds something towards whom, by the names to show.
    private struct Pair {
        var holder: String
        var other: String
        var side: Int
    }

    private func isParty(_ one: Participant) -> Bool {
        !(a.fits(one) && a.isSomebodyOf(one)) && !(b.fits(one) && b.isSomebodyOf(one))
    }

    private func pair(_ holders: [Participant], _ others: [Participant]) -> Pair? {
        for (side, first, second) in [(0, a, b), (1, b, a)] {
            for holder in holders where first.fits(holder) {
                if let other = others.first(where: { $0 != holder && second.fits($0) }) {
                    return Pair(holder: first.name(of: holder), other: second.name(of: other), side: side)
                }
            }
        }
        return nil
    }

    /// Two that are told side by side: "Osk and Veldania are allies".
    private func jointPair(_ holders: [Participant]) -> Pair? {
        guard let first = holders.first(where: a.fits), let second = holders.first(where: { $0 != first && b.fits($0) })
        else { return nil }
        return Pair(holder: a.name(of: first), other: b.name(of: second), side: 2)
    }

    /// The dates of an event that begins something, where its own sentence states them: the box states no date that was
    /// carried over from elsewhere.
    private static func stated(_ date: ReportDate?) -> (begin: EDTF?, end: EDTF?) {
        guard let date, date.basis == .stated, let value = EDTF(date.edtf) else { return (nil, nil) }
        return value.isInterval ? (value.intervalStart, value.intervalEnd) : (value, nil)
    }

    /// The dates of a state of affairs: only a span of time tells its beginning or end.
    private static func lasting(_ date: ReportDate?) -> (begin: EDTF?, end: EDTF?) {
        guard let date, date.basis != .published, let value = EDTF(date.edtf), value.isInterval else {
            return (nil, nil)
        }
        return (value.intervalStart, value.intervalEnd)
    }
}

extension EDTF {
    /// Whether the value is a span of time with a beginning or an end.
    fileprivate var isInterval: Bool { intervalStart != nil || intervalEnd != nil }
}
