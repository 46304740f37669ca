import ChanceryCore
import Grammar

/// A noun before the name it is of, and whose it is before it: "the British colony of India".
struct NamedStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at noun: Int) -> StateFinding? {
        guard isNoun(noun), !tags[noun].endsAsPlural, noun + 1 < tokens.count, lower(noun + 1) == "of",
            let name = arguments.objects(ofPreposition: "of", at: noun).first
        else { return nil }
        let named = entities.place(at: name).map { [$0] } ?? sides.parties(name)
        let owners = sides.modifying(noun).filter { owner in
            let kinds = rule.subjectKinds
            return owner.span.end <= parsed.span(noun).start && (kinds.isEmpty || kinds.contains(owner.kind.rawValue))
        }
        guard let owner = owners.first, let part = named.first, part.name != owner.name,
            part.kind == .state || part.kind == .place
        else { return nil }
        let said = nouns.group(noun).filter { index in
            classes[index] != .det && classes[index] != .part && !owner.span.overlaps(parsed.span(index))
        }
        return maker.finding(
            rule, subject: [part], relation: (truth.isEnded(nil, noun) ? "was " : "is ") + wording.words(said) + " of",
            object: [owner], trigger: noun, verb: nil, noun: noun)
    }
}
