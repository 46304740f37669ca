import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads which words of a text may tell what holds of somebody: every verb, predicate, owned noun and apposition with a party.
struct StateCandidateReader: StateStage {
    let context: StateFindingContext

    /// What a token may tell; nil where nobody stands for its subject.
    func candidate(at index: Int) -> StateCandidate? {
        if arguments.isVerb(index) { return isCopula(index) ? nil : ofVerb(index) }
        switch classes[index] {
        case .noun, .propn: return ofPredicate(index) ?? ofPhrase(index) ?? ofOwned(index)
        case .adj: return ofPredicate(index)
        default: return nil
        }
    }

    // MARK: Forms

    private func ofVerb(_ verb: Int) -> StateCandidate? {
        guard !truth.isReported(verb), truth.holds(verb, allowsPast: true) else { return nil }
        let isPassive = arguments.isPassive(verb)
        let above = [.acl, .relcl].contains(labels[verb]) ? tree.head(of: verb) : nil
        guard let subject = (isPassive ? arguments.surfaceSubject(verb) : subjects.subject(of: verb)) ?? above,
            subject != verb
        else { return nil }
        let parties = parties(subject)
        guard !parties.isEmpty else { return nil }
        return StateCandidate(
            form: .verb, trigger: verb, verb: verb, subject: subject, parties: parties,
            completion: completion(of: verb, isPassive: isPassive))
    }

    /// A noun or adjective said of somebody, by a copula or beside the name.
    private func ofPredicate(_ word: Int) -> StateCandidate? {
        guard let said = predications.predication(word), said.subject != word, truth.holdsIfVerb(said.verb)
        else { return nil }
        let parties = parties(said.subject)
        guard !parties.isEmpty else { return nil }
        return StateCandidate(
            form: said.verb == nil ? .apposition : .predicate, trigger: word, verb: said.verb, subject: said.subject,
            parties: parties, opening: said.between.first, completion: completion(of: word))
    }

    /// "is in exile", "were at odds": a noun that a preposition joins to a copula.
    private func ofPhrase(_ noun: Int) -> StateCandidate? {
        guard labels[noun] == .pobj, let opening = tree.head(of: noun), labels[opening] == .prep,
            let verb = tree.head(of: opening), isCopula(verb), tree.child(of: verb, [.attr, .acomp, .oprd]) == nil,
            tree.child(of: verb, [.prep]) == opening, truth.holdsIfVerb(verb),
            let subject = arguments.surfaceSubject(verb), subject != noun
        else { return nil }
        let parties = parties(subject)
        guard !parties.isEmpty else { return nil }
        return StateCandidate(
            form: .predicate, trigger: noun, verb: verb, subject: subject, parties: parties, opening: opening,
            completion: completion(of: noun))
    }

    private func ofOwned(_ noun: Int) -> StateCandidate? {
        guard classes[noun] == .noun, entities.named(at: noun).isEmpty,
            ![.attr, .appos, .acomp, .oprd, .compound].contains(labels[noun]), let (owner, parties) = owner(of: noun)
        else { return nil }
        return StateCandidate(
            form: .owned, trigger: noun, verb: nil, subject: owner, parties: parties,
            completion: completion(of: noun, except: owner))
    }

    // MARK: Of whom, and of what

    /// Those a noun phrase names; a phrase with a party's name in it ("the Tarnian army") in its words.
    private func parties(_ head: Int) -> [Mention] {
        let found = sides.parties(head)
        guard found.isEmpty, isNoun(head) else { return found }
        let isOfParty =
            !sides.modifying(head).isEmpty
            || arguments.objects(ofPreposition: "of", at: head).contains { !sides.parties($0).isEmpty }
        return isOfParty ? sides.phrase(head) : []
    }

    /// Whose a noun is: its possessor, the party of its adjective, the one after "of".
    private func owner(of noun: Int) -> (head: Int, parties: [Mention])? {
        if let owner = tree.child(of: noun, [.poss]) {
            let found = sides.parties(owner)
            return found.isEmpty ? nil : (owner, found)
        }
        for child in tree.children(of: noun, [.amod, .compound, .nmod]) where child < noun {
            let found = entities.modifierParties(at: child)
            if !found.isEmpty { return (child, found) }
        }
        for object in arguments.objects(ofPreposition: "of", at: noun) {
            let found = sides.parties(object)
            if !found.isEmpty { return (object, found) }
        }
        return nil
    }

    /// What completes a word: its object, an infinitive, what a preposition leads to, a clause.
    private func completion(
        of word: Int, isPassive: Bool = false, except owner: Int? = nil
    ) -> StateCandidate.Completion {
        if !isPassive, let object = tree.child(of: word, [.dobj]) {
            return StateCandidate.Completion(kind: .direct, object: object)
        }
        for goal in tree.children(of: word, [.xcomp, .acl]) where goal > word {
            if tree.children(of: goal, [.aux]).contains(where: { tags[$0] == .TO }) {
                return StateCandidate.Completion(kind: .infinitive, goal: goal)
            }
        }
        for link in tree.children(of: word, [.prep, .agent]) where link > word {
            if let object = tree.child(of: link, [.pobj, .pcomp]), object != owner, !isDate(object) {
                return StateCandidate.Completion(kind: .prepositional, link: link, object: object)
            }
        }
        if let clause = tree.child(of: word, [.ccomp]), clause > word {
            return StateCandidate.Completion(kind: .clause, object: clause)
        }
        return StateCandidate.Completion(kind: .nothing)
    }

    private func isDate(_ token: Int) -> Bool {
        tokens[token].ent.hasSuffix("DATE") || tokens[token].ent.hasSuffix("TIME")
    }
}
