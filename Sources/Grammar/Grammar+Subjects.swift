extension Grammar {
    /// The grammatical subject of a verb, found where the clause leaves it out; nil where it has none.
    public func subject(of verb: Int) -> Reached? { subject(of: verb, depth: 0) }

    func subject(of verb: Int, depth: Int) -> Reached? {
        guard depth < Self.deepest else { return nil }
        if let own = tree.child(of: verb, .subjects) {
            guard let antecedent = relativeAntecedent(own, in: verb) else { return Reached(head: own, path: []) }
            return (predicateSubject(antecedent) ?? Reached(head: antecedent, path: [])).through(.relative)
        }
        if let speaker = invertedSpeaker(verb) { return Reached(head: speaker, path: .inverted) }
        guard let head = tree.head(of: verb) else { return nil }
        // "Closing the mission hurt Osk": what does it is a clause, and nobody above it.
        if tree.child(of: verb, [.csubj]) != nil { return nil }
        switch tree.labels[verb] {
        case .conj: return subjectOfConjunct(verb, head, depth)
        case .xcomp: return subjectOfComplement(verb, head, depth)
        case .acl, .relcl: return subjectOfDescription(verb, head, depth)
        case .advcl, .ccomp: return subjectOfAdverbial(verb, head, depth)
        case .pcomp: return subjectOfGerund(verb, head, depth)
        case .acomp where isParticipleOfBe(verb): return subject(of: head, depth: depth + 1)?.through(.repaired)
        default: return nil
        }
    }

    private func subjectOfConjunct(_ verb: Int, _ head: Int, _ depth: Int) -> Reached? {
        if let subject = subjectAfterDate(verb) { return Reached(head: subject, path: .repaired) }
        if let partner = finitePartner(of: verb, joinedTo: head) {
            return subject(of: partner, depth: depth + 1)?.through(.verbCoordination)
        }
        return isVerb(head) ? subject(of: head, depth: depth + 1)?.through(.verbCoordination) : nil
    }

    private func subjectOfComplement(_ verb: Int, _ head: Int, _ depth: Int) -> Reached? {
        guard isVerb(head) else { return subjectAboveNoun(head, depth: depth)?.through(.control) }
        if words.objectControl.contains(tree.lemmas[head]), !isPassive(head),
            let object = tree.child(of: head, [.dobj, .dative])
        {
            return Reached(head: object, path: .control)
        }
        return subject(of: head, depth: depth + 1)?.through(.control)
    }

    private func subjectOfDescription(_ verb: Int, _ head: Int, _ depth: Int) -> Reached? {
        guard tree.tags[verb] == .VB else {
            let way: Constructions = tree.labels[verb] == .relcl ? .relative : .participle
            return (predicateSubject(head) ?? Reached(head: head, path: [])).through(way)
        }
        // "an invitation to Osk to visit": who is asked is who goes.
        if words.askingNouns.contains(tree.lemmas[head]), let asked = asked(by: head, before: verb) {
            return Reached(head: asked, path: .control)
        }
        if let owner = ownerOfAnothers(head) { return Reached(head: owner, path: .control) }
        return holder(ofNoun: head, depth: depth)?.through(.control)
    }

    private func subjectOfAdverbial(_ verb: Int, _ head: Int, _ depth: Int) -> Reached? {
        let isAdverbial = tree.labels[verb] == .advcl
        if isAdverbial, isVerb(head), let object = controllingObject(head, of: verb) {
            return Reached(head: object, path: .control)
        }
        if !isAdverbial, tree.tags[verb] != .VBG, tree.tags[verb] != .VB { return nil }
        // "Let Osk decide," he said: what is bidden in speech is not done by the speaker.
        if !isAdverbial, tree.tags[verb] == .VB, tree.child(of: verb, [.aux]) == nil,
            words.saying.contains(tree.lemmas[head])
        {
            return nil
        }
        return isVerb(head) ? subject(of: head, depth: depth + 1)?.through(isAdverbial ? .adverbial : .control) : nil
    }

    private func subjectOfGerund(_ verb: Int, _ preposition: Int, _ depth: Int) -> Reached? {
        guard let above = tree.head(of: preposition) else { return nil }
        if isVerb(above), !isPassive(above), words.gerundControl.contains(tree.lemmas[above]),
            words.blamingPrepositions.contains(tree.words[preposition]), let object = tree.child(of: above, [.dobj])
        {
            return Reached(head: object, path: .gerund)
        }
        if !isVerb(above), let verb = tree.head(of: above), isVerb(verb),
            // "Stopped short of closing its embassy", "came close to war"
            tree.labels[above] == .advmod || tree.labels[above] == .acomp
        {
            return subject(of: verb, depth: depth + 1)?.through(.gerund)
        }
        // "Followed the decision by severing ties": "by" goes with the verb, whatever noun the parser tied it to.
        if !isVerb(above), tree.words[preposition] == "by", tree.hasLabel(above, [.dobj, .pobj]),
            let verb = tree.ancestors(of: above).first(where: { isVerb($0) })
        {
            return subject(of: verb, depth: depth + 1)?.through(.gerund)
        }
        if let blamed = blamed(before: preposition) ?? punished(for: preposition, of: above) {
            return Reached(head: blamed, path: .gerund)
        }
        let found =
            isVerb(above) ? subject(of: above, depth: depth + 1) : holder(ofNoun: above, depth: depth)
        return found?.through(.gerund)
    }

    /// Who did what a measure or reproach is for: Osk of "imposed sanctions on Osk for closing the border".
    private func punished(for preposition: Int, of above: Int) -> Int? {
        guard ["for", "over"].contains(tree.words[preposition]) else { return nil }
        let nouns = [above] + tree.children(of: above, [.dobj, .nsubjpass])
        guard nouns.contains(where: { words.answeringNouns.contains(tree.lemmas[$0]) }) else { return nil }
        for place in nouns {
            for word in words.strikingPrepositions {
                if let found = objects(ofPreposition: word, at: place).first(where: { !isVerb($0) && $0 < preposition })
                {
                    return found
                }
            }
        }
        return nil
    }

    /// Who did what a noun says, where the verb above blames, stops or thanks somebody for it: Osk of "accused Osk of aggression
    /// against Tarn", "criticised Osk for the attack".
    func blamed(forNoun noun: Int) -> Int? {
        guard tree.labels[noun] == .pobj, let preposition = tree.head(of: noun), let verb = tree.head(of: preposition),
            isVerb(verb), words.blamingPrepositions.contains(tree.words[preposition]),
            words.gerundControl.contains(tree.lemmas[verb])
        else { return nil }
        if isPassive(verb) { return subject(of: verb)?.head }
        return tree.child(of: verb, [.dobj]).flatMap { $0 < noun ? $0 : nil }
    }

    /// The object that an infinitive read as a purpose belongs to all the same: "encouraged Osk to join".
    private func controllingObject(_ head: Int, of verb: Int) -> Int? {
        guard tree.tags[verb] == .VB, verb > head, !isPassive(head),
            words.objectControl.contains(tree.lemmas[head])
        else { return nil }
        return tree.child(of: head, [.dobj])
    }

    /// The one an asking noun is addressed to, at the noun or at the verb above it.
    private func asked(by noun: Int, before verb: Int) -> Int? {
        for place in [noun] + (tree.head(of: noun).map { [$0] } ?? []) {
            for word in words.askedPrepositions {
                if let found = objects(ofPreposition: word, at: place).first(where: { $0 < verb && !isVerb($0) }) {
                    return found
                }
            }
        }
        return nil
    }

    /// Whose the noun is: its possessor, or the subject of the verb it is the object of.
    public func holder(ofNoun noun: Int) -> Reached? { holder(ofNoun: noun, depth: 0) }

    func holder(ofNoun noun: Int, depth: Int) -> Reached? {
        guard depth < Self.deepest else { return nil }
        if let owner = tree.child(of: noun, [.poss]) { return Reached(head: owner, path: .possessive) }
        return subjectAboveNoun(noun, depth: depth)?.through(.holder)
    }

    /// Who a predicate noun stands for: Osk of "states" in "Osk was one of the states that voted".
    private func predicateSubject(_ noun: Int) -> Reached? {
        if let subject = frontedSubject(noun) { return Reached(head: subject, path: .predicateNoun) }
        var place = noun
        if tree.labels[place] == .pobj, let of = tree.head(of: place), tree.lemmas[of] == "of",
            let one = tree.head(of: of), words.partitives.contains(tree.lemmas[one])
        {
            place = one
        }
        guard tree.labels[place] == .attr, let verb = tree.head(of: place), tree.lemmas[verb] == "be" else {
            return nil
        }
        // "It was Osk that left": "it" is nobody.
        return tree.child(of: verb, [.nsubj]).flatMap {
            tree.words[$0] == "it" ? nil : Reached(head: $0, path: .predicateNoun)
        }
    }

    private func subjectAboveNoun(_ noun: Int, depth: Int) -> Reached? {
        guard let above = tree.head(of: noun) else { return nil }
        switch tree.labels[noun] {
        case .dobj, .attr, .oprd, .acomp: return isVerb(above) ? subject(of: above, depth: depth + 1) : nil
        case .pobj:
            guard let verb = tree.head(of: above), isVerb(verb) else { return nil }
            // "Told Osk of a plot to …", "warned it about plans to …": whoever tells of a thing is not who does it.
            if words.topicPrepositions.contains(tree.words[above]), !isPassive(verb) {
                guard words.gerundControl.contains(tree.lemmas[verb]) else { return nil }
                return tree.child(of: verb, [.dobj]).map { Reached(head: $0, path: []) }
            }
            return subject(of: verb, depth: depth + 1)
        case .conj: return holder(ofNoun: above, depth: depth + 1)
        default: return nil
        }
    }
}
