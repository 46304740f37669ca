import ChanceryCore
import Grammar
import SpacyPipeline

/// Finds what stands at a codebook's slot, seen from a trigger.
struct SlotFiller {
    let parsed: ParsedDocument
    let roles: ArgumentStructure
    let entities: EntityIndex
    let words: EventWords
    /// What was read last: the rules of a word ask for the same few slots.
    let read = SlotReadings()
    /// The objects that are meant where a verb has several, each with an act of its own: "relations and an embassy were
    /// established". Empty where all are.
    var objects: [Int] = []

    /// The head tokens at a slot.
    func heads(_ slot: Codebook.Slot, at trigger: Int) -> [Int] {
        guard slot.number >= 0, objects.isEmpty else { return heads(slot.path[...], at: trigger) }
        return read.heads(slot.number, at: trigger) { heads(slot.path[...], at: trigger) }
    }

    private func heads(_ path: ArraySlice<Codebook.Slot.Step>, at trigger: Int) -> [Int] {
        var places = [trigger]
        for number in path.indices where path[number].kind != .place {
            if number == 0, path[number].kind == .object, !objects.isEmpty {
                places = objects
            } else {
                places =
                    places.count == 1
                    ? take(path[number], at: places[0]) : places.flatMap { take(path[number], at: $0) }
            }
            if places.isEmpty { return [] }
        }
        return places
    }

    /// The parties at a slot, each once.
    ///
    /// - Parameter looksInside: whether a noun phrase that names no party gives the party that describes or owns it:
    ///   Osk in "backed the Oskan proposal".
    func parties(_ slot: Codebook.Slot, at trigger: Int, looksInside: Bool = false) -> [Mention] {
        guard slot.number >= 0, objects.isEmpty else { return readParties(slot, at: trigger, looksInside: looksInside) }
        return read.parties(slot.number, at: trigger, looksInside: looksInside) {
            readParties(slot, at: trigger, looksInside: looksInside)
        }
    }

    private func readParties(_ slot: Codebook.Slot, at trigger: Int, looksInside: Bool) -> [Mention] {
        if slot.last == .modifier {
            let base = heads(slot.path.dropLast(), at: trigger)
            return unique(
                base.flatMap { head in
                    parsed.tree.children(of: head, [.amod, .compound, .nmod]).filter {
                        !entities.isNamedAfter($0, head)
                    }
                }
                .flatMap { entities.modifierParties(at: $0) })
        }
        let found = heads(slot, at: trigger)
        if slot.last == .place { return statesOfPlaces(found) }
        let direct = unique(
            found.flatMap { head in
                // "A Libyan plot to …": who plots is told by an adjective.
                let named = entities.participants(at: head)
                return named.isEmpty && parsed.tree.labels[head] == .amod ? entities.modifierParties(at: head) : named
            })
        guard direct.isEmpty, looksInside else { return direct }
        return unique(found.flatMap { entities.relatedParties(of: $0) })
    }

    /// Who lives at places is the party: the places' states.
    func statesOfPlaces(_ heads: [Int]) -> [Mention] {
        unique(
            heads.compactMap { entities.place(at: $0) }.filter { !$0.code.isEmpty }
                .map { place in entities.state(code: place.code, span: place.span) ?? place })
    }

    /// The city or town that stands as the first noun of a compound: Strelsau in "the Strelsau bombings".
    func placeModifier(at trigger: Int) -> Mention? {
        for child in parsed.tree.children(of: trigger, [.compound, .nmod]) where parsed.tree.tags[child].isProperNoun {
            if let place = entities.place(at: child), !place.code.isEmpty,
                let state = entities.state(code: place.code, span: place.span), state.name != place.name
            {
                return place
            }
        }
        return nil
    }

