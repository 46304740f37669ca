import ChanceryCore
import Grammar

/// A noun between two: "relations between Osk and Tarn are close", "there is a partnership between Osk and Tarn".
struct BetweenStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at noun: Int) -> StateFinding? {
        guard [.nsubj, .attr, .dobj].contains(labels[noun]), let verb = tree.head(of: noun),
            truth.holds(verb, allowsPast: true)
        else { return nil }
        let quality = tree.child(of: verb, [.acomp])
        let isThere = tree.child(of: verb, [.expl]) != nil || lemma(verb) == "exist"
        guard isThere || (isCopula(verb) && quality != nil && labels[noun] == .nsubj) else { return nil }
        let parties = pair(noun)
        guard parties.count > 1 else { return nil }
        var said = nouns.group(noun)
        if !isThere { said += wording.verbGroup(verb) + (quality.map { wording.adverbs($0) + [$0] } ?? []) }
        let kept = said.filter { index in
            classes[index] != .punct && !parties.contains { $0.span.overlaps(parsed.span(index)) }
        }
        return maker.joint(
            rule, parties, relation: isThere ? "has \(wording.words(kept)) with" : wording.words(kept), trigger: noun,
            verb: verb, noun: noun)
    }

    /// The two or more between whom a noun stands: "between Osk and Tarn", "Osk–Tarn relations".
    private func pair(_ noun: Int) -> [Mention] {
        let outer = tree.head(of: noun).map { tree.children(of: $0, [.prep]) } ?? []
        for preposition in tree.children(of: noun, [.prep]) + outer where lists.pairs.contains(lower(preposition)) {
            let found = tree.children(of: preposition, [.pobj]).flatMap { sides.parties($0) }
            if found.count > 1 { return found }
        }
        // "our cooperation with Osk"
        if let owner = tree.child(of: noun, [.poss]).map({ sides.parties($0) }), owner.count == 1 {
            let other = links.objects(of: ["with"], at: noun).flatMap { sides.parties($0.head) }
            if !other.isEmpty { return owner + other }
        }
        var found: [Mention] = []
        for child in tree.subtree(of: noun) where child < noun {
            for party in entities.modifierParties(at: child) where !found.contains(where: { $0.name == party.name }) {
                found.append(party)
            }
        }
        found.sort { $0.span < $1.span }
        return found
    }
}
