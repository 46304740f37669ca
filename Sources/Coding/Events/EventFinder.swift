import ChanceryCore
import Grammar
import SpacyPipeline

/// Finds the events a document tells, by the codebook's rules over its parse.
public struct EventFinder: Sendable {
    private let kept: Kept<Codebook>
    var codebook: Codebook { kept.value }
    /// The rules that fire at a token.
    let firing: FiringRules

    /// Makes a finder over a codebook.
    public init(_ codebook: Codebook) {
        kept = Kept(codebook)
        firing = FiringRules(kept)
    }

    /// What the rules find in a document.
    struct Findings: Sendable {
        /// The acts the rules tell, in text order.
        var told: [EventFinding] = []
        /// Acts that a rule found and that were let go, with the reason.
        var untold: [(event: EventFinding, origin: ActSite.Origin)] = []
        /// The words of which an exception of the codebook says that they tell no act.
        var excepted: Set<Int> = []
        /// The words that rules name, in text order.
        var words: [FiringRules.Word] = []
        /// For each word whose rules fire and find nobody the narrowest of them.
        var fired: [Int: FiringRules.Fired] = [:]
    }

    /// The events of a document that the rules tell, in text order.
    ///
    /// Of several rules that fit one trigger the narrowest speaks, then the first in the file. An event noun or clause
    /// that another event's rule has taken in ("refused to endorse", "broke off ties") is no event of its own.
    func findings(in parsed: ParsedDocument, entities: EntityIndex, _ counterparts: Counterparts) -> Findings {
        let roles = ArgumentStructure(parsed)
        let filler = SlotFiller(parsed: parsed, roles: roles, entities: entities, words: codebook.eventWords)
        var findings = Findings()
        var found: [EventFinding] = []
        for index in parsed.tokens.indices {
            guard let word = firing.word(at: index, parsed, filler) else { continue }
            findings.words.append(word)
            let candidates = firing.candidates(of: word, parsed, filler)
            guard let narrowest = candidates.first else { continue }
            let events = events(of: candidates, at: index, parsed, filler, counterparts, after: found)
            if events.isEmpty { findings.fired[index] = narrowest }
            found += events
        }
        let taken = TakenIn(parsed: parsed, roles: roles).triggers(of: found)
        findings.untold = found.filter { taken.contains($0.trigger) }.map { ($0, .taken) }
        found.removeAll { taken.contains($0.trigger) }
        let completed = EarlierTellings(parsed: parsed, filler: filler, codebook: codebook).completed(found)
        for place in completed.indices {
            let event = betweenTheTwo(completed[place], counterparts, after: completed[..<place])
            if isTold(event), let told = told(event, filler) {
                if isExcepted(told, filler) {
                    findings.excepted.insert(event.trigger)
                } else {
                    findings.told.append(told)
                }
            } else {
                findings.untold.append((event, .lost))
            }
        }
        return findings
    }

    /// The acts a token tells: one, or one for each of the objects that are joined to each other and are of different acts
    /// ("relations and an embassy were established").
    private func events(
        of candidates: [FiringRules.Fired], at index: Int, _ parsed: ParsedDocument, _ filler: SlotFiller,
        _ counterparts: Counterparts, after earlier: [EventFinding]
    ) -> [EventFinding] {
        // Most words fire one rule at most: what they govern is not asked.
        let patients = candidates.count < 2 ? [] : filler.roles.patients(index)
        let objects = Set(patients + patients.flatMap { filler.conjuncts(of: $0) })
        guard objects.count > 1 else {
            return event(of: candidates, at: index, parsed, filler, counterparts, after: earlier).map { [$0] } ?? []
        }
        var found: [EventFinding] = []
        var open = candidates
        while !open.isEmpty {
            let meant = objects.intersection(open[0].tokens)
            var narrowed = filler
            narrowed.objects = meant.sorted()
            let own = open.filter { meant.isEmpty || !meant.isDisjoint(with: $0.tokens) }
            let told =
                event(of: own, at: index, parsed, narrowed, counterparts, after: earlier)
                ?? found.first.flatMap { shared(open[0], at: index, with: $0) }
            if var event = told, !found.contains(where: { $0.concept.name == event.concept.name }) {
                event.isFurther = !found.isEmpty
                found.append(event)
            }
            if meant.isEmpty { break }
            // What is left has another object's word to stand on.
            open = open.filter { meant.isDisjoint(with: $0.tokens) && !objects.isDisjoint(with: $0.tokens) }
        }
        return found
    }

    /// An act between two states whose own words name none, told in one breath with another of theirs: "relations and the
    /// Oskan embassy in Strelsau were established".
    private func shared(
        _ candidate: FiringRules.Fired, at index: Int, with other: EventFinding
    ) -> EventFinding? {
        let rule = codebook.rules[candidate.rule]
        guard let concept = codebook.concepts[rule.concept], concept.isBilateral, other.concept.isBilateral,
            !other.actors.isEmpty, !other.recipients.isEmpty
        else { return nil }
        return EventFinding(
            trigger: index, rule: candidate.rule, ruleID: rule.id, concept: concept, actors: other.actors,
            recipients: other.recipients, isReciprocal: concept.isReciprocal, conditionTokens: candidate.tokens)
    }