    /// The other side of an act between two of which a text names one ("relations with Osk cooled"): the party the same
    /// sentence speaks of, else the subject of the sentence before in the same paragraph.
    func impliedParty(at trigger: Int, besides named: [Mention]) -> Mention? {
        func isOther(_ mention: Mention) -> Bool {
            (mention.kind == .state || mention.kind == .person || mention.kind == .organisation)
                && !mention.code.isEmpty
                && !named.contains { $0.code == mention.code || $0.name == mention.name }
        }
        let number = parsed.sentence(of: trigger)
        let here = parsed.sentences[number]
        let subjects =
            here.tokens.filter { parsed.tree.hasLabel($0, [.nsubj, .nsubjpass]) }
            + here.tokens.filter { parsed.tree.hasLabel($0, [.poss, .pobj, .dobj]) && !isWhere($0) }
        for token in subjects {
            if let found = entities.participant(at: token), isOther(found) { return taken(found) }
        }
        guard number > 0, parsed.sentences[number - 1].block == here.block else { return nil }
        for token in parsed.sentences[number - 1].tokens
        where parsed.tree.hasLabel(token, [.nsubj, .nsubjpass]) {
            if let found = entities.participant(at: token), isOther(found) { return taken(found) }
        }
        return nil
    }

    /// Whether a name only says where something is: "meeting in Strelsau".
    private func isWhere(_ token: Int) -> Bool {
        parsed.tree.labels[token] == .pobj && parsed.head(of: token).map { ["in", "at"].contains(lemma($0)) } == true
    }

    /// The verb of sending or going whose infinitive a verb is: "sent" of "demand" in "sent an envoy to Osk to demand a ceasefire".
    func errand(of verb: Int) -> Int? {
        guard roles.isVerb(verb), parsed.tree.hasLabel(verb, [.xcomp, .advcl]),
            parsed.tree.hasChild(of: verb, [.aux], where: { parsed.tree.tags[$0] == .TO }),
            let above = parsed.head(of: verb), parsed.grammar.words.errands.contains(lemma(above))
        else { return nil }
        return above
    }

    /// A party taken over from elsewhere: where it stands is where it comes from.
    func taken(_ mention: Mention) -> Mention {
        var mention = mention
        mention.from = mention.from ?? mention.span
        return mention
    }

    /// Whether a condition's words stand at its slot; gives the tokens that do, or nil.
    ///
    /// - Parameter test: what is tested of the condition.
    func match(
        _ condition: @autoclosure () -> Codebook.Condition, _ test: ConditionTest, at trigger: Int,
        _ codebook: Codebook
    ) -> [Int]? {
        func joined() -> [Int] {
            heads(codebook.slotsOfRules[test.slot], at: trigger).flatMap { [$0] + conjuncts(of: $0) }
        }
        let found: [Int]
        if objects.isEmpty {
            read.readJoined(test.slot, at: trigger, joined) { lists(at: $0, codebook.wordLists) }
            // Most conditions end here: nobody stands there, or none of the words.
            if read.isJoinedEmpty(test.slot) { return test.isForbidden ? [] : nil }
            if !test.acceptsAny, !test.acceptsParty, !test.hasKinds {
                guard let words = test.words, read.holdsJoined(test.slot, words) else {
                    return test.isForbidden ? [] : nil
                }
            }
            found = read.joined(test.slot)
        } else {
            found = joined()
        }
        let fitting = found.filter { fits($0, condition(), test, codebook) }
        if test.isForbidden { return fitting.isEmpty ? [] : nil }
        return fitting.isEmpty ? nil : fitting
    }

    private func fits(
        _ head: Int, _ condition: @autoclosure () -> Codebook.Condition, _ test: ConditionTest,
        _ codebook: Codebook
    ) -> Bool {
        if test.acceptsAny { return true }
        if test.acceptsParty, isEachOther(head) || !entities.participants(at: head).isEmpty { return true }
        if test.hasKinds {
            let kinds = condition().kinds
            if entities.participants(at: head).contains(where: { kinds.contains($0.kind) }) { return true }
        }
        guard let words = test.words else { return false }
        return read.lists(at: head) { lists(at: $0, codebook.wordLists) }.contains(words)
    }

