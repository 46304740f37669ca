import ChanceryCore
import Grammar

/// A verb, a noun that carries the meaning, a preposition: "has an embassy in Osk", "maintains close ties with Osk".
struct LightVerbStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at noun: Int) -> StateFinding? {
        // "has an embassy in Osk and a consulate in Tarn": the second is had as the first is.
        let first = firstConjunct(noun)
        guard isNoun(noun), let verb = tree.head(of: first), [.dobj, .nsubjpass, .attr].contains(labels[first]),
            rule.verbs.contains(lemma(verb)), truth.holds(verb, allowsPast: rule.allowsPast),
            nouns.carriesModifier(noun, rule)
        else { return nil }
        let subject = labels[first] == .nsubjpass ? arguments.agents(verb).first : arguments.surfaceSubject(verb)
        guard let subject, subject != noun else { return nil }
        let parties = sides.subjects(subject, for: rule)
        guard !parties.isEmpty else { return nil }
        let had = wording.verbGroup(verb) + nouns.group(noun)
        for (head, preposition) in places(of: noun, first: first, verb: verb, rule) {
            let relation = had + [preposition].compactMap { $0 }
            if parties.count > 1, isEachOther(head) {
                return maker.joint(
                    rule, parties, relation: wording.words(relation), trigger: noun, verb: verb, noun: noun)
            }
            let objects = sides.objects(head, for: rule)
            guard !objects.isEmpty, objects.first?.name != parties.first?.name else { continue }
            return maker.finding(
                rule, subject: parties, relation: wording.words(relation), object: objects, trigger: noun, verb: verb,
                noun: noun)
        }
        if rule.prepositions.contains("in"), let there = ThereReader(context: context).place(below: [noun, verb]) {
            return maker.finding(
                rule, subject: parties, relation: wording.words(had) + " in", object: [there], trigger: noun,
                verb: verb,
                noun: noun)
        }
        guard rule.allowsJoint, parties.count > 1 else { return nil }
        return maker.joint(rule, parties, relation: wording.words(had), trigger: noun, verb: verb, noun: noun)
    }

    /// What the rule's prepositions lead to from the noun, its verb, or a participle: "has soldiers stationed in Osk".
    private func places(of noun: Int, first: Int, verb: Int, _ rule: StateRule) -> [PrepositionReader.Link] {
        links.objects(of: rule.prepositions, at: noun)
            + (first == noun ? links.objects(of: rule.prepositions, at: verb) : [])
            + tree.children(of: noun, [.acl]).flatMap { links.objects(of: rule.prepositions, at: $0) }
    }

    /// The noun to which others are joined: itself where it is not joined to one.
    private func firstConjunct(_ noun: Int) -> Int {
        var first = noun
        while labels[first] == .conj, let above = tree.head(of: first), above < first { first = above }
        return first
    }

    /// "in each other's capitals", "with one another".
    private func isEachOther(_ head: Int) -> Bool {
        let text = wording.words(tree.extent(of: head)).lowercased()
        return lists.eachOther.contains { text.contains($0) }
    }
}