    private func event(
        of candidates: [FiringRules.Fired], at index: Int, _ parsed: ParsedDocument,
        _ filler: SlotFiller, _ counterparts: Counterparts, after earlier: [EventFinding]
    ) -> EventFinding? {
        var open: EventFinding?
        for (number, tokens) in candidates {
            let rule = codebook.rules[number]
            guard let concept = codebook.concepts[rule.concept] else { continue }
            var (actors, recipients) = parties(of: rule, at: index, filler)
            (actors, recipients) = completed((actors, recipients), of: concept, at: index, filler)
            if actors.count > 1, filler.namesEachOther(at: index) {
                (actors, recipients) = (Array(actors.prefix(1)), Array(actors.dropFirst()))
                return EventFinding(
                    trigger: index, rule: number, ruleID: rule.id, concept: concept, actors: actors,
                    recipients: recipients, isReciprocal: true, conditionTokens: tokens)
            }
            let isJoint = concept.isJoint && actors.count > 1
            if isJoint, recipients.isEmpty {
                recipients = Array(actors.dropFirst())
                actors = Array(actors.prefix(1))
            }
            if concept.isForeign {
                let own = Set(actors.map(\.code).filter { !$0.isEmpty })
                recipients.removeAll { own.contains($0.code) }
            }
            if concept.impliesOther, !rule.needsRecipient, actors.isEmpty != recipients.isEmpty,
                !namesSomebody(actors.isEmpty ? rule.actor : rule.recipient, at: index, filler),
                let other = filler.impliedParty(at: index, besides: actors + recipients)
            {
                if actors.isEmpty { actors = [other] } else { recipients = [other] }
            }
            if concept.isBilateral {
                (actors, recipients) = between((actors, recipients), rule, at: index, filler, counterparts, earlier)
            }
            if actors.isEmpty, recipients.isEmpty {
                // Another rule may name them.
                if open == nil, occurs(at: index, concept, filler) {
                    open = EventFinding(
                        trigger: index, rule: number, ruleID: rule.id, concept: concept, actors: [],
                        recipients: [], isReciprocal: concept.isReciprocal, conditionTokens: tokens)
                }
                continue
            } else if rule.needsRecipient && recipients.isEmpty || rule.needsActor && actors.isEmpty
                || actors.isEmpty && lacksNamedAgent(index, rule, filler)
            {
                continue
            }
            return EventFinding(
                trigger: index, rule: number, ruleID: rule.id, concept: concept, actors: actors,
                recipients: recipients, isReciprocal: concept.isReciprocal || isJoint, conditionTokens: tokens)
        }
        return open
    }

    /// Whether an event noun is told to go on between parties that stand elsewhere: "the talks broke down", "hostilities resumed".
    /// Whom the text told before to be at it is found in ``EarlierTellings``.
    private func occurs(
        at index: Int, _ concept: Codebook.Concept, _ filler: SlotFiller
    ) -> Bool {
        let grammar = filler.parsed.grammar
        guard concept.isReciprocal || concept.isViolent, filler.parsed.tree.tags[index].isNoun,
            let verb = grammar.occurrence(of: index), grammar.continuesTelling(of: index, by: verb)
        else { return false }
        let isPlaced = ["in", "over"].contains { word in
            [index, verb].contains { !grammar.objects(ofPreposition: word, at: $0).allSatisfy(grammar.tree.isTime) }
        }
        if concept.isViolent, isPlaced { return false }
        return grammar.partners(of: index).isEmpty && grammar.partners(of: verb).isEmpty
    }

    /// A mutual act that goes on between parties told nowhere near it: those that the passage is about.
    private func betweenTheTwo(
        _ event: EventFinding, _ counterparts: Counterparts, after told: ArraySlice<EventFinding>
    ) -> EventFinding {
        guard event.concept.isReciprocal, event.actors.isEmpty, event.recipients.isEmpty else { return event }
        let pair = counterparts.pair(at: event.trigger, after: told)
        // "The talks went on" at the head of a text goes on from nothing told.
        guard pair.allSatisfy({ $0.span.end <= counterparts.start(of: event.trigger) }) else { return event }
        var event = event
        event.actors = Array(pair.prefix(1))
        event.recipients = Array(pair.dropFirst())
        return event
    }

    /// Whether something stands where the missing side is looked for, though no record can name it ("visited the region").
    private func namesSomebody(_ slots: [Codebook.Slot], at index: Int, _ filler: SlotFiller) -> Bool {
        // "Relations began" names nobody: what is changed is no doer.
        let changed = filler.roles.isVerb(index) ? filler.roles.patients(index) : []
        return slots.contains { slot in
            slot.last != .holder && filler.heads(slot, at: index).contains { !changed.contains($0) }
        }
    }

    /// Whether a verb has an agent that no record can name: "the report calls for talks".
    private func lacksNamedAgent(_ index: Int, _ rule: Codebook.Rule, _ filler: SlotFiller) -> Bool {
        guard let slot = rule.actor.first, slot.path.count == 1, slot.last == .subject, filler.roles.isVerb(index),
            !filler.roles.isPassive(index)
        else {
            return false
        }
        // "The attack killed six sailors": violence is told, whoever was behind it.
        return codebook.concepts[rule.concept]?.isDoneByViolence != true
            || !filler.roles.agents(index).contains { isViolence($0, filler) }
    }

    private func isViolence(_ noun: Int, _ filler: SlotFiller) -> Bool {
        (codebook.nounRules[filler.parsed.lowerLemmas[noun]]?.firings ?? []).contains {
            codebook.concepts[codebook.rules[$0.rule].concept]?.isViolent == true
        }
    }

    /// Whether somebody takes part whom a record can name: a state's, or somebody with a name of their own.
    func isTold(_ event: EventFinding) -> Bool {
        event.actors.contains(where: Self.isNamed) || event.recipients.contains(where: Self.isNamed)
    }

    private static func isNamed(_ mention: Mention) -> Bool {
        // Nearly all names have a capital of ASCII, which is found without asking Unicode.
        !mention.code.isEmpty || mention.name.utf8.contains { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
            || mention.name.contains(where: \.isUppercase)
    }
}
