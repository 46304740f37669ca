extension Grammar {
    /// The predicate at a token with its arguments; nil where the token is none: an auxiliary, a name, a function word.
    public func predicate(at index: Int) -> Predicate? {
        switch tree.labels[index] {
        case .aux, .auxpass, .punct, .det, .caseMarker: return nil
        default: break
        }
        if let antecedent = antecedent(ofEllipsis: index) { return elliptical(index, antecedent) }
        if isVerb(index) {
            return Predicate(
                head: index, kind: .verb, lemma: lemmaWithParticle(index), carrier: nil,
                arguments: once(argumentsOfVerb(index)))
        }
        if tree.tags[index].isNoun {
            return Predicate(
                head: index, kind: .noun, lemma: tree.lemmas[index], carrier: carrier(of: index),
                arguments: once(argumentsOfNoun(index)))
        }
        if tree.tags[index].isAdjective, let carrier = copula(over: index) {
            return Predicate(
                head: index, kind: .adjective, lemma: tree.lemmas[index], carrier: carrier,
                arguments: once(argumentsOfAdjective(index, carrier)))
        }
        return nil
    }

    /// A verb's base form with its particle.
    func lemmaWithParticle(_ verb: Int) -> String {
        tree.child(of: verb, [.prt]).map { "\(tree.lemmas[verb]) \(tree.words[$0])" } ?? tree.lemmas[verb]
    }

    /// Each argument once: of several ways to one head in one role, the first.
    func once(_ arguments: [Argument]) -> [Argument] {
        var found: [Argument] = []
        // A handful, sooner compared than hashed.
        for argument in arguments where !found.contains(where: { $0.head == argument.head && $0.role == argument.role })
        {
            found.append(argument)
            if tree.isMended(argument.head) { found[found.count - 1].path.insert(.repaired) }
        }
        return found
    }

    private func argumentsOfVerb(_ verb: Int) -> [Argument] {
        var found = agents(verb).map { Argument(role: .agent, head: $0.head, path: $0.path, marker: marker($0)) }
        let patients = patients(verb)
        found += patients.map { Argument(role: .patient, head: $0.head, path: $0.path) }
        found += indirectObjects(verb).map { Argument(role: .recipient, head: $0, path: .dative) }
        let own = phrases(at: verb, of: .verb, through: .preposition)
        found += own
        if !patients.isEmpty { found += own.compactMap(receiver) }
        for patient in patients where patient.path.isSubset(of: [.passive]) {
            found += phrases(at: patient.head, of: .verb, through: [.preposition, .object]).filter { $0.marker != "of" }
        }
        found += complements(verb).map { Argument(role: .content, head: $0, path: []) }
        return found
    }

    /// Who gets what is moved to them: Osk is goal and recipient in "returned the island to Osk".
    private func receiver(_ argument: Argument) -> Argument? {
        guard argument.role == .goal, argument.marker == "to" else { return nil }
        var receiver = argument
        receiver.role = .recipient
        return receiver
    }

    private func marker(_ agent: Reached) -> String { agent.path.contains(.passive) ? "by" : "" }

    private func argumentsOfAdjective(_ adjective: Int, _ carrier: Int) -> [Argument] {
        var found = subject(of: carrier).map { [Argument(role: .agent, head: $0.head, path: $0.path)] } ?? []
        found += phrases(at: adjective, of: .verb, through: .preposition)
        found += phrases(at: carrier, of: .verb, through: .preposition)
        found += complements(adjective).map { Argument(role: .content, head: $0, path: []) }
        return found
    }

    /// The verb by which an adjective is said of something.
    private func copula(over adjective: Int) -> Int? {
        guard tree.hasLabel(adjective, [.acomp, .oprd, .attr]), let verb = tree.head(of: adjective), isVerb(verb)
        else { return nil }
        return verb
    }

    /// The arguments that prepositions join to a token; where it is a verb that carries an event noun, `noun` says what they
    /// are: "to" is whither in "paid a visit to Osk".
    func phrases(
        at index: Int, of kind: Predicate.Kind, through path: Constructions, readAt noun: Int? = nil
    ) -> [Argument] {
        func argument(_ head: Int, _ marker: String) -> Argument {
            let role = role(of: marker, of: kind, at: noun ?? index)
            guard let antecedent = antecedent(ofRelative: head) else {
                return Argument(role: role, head: head, path: path, marker: marker)
            }
            return Argument(role: role, head: antecedent, path: path.union(.relative), marker: marker)
        }
        var found: [Argument] = []
        for preposition in tree.children(of: index, [.prep, .agent, .dative]) {
            var open = [preposition]
            while let next = open.popLast() {
                open += tree.children(of: next, [.conj])
                let own = tree.words[next]
                if let inner = tree.child(of: next, [.prep]) {
                    // "out of Osk", "together with Osk", "along with": the second word says what it is.
                    let marker = words.compoundPrepositions.contains(own) ? own : tree.words[inner]
                    found += tree.children(of: inner, [.pobj]).map { argument($0, marker) }
                }
                if next != preposition || tree.labels[next] != .dative {
                    found += tree.children(of: next, [.pobj]).map { argument($0, own) }
                }
            }
        }
        return found.count < 2 ? found : found.sorted { $0.head < $1.head }
    }
}
