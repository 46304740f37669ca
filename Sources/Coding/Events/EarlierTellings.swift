import ChanceryCore
import Grammar
import SpacyPipeline

/// Fills the sides of events that their own clause leaves open, from what the document told before.
///
/// "Osk attacked Veldania. … Velgard said that the attack had failed": an event noun that points back ("the attack",
/// "their expulsion"), a passive without its agent, or a stance towards an act ("condemned the invasion") is completed
/// from the nearest earlier telling of the same act whose known side agrees. What is taken over carries `from`.
struct EarlierTellings {
    let parsed: ParsedDocument
    let filler: SlotFiller
    let codebook: Codebook

    /// How many sentences back an event noun that points ("the attack") reaches.
    private static let reach = 10
    /// How many sentences back a clause reaches that only tells the same act again.
    private static let shortReach = 6

    /// The events, each open side filled where an earlier telling gives it.
    func completed(_ events: [EventFinding]) -> [EventFinding] {
        var done: [EventFinding] = []
        for event in events { done.append(completed(event, after: done)) }
        return done
    }

    private func completed(_ event: EventFinding, after earlier: [EventFinding]) -> EventFinding {
        var event = event
        if event.recipients.isEmpty, event.concept.traits.contains(.stance) {
            event.recipients = doers(ofObjectOf: event, earlier)
        }
        guard event.actors.isEmpty || event.recipients.isEmpty else { return event }
        if event.actors.isEmpty, let noun = violentSubject(of: event) { event.actors = doers(of: noun, event, earlier) }
        let isOpen = event.actors.isEmpty && event.recipients.isEmpty
        if let known = telling(of: event, earlier) {
            // "The attack", told before as a cyberattack, is that; "hostilities" after a raid are more than the raid.
            if !isOpen { event.concept = known.concept }
            if event.actors.isEmpty { event.actors = taken(known.actors, besides: event.recipients) }
            if event.recipients.isEmpty { event.recipients = taken(known.recipients, besides: event.actors) }
        }
        if event.recipients.isEmpty {
            event.recipients = hostReturned(to: event, earlier) + opponent(of: event, earlier)
        }
        return event
    }

    // MARK: the same act told before

    /// The nearest earlier event that this one tells again.
    private func telling(of event: EventFinding, _ earlier: [EventFinding]) -> EventFinding? {
        let points = pointingNoun(of: event) != nil
        if event.actors.isEmpty, event.recipients.isEmpty { return exchange(of: event, earlier) }
        guard points || retells(event) else { return nil }
        let reach = points ? Self.reach : Self.shortReach
        let here = parsed.sentence(of: event.trigger)
        return earlier.last { other in
            guard here - parsed.sentence(of: other.trigger) <= reach, isFilled(other, besides: event),
                other.concept.name == event.concept.name || points && isShort(event, for: other)
            else { return false }
            guard points || stem(event.trigger) == stem(other.trigger) else { return false }
            return agrees(event.actors, other.actors, strictly: !points)
                && agrees(event.recipients, other.recipients, strictly: true)
        }
    }

    /// The nearest earlier act between two parties that an event noun without any goes on with: "India and Pakistan fought. …
    /// Hostilities resumed".
    private func exchange(of event: EventFinding, _ earlier: [EventFinding]) -> EventFinding? {
        let here = parsed.sentence(of: event.trigger)
        let reach = pointingNoun(of: event) == nil ? Self.shortReach : Self.reach
        return earlier.reversed().prefix { here - parsed.sentence(of: $0.trigger) <= reach }.first { other in
            other.concept.type == event.concept.type
                && !other.actors.isEmpty && !other.recipients.isEmpty
                && (other.concept.isReciprocal || other.concept.isViolent)
                && (other.actors + other.recipients).allSatisfy { !$0.code.isEmpty || $0.kind != .group }
        }
    }

    /// Whether an event noun is the last part of the longer one that told an act before: "attack" of "cyberattack".
    private func isShort(_ event: EventFinding, for other: EventFinding) -> Bool {
        let own = parsed.tokens[event.trigger].lemma.lowercased()
        return own.count > 3 && isNoun(event.trigger)
            && ([other.trigger] + other.conditionTokens).contains {
                let longer = parsed.tokens[$0].lemma.lowercased()
                return isNoun($0) && longer.count > own.count && longer.hasSuffix(own)
            }
    }

    /// What a verb and its noun share: "exp" of "expelled" and "expulsion".
    private func stem(_ token: Int) -> String { String(parsed.tokens[token].lemma.lowercased().prefix(3)) }

