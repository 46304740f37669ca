import ChanceryCore
import Grammar

/// Reads offices that somebody is given or told to have: "appointed Ora Lind as special envoy for Tarn", "the appointment of
/// Ora Lind as envoy", "was appointed minister to Tarn", "with Ora Lind as chargé d'affaires".
struct GivenOfficeReader: StateStage {
    let context: StateFindingContext

    /// Every office so told, in text order.
    func offices() -> [OfficeMention] {
        tokens.indices.compactMap { index in
            switch labels[index] {
            case .prep where lower(index) == "as":
                tree.child(of: index, [.pobj]).flatMap { isPlain($0) ? office($0, as: index) : nil }
            case .oprd, .attr: office(of: index)
            default: nil
            }
        }
    }

    /// Whether an office stands without "a", by which anything may be compared to it.
    private func isPlain(_ noun: Int) -> Bool {
        !tree.children(of: noun, [.det]).contains { lists.indefinite.contains(lower($0)) }
    }

    /// "as special envoy": the office behind the word, of whom the words before tell.
    private func office(_ noun: Int, as preposition: Int) -> OfficeMention? {
        guard let above = tree.head(of: preposition), let person = person(above, before: preposition) else {
            return nil
        }
        return office(noun, of: person, by: above)
    }

    /// "was appointed minister": the office that a verb of giving has beside its object.
    private func office(of noun: Int) -> OfficeMention? {
        guard let verb = tree.head(of: noun), isGiving(verb), let person = given(verb, before: noun) else { return nil }
        return office(noun, of: person, by: verb)
    }

    private func office(_ noun: Int, of person: Mention, by giver: Int) -> OfficeMention? {
        guard let (role, words) = entities.role(at: noun), role.noun == .office, !role.isPlural, words.contains(noun)
        else { return nil }
        let owner = OwnerReader(named: entities.named).owners(of: noun).first { $0.entity.kind != .person }?.mention
        return OfficeMention(
            person: person, office: parsed.text(parsed.span(words)), sector: role.sector,
            of: owner ?? (isGiving(giver) ? state(ofGiver: giver, for: parsed.text(parsed.span(words))) : nil),
            tokens: words, isFormer: false)
    }

    /// The state of whoever gives an office of a state: "Osk appointed Ora Lind ambassador".
    private func state(ofGiver verb: Int, for office: String) -> Mention? {
        guard rules.isNational(office),
            let giver = arguments.agents(verb).lazy.compactMap({ entities.participants(at: $0).first }).first,
            giver.kind != .organisation, !giver.code.isEmpty,
            var state = entities.state(code: giver.code, span: giver.span)
        else { return nil }
        state.from = giver.from ?? giver.span
        return state
    }

    // MARK: Of whom

    private func isGiving(_ verb: Int) -> Bool {
        classes[verb] == .verb && lists.giving.contains(lemma(verb)) && truth.holds(verb, allowsPast: true)
            && !truth.isNegated(verb)
    }

    /// Who is given the office by a verb.
    private func given(_ verb: Int, before end: Int) -> Mention? {
        let heads = arguments.isPassive(verb) ? arguments.patients(verb) : tree.children(of: verb, [.dobj])
        return heads.filter { $0 < end }.lazy.compactMap { person(at: $0) }.first
    }

    /// Whom the words before "as" tell of: a verb's object, the "of" of a noun of giving, the object of "with".
    private func person(_ above: Int, before end: Int) -> Mention? {
        if isGiving(above) { return given(above, before: end) }
        if lower(above) == "with" { return tree.child(of: above, [.pobj]).flatMap { person(at: $0) } }
        if labels[above] == .pobj, let preposition = tree.head(of: above), let noun = tree.head(of: preposition) {
            if lower(preposition) == "with", above < end { return person(at: above) }
            if lower(preposition) == "of", lists.givings.contains(lemma(noun)) { return person(at: above) }
        }
        if arguments.isVerb(above) { return doer(of: above, before: end) }
        guard lists.givings.contains(lemma(above)) else { return nil }
        if let owner = tree.child(of: above, [.poss]) { return person(at: owner) }
        return arguments.objects(ofPreposition: "of", at: above).filter { $0 < end }.lazy.compactMap { person(at: $0) }
            .first
    }

    /// "she pushed for it as secretary of state": who does something as what they are.
    private func doer(of verb: Int, before end: Int) -> Mention? {
        guard !lists.taking.contains(lemma(verb)), !arguments.isPassive(verb), truth.holds(verb, allowsPast: true),
            tree.children(of: verb, [.dobj]).allSatisfy({ person(at: $0) == nil }),
            let subject = subjects.subject(of: verb), subject < end
        else { return nil }
        return person(at: subject)
    }

    private func person(at head: Int) -> Mention? {
        entities.participants(at: head).first { $0.kind == .person && $0.name.contains(where: \.isUppercase) }
    }
}
