import ChanceryCore
import Grammar

/// A verb and the noun that its subject has: "has a Muslim majority"; where the rule asks for an infinitive (`joint`), "has a
/// right to use its own water".
struct HadStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at noun: Int) -> StateFinding? {
        guard labels[noun] == .dobj, let verb = tree.head(of: noun), rule.verbs.contains(lemma(verb)),
            truth.holds(verb, allowsPast: rule.allowsPast), !truth.isReported(verb), nouns.carriesModifier(noun, rule),
            let subject = subjects.subject(of: verb)
        else { return nil }
        let parties = sides.subjects(subject, for: rule)
        guard !parties.isEmpty else { return nil }
        if rule.allowsJoint {
            guard
                let goal = tree.children(of: noun, [.acl, .relcl, .xcomp]).first(where: { verb in
                    tree.children(of: verb, [.aux]).contains { tags[$0] == .TO }
                }), let object = AimStateReader(context: context).object(of: goal)
            else { return nil }
            let group = wording.verbGroup(verb) + nouns.group(noun) + [goal - 1, goal].filter { $0 > noun }
            return maker.finding(
                rule, subject: parties, relation: wording.words(group), object: object, trigger: noun, verb: verb,
                noun: noun)
        }
        let described = tree.children(of: noun, [.amod, .compound]).contains { $0 < noun }
        guard described else { return nil }
        let words = nouns.group(noun)
        let phrase = Mention(
            name: wording.words(words.filter { classes[$0] != .det }), code: "", kind: .group,
            span: parsed.span((words.min() ?? noun)..<(noun + 1)))
        return maker.finding(
            rule, subject: parties, relation: wording.words(wording.verbGroup(verb)), object: [phrase], trigger: noun,
            verb: verb, noun: noun)
    }
}
