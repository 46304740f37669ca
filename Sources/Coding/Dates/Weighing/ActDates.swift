import ChanceryCore

/// When an act was done, as the text has it.
struct ActDate: Sendable {
    /// What the words tell.
    var finding: DateFinding?
    /// The day of publication, or its month or year, where nothing but that tells it.
    var published: EDTF?

    static let unknown = ActDate()
}

/// Dates the acts of a document: what the rules of ``DateReader`` make of each, and what is likely by what was learnt.
struct ActDates {
    let parsed: ParsedDocument
    let dates: DateReader
    let statements: StatementIndex
    /// Who says "we" in the text's own voice, where somebody does.
    let author: Mention?
    /// What was learnt of dates; nil where the rules alone are to speak.
    let model: LinearModel?

    /// The date of each act, in the order given.
    func dates(of events: [EventFinding]) -> [ActDate] {
        let acts = dated(events)
        let chosen =
            model.map { DateChooser(dates: dates, model: $0).dates(of: acts) }
            ?? acts.map { ActDate(finding: $0.ruled) }
        return events.indices.map { place in
            acts[place].ruled == nil && isDoneByPublishing(events[place], acts[place])
                ? ActDate(published: dates.context.facts.publishedOn) : chosen[place]
        }
    }

    /// The acts with what the rules say of their dates.
    func dated(_ events: [EventFinding]) -> [DatedAct] {
        events.map { event in
            let isOwnVoice = !statements.isToldInStatement(event.trigger)
            var (ruled, way) = (dates.date(at: event.trigger, carriesOver: isOwnVoice), DatedAct.told)
            if ruled == nil {
                (ruled, way) =
                    isOwnVoice
                    ? (dates.storyDate(at: event.trigger), DatedAct.story) : (dayOfDeclaring(event), DatedAct.declared)
            }
            return DatedAct(event, isOwnVoice: isOwnVoice, ruled: ruled, way: way)
        }
    }

    /// The day on which somebody said that they do what saying does: "announced on 4 May that it was resuming relations".
    private func dayOfDeclaring(_ event: EventFinding) -> DateFinding? {
        guard event.concept.isDeclared, dates.isOfTheDaySaid(at: event.trigger) else { return nil }
        let parties = event.actors + event.recipients
        let own = statements.allStatements(at: event.trigger).first { statement in
            guard statement.standing == .said, statement.stance != .rejects, statement.kind != .invented,
                let source = statement.source
            else { return false }
            return parties.contains { $0.name == source.name || !$0.code.isEmpty && $0.code == source.code }
        }
        guard let own else { return nil }
        return dates.date(at: own.at, excluding: own.content) ?? dates.storyDate(at: own.at)
    }

    /// Whether an act is done by its being published: "We urge Osk to withdraw", in a statement of those who urge.
    private func isDoneByPublishing(_ event: EventFinding, _ act: DatedAct) -> Bool {
        guard act.isOwnVoice, event.concept.isVerbal, let author, dates.isPresent(at: event.trigger),
            event.actors.contains(where: { $0.name == author.name || !$0.code.isEmpty && $0.code == author.code })
        else { return false }
        return !dates.isOfAnotherYear(near: event.trigger)
    }
}
