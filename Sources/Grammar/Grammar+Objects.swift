extension Grammar {
    /// Those who do what the verb says: the subject of an active verb, the "by" of a passive one.
    public func agents(_ verb: Int) -> [Reached] {
        if isPassive(verb) { return byPhrase(of: verb).map { Reached(head: $0, path: .passive) } }
        guard let subject = subject(of: verb) else { return [] }
        // "Relations began": they did nothing themselves.
        return tree.tags[subject.head].isCommonNoun && changed(by: verb) != nil && tree.child(of: verb, [.dobj]) == nil
            ? [] : [subject]
    }

    private func byPhrase(of verb: Int) -> [Int] {
        if let agent = tree.child(of: verb, [.agent]), let by = tree.child(of: agent, [.pobj]) { return [by] }
        // The parser sometimes reads the agent's "by" as a plain preposition.
        for prep in tree.children(of: verb, [.prep]) where tree.lemmas[prep] == "by" {
            if let by = tree.child(of: prep, [.pobj]) { return [by] }
        }
        if tree.labels[verb] == .conj, let head = tree.head(of: verb), isVerb(head), isPassive(head) {
            return byPhrase(of: head)
        }
        // "was shot and killed by a guard": the last verb's agent is shared.
        for next in tree.children(of: verb, [.conj])
        where isVerb(next) && tree.child(of: next, .subjects) == nil && tree.child(of: next, [.agent]) != nil {
            return byPhrase(of: next)
        }
        // "was designated as a terrorist group by Osk": the parser may hang "by" on the noun before it.
        let nouns = tree.children(of: verb, [.prep, .oprd, .attr, .dobj]).flatMap {
            [$0] + tree.children(of: $0, [.pobj])
        }
        for noun in nouns {
            for prep in tree.children(of: noun, [.prep, .agent]) where tree.lemmas[prep] == "by" {
                if let by = tree.child(of: prep, [.pobj]) { return [by] }
            }
        }
        return []
    }

    /// Those to whom it is done: the object of an active verb, the subject of a passive one.
    public func patients(_ verb: Int) -> [Reached] {
        if isPassive(verb) { return subject(of: verb).map { [$0.through(.passive)] } ?? [] }
        if invertedSpeaker(verb) != nil { return [] }
        if let object = tree.child(of: verb, [.dobj]) {
            if let antecedent = relativeAntecedent(object, in: verb) {
                return [Reached(head: antecedent, path: .relative)]
            }
            return [Reached(head: object, path: [])]
        }
        if let subject = smallClauseSubject(verb) ?? bareInfinitiveSubject(verb) {
            return [Reached(head: subject, path: .smallClause)]
        }
        // "trained and equipped fighters": the last verb's object is shared.
        if let next = tree.child(of: verb, [.conj]), isVerb(next),
            tree.child(of: verb, [.prep, .xcomp, .ccomp]) == nil, !isPassive(next),
            tree.child(of: next, [.nsubj]) == nil
        {
            return patients(next).map { $0.through(.verbCoordination) }
        }
        // "the office Osk opened": the clause's object is the noun it describes.
        if tree.labels[verb] == .relcl, let head = tree.head(of: verb),
            let subject = tree.child(of: verb, [.nsubj]), relativeAntecedent(subject, in: verb) == nil,
            tree.child(of: verb, [.xcomp, .ccomp, .attr, .acomp]) == nil
        {
            return [Reached(head: head, path: .relative)]
        }
        return changed(by: verb).map { [$0] } ?? []
    }

    /// What a verb tells to have changed without saying by whom: "the legation opened", "relations began". Its subject stands
    /// where its object would.
    private func changed(by verb: Int) -> Reached? {
        guard words.changes.contains(tree.lemmas[verb]), tree.child(of: verb, [.xcomp, .ccomp, .attr, .acomp]) == nil
        else { return nil }
        return subject(of: verb)?.through(.unaccusative)
    }

    /// The person or thing something is given to: "gave Osk a loan".
    public func indirectObjects(_ verb: Int) -> [Int] {
        tree.children(of: verb, [.dative]).flatMap { child -> [Int] in
            tree.classes[child] == .adp ? tree.children(of: child, [.pobj]) : [child]
        }
    }

    /// The clauses a verb governs as its complement: "to open" in "agreed to open", "ease" in "demanded that Osk ease".
    public func complements(_ index: Int) -> [Int] {
        tree.children(of: index, [.xcomp, .ccomp, .acl]).filter { isVerb($0) && !standsApart($0, before: index) }
            + (invertedContent(index).map { tree.labels[$0] == .ccomp ? [] : [$0] } ?? [])
            + tree.children(of: index, [.prep]).flatMap { tree.children(of: $0, [.pcomp]) }.filter { isVerb($0) }
    }

    /// The adjectives that say what a verb makes or holds its object to be: "found Osk guilty", "set the crew free". The
    /// parser reads them as a clause, or hangs them on the object or the verb.
    public func resultatives(_ verb: Int) -> [Int] {
        var found = tree.children(of: verb, [.ccomp, .advcl, .advmod]).filter {
            tree.tags[$0].isAdjective && $0 > verb
        }
        for object in tree.children(of: verb, [.dobj]) {
            found += tree.children(of: object, [.amod]).filter {
                $0 > object && tree.tags[$0].isAdjective
                    || $0 == verb + 1 && tree.child(of: object, [.det]) == nil
            }
        }
        return found
    }

    /// Whoever does what a bare infinitive tells: Osk in "helped Osk build the port".
    private func bareInfinitiveSubject(_ verb: Int) -> Int? {
        guard words.objectControl.contains(tree.lemmas[verb]) else { return nil }
        return tree.children(of: verb, [.ccomp]).first {
            tree.tags[$0] == .VB && $0 > verb && tree.child(of: $0, [.mark, .aux, .auxpass]) == nil
        }
        .flatMap { tree.child(of: $0, [.nsubj]) }
    }

    /// The subject of the adjective that a verb holds true of somebody: Osk in "found Osk guilty".
    private func smallClauseSubject(_ verb: Int) -> Int? {
        tree.children(of: verb, [.ccomp]).first {
            tree.tags[$0].isAdjective && tree.child(of: $0, [.mark]) == nil
        }
        .flatMap { tree.child(of: $0, [.nsubj]) }
    }
}
