import ChanceryCore
import Grammar

/// A noun said of somebody: "is a member of Osk's council", ", an ally of Osk", "NATO member".
struct NounStateReader: StatePattern {
    /// To whom somebody stands in the relation, and which words lead there.
    private struct Objects {
        var parties: [Mention] = []
        /// The preposition before them.
        var link: Int?
        /// Whether they stand before the noun: "Osk's ally", "NATO member".
        var isBefore = false
    }

    let context: StateFindingContext

    func state(_ rule: StateRule, at noun: Int) -> StateFinding? {
        guard isNoun(noun), nouns.carriesModifier(noun, rule),
            let said = predications.predication(noun) ?? predications.inverse(noun)
                ?? predications.beforeName(noun, rule),
            truth.holdsIfVerb(said.verb)
        else { return nil }
        let parties = sides.subjects(said.subject, for: rule).filter {
            sides.isNamed($0) || rule.subjects.contains(StateRule.noun)
        }
        guard !parties.isEmpty, said.verb != nil || predications.agrees(noun, with: parties, at: said.subject) else {
            return nil
        }
        let objects = objects(of: noun, said, of: parties, rule)
        if objects.parties.isEmpty, rule.allowsJoint, parties.count > 1,
            links.objects(of: rule.prepositions, at: noun).isEmpty
        {
            return maker.joint(
                rule, parties, relation: wording.words(wording.verbGroup(said.verb) + nouns.group(noun)),
                trigger: noun, verb: said.verb, noun: noun)
        }
        guard !objects.parties.isEmpty, objects.parties.first?.name != parties.first?.name else { return nil }
        // "Osk's ambassador to Tarn" is Osk's.
        let known = (parties + objects.parties).map(\.name)
        let senders =
            lists.posted.contains(lemma(noun)) && objects.link.map { lists.posts.contains(lower($0)) } ?? false
            ? sides.modifying(noun).filter { $0.kind == .state && !known.contains($0.name) } : []
        return maker.finding(
            rule, subject: parties, relation: relation(noun, said, objects), object: objects.parties + senders,
            trigger: noun, verb: said.verb, noun: noun)
    }

    /// The objects of a rule's prepositions on the noun or its copula, else whoever stands before the noun.
    private func objects(of noun: Int, _ said: Predication, of parties: [Mention], _ rule: StateRule) -> Objects {
        var found = Objects()
        let outer =
            said.verb.map { links.objects(of: rule.prepositions.subtracting(lists.own), at: $0) } ?? []
        for (head, preposition) in links.objects(of: rule.prepositions, at: noun) + outer {
            found.parties = sides.objects(head, for: rule)
            found.link = preposition
            if !found.parties.isEmpty { break }
        }
        guard found.parties.isEmpty, rule.allowsModifier else { return found }
        let own = parsed.span(noun)
        var owners = sides.modifying(noun)
        // "Osk's ally Tarn": the possessor may hang on the name.
        if owners.isEmpty, said.subject == noun + 1 || tree.head(of: noun) == said.subject {
            owners = tree.children(of: said.subject, [.poss]).flatMap { sides.parties($0) }
        }
        let others = owners.filter { owner in
            !owner.span.overlaps(own) && !parties.contains { $0.name == owner.name }
        }
        return Objects(parties: others, isBefore: true)
    }

    /// The relation in the text's words, from who is said to be something to whom.
    private func relation(_ noun: Int, _ said: Predication, _ objects: Objects) -> String {
        var group = nouns.group(noun)
        if objects.isBefore {
            group = group.filter { index in
                classes[index] != .part && !objects.parties.contains { $0.span.overlaps(parsed.span(index)) }
            }
        }
        if said.isInverse, let verb = said.verb {
            let named = group.filter { classes[$0] != .det }
            return "\(wording.words(wording.verbGroup(verb))) \(wording.words(named)) of"
        }
        let base = wording.verbGroup(said.verb) + said.between + group
        // "For them, Osk is a friend": the preposition closes the relation wherever it stands.
        let follows = objects.link.map { $0 > (base.max() ?? 0) } ?? false
        var relation = wording.words(follows ? base + [objects.link].compactMap { $0 } : base)
        if let link = objects.link, !follows { relation += " " + lower(link) }
        if objects.isBefore { relation += " of" }
        if said.verb != nil { return relation }
        return (truth.isEnded(nil, noun) || said.isPast ? "was " : "is ") + relation
    }
}
