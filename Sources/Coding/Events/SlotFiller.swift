import ChanceryCore
import Grammar
import SpacyPipeline

/// Finds what stands at a codebook's slot, seen from a trigger.
struct SlotFiller: Sendable {
    let parsed: ParsedDocument
    let roles: ArgumentStructure
    let entities: EntityIndex
    let words: EventWords
    /// The objects that are meant where a verb has several, each with an act of its own: "relations and an embassy were
    /// established". Empty where all are.
    var objects: [Int] = []

    /// The head tokens at a slot.
    func heads(_ slot: Codebook.Slot, at trigger: Int) -> [Int] {
        var places = [trigger]
        for (number, step) in slot.steps.enumerated() where step != "place" {
            places =
                number == 0 && step == "object" && !objects.isEmpty ? objects : places.flatMap { take(step, at: $0) }
            if places.isEmpty { return [] }
        }
        return places
    }

    /// The parties at a slot, each once.
    ///
    /// - Parameter looksInside: whether a noun phrase that names no party gives the party that describes or owns it:
    ///   Osk in "backed the Oskan proposal".
    func parties(_ slot: Codebook.Slot, at trigger: Int, looksInside: Bool = false) -> [Mention] {
        if slot.steps.last == "modifier" {
            let base = heads(Codebook.Slot(steps: Array(slot.steps.dropLast())), at: trigger)
            return unique(
                base.flatMap { head in
                    parsed.children(of: head, "amod", "compound", "nmod").filter {
                        !entities.isNamedAfter($0, head)
                    }
                }
                .flatMap { entities.modifierParties(at: $0) })
        }
        let found = heads(slot, at: trigger)
        if slot.steps.last == "place" {
            // Who lives there is the party: the state of the place.
            return unique(
                found.compactMap { entities.place(at: $0) }.filter { !$0.code.isEmpty }
                    .map { place in entities.state(code: place.code, span: place.span) ?? place })
        }
        let direct = unique(
            found.flatMap { head in
                // "A Libyan plot to …": who plots is told by an adjective.
                let named = entities.participants(at: head)
                return named.isEmpty && parsed.tokens[head].dep == "amod" ? entities.modifierParties(at: head) : named
            })
        guard direct.isEmpty, looksInside else { return direct }
        return unique(found.flatMap { entities.relatedParties(of: $0) })
    }

