import ChanceryCore
import Grammar

/// A preposition and noun said of somebody: "is at odds with Osk", "are at war".
struct PhraseStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at noun: Int) -> StateFinding? {
        guard let opening = tree.head(of: noun), rule.opening.contains(lower(opening)),
            let verb = tree.head(of: opening), isCopula(verb) || lemma(verb) == "find",
            truth.holds(verb, allowsPast: true), nouns.carriesModifier(noun, rule),
            let subject = arguments.surfaceSubject(verb)
        else { return nil }
        let parties = sides.subjects(subject, for: rule)
        guard !parties.isEmpty else { return nil }
        let base = wording.verbGroup(verb) + [opening] + nouns.group(noun)
        let found = links.objects(of: rule.prepositions, at: noun) + links.objects(of: rule.prepositions, at: verb)
        for (head, preposition) in found {
            let objects = sides.objects(head, for: rule)
            guard !objects.isEmpty, preposition != opening else { continue }
            return maker.finding(
                rule, subject: parties, relation: wording.words(base + [preposition].compactMap { $0 }),
                object: objects, trigger: noun, verb: verb)
        }
        if rule.allowsModifier, let owner = sides.modifying(noun).first, owner.name != parties.first?.name {
            let group = base.filter { !owner.span.overlaps(parsed.span($0)) }
            return maker.finding(
                rule, subject: parties, relation: wording.words(group) + " of", object: [owner], trigger: noun,
                verb: verb)
        }
        guard rule.allowsJoint, parties.count > 1 else { return nil }
        return maker.joint(rule, parties, relation: wording.words(base), trigger: noun, verb: verb)
    }
}
