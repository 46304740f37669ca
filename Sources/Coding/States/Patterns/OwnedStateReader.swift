import ChanceryCore
import Grammar

/// A noun that somebody has, told by whose it is: "Osk's nuclear programme", "its missiles", "the country's wish to join the
/// League".
///
/// The object is the noun's own phrase, or what its infinitive is for.
struct OwnedStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at noun: Int) -> StateFinding? {
        guard classes[noun] == .noun, nouns.carriesModifier(noun, rule), !truth.isReported(parsed.clauseHead(of: noun))
        else { return nil }
        let owners = owners(of: noun).filter { owner in
            let kinds = rule.subjectKinds
            return sides.isNamed(owner) && (kinds.isEmpty || kinds.contains(owner.kind.rawValue))
        }
        guard !owners.isEmpty else { return nil }
        let own = nouns.group(noun).filter { index in
            classes[index] != .det && classes[index] != .part && tags[index] != .PRPS
                && !owners.contains { $0.span.overlaps(parsed.span(index)) }
        }
        if rule.allowsJoint {
            // "the wish to join the League"
            guard
                let goal = tree.children(of: noun, [.acl, .relcl, .xcomp]).first(where: { verb in
                    tree.children(of: verb, [.aux]).contains { tags[$0] == .TO }
                })
            else { return nil }
            let object = AimStateReader(context: context).object(of: goal)
            guard let object else { return nil }
            return maker.finding(
                rule, subject: owners, relation: "has " + wording.words(own + [goal - 1, goal].filter { $0 > noun }),
                object: object, trigger: noun, verb: nil, noun: noun)
        }
        guard let first = own.min() else { return nil }
        let words = first..<(noun + 1)
        let phrase = Mention(
            name: wording.words(words), code: owners[0].code, kind: .group, span: parsed.span(wording.trimmed(words)))
        return maker.finding(
            rule, subject: owners, relation: owners.count > 1 ? "have" : "has", object: [phrase], trigger: noun,
            verb: nil, noun: noun)
    }

    private func owners(of noun: Int) -> [Mention] {
        if let owner = tree.child(of: noun, [.poss]) { return sides.parties(owner) }
        let modifying = sides.modifying(noun)
        if !modifying.isEmpty { return modifying }
        return arguments.objects(ofPreposition: "of", at: noun).flatMap { sides.parties($0) }
    }
}
