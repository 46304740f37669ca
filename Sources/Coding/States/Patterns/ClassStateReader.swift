import ChanceryCore
import Grammar
import SpacyPipeline

/// A noun that names the class itself: "is a landlocked country", "countries such as Osk".
struct ClassStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at noun: Int) -> StateFinding? {
        guard classes[noun] == .noun else { return nil }
        if let example = exemplified(noun) {
            let parties = sides.subjects(example, for: rule)
            guard !parties.isEmpty, isDescribed(noun, rule) else { return nil }
            return maker.finding(
                rule, subject: parties, relation: parties.count > 1 ? "are" : "is", object: sides.phrase(noun),
                trigger: noun, verb: nil, noun: noun)
        }
        if let named = named(noun), let described = described(noun) {
            let parties = sides.subjects(named, for: rule).filter { sides.isNamed($0) }
            guard !parties.isEmpty else { return nil }
            return maker.finding(
                rule, subject: parties, relation: "is", object: [described], trigger: noun, verb: nil, noun: noun)
        }
        if let named = namedBehind(noun, rule) { return named }
        guard let said = predications.predication(noun), truth.holdsIfVerb(said.verb), isDescribed(noun, rule) else {
            return nil
        }
        let parties = sides.subjects(said.subject, for: rule).filter { sides.isNamed($0) }
        guard !parties.isEmpty else { return nil }
        let relation =
            said.verb.map { wording.words(wording.verbGroup($0)) } ?? (truth.isEnded(nil, noun) ? "was" : "is")
        let object = sides.phrase(noun)
        guard object.first?.name != parties.first?.name else { return nil }
        return maker.finding(
            rule, subject: parties, relation: relation, object: object, trigger: noun, verb: said.verb, noun: noun)
    }

    /// "the secular nation of Osk": the name that the class stands before.
    private func named(_ noun: Int) -> Int? {
        guard !tags[noun].endsAsPlural, noun + 1 < tokens.count, lower(noun + 1) == "of",
            tree.children(of: noun, [.det]).contains(where: { lower($0) == "the" }),
            let name = arguments.objects(ofPreposition: "of", at: noun).first, classes[name] == .propn,
            sides.parties(name).contains(where: { $0.kind == .state || $0.kind == .place })
        else { return nil }
        return name
    }

    /// "the exiled militant group Front": what the name right behind the class of a body is said to be. What a person is called before
    /// the name is their office or trade, and told with it.
    private func namedBehind(_ noun: Int, _ rule: StateRule) -> StateFinding? {
        guard !rule.subjectKinds.contains(EntityKind.person.rawValue), !tags[noun].endsAsPlural,
            let name = nameBehind(noun), isDescribed(noun, rule)
        else { return nil }
        let parties = sides.subjects(name, for: rule).filter { sides.isNamed($0) }
        guard !parties.isEmpty, let first = nouns.group(noun).first(where: { classes[$0] != .det }) else { return nil }
        let words = first..<(noun + 1)
        let described = Mention(name: wording.words(words), code: "", kind: .group, span: parsed.span(words))
        return maker.finding(
            rule, subject: parties, relation: truth.isEnded(nil, noun) ? "was" : "is", object: [described],
            trigger: noun, verb: nil, noun: noun)
    }

    /// The name right behind a noun; of a sentence without a verb of its own also the one that the parser takes for the subject of a
    /// clause that describes the noun: "The militant group Front attacked the port".
    private func nameBehind(_ noun: Int) -> Int? {
        func isNameBehind(_ token: Int) -> Bool {
            tree.extent(of: token).lowerBound == noun + 1 && tags[token].isProperNoun
                && tree.child(of: token, [.det]) == nil
        }
        if let name = tree.children(of: noun, [.appos]).first(where: isNameBehind) { return name }
        guard labels[noun] == .root else { return nil }
        return tree.children(of: noun, [.relcl]).lazy.compactMap { tree.child(of: $0, [.nsubj, .nsubjpass]) }
            .first(where: isNameBehind)
    }

    /// The class with what describes it, where an adjective does; no party's ("the Tarnian colony of Osk").
    private func described(_ noun: Int) -> Mention? {
        let adjectives = tree.children(of: noun, [.amod]).filter { $0 < noun }
        guard let first = adjectives.first, sides.modifying(noun).allSatisfy({ $0.kind == .group }),
            !adjectives.contains(where: putsInRow)
        else { return nil }
        let words = tree.extent(of: first).lowerBound..<(noun + 1)
        return Mention(name: wording.words(words), code: "", kind: .group, span: parsed.span(words))
    }

    /// Whether the class says more than its noun, and is no place in a row ("the first state to …").
    private func isDescribed(_ noun: Int, _ rule: StateRule) -> Bool {
        let children = tree.children(of: noun)
        if children.contains(where: { labels[$0] == .nummod }) || isOneOf(noun) { return false }
        guard !children.contains(where: putsInRow) else { return false }
        if rule.allowsBare { return true }
        return children.contains {
            [.amod, .compound].contains(labels[$0]) && $0 < noun
                || (labels[$0] == .prep && lists.describing.contains(lower($0)))
        }
    }

    private func putsInRow(_ index: Int) -> Bool {
        tokens[index].ent.hasSuffix("ORDINAL") || [.JJS, .RBS, .JJR, .RBR].contains(tags[index])
            || lists.rows.contains(lower(index))
    }

    private func isOneOf(_ noun: Int) -> Bool {
        guard labels[noun] == .pobj, let of = tree.head(of: noun), let one = tree.head(of: of) else { return false }
        return lower(one) == "one"
    }

    /// The party after "such as" or "like": "states such as Osk".
    private func exemplified(_ noun: Int) -> Int? {
        for preposition in tree.children(of: noun, [.prep]) where lists.examples.contains(lower(preposition)) {
            let hasSuch = tree.children(of: preposition, [.amod, .advmod]).contains { lower($0) == "such" }
            guard hasSuch || (lower(preposition) == "like" && preposition == noun + 1), !truth.isNegated(nil, noun)
            else { continue }
            if let object = tree.child(of: preposition, [.pobj]) { return object }
        }
        return nil
    }
}
