import ChanceryCore
import Grammar

/// A noun with its holder and its object: "the fondness of Osk for Tarn", "Osk's unwavering support for Tarn".
struct NominalStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at noun: Int) -> StateFinding? {
        guard classes[noun] == .noun, nouns.carriesModifier(noun, rule) else { return nil }
        let holder = tree.child(of: noun, [.poss]) ?? arguments.objects(ofPreposition: "of", at: noun).first
        let owners = holder.map { sides.subjects($0, for: rule) } ?? sides.modifying(noun)
        guard !owners.isEmpty else { return nil }
        for (head, preposition) in links.objects(of: rule.prepositions, at: noun) + shifted(noun, rule) {
            let objects = sides.objects(head, for: rule)
            guard !objects.isEmpty, objects.first?.name != owners.first?.name else { continue }
            let said = nouns.group(noun).filter { index in
                classes[index] != .det && !owners.contains { $0.span.overlaps(parsed.span(index)) }
            }
            return maker.finding(
                rule, subject: owners, relation: "has " + wording.words(said + [preposition].compactMap { $0 }),
                object: objects, trigger: noun, verb: nil, noun: noun)
        }
        return nil
    }

    /// "the fondness of Osk for Tarn": the parser may hang the second preposition on the holder.
    private func shifted(_ noun: Int, _ rule: StateRule) -> [PrepositionReader.Link] {
        arguments.objects(ofPreposition: "of", at: noun).flatMap {
            links.objects(of: rule.prepositions.subtracting(["of"]), at: $0)
        }
    }
}
