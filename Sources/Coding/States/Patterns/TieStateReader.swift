import ChanceryCore
import Grammar

/// A noun that ties those whose it is: "the dispute between Osk and Tarn over the strait", "Osk's ties with Tarn", "their
/// quarrel over the strait", "the U.S. Embassy in Halm".
///
/// The noun alone tells that the tie is there, wherever it stands in the sentence, but not under a verb by which it begins or
/// ends: that is an act.
struct TieStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at noun: Int) -> StateFinding? {
        guard classes[noun] == .noun || rule.prepositions.contains("at"), nouns.carriesModifier(noun, rule),
            !isChanged(noun), !isPredicate(noun)
        else { return nil }
        let verb = parsed.clauseHead(of: noun)
        guard !arguments.isVerb(verb) || !truth.isReported(verb) else { return nil }
        let between = between(noun).filter { isFit($0, rule) }
        let owners = between.isEmpty ? owners(of: noun, rule).filter { isFit($0, rule) } : between
        guard !owners.isEmpty else { return nil }
        let said = nouns.group(noun).filter { index in
            classes[index] != .det && classes[index] != .part && tags[index] != .PRPS
                && !owners.contains { $0.span.overlaps(parsed.span(index)) }
        }
        // "With the opening of the embassy, the relations between them …": what stands before the noun is no side of the tie.
        let after = links.objects(of: rule.prepositions, at: noun).filter { $0.preposition.map { $0 > noun } ?? true }
        for (head, preposition) in after + shifted(noun, rule) {
            let objects = sides.objects(head, for: rule).filter { other in !owners.contains { $0.name == other.name } }
            guard !objects.isEmpty else { continue }
            return finding(
                rule, owners, relation: wording.words(said + [preposition].compactMap { $0 }), objects, noun)
        }
        guard rule.allowsJoint else { return nil }
        if owners.count > 1 {
            return finding(
                rule, Array(owners.prefix(1)), relation: wording.words(said) + " with", Array(owners.dropFirst()), noun)
        }
        guard let other = other(than: owners[0], at: noun, rule) else { return nil }
        return finding(rule, owners, relation: wording.words(said) + " with", [other], noun)
    }

    private func finding(
        _ rule: StateRule, _ subject: [Mention], relation: String, _ object: [Mention], _ noun: Int
    ) -> StateFinding {
        maker.finding(
            rule, subject: subject, relation: (subject.count > 1 ? "have " : "has ") + relation, object: object,
            trigger: noun, verb: nil, noun: noun)
    }

    // MARK: Whether it is there

    /// Whether the noun stands under a verb or noun by which it begins, changes or ends: "severed relations".
    private func isChanged(_ noun: Int) -> Bool {
        var at = noun
        for _ in 0..<4 {
            guard let above = tree.head(of: at) else { return false }
            if [.conj, .pobj, .prep, .dobj, .nsubjpass, .nsubj, .compound, .attr, .agent].contains(labels[at]) {
                if lists.changing.contains(lemma(above)) { return true }
                // "declined to affirm its support"
                if let over = tree.head(of: above), lists.declining.contains(lemma(over)) { return true }
                if classes[above] == .verb { return labels[at] == .nsubj && lists.beginning.contains(lemma(above)) }
                at = above
            } else {
                return false
            }
        }
        return false
    }

    /// Whether the noun is said of somebody, which other rules read: "is an ally of Osk".
    private func isPredicate(_ noun: Int) -> Bool { [.attr, .appos, .acomp, .oprd].contains(labels[noun]) }

    // MARK: Whose it is

    /// The two or more between whom the noun stands.
    private func between(_ noun: Int) -> [Mention] {
        for preposition in tree.children(of: noun, [.prep]) where ["between", "among"].contains(lower(preposition)) {
            let found = tree.children(of: preposition, [.pobj]).flatMap { sides.parties($0) }
            if found.count > 1 { return found }
            // "between our two countries"
            let own = tree.children(of: preposition, [.pobj]).flatMap { tree.children(of: $0, [.poss]) }
                .flatMap { sides.parties($0) }
            if own.count == 1 { return own }
        }
        return []
    }

    /// Those whose it is: a possessor, the parties of its adjective ("Oskan–Tarnian"), those after "of".
    private func owners(of noun: Int, _ rule: StateRule) -> [Mention] {
        if let owner = tree.child(of: noun, [.poss]) {
            let found = sides.parties(owner)
            if !found.isEmpty { return found }
        }
        var found: [Mention] = []
        for child in tree.children(of: noun, [.amod, .compound, .nmod]) where child < noun {
            guard !tree.children(of: child).contains(where: { classes[$0] == .cconj }) || rule.allowsJoint else {
                continue
            }
            for party in entities.modifierParties(at: child) where !found.contains(where: { $0.name == party.name }) {
                found.append(party)
            }
        }
        if !found.isEmpty { return found.sorted { $0.span < $1.span } }
        guard !rule.prepositions.contains("of") else { return [] }
        return arguments.objects(ofPreposition: "of", at: noun).flatMap { sides.parties($0) }
    }

    /// The other of two whose tie it is, where the words say that it is one of two: "our bilateral partnership".
    private func other(than owner: Mention, at noun: Int, _ rule: StateRule) -> Mention? {
        let isOfTwo = tree.subtree(of: noun).contains { lists.mutual.contains(lower($0)) }
        guard isOfTwo else { return nil }
        let sentence = tree.sentences[tree.sentence(of: noun)]
        for index in (sentence.lowerBound..<noun).reversed() {
            for party in entities.named(at: index) where party.kind == .state && party.name != owner.name {
                return party
            }
        }
        return nil
    }

    /// Whether a party may stand on the subject's side.
    private func isFit(_ party: Mention, _ rule: StateRule) -> Bool {
        let kinds = rule.subjectKinds
        return sides.isNamed(party) && (kinds.isEmpty || kinds.contains(party.kind.rawValue))
    }

    /// "the conflict of Osk and Tarn over the strait": the parser may hang the second preposition on a party.
    private func shifted(_ noun: Int, _ rule: StateRule) -> [PrepositionReader.Link] {
        let around = ["between", "among", "of", "with"].flatMap { arguments.objects(ofPreposition: $0, at: noun) }
        let deep = around.flatMap { [$0] + entities.text.conjuncts(of: $0) }
        return deep.flatMap { links.objects(of: rule.prepositions.subtracting(["of", "with", "in"]), at: $0) }
    }
}
