import ChanceryCore
import Grammar
import SpacyPipeline

/// Finds the events a document tells, by the codebook's rules over its parse.
public struct EventFinder: Sendable {
    let codebook: Codebook

    /// Makes a finder over a codebook.
    public init(_ codebook: Codebook) { self.codebook = codebook }

    /// The events of a document in text order.
    ///
    /// Of several rules that fit one trigger the narrowest speaks, then the first in the file. An event noun or clause
    /// that another event's rule has taken in ("refused to endorse", "broke off ties") is no event of its own.
    public func events(in parsed: ParsedDocument, entities: EntityIndex) -> [EventFinding] {
        let roles = ArgumentStructure(parsed)
        let filler = SlotFiller(parsed: parsed, roles: roles, entities: entities, words: codebook.eventWords)
        var found: [EventFinding] = []
        let counterparts = Counterparts(parsed, entities)
        for index in parsed.tokens.indices {
            found += events(at: index, parsed, filler, counterparts, after: found)
        }
        let taken = takenIn(found, parsed, roles)
        found.removeAll { taken.contains($0.trigger) }
        let completed = EarlierTellings(parsed: parsed, filler: filler, codebook: codebook).completed(found)
        let told = completed.map { betweenTheTwo($0, counterparts, after: completed) }.filter { isTold($0) }
        return told.compactMap { self.told($0, filler) }
    }

    /// The acts a token tells: one, or one for each of the objects that are joined to each other and are of different acts
    /// ("relations and an embassy were established").
    private func events(
        at index: Int, _ parsed: ParsedDocument, _ filler: SlotFiller, _ counterparts: Counterparts,
        after earlier: [EventFinding]
    ) -> [EventFinding] {
        let candidates = candidates(at: index, parsed, filler)
        if candidates.isEmpty { return [] }
        // Most words fire one rule at most: what they govern is not asked.
        let patients = candidates.count < 2 ? [] : filler.roles.patients(index)
        let objects = Set(patients + patients.flatMap { filler.conjuncts(of: $0) })
        guard objects.count > 1 else {
            return event(of: candidates, at: index, parsed, filler, counterparts, after: earlier).map { [$0] } ?? []
        }
        var found: [EventFinding] = []
        var open = candidates
        while !open.isEmpty {
            let meant = objects.intersection(open[0].tokens)
            var narrowed = filler
            narrowed.objects = meant.sorted()
            let own = open.filter { meant.isEmpty || !meant.isDisjoint(with: $0.tokens) }
            let told =
                event(of: own, at: index, parsed, narrowed, counterparts, after: earlier)
                ?? found.first.flatMap { shared(open[0], at: index, with: $0) }
            if var event = told, !found.contains(where: { $0.concept.name == event.concept.name }) {
                event.isFurther = !found.isEmpty
                found.append(event)
            }
            if meant.isEmpty { break }
            // What is left has another object's word to stand on.
            open = open.filter { meant.isDisjoint(with: $0.tokens) && !objects.isDisjoint(with: $0.tokens) }
        }
        return found
    }

    /// An act between two states whose own words name none, told in one breath with another of theirs: "relations and the
    /// Oskan embassy in Strelsau were established".
    private func shared(
        _ candidate: (rule: Codebook.Rule, tokens: [Int]), at index: Int, with other: EventFinding
    ) -> EventFinding? {
        guard let concept = codebook.concepts[candidate.rule.concept], concept.isBilateral, other.concept.isBilateral,
            !other.actors.isEmpty, !other.recipients.isEmpty
        else { return nil }
        return EventFinding(
            trigger: index, rule: candidate.rule, concept: concept, actors: other.actors, recipients: other.recipients,
            isReciprocal: concept.isReciprocal, conditionTokens: candidate.tokens)
    }