    /// The lists of words that hold what stands at a token, or what "of" joins to a word that only counts it.
    private func lists(at head: Int, _ index: WordListIndex) -> WordListIndex.Lists {
        var found = WordListIndex.Lists()
        addLists(at: head, index, to: &found)
        guard parsed.grammar.words.transparent.contains(lemma(head)) else { return found }
        for object in roles.objects(ofPreposition: "of", at: head) { addLists(at: object, index, to: &found) }
        return found
    }

    /// Adds the lists that hold a token by itself or with what describes it: those whose words ``matches(_:_:)``.
    private func addLists(at head: Int, _ index: WordListIndex, to found: inout WordListIndex.Lists) {
        let own = lemma(head)
        index.add(own, key: parsed.lemmaKeys[head], to: &found)
        index.add(parsed.lowerTexts[head], key: parsed.textKeys[head], to: &found)
        for modifier in parsed.tree.children(of: head, Self.modifiers) {
            index.add(lemma(modifier), own, to: &found)
            if standsForHead(modifier, head) {
                index.add(lemma(modifier), key: parsed.lemmaKeys[modifier], to: &found)
            }
        }
    }

    private static let modifiers: Dependencies = [.amod, .compound, .nmod, .poss]

    /// Whether what describes a noun says what it is.
    private func standsForHead(_ modifier: Int, _ head: Int) -> Bool {
        // "Embassy Strelsau": the parser takes the place for the head.
        if modifier == head - 1, parsed.tree.tags[head] == .NNP, entities.place(at: head) != nil { return true }
        // "Emissary Boris Velgard": a person is what the title says.
        return parsed.tree.labels[modifier] == .compound && parsed.tokens[head].ent.hasSuffix("PERSON")
    }

    func matches(_ head: Int, _ words: Set<String>) -> Bool {
        let own = lemma(head)
        if words.contains(own) || words.contains(parsed.lowerTexts[head]) { return true }
        return parsed.tree.hasChild(of: head, Self.modifiers) {
            words.contains("\(lemma($0)) \(own)") || standsForHead($0, head) && words.contains(lemma($0))
        }
    }

