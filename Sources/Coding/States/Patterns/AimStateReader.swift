import ChanceryCore
import Grammar

/// A verb with an infinitive: "aims to avoid any association with …".
struct AimStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at verb: Int) -> StateFinding? {
        guard arguments.isVerb(verb), truth.holds(verb, allowsPast: rule.allowsPast), !arguments.isPassive(verb),
            let subject = arguments.surfaceSubject(verb), let goal = tree.child(of: verb, [.xcomp]),
            tree.children(of: goal, [.aux]).contains(where: { tags[$0] == .TO })
        else { return nil }
        let parties = sides.subjects(subject, for: rule).filter { sides.isNamed($0) }
        guard !parties.isEmpty, tree.child(of: goal, [.nsubj, .nsubjpass]) == nil else { return nil }
        let object =
            tree.child(of: goal, [.dobj, .attr])
            ?? tree.child(of: goal, [.prep]).flatMap { tree.child(of: $0, [.pobj]) }
        guard let object, object > verb, !isPronoun(object) else { return nil }
        let between = (verb..<object).filter { parsed.clauseHead(of: $0) == verb || $0 <= goal }
        let group = wording.verbGroup(verb) + (verb...max(verb, goal)) + between.filter { labels[$0] == .prep }
        return maker.finding(
            rule, subject: parties, relation: wording.words(group), object: sides.objects(object, for: rule),
            trigger: verb, verb: verb)
    }
}