    private func event(
        of candidates: [(rule: Codebook.Rule, tokens: [Int])], at index: Int, _ parsed: ParsedDocument,
        _ filler: SlotFiller, _ counterparts: Counterparts, after earlier: [EventFinding]
    ) -> EventFinding? {
        var open: EventFinding?
        for (rule, tokens) in candidates {
            guard let concept = codebook.concepts[rule.concept] else { continue }
            var (actors, recipients) = parties(of: rule, at: index, filler)
            (actors, recipients) = completed((actors, recipients), of: concept, at: index, filler)
            if actors.count > 1, filler.namesEachOther(at: index) {
                (actors, recipients) = (Array(actors.prefix(1)), Array(actors.dropFirst()))
                return EventFinding(
                    trigger: index, rule: rule, concept: concept, actors: actors, recipients: recipients,
                    isReciprocal: true, conditionTokens: tokens)
            }
            let isJoint = concept.isJoint && actors.count > 1
            if isJoint, recipients.isEmpty {
                recipients = Array(actors.dropFirst())
                actors = Array(actors.prefix(1))
            }
            if concept.isForeign {
                let own = Set(actors.map(\.code).filter { !$0.isEmpty })
                recipients.removeAll { own.contains($0.code) }
            }
            if concept.impliesOther, !rule.needsRecipient, actors.isEmpty != recipients.isEmpty,
                !namesSomebody(actors.isEmpty ? rule.actor : rule.recipient, at: index, filler),
                let other = filler.impliedParty(at: index, besides: actors + recipients)
            {
                if actors.isEmpty { actors = [other] } else { recipients = [other] }
            }
            if concept.isBilateral {
                (actors, recipients) = between((actors, recipients), rule, at: index, filler, counterparts, earlier)
            }
            if actors.isEmpty, recipients.isEmpty {
                // Another rule may name them.
                if open == nil, occurs(at: index, concept, filler) {
                    open = EventFinding(
                        trigger: index, rule: rule, concept: concept, actors: [], recipients: [],
                        isReciprocal: concept.isReciprocal, conditionTokens: tokens)
                }
                continue
            } else if rule.needsRecipient && recipients.isEmpty || rule.needsActor && actors.isEmpty
                || actors.isEmpty && lacksNamedAgent(index, rule, filler)
            {
                continue
            }
            return EventFinding(
                trigger: index, rule: rule, concept: concept, actors: actors, recipients: recipients,
                isReciprocal: concept.isReciprocal || isJoint, conditionTokens: tokens)
        }
        return open
    }

    /// Whether an event noun is told to go on between parties that stand elsewhere: "the talks broke down", "hostilities resumed".
    /// Whom the text told before to be at it is found in ``EarlierTellings``.
    private func occurs(
        at index: Int, _ concept: Codebook.Concept, _ filler: SlotFiller
    ) -> Bool {
        let grammar = filler.parsed.grammar
        guard concept.isReciprocal || concept.type == "ASSAULT", filler.parsed.tokens[index].tag.hasPrefix("NN"),
            let verb = grammar.occurrence(of: index), grammar.continuesTelling(of: index, by: verb)
        else { return false }
        let isPlaced = ["in", "over"].contains { word in
            [index, verb].contains { !grammar.objects(ofPreposition: word, at: $0).allSatisfy(filler.isTime) }
        }
        if concept.type == "ASSAULT", isPlaced { return false }
        return grammar.partners(of: index).isEmpty && grammar.partners(of: verb).isEmpty
    }

    /// A mutual act that goes on between parties told nowhere near it: those that the passage is about.
    private func betweenTheTwo(
        _ event: EventFinding, _ counterparts: Counterparts, after told: [EventFinding]
    ) -> EventFinding {
        guard event.concept.isReciprocal, event.actors.isEmpty, event.recipients.isEmpty else { return event }
        let pair = counterparts.pair(at: event.trigger, after: told.prefix { $0.trigger < event.trigger })
        // "The talks went on" at the head of a text goes on from nothing told.
        guard pair.allSatisfy({ $0.span.end <= counterparts.start(of: event.trigger) }) else { return event }
        var event = event
        event.actors = Array(pair.prefix(1))
        event.recipients = Array(pair.dropFirst())
        return event
    }

