import SpacyPipeline

/// The arguments of event nouns: in their own phrase, at the verb that carries them, at the verb by which they happen.
extension Grammar {
    /// The verb an event noun tells of itself by, or is carried by.
    func carrier(of noun: Int) -> Int? {
        lightVerb(over: noun) ?? lightVerb(describing: noun) ?? occurrence(of: noun) ?? existential(over: noun)
    }

    func argumentsOfNoun(_ noun: Int) -> [Argument] {
        let own = phrases(at: noun, of: .noun, through: .preposition)
        let hasAgentPhrase = own.contains { $0.marker == "by" }
        var found = owners(of: noun, hasAgentPhrase: hasAgentPhrase)
        found += own.map { argument in
            argument.marker == "of" ? ofPhrase(argument, at: noun, beside: found, hasAgentPhrase) : argument
        }
        found += modifiers(of: noun, beside: found)
        found += carried(noun, hasAgent: found.contains { $0.role == .agent })
        if !found.contains(where: { $0.role == .agent }), let holder = holderAbove(noun) {
            found.append(Argument(role: .agent, head: holder.head, path: holder.path.union(.holder)))
        }
        found += tree.children(of: noun, [.acl]).filter { tree.tags[$0] == .VB }.map {
            Argument(role: .content, head: $0, path: [])
        }
        return found
    }

    /// Who owns the noun: its agent, or its patient where "by" names another: "Osk's recognition by Veldania".
    private func owners(of noun: Int, hasAgentPhrase: Bool) -> [Argument] {
        tree.children(of: noun, [.poss]).map { owner in
            let antecedent = antecedent(ofRelative: owner)
            return Argument(
                role: hasAgentPhrase ? .patient : .agent, head: antecedent ?? owner,
                path: antecedent == nil ? .possessive : [.possessive, .relative])
        }
    }

    /// What "of" joins to an event noun: its patient where an agent stands elsewhere or the act is one done to somebody, else
    /// its agent ("the visit of the minister").
    private func ofPhrase(
        _ argument: Argument, at noun: Int, beside found: [Argument], _ hasAgentPhrase: Bool
    ) -> Argument {
        var argument = argument
        let hasAgent = hasAgentPhrase || found.contains { $0.role == .agent }
        argument.role = hasAgent || !words.ownActs.contains(tree.lemmas[noun]) ? .patient : .agent
        argument.path.insert(.of)
        return argument
    }

    /// Adjectives and nouns before an event noun: a name says whose act it is ("the Oskan attack"), a common noun what it is
    /// done to ("embassy closure").
    private func modifiers(of noun: Int, beside found: [Argument]) -> [Argument] {
        tree.children(of: noun, .modifiers).compactMap { child in
            if tree.isNaming(child) { return Argument(role: .agent, head: child, path: .modifier) }
            return tree.tags[child].isCommonNoun ? Argument(role: .patient, head: child, path: .modifier) : nil
        }
    }

    /// What the verb that carries the noun lends it.
    private func carried(_ noun: Int, hasAgent: Bool) -> [Argument] {
        if let verb = lightVerb(over: noun) ?? verbBehind(noun) ?? lightVerb(describing: noun) {
            var found: [Argument] = []
            if !hasAgent {
                found = agents(verb).filter { $0.head != noun }
                    .map { Argument(role: .agent, head: $0.head, path: $0.path.union(.lightVerb)) }
            }
            found += indirectObjects(verb).map { Argument(role: .recipient, head: $0, path: [.lightVerb, .dative]) }
            return found
                + phrases(at: verb, of: .noun, through: [.preposition, .lightVerb], readAt: noun).filter {
                    $0.head != noun && $0.marker != "by"
                }
        }
        guard let verb = occurrence(of: noun) ?? existential(over: noun) else { return [] }
        return phrases(at: verb, of: .noun, through: [.preposition, .occurrence], readAt: noun)
    }

    /// The light verb whose clause describes the event noun it governs: "the attack Osk carried out", "the attack carried out
    /// by Osk".
    public func lightVerb(describing noun: Int) -> Int? {
        tree.children(of: noun, [.relcl, .acl]).first { verb in
            isLight(verb) && tree.tags[verb] != .VB && patients(verb).contains { $0.head == noun }
        }
    }

    /// The "was" of "there was an attack by Osk on Veldania".
    private func existential(over noun: Int) -> Int? {
        guard tree.labels[noun] == .attr || tree.labels[noun] == .nsubj, let verb = tree.head(of: noun),
            tree.child(of: verb, [.expl]) != nil
        else { return nil }
        return verb
    }

    /// The subject of the verb that governs an event noun of its own: Osk of "Osk announced a withdrawal".
    private func holderAbove(_ noun: Int) -> Reached? {
        if let blamed = blamed(forNoun: noun) { return Reached(head: blamed, path: .gerund) }
        guard lightVerb(over: noun) == nil, tree.labels[noun] == .dobj else { return nil }
        return holder(ofNoun: noun)
    }
}
