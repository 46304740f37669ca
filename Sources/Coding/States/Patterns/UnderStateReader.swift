import ChanceryCore
import Grammar

/// A noun between two prepositions: "a coup under the leadership of Ora Lind", "Tarn under Oskan rule".
struct UnderStateReader: StatePattern {
    let context: StateFindingContext

    /// The relation told from the other side: who is behind "of" leads or controls what stands before.
    func state(_ rule: StateRule, at noun: Int) -> StateFinding? {
        guard let opening = tree.head(of: noun), rule.opening.contains(lower(opening)), labels[noun] == .pobj,
            let above = tree.head(of: opening), above < opening
        else { return nil }
        guard !isCopula(above) else { return nil }
        let led = isNoun(above) ? above : arguments.isVerb(above) ? subjects.subject(of: above) : nil
        guard let led, led < opening, isNoun(above) || truth.holds(above, allowsPast: true) else { return nil }
        let leaders = links.objects(of: rule.prepositions, at: noun).flatMap { sides.subjects($0.head, for: rule) }
        let parties = leaders.isEmpty ? owners(of: noun, rule) : leaders
        // What stands before is named without the words that follow it.
        var objects = sides.objects(led, for: rule).filter { other in !parties.contains { $0.name == other.name } }
        if rule.object == .phrase, objects.allSatisfy({ !$0.name.contains(where: \.isUppercase) || $0.kind == .group })
        {
            let words = nouns.group(led).filter { classes[$0] != .det }
            objects = [
                Mention(
                    name: wording.words(words), code: "", kind: .group,
                    span: parsed.span((words.min() ?? led)..<(led + 1)))
            ]
        }
        guard !parties.isEmpty, !objects.isEmpty else { return nil }
        return maker.finding(
            rule, subject: parties, relation: "has " + wording.words([noun]) + " of", object: objects, trigger: noun,
            verb: arguments.isVerb(above) ? above : nil, noun: noun)
    }

    private func owners(of noun: Int, _ rule: StateRule) -> [Mention] {
        let kinds = rule.subjectKinds
        return sides.modifying(noun).filter { kinds.isEmpty || kinds.contains($0.kind.rawValue) }
    }
}