    /// The rules whose trigger and conditions fit at a token, the narrowest first, each with the tokens that met its
    /// conditions.
    func candidates(
        at index: Int, _ parsed: ParsedDocument, _ filler: SlotFiller
    ) -> [(rule: Codebook.Rule, tokens: [Int])] {
        let dep = parsed.tokens[index].dep
        if dep == "aux" || dep == "auxpass" { return [] }
        // "The task is demanding": an adjective, whatever its tag.
        if dep == "acomp", parsed.tokens[index].tag == "VBG" { return [] }
        let lemma = knownLemma(index, parsed)
        let isMended = lemma != parsed.lowerLemmas[index]
        guard codebook.triggers.mayHold(isMended ? WordSieve.key(lemma) : parsed.lemmaKeys[index]) else { return [] }
        var candidates: [(rule: Codebook.Rule, tokens: [Int])] = []
        var slots = SlotFiller.Places()
        for part in Codebook.Trigger.Part.allCases {
            guard plays(part, index, filler), let numbers = codebook.rules(firedBy: lemma, as: part) else {
                continue
            }
            let canPart = part == .verb && codebook.eventWords.parting.contains(lemma)
            for (number, places) in numbers {
                // Rules are large: none is copied before it fits.
                guard
                    places.contains(where: { place in
                        !(canPart && isAnotherVerb(codebook.rules[number].triggers[place], at: index, parsed))
                            && hasExtraWords(codebook.rules[number].triggers[place], at: index, parsed, filler)
                    })
                else { continue }
                var tokens: [Int] = []
                var fits = true
                for place in codebook.rules[number].conditions.indices {
                    guard let met = filler.match(codebook.rules[number].conditions[place], at: index, &slots) else {
                        fits = false
                        break
                    }
                    if !codebook.rules[number].conditions[place].words.isEmpty { tokens += met }
                }
                if fits { candidates.append((codebook.rules[number], tokens)) }
            }
        }
        if candidates.count < 2 { return candidates }
        let breadths = candidates.map(\.rule.specificity)
        return candidates.indices.sorted { breadths[$0] > breadths[$1] }.map { candidates[$0] }
    }

    /// Whether a token stands as a verb, a noun or an adjective that can fire a rule.
    private func plays(_ part: Codebook.Trigger.Part, _ index: Int, _ filler: SlotFiller) -> Bool {
        switch part {
        case .verb: filler.roles.isVerb(index)
        case .noun: isCommonNoun(index, filler.parsed)
        case .adjective: filler.parsed.tokens[index].dep == "acomp" || filler.parsed.tokens[index].dep == "oprd"
        }
    }

    /// Whether something stands where the missing side is looked for, though no record can name it ("visited the region").
    private func namesSomebody(_ slots: [Codebook.Slot], at index: Int, _ filler: SlotFiller) -> Bool {
        // "Relations began" names nobody: what is changed is no doer.
        let changed = filler.roles.isVerb(index) ? filler.roles.patients(index) : []
        return slots.contains { slot in
            slot.steps.last != "holder" && filler.heads(slot, at: index).contains { !changed.contains($0) }
        }
    }

    /// Whether a verb has an agent that no record can name: "the report calls for talks".
    private func lacksNamedAgent(_ index: Int, _ rule: Codebook.Rule, _ filler: SlotFiller) -> Bool {
        guard rule.actor.first?.steps == ["subject"], filler.roles.isVerb(index), !filler.roles.isPassive(index) else {
            return false
        }
        // "The attack killed six sailors": violence is told, whoever was behind it.
        return codebook.concepts[rule.concept]?.isDoneByViolence != true
            || !filler.roles.agents(index).contains { isViolence($0, filler) }
    }

    private func isViolence(_ noun: Int, _ filler: SlotFiller) -> Bool {
        (codebook.nounRules[filler.parsed.lowerLemmas[noun]] ?? []).contains {
            codebook.concepts[codebook.rules[$0.rule].concept]?.type == "ASSAULT"
        }
    }

    /// The base form, mended where the lemmatizer dropped a final e ("waged" as "wag") or kept a doubled letter
    /// ("readmitted" as "readmitte").
    private func knownLemma(_ index: Int, _ parsed: ParsedDocument) -> String {
        let lemma = parsed.lowerLemmas[index]
        if ![.VBD, .VBN, .VBG].contains(parsed.tree.tags[index]) || codebook.verbRules[lemma] != nil { return lemma }
        var forms = [lemma + "e"]
        let end = lemma.utf8.suffix(3)
        if end.count == 3, end.last == UInt8(ascii: "e"), end.first == end.dropFirst().first {
            forms.append(String(lemma.dropLast(2)))
        }
        return forms.first { codebook.verbRules[$0] != nil } ?? lemma
    }

    private func isCommonNoun(_ index: Int, _ parsed: ParsedDocument) -> Bool {
        guard parsed.tree.tags[index].isNoun else { return false }
        let token = parsed.tokens[index]
        // The first noun of a compound says of what sort the second is: "kidnapping insurance", "attack advertisement".
        if token.dep == "compound" || token.dep == "nmod" { return false }
        // A noun inside a name is no act: the "peace" of a Board of Peace, the "war" of World War II.
        let inName = ["ORG", "PERSON", "GPE", "LAW", "WORK_OF_ART", "PRODUCT", "FAC"].contains {
            token.ent.hasSuffix($0)
        }
        return !(inName && token.pos == "PROPN")
    }