    private func take(_ step: Codebook.Slot.Step, at index: Int) -> [Int] {
        switch step.kind {
        case .subject:
            if roles.isVerb(index) && (parsed.tree.labels[index] != .acomp || roles.isPassive(index)) {
                let agents = roles.agents(index)
                // "Relations began": the words of the subject's slot stand there all the same.
                if agents.isEmpty, !roles.isPassive(index) { return roles.surfaceSubject(index).map { [$0] } ?? [] }
                return agents
            }
            if parsed.tree.hasLabel(index, [.acomp, .attr, .oprd]), let verb = parsed.head(of: index) {
                return roles.surfaceSubject(verb).map { [$0] } ?? []
            }
            return roles.holder(ofNoun: index).map { [$0] } ?? []
        case .agent: return roles.agents(index)
        case .ownSubject: return parsed.tree.children(of: index, [.nsubj, .nsubjpass])
        case .ownObject: return parsed.tree.children(of: index, [.dobj])
        case .object: return roles.patients(index)
        case .indirect:
            return roles.indirectObjects(index) + (lightVerb(of: index).map { roles.indirectObjects($0) } ?? [])
        case .attribute:
            // "took them hostage": the second of two objects is what the first is made.
            return parsed.tree.children(of: index, [.attr, .oprd, .acomp])
                + parsed.tree.children(of: index, [.dobj]).dropFirst() + roles.resultatives(index)
        case .complement: return roles.complements(index)
        case .statement: return roles.complements(index).filter { isStatement($0, of: index) }
        case .preposition: return parsed.tree.children(of: index, [.prep])
        case .wordBefore: return index > 0 ? [index - 1] : []
        case .wordAfter: return index + 1 < parsed.tokens.count ? [index + 1] : []
        case .wordAfterPhrase:
            let next = parsed.extent(of: index).upperBound
            return next < parsed.tokens.count ? [next] : []
        case .phrase: return parsed.subtree(of: index)
        case .compound: return parsed.tree.children(of: index, [.compound, .nmod])
        case .poss:
            // "Whose" is the noun its clause describes.
            return parsed.tree.children(of: index, [.poss]).map { owner in
                guard parsed.tree.tags[owner] == .WPS else { return owner }
                let clause = parsed.ancestors(of: owner).first { parsed.tree.labels[$0] == .relcl }
                return clause.flatMap { parsed.head(of: $0) } ?? owner
            }
        case .infinitive: return parsed.tree.children(of: index, [.aux]).filter { parsed.tree.tags[$0] == .TO }
        case .not: return parsed.tree.children(of: index, [.neg])
        case .will:
            return parsed.tree.children(of: index, [.aux]).filter {
                words.prospective.contains(parsed.tokens[$0].text.lowercased())
            }
        case .must:
            return parsed.tree.children(of: index, [.aux]).filter {
                words.obliging.contains(parsed.tokens[$0].text.lowercased())
            }
        case .clause:
            // "At the request of Osk, Veldania hosted …": who acts in the clause the phrase belongs to.
            guard parsed.tree.labels[index] == .pobj, let preposition = parsed.head(of: index),
                words.occasions.contains(lemma(preposition)), var verb = parsed.head(of: preposition),
                roles.isVerb(verb)
            else { return [] }
            while parsed.tree.hasLabel(verb, [.xcomp, .advcl, .acl]), parsed.tree.tags[verb] == .VB,
                let above = parsed.head(of: verb), roles.isVerb(above)
            {
                verb = above
            }
            return roles.surfaceSubject(verb).map { [$0] } ?? []
        case .holder:
            if let verb = lightVerb(of: index) { return roles.agents(verb) }
            return parsed.grammar.verbBehind(index).flatMap { roles.surfaceSubject($0) }.map { [$0] } ?? []
        // These two are no steps of their own: heads and parties read them.
        case .objectOfPreposition, .place, .modifier:
            let step = step.name
            let own = roles.objects(ofPreposition: step, at: index)
            if !own.isEmpty || roles.isVerb(index) { return own }
            if parsed.tree.hasLabel(index, [.acomp, .oprd]), let verb = parsed.head(of: index) {
                return roles.objects(ofPreposition: step, at: verb)
            }
            if step != "of" {
                // "the arrest of students by Osk", "the visit of a minister to Osk": the parser may hang the second
                // phrase on the noun before it.
                let below = roles.objects(ofPreposition: "of", at: index).flatMap {
                    roles.objects(ofPreposition: step, at: $0)
                }
                if !below.isEmpty { return below }
            }
            return (lightVerb(of: index) ?? parsed.grammar.occurrence(of: index)).map {
                roles.objects(ofPreposition: step, at: $0)
            }
                ?? []
        }
    }

    /// Whether a clause tells what is, and not what ought to be: "insisted that Osk was right", not "that Osk leave".
    private func isStatement(_ clause: Int, of verb: Int) -> Bool {
        guard parsed.tree.labels[clause] == .ccomp, parsed.tree.child(of: clause, [.nsubj, .nsubjpass]) != nil else {
            return false
        }
        let finite = [clause] + parsed.tree.children(of: clause, [.aux, .auxpass])
        return finite.contains { token in
            let word = parsed.tokens[token].text.lowercased()
            return [.VBZ, .VBD].contains(parsed.tree.tags[token])
                || (parsed.tree.tags[token] == .VBP && (token != clause || lemma(verb) == "suggest"))
                || words.stating.contains(word)
        }
    }

    /// The light verb that carries an event noun, above it or in the clause that describes it ("the talks that Osk had begun").
    private func lightVerb(of noun: Int) -> Int? {
        parsed.grammar.lightVerb(over: noun) ?? parsed.grammar.lightVerb(describing: noun)
    }

    func conjuncts(of head: Int) -> [Int] { parsed.grammar.conjuncts(of: head) }

    func lemma(_ index: Int) -> String { parsed.lowerLemmas[index] }

    private func unique(_ mentions: [Mention]) -> [Mention] {
        if mentions.count < 2 { return mentions }
        var seen: Set<String> = []
        return mentions.filter { seen.insert($0.name).inserted }
    }
}
