extension Grammar {
    /// The clause a token stands in: that of the nearest verb at or above it; nil for what stands in none, such as a comma at
    /// a sentence's root.
    public func clause(at index: Int) -> Clause? {
        guard let head = clauseHead(at: index) else { return nil }
        guard isVerb(head) else {
            return Clause(
                head: head, finiteness: .verbless, voice: .active, tense: nil, aspect: [],
                polarity: isNegated(head) ? .negative : .positive, mood: .indicative, link: .main)
        }
        let auxiliaries = auxiliaries(of: head)
        let finiteness = finiteness(of: head, auxiliaries)
        return Clause(
            head: head, finiteness: finiteness, voice: isPassive(head) ? .passive : .active,
            tense: finiteness == .finite ? tense(of: head, auxiliaries) : nil,
            aspect: aspect(of: head, auxiliaries), polarity: isNegative(head, auxiliaries) ? .negative : .positive,
            mood: mood(of: head, finiteness, auxiliaries), link: link(of: head, finiteness))
    }

    /// The clauses from the one a token stands in to the main clause of its sentence.
    public func chain(at index: Int) -> [Clause] {
        var found: [Clause] = []
        var next: Int? = index
        while let place = next, found.count < SyntaxTree.deepest, let clause = clause(at: place) {
            found.append(clause)
            next = tree.head(of: clause.head)
        }
        return found
    }

    /// The verb of the clause that a token stands in, or the noun a verbless sentence is built on.
    private func clauseHead(at index: Int) -> Int? {
        var place = index
        for _ in 0..<SyntaxTree.deepest {
            let label = tree.labels[place]
            if isVerb(place), label != .aux, label != .auxpass, !describes(place) { return place }
            guard let above = tree.head(of: place) else { return tree.tags[place].isNoun ? place : nil }
            place = above
        }
        return nil
    }

    /// Whether a verb's form is but a word before a noun: "the signed treaty".
    private func describes(_ index: Int) -> Bool {
        Dependencies.modifiers.contains(tree.labels[index]) && tree.child(of: index, .subjects) == nil
    }

    /// A verb's auxiliaries in the order of the text, those it shares with the verb it is joined to among them: "has" of
    /// "recognised" in "has visited and recognised".
    func auxiliaries(of verb: Int) -> [Int] { auxiliaries(of: verb, depth: 0) }

    private func auxiliaries(of verb: Int, depth: Int) -> [Int] {
        let own = tree.children(of: verb, [.aux, .auxpass])
        guard own.isEmpty, depth < Self.deepest, let head = sharing(verb) else { return own }
        return auxiliaries(of: head, depth: depth + 1)
    }

    /// The verb whose auxiliaries another shares: it is joined to it, has no subject of its own and stands in the same form.
    private func sharing(_ verb: Int) -> Int? {
        guard tree.labels[verb] == .conj, let head = tree.head(of: verb), isVerb(head),
            tree.child(of: verb, .subjects) == nil
        else { return nil }
        // The tagger takes the second participle of "has visited and recognised" for a past tense.
        let isParticiple = tree.tags[verb] == .VBD && tree.tags[head] == .VBN && tree.words[verb].hasSuffix("ed")
        let isSame =
            tree.tags[verb] == tree.tags[head] && !tree.tags[verb].isFinite || isParticiple
            || isPassive(verb) && isPassive(head)
        return isSame ? head : nil
    }

    private func finiteness(of verb: Int, _ auxiliaries: [Int]) -> Clause.Finiteness {
        if auxiliaries.contains(where: { tree.tags[$0].isFinite }) { return .finite }
        if auxiliaries.contains(where: { tree.tags[$0] == .TO }) { return .infinitive }
        let label = tree.labels[verb]
        switch tree.tags[verb] {
        case .VBD, .VBP, .VBZ, .MD:
            return isPassive(verb) && auxiliaries.isEmpty && label != .conj ? .participle : .finite
        case .VBG:
            let isNoun: Dependencies = [.pcomp, .pobj, .csubj, .csubjpass, .xcomp, .dobj, .nsubj, .nsubjpass]
            let leads = auxiliaries.first.map { tree.tags[$0] == .VBG } ?? false
            return isNoun.contains(label) && !leads ? .gerund : .participle
        case .VB:
            let isBidden = isBare(verb) && tree.child(of: verb, .subjects) == nil
            return isBidden || isSubjunctive(verb) ? .finite : .infinitive
        case .VBN:
            guard let first = auxiliaries.first, tree.tags[first] == .VBG else { return .participle }
            return label == .pcomp || label == .xcomp ? .gerund : .participle
        default: return .finite
        }
    }

    /// Whether a base form stands at the head of its sentence, or is joined to one that does, without "to".
    private func isBare(_ verb: Int) -> Bool {
        guard tree.tags[verb] == .VB,
            !auxiliaries(of: verb).contains(where: { tree.tags[$0] != .VB && tree.tags[$0] != .VBP })
        else { return false }
        guard let head = tree.head(of: verb) else { return true }
        if tree.labels[verb] == .conj { return isVerb(head) && isBare(head) }
        // "Recognise Veldania," the minister said: what is bidden in speech.
        return tree.labels[verb] == .ccomp && verb < head && tree.child(of: verb, [.mark]) == nil
    }

    private func isSubjunctive(_ verb: Int) -> Bool {
        tree.labels[verb] == .ccomp && tree.child(of: verb, .subjects) != nil
            && tree.child(of: verb, [.mark]).map { tree.words[$0] == "that" } == true
    }

    private func tense(of verb: Int, _ auxiliaries: [Int]) -> Clause.Tense? {
        let leader = auxiliaries.first ?? verb
        switch tree.tags[leader] {
        case .VBD, .VBN: return .past
        case .VBZ, .VBP: return .present
        case .MD: return words.futureModals.contains(tree.lemmas[leader]) ? .future : nil
        default: return nil
        }
    }

    private func aspect(of verb: Int, _ auxiliaries: [Int]) -> Clause.Aspect {
        var found: Clause.Aspect = []
        if auxiliaries.contains(where: { tree.lemmas[$0] == "have" && tree.labels[$0] == .aux }) {
            found.insert(.perfect)
        }
        if tree.tags[verb] == .VBG,
            auxiliaries.contains(where: { tree.lemmas[$0] == "be" && tree.labels[$0] == .aux })
        {
            found.insert(.progressive)
        }
        return found
    }

    private func mood(of verb: Int, _ finiteness: Clause.Finiteness, _ auxiliaries: [Int]) -> Clause.Mood {
        guard finiteness == .finite else { return .indicative }
        if isAsked(verb) { return .interrogative }
        if let modal = auxiliaries.first(where: { tree.tags[$0] == .MD }) ?? (tree.tags[verb] == .MD ? verb : nil) {
            let lemma = tree.lemmas[modal]
            if words.conditionalModals.contains(lemma) { return .conditional }
            return words.futureModals.contains(lemma) ? .indicative : .modal(lemma)
        }
        if isSubjunctive(verb), tree.tags[verb] == .VB { return .subjunctive }
        return isBare(verb) && tree.child(of: verb, .subjects) == nil ? .imperative : .indicative
    }

    /// Whether a main clause is a question: its sentence ends in a question mark.
    private func isAsked(_ verb: Int) -> Bool {
        guard tree.head(of: verb) == nil || tree.labels[verb] == .conj else { return false }
        let sentence = tree.sentences[tree.sentence(of: verb)]
        return sentence.suffix(3).contains { tree.words[$0] == "?" }
    }
}
