import ChanceryCore
import Grammar
import SpacyPipeline

extension EventFinder {
    private static let to = Codebook.Slot("to")
    private static let toPlace = Codebook.Slot("to.place")
    private static let with = Codebook.Slot("with")

    /// What the type of a rule's concept says of who takes part.
    private func traits(_ rule: Codebook.Rule) -> Codebook.TypeTraits { codebook.concepts[rule.concept]?.traits ?? [] }

    /// The actors and recipients of a rule that fits at a trigger.
    func parties(of rule: Codebook.Rule, at index: Int, _ filler: SlotFiller) -> ([Mention], [Mention]) {
        var actors: [Mention] = []
        for slot in rule.actor where actors.isEmpty { actors = filler.parties(slot, at: index) }
        if let place = filler.placeModifier(at: index), traits(rule).contains(.violence) {
            // "The Strelsau attacks": where it was done, and not who did it.
            actors.removeAll { $0.code == place.code }
            if let state = filler.entities.state(code: place.code, span: place.span) { return (actors, [state]) }
        }
        if let place = filler.placeModifier(at: index), traits(rule).contains(.gathering) {
            // "The Strelsau talks": where they were held.
            actors.removeAll { $0.code == place.code }
        }
        if actors.isEmpty { actors = authors(rule.actor, at: index, filler) }
        guard let errand = filler.errand(of: index) else {
            return (actors, recipients(of: rule, at: index, filler, actors: actors))
        }
        // "Sent troops to invade Osk": nameless troops act for those who sent them.
        if actors.allSatisfy({ $0.kind == .group && $0.code.isEmpty }), !filler.roles.patients(errand).isEmpty {
            let senders = filler.roles.agents(errand).flatMap { filler.entities.participants(at: $0) }
            if !senders.isEmpty { actors = senders.map { filler.taken($0) } }
        }
        let own = recipients(of: rule, at: index, filler, actors: actors)
        guard own.isEmpty, filler.roles.patients(index).allSatisfy({ filler.entities.participants(at: $0).isEmpty })
        else {
            return (actors, own)
        }
        // "Went to Osk to demand a ceasefire": from those there.
        let hosts =
            [Self.to, Self.toPlace]
            .lazy.map { filler.parties($0, at: errand) }.first { !$0.isEmpty } ?? []
        return (actors, others(hosts, than: actors).map { filler.taken($0) })
    }

    /// Who speaks where the subject is a text or a bill: the one it belongs to, or who brings it forth ("Osk published a
    /// report accusing …").
    private func authors(_ slots: [Codebook.Slot], at index: Int, _ filler: SlotFiller) -> [Mention] {
        guard let slot = slots.first, slot.path.count == 1, slot.last == .subject else { return [] }
        for head in filler.heads(slot, at: index) where codebook.eventWords.utterances.contains(filler.lemma(head)) {
            let named = filler.entities.relatedParties(of: head)
            if !named.isEmpty { return named }
            if let holder = filler.roles.holder(ofNoun: head) { return filler.entities.participants(at: holder) }
        }
        return []
    }

    /// The recipients: first whom the slots name outright, then the parties that describe what stands there, then those
    /// of the act that this one is about ("agreed to withdraw its troops from Osk").
    private func recipients(
        of rule: Codebook.Rule, at index: Int, _ filler: SlotFiller, actors: [Mention]
    ) -> [Mention] {
        var own: [Mention] = []
        // What several agree on they agree on with each other, unless it says with whom.
        if actors.count > 1, codebook.concepts[rule.concept]?.isJoint == true {
            return others(filler.parties(Self.with, at: index), than: actors)
        }
        for looksInside in [false, true] {
            for slot in rule.recipient {
                if isBeside(slot, rule, at: index, filler) { continue }
                // "Said that Osk's plan must be dropped": the plan must, and not Osk.
                if looksInside, slot.last == .subject { continue }
                let found = others(filler.parties(slot, at: index, looksInside: looksInside), than: actors)
                    .filter { !looksInside || (isPartyWithin($0) && !isOpposed($0, rule, filler)) }
                // What belongs to the one who acts is its recipient only where there is no other.
                let foreign = found.filter { !isOwned($0, by: actors, filler) }
                if !foreign.isEmpty { return foreign }
                if own.isEmpty { own = found }
            }
        }
        // "Told others to vote for Osk": who is asked is somebody else.
        let isAskedElsewhere =
            traits(rule).contains(.request) && filler.roles.isVerb(index)
            && (!filler.roles.patients(index).isEmpty || rule.recipient.allSatisfy { $0.last == .subject })
        if codebook.concepts[rule.concept]?.governsComplement == true, !isAskedElsewhere {
            for place in innerTriggers(of: index, filler) {
                guard let word = firing.word(at: place, filler.parsed, filler),
                    let number = firing.candidates(of: word, filler.parsed, filler).first?.rule
                else { continue }
                let inner = codebook.rules[number]
                // "Refused to discuss the threat to Osk": what is talked of befalls Osk, who is refused nothing.
                if !filler.roles.isVerb(place), traits(inner).contains(.befalling) { continue }
                for slot in inner.recipient {
                    let found = others(filler.parties(slot, at: place), than: actors)
                        .filter { !isOwned($0, by: actors, filler) && isPartyWithin($0) }
                    if !found.isEmpty { return found }
                }
            }
        }
        return own.isEmpty ? statesOfPlaces(at: rule.recipient, index, filler, actors: actors) : own
    }

