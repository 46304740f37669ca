import ChanceryCore
import Grammar

/// An adjective or participle said of somebody: "is close to Osk", "a group close to Osk", "based in Osk".
struct AdjectiveStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at word: Int) -> StateFinding? {
        guard [.adj, .verb, .adv, .noun, .adp].contains(classes[word]) else { return nil }
        guard let (subject, verb) = described(word), truth.holdsIfVerb(verb) else { return nil }
        let parties = sides.subjects(subject, for: rule)
        guard !parties.isEmpty else { return nil }
        for (head, preposition) in links.objects(of: rule.prepositions, at: word) {
            let objects = sides.objects(head, for: rule)
            guard !objects.isEmpty, objects.first?.name != parties.first?.name else { continue }
            var relation = wording.words(
                wording.verbGroup(verb) + wording.adverbs(word) + [word] + [preposition].compactMap { $0 })
            if verb == nil { relation = "is " + relation }
            return maker.finding(
                rule, subject: parties, relation: relation, object: objects, trigger: word, verb: verb, noun: word)
        }
        guard rule.allowsJoint, parties.count > 1, verb != nil else { return nil }
        return maker.joint(
            rule, parties, relation: wording.words(wording.verbGroup(verb) + [word]), trigger: word, verb: verb,
            noun: word)
    }

    /// Of whom an adjective or participle is said, and by which copula.
    private func described(_ word: Int) -> (subject: Int, verb: Int?)? {
        let isPassive = tree.child(of: word, [.auxpass]) != nil
        if let head = tree.head(of: word), [.acomp, .attr, .oprd, .advmod, .prep].contains(labels[word]),
            isCopula(head)
        {
            return arguments.surfaceSubject(head).map { ($0, head) }
        }
        if isPassive { return arguments.surfaceSubject(word).map { ($0, word) } }
        guard let head = tree.head(of: word), [.amod, .acl, .advmod].contains(labels[word]), head < word,
            word - head <= 6
        else { return nil }
        if classes[head] == .noun, let said = predications.predication(head), said.subject != head {
            return (said.subject, said.verb)
        }
        return sides.parties(head).isEmpty ? nil : (head, nil)
    }
}