    /// The city or town that stands as the first noun of a compound: Strelsau in "the Strelsau bombings".
    func placeModifier(at trigger: Int) -> Mention? {
        for child in parsed.children(of: trigger, "compound", "nmod") where parsed.tokens[child].tag.hasPrefix("NNP") {
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
            here.tokens.filter { ["nsubj", "nsubjpass"].contains(parsed.tokens[$0].dep) }
            + here.tokens.filter { [.poss, .pobj, .dobj].contains(parsed.tree.labels[$0]) && !isWhere($0) }
        for token in subjects {
            if let found = entities.participant(at: token), isOther(found) { return taken(found) }
        }
        guard number > 0, parsed.sentences[number - 1].block == here.block else { return nil }
        for token in parsed.sentences[number - 1].tokens
        where ["nsubj", "nsubjpass"].contains(parsed.tokens[token].dep) {
            if let found = entities.participant(at: token), isOther(found) { return taken(found) }
        }
        return nil
    }

    /// Whether a name only says where something is: "meeting in Strelsau".
    private func isWhere(_ token: Int) -> Bool {
        parsed.tokens[token].dep == "pobj" && parsed.head(of: token).map { ["in", "at"].contains(lemma($0)) } == true
    }

    /// The verb of sending or going whose infinitive a verb is: "sent" of "demand" in "sent an envoy to Osk to demand a ceasefire".
    func errand(of verb: Int) -> Int? {
        guard roles.isVerb(verb), ["xcomp", "advcl"].contains(parsed.tokens[verb].dep),
            parsed.children(of: verb, "aux").contains(where: { parsed.tokens[$0].tag == "TO" }),
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

    /// Those at a slot of one trigger and those joined to them: the rules of a verb ask for the same few slots.
    struct Places {
        /// By the slots' numbers.
        private var known: [(slot: Int, heads: [Int])] = []

        mutating func heads(_ slot: Int, _ read: () -> [Int]) -> [Int] {
            if let place = known.firstIndex(where: { $0.slot == slot }) { return known[place].heads }
            let heads = read()
            known.append((slot, heads))
            return heads
        }
    }

    /// Whether a condition's words stand at its slot; gives the tokens that do, or nil.
    ///
    /// - Parameters:
    ///   - slot: the number of the condition's slot.
    ///   - places: what was read of this trigger before.
    func match(_ condition: Codebook.Condition, _ slot: Int, at trigger: Int, _ places: inout Places) -> [Int]? {
        let found = places.heads(slot) {
            heads(condition.slot, at: trigger).flatMap { [$0] + conjuncts(of: $0) }
        }
        let fitting = found.filter { fits($0, condition) }
        if condition.isForbidden { return fitting.isEmpty ? [] : nil }
        return fitting.isEmpty ? nil : fitting
    }

    private func fits(_ head: Int, _ condition: Codebook.Condition) -> Bool {
        if condition.acceptsAny { return true }
        if condition.acceptsParty, isEachOther(head) || !entities.participants(at: head).isEmpty { return true }
        if !condition.kinds.isEmpty,
            entities.participants(at: head).contains(where: { condition.kinds.contains($0.kind) })
        {
            return true
        }
        if matches(head, condition.words) { return true }
        guard parsed.grammar.words.transparent.contains(lemma(head)) else { return false }
        return roles.objects(ofPreposition: "of", at: head).contains { matches($0, condition.words) }
    }

    func matches(_ head: Int, _ words: Set<String>) -> Bool {
        let own = lemma(head)
        if words.contains(own) || words.contains(parsed.lowerTexts[head]) { return true }
        let modifiers = parsed.tree.children(of: head, [.amod, .compound, .nmod, .poss])
        if modifiers.isEmpty { return false }
        // "Embassy Strelsau": the parser takes the place for the head.
        let isPlaced = parsed.tokens[head].tag == "NNP" && entities.place(at: head) != nil
        // "Emissary Boris Velgard": a person is what the title says.
        let isPerson = parsed.tokens[head].ent.hasSuffix("PERSON")
        return modifiers.contains {
            words.contains("\(lemma($0)) \(own)")
                || (isPlaced && $0 == head - 1 || isPerson && parsed.tokens[$0].dep == "compound")
                    && words.contains(lemma($0))
        }
    }

    private func take(_ step: String, at index: Int) -> [Int] {
        switch step {
        case "subject":
            if roles.isVerb(index) && (parsed.tokens[index].dep != "acomp" || roles.isPassive(index)) {
                let agents = roles.agents(index)
                // "Relations began": the words of the subject's slot stand there all the same.
                if agents.isEmpty, !roles.isPassive(index) { return roles.surfaceSubject(index).map { [$0] } ?? [] }
                return agents
            }
            if [.acomp, .attr, .oprd].contains(parsed.tree.labels[index]), let verb = parsed.head(of: index) {
                return roles.surfaceSubject(verb).map { [$0] } ?? []
            }
            return roles.holder(ofNoun: index).map { [$0] } ?? []
        case "agent": return roles.agents(index)
        case "own-subject": return parsed.children(of: index, "nsubj", "nsubjpass")
        case "own-object": return parsed.children(of: index, "dobj")
        case "object": return roles.patients(index)
        case "indirect":
            return roles.indirectObjects(index) + (lightVerb(of: index).map { roles.indirectObjects($0) } ?? [])
        case "attribute":
            // "took them hostage": the second of two objects is what the first is made.
            return parsed.children(of: index, "attr", "oprd", "acomp")
                + parsed.children(of: index, "dobj").dropFirst() + roles.resultatives(index)
        case "complement": return roles.complements(index)
        case "statement": return roles.complements(index).filter { isStatement($0, of: index) }
        case "preposition": return parsed.children(of: index, "prep")
        case "word-before": return index > 0 ? [index - 1] : []
        case "word-after": return index + 1 < parsed.tokens.count ? [index + 1] : []
        case "word-after-phrase":
            let next = parsed.extent(of: index).upperBound
            return next < parsed.tokens.count ? [next] : []
        case "phrase": return parsed.subtree(of: index)
        case "compound": return parsed.children(of: index, "compound", "nmod")
        case "poss":
            // "Whose" is the noun its clause describes.
            return parsed.children(of: index, "poss").map { owner in
                guard parsed.tokens[owner].tag == "WP$" else { return owner }
                let clause = parsed.ancestors(of: owner).first { parsed.tokens[$0].dep == "relcl" }
                return clause.flatMap { parsed.head(of: $0) } ?? owner
            }
        case "infinitive": return parsed.children(of: index, "aux").filter { parsed.tokens[$0].tag == "TO" }
        case "not": return parsed.children(of: index, "neg")
        case "will":
            return parsed.children(of: index, "aux").filter {
                words.prospective.contains(parsed.tokens[$0].text.lowercased())
            }
        case "must":
            return parsed.children(of: index, "aux").filter {
                words.obliging.contains(parsed.tokens[$0].text.lowercased())
            }
        case "clause":
            // "At the request of Osk, Veldania hosted …": who acts in the clause the phrase belongs to.
            guard parsed.tokens[index].dep == "pobj", let preposition = parsed.head(of: index),
                words.occasions.contains(lemma(preposition)), var verb = parsed.head(of: preposition),
                roles.isVerb(verb)
            else { return [] }
            while [.xcomp, .advcl, .acl].contains(parsed.tree.labels[verb]), parsed.tokens[verb].tag == "VB",
                let above = parsed.head(of: verb), roles.isVerb(above)
            {
                verb = above
            }
            return roles.surfaceSubject(verb).map { [$0] } ?? []
        case "holder":
            if let verb = lightVerb(of: index) { return roles.agents(verb) }
            return parsed.grammar.verbBehind(index).flatMap { roles.surfaceSubject($0) }.map { [$0] } ?? []
        default:
            let own = roles.objects(ofPreposition: step, at: index)
            if !own.isEmpty || roles.isVerb(index) { return own }
            if ["acomp", "oprd"].contains(parsed.tokens[index].dep), let verb = parsed.head(of: index) {
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
        guard parsed.tokens[clause].dep == "ccomp", parsed.child(of: clause, "nsubj", "nsubjpass") != nil else {
            return false
        }
        let finite = [clause] + parsed.children(of: clause, "aux", "auxpass")
        return finite.contains { token in
            let word = parsed.tokens[token].text.lowercased()
            return ["VBZ", "VBD"].contains(parsed.tokens[token].tag)
                || (parsed.tokens[token].tag == "VBP" && (token != clause || lemma(verb) == "suggest"))
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
        var seen: Set<String> = []
        return mentions.filter { seen.insert($0.name).inserted }
    }
}

extension Codebook.Slot {
    init(steps: [String]) { self.steps = steps }
}