    /// Whether an earlier event has a side that this one lacks.
    private func isFilled(_ other: EventFinding, besides event: EventFinding) -> Bool {
        event.actors.isEmpty && !other.actors.isEmpty || event.recipients.isEmpty && !other.recipients.isEmpty
    }

    /// Whether two tellings of one side can mean the same parties; an open side agrees with any.
    private func agrees(_ side: [Mention], _ other: [Mention], strictly: Bool) -> Bool {
        if side.isEmpty { return true }
        if other.isEmpty { return !strictly }
        return side.contains { one in other.contains { isSame(one, $0) } }
    }

    private func isSame(_ one: Mention, _ other: Mention) -> Bool {
        one.name == other.name || (!one.code.isEmpty && one.code == other.code)
    }

    /// The event noun of a telling that points back: "the attack", "their expulsion".
    private func pointingNoun(of event: EventFinding) -> Int? {
        // "Made the deal": whoever makes one of several kinds is not told by "the".
        if event.concept.isReciprocal, filler.roles.isVerb(event.trigger) { return nil }
        return ([event.trigger] + event.conditionTokens).first {
            isNoun($0) && isPointing($0) && ($0 == event.trigger || !isOwned($0))
        }
    }

    /// Whether a clause tells an act in such a way that it may be one told before: a passive without its agent, or a
    /// definite object ("supplied the arms").
    private func retells(_ event: EventFinding) -> Bool {
        guard filler.roles.isVerb(event.trigger) else { return false }
        if filler.roles.isPassive(event.trigger) { return event.actors.isEmpty }
        return event.recipients.isEmpty && !event.concept.isReciprocal
            && filler.roles.patients(event.trigger).contains { isPointing($0) && !isOwned($0) }
    }

    /// Whether a pronoun owns a noun: "offered his own support" points to nothing told before.
    private func isOwned(_ noun: Int) -> Bool {
        parsed.tree.hasChild(of: noun, [.poss]) { parsed.tree.tags[$0] == .PRPS }
    }

    private func isNoun(_ token: Int) -> Bool { parsed.tree.tags[token].isNoun }

    private func isPointing(_ noun: Int) -> Bool {
        guard isNoun(noun), parsed.tree.child(of: noun, [.nummod]) == nil, !isNarrowed(noun) else { return false }
        return parsed.children(of: noun).contains { child in
            let word = parsed.tokens[child].text.lowercased()
            if parsed.tree.labels[child] == .det { return parsed.grammar.words.pointers.contains(word) }
            return parsed.tree.tags[child] == .PRPS
        }
    }

    /// Whether a clause tells which of several is meant: "the attack that failed", but not "the attack, which failed".
    private func isNarrowed(_ noun: Int) -> Bool {
        parsed.tree.hasChild(of: noun, [.relcl]) { clause in
            let first = parsed.extent(of: clause).lowerBound
            return !(first > 0 && (parsed.tokens[first - 1].text == "," || parsed.tokens[first].text == ","))
        }
    }

    // MARK: stances towards an act

