import ChanceryCore
import Grammar
import SpacyPipeline

/// Tells which of a codebook's exceptions hold for an event: whether its words stand in a sense that tells no such act.
struct ExceptionMatcher {
    let filler: SlotFiller

    /// Whether all that an exception asks for is so.
    func holds(_ exception: Codebook.Exception, for event: EventFinding) -> Bool {
        exception.circumstances.allSatisfy { isMet($0, event) != $0.isForbidden }
    }

    private func isMet(_ circumstance: Codebook.Circumstance, _ event: EventFinding) -> Bool {
        switch circumstance.place {
        case .word(let test): filler.fits(event.trigger, test)
        case .slot(let slot, let test): filler.fits(slot, test, at: event.trigger, isOfEvery: circumstance.isOfEvery)
        case .parties(let side, let test): fits(side, test, event, isOfEvery: circumstance.isOfEvery)
        }
    }

    private func fits(
        _ side: Codebook.Circumstance.Side, _ test: Codebook.PartyTest, _ event: EventFinding, isOfEvery: Bool
    ) -> Bool {
        let parties: [Mention]
        let others: [Mention]
        switch side {
        case .actor: (parties, others) = (event.actors, event.recipients)
        case .recipient: (parties, others) = (event.recipients, event.actors)
        case .party: (parties, others) = (event.actors + event.recipients, [])
        }
        if parties.isEmpty { return isOfEvery || test.acceptsNone }
        if test.acceptsAny || test.acceptsSeveral && parties.count > 1 { return true }
        if test.acceptsSeveralStates, Set(parties.map(\.code)).count > 1 { return true }
        let fits = { (party: Mention) in isFitting(party, test, others, event.trigger) }
        return isOfEvery ? parties.allSatisfy(fits) : parties.contains(where: fits)
    }

    private func isFitting(
        _ party: Mention, _ test: Codebook.PartyTest, _ others: [Mention], _ trigger: Int
    ) -> Bool {
        if test.traits.contains(where: { isLike(party, $0) }) { return true }
        if test.acceptsCompatriots, others.contains(where: { $0.code == party.code }) { return true }
        return test.slots.contains { slot in
            filler.heads(slot, at: trigger).contains { party.span.contains(filler.parsed.span($0)) }
        }
    }

    private func isLike(_ party: Mention, _ traits: Codebook.PartyTraits) -> Bool {
        (traits.kinds.isEmpty || traits.kinds.contains(party.kind))
            && (traits.sectors.isEmpty || traits.sectors.contains(party.sector))
            && !traits.otherSectors.contains(party.sector)
            && (traits.hasState.map { $0 == !party.code.isEmpty } ?? true)
            && (traits.isTakenOver.map { $0 == (party.from != nil) } ?? true)
            && (traits.nameEnds.isEmpty || traits.nameEnds.contains { party.name.hasSuffix($0) })
            && (traits.said.isEmpty || traits.said.contains(filler.parsed.text(party.span).lowercased()))
    }
}

extension SlotFiller {
    /// Whether what stands at a slot fits, as any of it does or as all of it does.
    func fits(_ slot: Codebook.Slot, _ test: Codebook.WordTest, at trigger: Int, isOfEvery: Bool) -> Bool {
        let found = heads(slot, at: trigger)
        if found.isEmpty { return isOfEvery || test.acceptsNone }
        if test.acceptsAny { return true }
        let all = found + found.flatMap { conjuncts(of: $0) }
        return isOfEvery ? all.allSatisfy { fits($0, test) } : all.contains { fits($0, test) }
    }

    /// Whether a word fits by itself or by its form.
    func fits(_ token: Int, _ test: Codebook.WordTest) -> Bool {
        test.acceptsAny || matches(token, test.words) || test.forms.contains { isIn($0, token) }
    }

    /// Whether a word is of a sort, or a verb in a form.
    private func isIn(_ form: Codebook.WordForm, _ token: Int) -> Bool {
        switch form {
        case .verb: roles.isVerb(token)
        case .noun: parsed.tree.classes[token] == .noun
        case .adjective: parsed.tree.classes[token] == .adj
        case .number: parsed.tree.classes[token] == .num
        case .name: parsed.tree.tags[token].isProperNoun
        case .pronoun: parsed.tree.classes[token] == .pron
        case .pointing: [.PRP, .DT].contains(parsed.tree.tags[token])
        case .determiner: parsed.tree.classes[token] == .det
        case .active: roles.isVerb(token) && !roles.isPassive(token)
        case .passive: roles.isVerb(token) && roles.isPassive(token)
        case .negative: parsed.grammar.clause(at: token)?.polarity == .negative
        case .bidding: roles.isVerb(token) && parsed.grammar.clause(at: token)?.mood == .imperative
        case .gerund: roles.isVerb(token) && parsed.grammar.clause(at: token)?.finiteness == .gerund
        case .infinitive: roles.isVerb(token) && parsed.grammar.clause(at: token)?.finiteness == .infinitive
        case .participle: roles.isVerb(token) && parsed.grammar.clause(at: token)?.finiteness == .participle
        case .finite: roles.isVerb(token) && parsed.grammar.clause(at: token)?.finiteness == .finite
        }
    }
}
