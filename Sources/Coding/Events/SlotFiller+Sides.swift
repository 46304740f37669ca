import ChanceryCore
import Grammar
import SpacyPipeline

/// What the words round an act say of its sides.
extension SlotFiller {
    /// Whether a head is no party but the thing the act is about, or a word that belongs to it: "its embassy".
    func isOwnNoun(_ head: Int) -> Bool {
        ![.propn, .pron].contains(parsed.tree.classes[head]) || parsed.tree.tags[head] == .PRPS
            || words.ownMissions.contains(lemma(head))
    }

    private static let hostSlots = ["in.place", "at.place", "to"].map { Codebook.Slot($0) }

    /// How many sentences back a thing that is named again is looked for.
    private static let reach = 10

    /// The state in whose land the thing lies that an act's definite object names again: "wants an embassy in Strelsau. … It opened
    /// the embassy in May".
    func hostToldBefore(at trigger: Int, besides actors: [Mention]) -> Mention? {
        let slots = Self.hostSlots
        func host(of noun: Int) -> Mention? {
            slots.flatMap { parties($0, at: noun) }.first { place in
                !place.code.isEmpty && !actors.contains { $0.code == place.code }
            }
        }
        guard roles.isVerb(trigger),
            let object = roles.patients(trigger).first(where: { noun in
                parsed.tree.hasChild(of: noun, [.det]) { parsed.lowerTexts[$0] == "the" }
                    && parsed.tree.child(of: noun, [.prep, .amod, .compound, .poss]) == nil
            })
        else { return nil }
        let first = max(0, parsed.sentence(of: object) - Self.reach)
        let before = (parsed.sentences[first].tokens.lowerBound..<object).last { token in
            lemma(token) == lemma(object) && parsed.tokens[token].tag == parsed.tokens[object].tag
                && host(of: token) != nil
        }
        return before.flatMap { host(of: $0) }.map { taken($0) }
    }

    func isEachOther(_ token: Int) -> Bool {
        guard token > 0 else { return false }
        return parsed.grammar.words.reciprocals[parsed.lowerTexts[token]] == parsed.lowerTexts[token - 1]
    }

    /// "Expelled each other's envoys", "accused one another": each did it to the others.
    func namesEachOther(at trigger: Int) -> Bool {
        let below =
            roles.isVerb(trigger)
            ? parsed.tree.children(of: trigger, [.dobj, .dative, .prep]) : parsed.tree.children(of: trigger, [.prep])
        let nouns = below.flatMap { parsed.tree.labels[$0] == .prep ? parsed.tree.children(of: $0, [.pobj]) : [$0] }
        return nouns.contains { noun in
            isEachOther(noun) || parsed.tree.hasChild(of: noun, [.poss, .det, .nmod], where: isEachOther)
        }
    }

    /// Whether "between" names both sides of a mutual act, at the event noun or at the noun a passive is about; "accords
    /// with Osk and Veldania" are somebody else's.
    func namesPair(at index: Int) -> Bool {
        let nouns = roles.isVerb(index) ? (roles.isPassive(index) ? [index] + roles.patients(index) : []) : [index]
        return nouns.contains { !roles.objects(ofPreposition: "between", at: $0).isEmpty }
    }

    /// The sides of an event noun that names both: "Osk's recognition by Veldania" is Veldania's act.
    func passiveSides(ofNoun noun: Int) -> EventFinder.Sides? {
        guard parsed.tree.tags[noun].isNoun else { return nil }
        let owners = parsed.tree.children(of: noun, [.poss]).flatMap { entities.participants(at: $0) }
        let agents = roles.objects(ofPreposition: "by", at: noun).flatMap { entities.participants(at: $0) }
        return owners.isEmpty || agents.isEmpty ? nil : (agents, owners)
    }

    /// Whom an event noun's relative clause tells to be hurt: "the attack, which killed six Oskan sailors".
    func victims(ofNoun noun: Int) -> [Mention] {
        guard parsed.tree.tags[noun].isNoun else { return [] }
        let range = parsed.sentences[parsed.sentence(of: noun)].tokens
        for verb in range where verb > noun && words.harming.contains(parsed.lowerLemmas[verb]) {
            guard let subject = parsed.tree.child(of: verb, [.nsubj]), parsed.tree.tags[subject] == .WDT,
                describes(verb, noun)
            else { continue }
            for head in roles.patients(verb) + clauseSubjects(of: verb) {
                let named = entities.participants(at: head)
                let found = named.isEmpty ? entities.relatedParties(of: head) : named
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// Whether a relative clause's verb describes a noun: by the parse, or, where the parser hung the clause on the verb
    /// above ("…, which left six dead"), by standing right after the noun's phrase.
    private func describes(_ verb: Int, _ noun: Int) -> Bool {
        guard let head = parsed.head(of: verb) else { return false }
        if parsed.tree.labels[verb] == .relcl, head == noun || parsed.ancestors(of: noun).prefix(2).contains(head) {
            return true
        }
        return !(noun + 1..<verb).contains { roles.isVerb($0) }
    }

    private func clauseSubjects(of verb: Int) -> [Int] {
        parsed.tree.children(of: verb, [.ccomp, .xcomp]).compactMap { parsed.tree.child(of: $0, [.nsubj, .nsubjpass]) }
    }

    /// The state whose authorities do what is done by nobody named: that of the place where it happens, or where those
    /// live whom it befalls ("the arrest of students in Osk").
    func authority(at trigger: Int) -> Mention? {
        var places = parsed.grammar.words.locatingPrepositions.flatMap { roles.objects(ofPreposition: $0, at: trigger) }
        let patients =
            roles.isVerb(trigger) ? roles.patients(trigger) : roles.objects(ofPreposition: "of", at: trigger)
        for patient in patients {
            places += roles.objects(ofPreposition: "in", at: patient)
            for clause in parsed.tree.children(of: patient, [.acl, .relcl]) {
                places += roles.objects(ofPreposition: "in", at: clause)
            }
        }
        for head in places {
            guard let place = entities.place(at: head), !place.code.isEmpty else { continue }
            return entities.state(code: place.code, span: place.span)
        }
        return nil
    }
}