    /// Who did what a stance is about: the invader of "condemned the invasion".
    private func doers(ofObjectOf event: EventFinding, _ earlier: [EventFinding]) -> [Mention] {
        guard filler.roles.isVerb(event.trigger) else { return [] }
        let roles = filler.roles
        let objects =
            roles.patients(event.trigger) + roles.objects(ofPreposition: "against", at: event.trigger)
            + roles.objects(ofPreposition: "with", at: event.trigger)
        for noun in objects where isNoun(noun) && isPointing(noun) && !isOwned(noun) {
            let found = doers(of: noun, event, earlier)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Who did what an event noun points back to; the nearest act of the noun's kind.
    private func doers(of noun: Int, _ event: EventFinding, _ earlier: [EventFinding]) -> [Mention] {
        guard isPointing(noun) else { return [] }
        let kinds = concepts(of: noun)
        let here = parsed.sentence(of: noun)
        let told = earlier.last {
            here - parsed.sentence(of: $0.trigger) <= Self.shortReach && $0.trigger != noun && !$0.actors.isEmpty
                && (kinds.contains($0.concept.name) || tells($0, of: noun) || answers(event, $0, noun: noun))
        }
        guard let told else { return [] }
        let parties = (told.concept.isReciprocal ? told.actors + told.recipients : told.actors).filter {
            !$0.code.isEmpty || $0.name.split(separator: " ").last?.first?.isUppercase == true
        }
        return taken(parties, besides: event.actors + event.recipients)
    }

    /// Whether an event is told with a noun's own word, or with the verb it comes from: "signed an agreement" with
    /// "agreement", "accused" with "accusation".
    private func tells(_ event: EventFinding, of noun: Int) -> Bool {
        let lemma = parsed.tokens[noun].lemma.lowercased()
        if ([event.trigger] + event.conditionTokens).contains(where: { parsed.tokens[$0].lemma.lowercased() == lemma })
        {
            return true
        }
        return lemma.count > 5 && filler.roles.isVerb(event.trigger)
            && parsed.tokens[event.trigger].lemma.lowercased().prefix(4) == lemma.prefix(4)
    }

    /// Whether an act is the answer to a saying: "rejected the charges" of whoever had accused its actor.
    private func answers(_ event: EventFinding, _ saying: EventFinding, noun: Int) -> Bool {
        let lemma = parsed.tokens[noun].lemma.lowercased()
        return codebook.eventWords.sayings.contains { $0.nouns.contains(lemma) && $0.type == saying.concept.type }
            && agrees(event.actors, saying.recipients, strictly: true)
    }

    /// The concepts that a noun can tell of.
    private func concepts(of noun: Int) -> Set<String> {
        let lemma = parsed.tokens[noun].lemma.lowercased()
        return Set((codebook.nounRules[lemma]?.firings ?? []).map { codebook.rules[$0.rule].concept })
    }

    /// The violence that stands as the subject of violence: "attack" in "the attack killed four soldiers".
    private func violentSubject(of event: EventFinding) -> Int? {
        guard event.concept.isViolent, filler.roles.isVerb(event.trigger) else { return nil }
        return filler.roles.agents(event.trigger).first { isNoun($0) && !concepts(of: $0).isEmpty }
    }

    // MARK: implied by the sort of act

    /// The host of a return visit: whoever visited before.
    private func hostReturned(to event: EventFinding, _ earlier: [EventFinding]) -> [Mention] {
        guard event.concept.modes.contains("visit"), isReturn(event.trigger) else { return [] }
        let before = earlier.last { other in
            other.concept.modes.contains("visit")
                && other.recipients.contains { host in event.actors.contains { isSame($0, host) } }
        }
        guard let visitor = before?.actors.first(where: { !$0.code.isEmpty }) else { return [] }
        let state = filler.entities.state(code: visitor.code, span: visitor.span) ?? visitor
        return taken([state], besides: event.actors)
    }

    private func isReturn(_ trigger: Int) -> Bool {
        parsed.tree.hasChild(of: trigger, [.amod, .compound, .nmod]) {
            codebook.eventWords.returning.contains(parsed.tokens[$0].lemma.lowercased())
        }
    }

    /// Against whom violence is that names no victim: the one opponent the document has told the doer to have.
    private func opponent(of event: EventFinding, _ earlier: [EventFinding]) -> [Mention] {
        guard event.concept.isViolent, isNoun(event.trigger), !event.actors.isEmpty, !namesVictim(event),
            !event.actors.contains(where: { $0.kind == .person }), namesDoer(event.trigger)
        else { return [] }
        let own = Set(event.actors.map(\.code))
        guard !own.contains("") else { return [] }
        var found: [Mention] = []
        for other in earlier where other.concept.isViolent {
            let sides = [(other.actors, other.recipients), (other.recipients, other.actors)]
            for (side, against) in sides where side.contains(where: { own.contains($0.code) }) {
                found += against.filter { !$0.code.isEmpty && !own.contains($0.code) }
            }
        }
        // Told once is told in passing.
        guard let last = found.last, found.count > 1, Set(found.map(\.code)).count == 1 else { return [] }
        return taken([filler.entities.state(code: last.code, span: last.span) ?? last], besides: event.actors)
    }

    /// Whether an event noun names its doer outright: "the attack of Osk", but not "the Osk attack", which may be where.
    private func namesDoer(_ noun: Int) -> Bool {
        codebook.slots.outrightDoer.contains { !filler.parties($0, at: noun).isEmpty }
    }

    /// Whether words stand where the victim is told, though no record can name it.
    private func namesVictim(_ event: EventFinding) -> Bool {
        codebook.rules[event.rule].recipient.contains {
            !codebook.slots.noVictim.contains($0.path[0].name) && !filler.heads($0, at: event.trigger).isEmpty
        }
    }

    // MARK: taking over

    private func taken(_ mentions: [Mention], besides others: [Mention]) -> [Mention] {
        mentions.filter { one in !others.contains { isSame($0, one) } }.map { filler.taken($0) }
    }
}
