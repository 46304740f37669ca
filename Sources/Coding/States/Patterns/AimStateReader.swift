import ChanceryCore
import Grammar

/// A verb or adjective with an infinitive: "aims to avoid any association with …", "eager to join".
struct AimStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at verb: Int) -> StateFinding? {
        guard arguments.isVerb(verb), holds(verb, rule), !arguments.isPassive(verb), !truth.isReported(verb),
            let subject = subjects.subject(of: verb),
            let goal = tree.child(of: verb, [.xcomp]), goal > verb,
            tree.children(of: goal, [.aux]).contains(where: { tags[$0] == .TO })
        else { return nil }
        let parties = sides.subjects(subject, for: rule).filter { sides.isNamed($0) }
        guard !parties.isEmpty, !truth.disagrees(verb, with: parties),
            tree.child(of: goal, [.nsubj, .nsubjpass]) == nil, let object = object(of: goal)
        else { return nil }
        let head = object.first.flatMap { parsed.head(of: $0.span) } ?? goal
        let between = (verb..<max(verb + 1, head)).filter { parsed.clauseHead(of: $0) == verb || $0 <= goal }
        let group = wording.verbGroup(verb) + (verb...goal) + between.filter { labels[$0] == .prep }
        return maker.finding(
            rule, subject: parties, relation: wording.words(group), object: object, trigger: verb, verb: verb)
    }

    /// Whether the aim is there: also where a participle tells it beside the clause ("seeking to join, Osk …").
    private func holds(_ verb: Int, _ rule: StateRule) -> Bool {
        if truth.holds(verb, allowsPast: rule.allowsPast) { return true }
        return tags[verb] == .VBG && labels[verb] == .advcl && tree.children(of: verb, [.mark, .aux]).isEmpty
    }

    /// What an infinitive is about: its object or that of its preposition; the words of a pronoun say nothing.
    func object(of goal: Int) -> [Mention]? {
        let head =
            tree.child(of: goal, [.dobj, .attr])
            ?? tree.child(of: goal, [.prep]).flatMap { tree.child(of: $0, [.pobj]) }
        guard let head, head > goal, !isPronoun(head) else { return nil }
        let named = sides.parties(head).filter { $0.name.contains(where: \.isUppercase) && $0.from == nil }
        let found = named.isEmpty ? sides.phrase(head) : named
        return found.isEmpty ? nil : found
    }
}