    /// The state of the town that stands where the recipient would: "launched an attack on Strelsau".
    private func statesOfPlaces(
        at slots: [Codebook.Slot], _ index: Int, _ filler: SlotFiller, actors: [Mention]
    ) -> [Mention] {
        for slot in slots where !codebook.slots.noTown.contains(slot.path.last?.name ?? "") {
            let found = others(filler.statesOfPlaces(filler.heads(slot, at: index)), than: actors)
                .filter { place in !actors.contains { $0.code == place.code } }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The triggers of what an act is about: the verbs of its clauses, and the nouns they and it govern.
    private func innerTriggers(of index: Int, _ filler: SlotFiller) -> [Int] {
        var found: [Int] = []
        var open = filler.roles.complements(index)
        while !open.isEmpty, found.count < 8 {
            let clause = open.removeFirst()
            found.append(clause)
            found += filler.parsed.tree.children(of: clause, [.dobj])
            open += filler.parsed.tree.children(of: clause, [.xcomp])
        }
        return found + filler.parsed.tree.children(of: index, [.dobj])
    }

    /// Whether a slot leads to those against whom the thing judged is: who "backs sanctions against Osk" backs no Osk.
    private func isBeside(
        _ slot: Codebook.Slot, _ rule: Codebook.Rule, at index: Int, _ filler: SlotFiller
    ) -> Bool {
        slot.path.count > 1 && slot.path.last?.name == "against" && traits(rule).contains(.judgement)
    }

    /// Whether a party stands after "against" in what is judged: Osk of "supports sanctions against Osk".
    private func isOpposed(_ mention: Mention, _ rule: Codebook.Rule, _ filler: SlotFiller) -> Bool {
        guard traits(rule).contains(.judgement) else { return false }
        let parsed = filler.parsed
        return parsed.tokens(in: mention.span).contains {
            parsed.tree.labels[$0] == .pobj && mention.span.contains(parsed.span($0))
                && parsed.head(of: $0).map { filler.lemma($0) } == "against"
        }
    }

    /// Whether a party that only describes what stands at a slot takes part: a state or a person may, while a firm's
    /// name in a compound is most often the thing's ("the Veldania Motors tax").
    private func isPartyWithin(_ mention: Mention) -> Bool {
        // "A Senate bill" is nobody's yet.
        (!mention.code.isEmpty && mention.sector != "LEG") || mention.kind == .person
    }

    private func others(_ found: [Mention], than actors: [Mention]) -> [Mention] {
        found.filter { one in !actors.contains { $0.name == one.name || $0.span == one.span } }
    }

    /// Whether words say that somebody belongs to the one who acts: "its troops".
    private func isOwned(_ mention: Mention, by actors: [Mention], _ filler: SlotFiller) -> Bool {
        guard !mention.code.isEmpty, actors.contains(where: { $0.code == mention.code }) else { return false }
        let parsed = filler.parsed
        return parsed.tokens(in: mention.span).contains { parsed.tree.tags[$0] == .PRPS }
            || mention.from.map { from in actors.contains { $0.span == from } } == true
    }
}