    /// Whether a particle makes another verb of a trigger, one that can be parted, that does not name it: "backs up",
    /// "sits out".
    private func isAnotherVerb(_ trigger: Codebook.Trigger, at index: Int, _ parsed: ParsedDocument) -> Bool {
        parsed.children(of: index, "prt", "prep").contains { child in
            let word = parsed.lowerTexts[child]
            let isParticle = parsed.tokens[child].dep == "prt" || word == "out" || parsed.children(of: child).isEmpty
            return isParticle && codebook.eventWords.partingParticles.contains(word)
                && !trigger.extraWords.contains(word)
        }
    }

    private func hasExtraWords(
        _ trigger: Codebook.Trigger, at index: Int, _ parsed: ParsedDocument, _ filler: SlotFiller
    ) -> Bool {
        trigger.extraWords.allSatisfy { word in
            if trigger.part == .noun {
                return parsed.children(of: index, "amod", "compound", "nmod", "poss").contains {
                    parsed.lowerLemmas[$0] == word || parsed.lowerTexts[$0] == word
                }
            }
            return filler.roles.hasParticle(word, at: index)
        }
    }

    /// Triggers that belong to another event: words that met its conditions, and clauses it stands for.
    private func takenIn(_ found: [EventFinding], _ parsed: ParsedDocument, _ roles: ArgumentStructure) -> Set<Int> {
        var taken: Set<Int> = []
        let places = Dictionary(found.indices.map { (found[$0].trigger, $0) }, uniquingKeysWith: { first, _ in first })
        for other in found where parsed.tokens[other.trigger].dep != "conj" {
            // "launched a group in support of Osk": the noun that leads to a party told already adds nothing.
            for place in parsed.ancestors(of: other.trigger).compactMap({ places[$0] })
            where found[place].concept.type == other.concept.type
                && Set(other.actors.map(\.name)).isSubset(of: found[place].actors.map(\.name))
                && Set(other.recipients.map(\.name)).isSubset(of: found[place].recipients.map(\.name))
            {
                taken.insert(other.trigger)
            }
        }
        let filled = Set(found.filter { !$0.actors.isEmpty && !$0.recipients.isEmpty }.map(\.trigger))
        for event in found {
            if !event.concept.leavesObject { taken.formUnion(event.conditionTokens.filter { $0 != event.trigger }) }
            guard event.concept.governsComplement else { continue }
            for clause in roles.complements(event.trigger) {
                // "denied that Osk had bombed the port": the bombing is an event of its own, told as denied.
                if event.concept.keepsClause, parsed.child(of: clause, "nsubj", "nsubjpass") != nil {
                    continue
                }
                // "Promised to move its embassy to Osk": an act between parties, told as planned beside the promise.
                taken.formUnion(
                    parsed.subtree(of: clause).filter {
                        !isInOwnClause($0, below: clause, parsed) && !($0 == clause && filled.contains(clause))
                    })
            }
            // "rejected the request", "demanded the release": the noun is what the demand is about.
            taken.formUnion(parsed.children(of: event.trigger, "dobj"))
            for prep in parsed.children(of: event.trigger, "prep")
            where ["for", "to", "of", "on"].contains(parsed.lowerLemmas[prep]) {
                taken.formUnion(parsed.children(of: prep, "pobj"))
            }
        }
        return taken
    }

    /// Whether a token stands in a clause that tells on its own account: a relative clause, or one of time or cause that is
    /// past ("agreed to meet when Osk closed its border").
    private func isInOwnClause(_ token: Int, below clause: Int, _ parsed: ParsedDocument) -> Bool {
        ([token] + parsed.ancestors(of: token)).prefix { $0 != clause }.contains { place in
            if parsed.tokens[place].dep == "relcl" { return true }
            return parsed.tokens[place].dep == "advcl" && parsed.tokens[place].tag == "VBD"
                && parsed.child(of: place, "nsubj", "nsubjpass") != nil
                && parsed.children(of: place, "advmod", "mark").contains {
                    ["when", "while", "after", "because", "as", "since"].contains(parsed.lowerTexts[$0])
                }
        }
    }

    /// Whether somebody takes part whom a record can name: a state's, or somebody with a name of their own.
    private func isTold(_ event: EventFinding) -> Bool {
        (event.actors + event.recipients).contains {
            !$0.code.isEmpty || ($0.kind != .group && $0.name.contains(where: \.isUppercase))
        }
    }
}
