import ChanceryCore
import Grammar

/// A verb with its object: "recognises Osk", "belongs to the League", "a delegation headed by Ora Lind".
struct VerbStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at verb: Int) -> StateFinding? {
        guard arguments.isVerb(verb), !truth.isReported(verb) else { return nil }
        let copula = participleCopula(verb)
        let allowsPast = rule.allowsPast || rule.allowsDenied && truth.isNegated(verb)
        guard truth.holds(copula ?? verb, allowsPast: allowsPast) else { return nil }
        let isPassive = arguments.isPassive(verb)
        let agents = arguments.agents(verb)
        guard rule.prepositions.isEmpty || !isPassive else { return nil }
        let found = objects(of: verb, copula: copula, rule)
        guard let subject = agents.first, rule.nouns.isEmpty || rule.nouns.contains(lemma(subject)) else { return nil }
        let parties = sides.subjects(subject, for: rule)
        guard !parties.isEmpty, !truth.disagrees(verb, with: parties) else { return nil }
        for (head, preposition) in found where head != subject {
            let objects = sides.objects(head, for: rule)
            guard !objects.isEmpty, Set(objects.map(\.name)).isDisjoint(with: parties.map(\.name)) else { continue }
            let group =
                wording.verbGroup(verb) + [preposition].compactMap { $0 } + (rule.nouns.isEmpty ? [] : [subject])
            let relation =
                isPassive
                ? wording.activeForm(verb, copula: copula, plural: parties.count > 1) : wording.words(group)
            return maker.finding(
                rule, subject: parties, relation: relation, object: objects, trigger: verb, verb: verb)
        }
        guard rule.allowsJoint, parties.count > 1, found.isEmpty else { return nil }
        return maker.joint(
            rule, parties, relation: wording.words(wording.verbGroup(verb)), trigger: verb, verb: verb)
    }

    /// What may be the object: what the rule's prepositions lead to, else those to whom it is done.
    private func objects(of verb: Int, copula: Int?, _ rule: StateRule) -> [PrepositionReader.Link] {
        guard rule.prepositions.isEmpty else { return links.objects(of: rule.prepositions, at: verb) }
        let patients = copula.flatMap { arguments.surfaceSubject($0) }.map { [$0] } ?? arguments.patients(verb)
        return patients.map { ($0, nil) }
    }

    /// The copula above a participle that the parse takes for an adjective: "is co-chaired by".
    private func participleCopula(_ verb: Int) -> Int? {
        guard tags[verb] == .VBN, [.acomp, .attr].contains(labels[verb]), tree.child(of: verb, [.agent]) != nil,
            let head = tree.head(of: verb), lemma(head) == "be"
        else { return nil }
        return head
    }
}
