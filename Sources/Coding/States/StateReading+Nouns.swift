import ChanceryCore
import SpacyPipeline

/// Rules whose words are said of somebody: nouns, adjectives, phrases, classes.
extension StateReading {
    /// "is a member of Osk's council", ", an ally of Osk", "NATO member".
    func noun(_ rule: StateRule, at noun: Int) -> [StateFinding] {
        guard ["NOUN", "PROPN"].contains(parsed.tokens[noun].pos), carriesModifier(noun, rule),
            let said = predication(noun) ?? inverse(noun) ?? beforeName(noun, rule), holdsIfVerb(said.verb)
        else { return [] }
        let parties = self.subjects(said.subject, for: rule).filter { isNamed($0) }
        guard !parties.isEmpty, said.verb != nil || agrees(noun, with: parties, at: said.subject) else { return [] }
        var objects: [Mention] = []
        var link: Int?
        var isBefore = false
        let outer = said.verb.map { prepositional(rule.prepositions.subtracting(["of", "in", "at"]), at: $0) } ?? []
        for (head, preposition) in prepositional(rule.prepositions, at: noun) + outer {
            objects = self.objects(head, for: rule)
            link = preposition
            if !objects.isEmpty { break }
        }
        if objects.isEmpty, rule.allowsModifier {
            let own = parsed.span(noun)
            var owners = modifying(noun)
            // "Osk's ally Tarn": the possessor may hang on the name.
            if owners.isEmpty, said.subject == noun + 1 || parsed.tokens[noun].head == said.subject {
                owners = parsed.children(of: said.subject, "poss").flatMap { self.parties($0) }
            }
            objects = owners.filter { owner in
                !owner.span.overlaps(own) && !parties.contains { $0.name == owner.name }
            }
            link = nil
            isBefore = true
        }
        if objects.isEmpty, rule.allowsJoint, parties.count > 1 {
            return [
                make(
                    rule, subject: [parties[0]],
                    relation: words((said.verb.map { verbGroup($0) } ?? []) + nounGroup(noun)),
                    object: Array(parties.dropFirst()), trigger: noun, verb: said.verb, noun: noun)
            ]
        }
        guard !objects.isEmpty, objects.first?.name != parties.first?.name else { return [] }
        var group = nounGroup(noun)
        if isBefore {
            group = group.filter { index in !objects.contains { $0.span.overlaps(parsed.span(index)) } }
            group = group.filter { parsed.tokens[$0].pos != "PART" }
        }
        if said.isInverse, let verb = said.verb {
            let named = group.filter { parsed.tokens[$0].pos != "DET" }
            return [
                make(
                    rule, subject: parties, relation: "\(words(verbGroup(verb))) \(words(named)) of", object: objects,
                    trigger: noun, verb: verb, noun: noun)
            ]
        }
        let base = (said.verb.map { verbGroup($0) } ?? []) + said.between + group
        // "For them, Osk is a friend": the preposition closes the relation wherever it stands.
        let follows = link.map { $0 > (base.max() ?? 0) } ?? false
        var relation = words(follows ? base + [link].compactMap { $0 } : base)
        if let link, !follows { relation += " " + lower(link) }
        if isBefore { relation += " of" }
        if said.verb == nil { relation = (isEnded(nil, noun) || said.isPast ? "was " : "is ") + relation }
        return [
            make(
                rule, subject: parties, relation: relation, object: objects, trigger: noun, verb: said.verb, noun: noun)
        ]
    }

    /// "is a landlocked country", "countries such as Osk".
    func kind(_ rule: StateRule, at noun: Int) -> [StateFinding] {
        guard parsed.tokens[noun].pos == "NOUN" else { return [] }
        if let example = exemplified(noun) {
            let parties = self.subjects(example, for: rule)
            guard !parties.isEmpty, isDescribed(noun, rule) else { return [] }
            return [
                make(
                    rule, subject: parties, relation: parties.count > 1 ? "are" : "is", object: phrase(noun),
                    trigger: noun, verb: nil, noun: noun)
            ]
        }
        guard let said = predication(noun), holdsIfVerb(said.verb), isDescribed(noun, rule) else { return [] }
        let parties = self.subjects(said.subject, for: rule).filter { isNamed($0) }
        guard !parties.isEmpty else { return [] }
        let relation = said.verb.map { words(verbGroup($0)) } ?? (isEnded(nil, noun) ? "was" : "is")
        let object = phrase(noun)
        guard object.first?.name != parties.first?.name else { return [] }
        return [
            make(rule, subject: parties, relation: relation, object: object, trigger: noun, verb: said.verb, noun: noun)
        ]
    }

    /// Whether the class says more than its noun, and is no place in a row ("the first state to …").
    private func isDescribed(_ noun: Int, _ rule: StateRule) -> Bool {
        let children = parsed.children(of: noun)
        if children.contains(where: { parsed.tokens[$0].dep == "nummod" }) || isOneOf(noun) { return false }
        let isRow = children.contains {
            let token = parsed.tokens[$0]
            return token.ent.hasSuffix("ORDINAL") || ["JJS", "RBS", "JJR", "RBR"].contains(token.tag)
                || ["only", "same", "other", "such", "own", "new", "good", "great", "big", "next", "last"].contains(
                    lower($0))
        }
        guard !isRow else { return false }
        if rule.allowsBare { return true }
        return children.contains {
            ["amod", "compound"].contains(parsed.tokens[$0].dep) && $0 < noun
                || (parsed.tokens[$0].dep == "prep" && ["of", "with"].contains(lower($0)))
        }
    }

    private func isOneOf(_ noun: Int) -> Bool {
        guard parsed.tokens[noun].dep == "pobj", let of = parsed.head(of: noun), let one = parsed.head(of: of) else {
            return false
        }
        return lower(one) == "one"
    }

    /// The party after "such as" or "like": "states such as Osk".
    private func exemplified(_ noun: Int) -> Int? {
        for prep in parsed.children(of: noun, "prep") where ["as", "like"].contains(lower(prep)) {
            let hasSuch = parsed.children(of: prep, "amod", "advmod").contains { lower($0) == "such" }
            guard hasSuch || (lower(prep) == "like" && prep == noun + 1), !isNegated(nil, noun) else { continue }
            if let object = parsed.child(of: prep, "pobj") { return object }
        }
        return nil
    }

    /// "is close to Osk", "a group close to Osk", "based in Osk".
    func adjective(_ rule: StateRule, at word: Int) -> [StateFinding] {
        let token = parsed.tokens[word]
        guard ["ADJ", "VERB", "ADV", "NOUN", "ADP"].contains(token.pos) else { return [] }
        guard let (subject, verb) = described(word), holdsIfVerb(verb) else { return [] }
        let parties = self.subjects(subject, for: rule)
        guard !parties.isEmpty else { return [] }
        for (head, preposition) in prepositional(rule.prepositions, at: word) {
            let objects = self.objects(head, for: rule)
            guard !objects.isEmpty, objects.first?.name != parties.first?.name else { continue }
            var relation = words(
                (verb.map { verbGroup($0) } ?? []) + adverbs(word) + [word] + [preposition].compactMap { $0 })
            if verb == nil { relation = "is " + relation }
            return [
                make(rule, subject: parties, relation: relation, object: objects, trigger: word, verb: verb, noun: word)
            ]
        }
        guard rule.allowsJoint, parties.count > 1, verb != nil else { return [] }
        return [
            make(
                rule, subject: [parties[0]], relation: words((verb.map { verbGroup($0) } ?? []) + [word]),
                object: Array(parties.dropFirst()), trigger: word, verb: verb, noun: word)
        ]
    }

    private func adverbs(_ word: Int) -> [Int] {
        parsed.children(of: word, "advmod", "neg").filter { $0 < word }
    }

    /// Of whom an adjective or participle is said, and by which copula.
    private func described(_ word: Int) -> (subject: Int, verb: Int?)? {
        let token = parsed.tokens[word]
        guard let head = parsed.head(of: word) else {
            guard parsed.child(of: word, "auxpass") != nil, let subject = arguments.surfaceSubject(word) else {
                return nil
            }
            return (subject, word)
        }
        if ["acomp", "attr", "oprd", "advmod", "prep"].contains(token.dep), Self.copulas.contains(lemma(head)) {
            return arguments.surfaceSubject(head).map { ($0, head) }
        }
        if parsed.child(of: word, "auxpass") != nil { return arguments.surfaceSubject(word).map { ($0, word) } }
        guard ["amod", "acl", "advmod"].contains(token.dep), head < word, word - head <= 6 else { return nil }
        if parsed.tokens[head].pos == "NOUN", let said = predication(head), said.subject != head {
            return (said.subject, said.verb)
        }
        return parties(head).isEmpty ? nil : (head, nil)
    }

    /// "is at odds with Osk", "are at war".
    func phrase(_ rule: StateRule, at noun: Int) -> [StateFinding] {
        guard let opening = parsed.head(of: noun), rule.opening.contains(lower(opening)),
            let verb = parsed.head(of: opening), Self.copulas.contains(lemma(verb)) || lemma(verb) == "find",
            holds(verb, allowsPast: true), carriesModifier(noun, rule), let subject = arguments.surfaceSubject(verb)
        else { return [] }
        let parties = self.subjects(subject, for: rule)
        guard !parties.isEmpty else { return [] }
        let base = verbGroup(verb) + [opening] + nounGroup(noun)
        for (head, preposition) in prepositional(rule.prepositions, at: noun)
            + prepositional(rule.prepositions, at: verb)
        {
            let objects = self.objects(head, for: rule)
            guard !objects.isEmpty, preposition != opening else { continue }
            return [
                make(
                    rule, subject: parties, relation: words(base + [preposition].compactMap { $0 }), object: objects,
                    trigger: noun, verb: verb)
            ]
        }
        if rule.allowsModifier, let owner = modifying(noun).first, owner.name != parties.first?.name {
            let group = base.filter { !owner.span.overlaps(parsed.span($0)) }
            return [
                make(
                    rule, subject: parties, relation: words(group) + " of", object: [owner], trigger: noun, verb: verb)
            ]
        }
        guard rule.allowsJoint, parties.count > 1 else { return [] }
        return [
            make(
                rule, subject: [parties[0]], relation: words(base), object: Array(parties.dropFirst()), trigger: noun,
                verb: verb)
        ]
    }

    /// "the fondness of Osk for Tarn", "Osk's unwavering support for Tarn".
    func nominal(_ rule: StateRule, at noun: Int) -> [StateFinding] {
        guard parsed.tokens[noun].pos == "NOUN", carriesModifier(noun, rule) else { return [] }
        let holder = parsed.child(of: noun, "poss") ?? arguments.objects(ofPreposition: "of", at: noun).first
        let owners: [Mention]
        if let holder {
            owners = self.subjects(holder, for: rule)
        } else {
            owners = modifying(noun)
        }
        guard !owners.isEmpty else { return [] }
        for (head, preposition) in prepositional(rule.prepositions, at: noun) + shifted(noun, rule) {
            let objects = self.objects(head, for: rule)
            guard !objects.isEmpty, objects.first?.name != owners.first?.name else { continue }
            let said = nounGroup(noun).filter { index in
                parsed.tokens[index].pos != "DET" && !owners.contains { $0.span.overlaps(parsed.span(index)) }
            }
            let relation = "has " + words(said + [preposition].compactMap { $0 })
            return [
                make(rule, subject: owners, relation: relation, object: objects, trigger: noun, verb: nil, noun: noun)
            ]
        }
        return []
    }

    /// "the fondness of Osk for Tarn": the parser may hang the second preposition on the holder.
    private func shifted(_ noun: Int, _ rule: StateRule) -> [(head: Int, preposition: Int?)] {
        arguments.objects(ofPreposition: "of", at: noun).flatMap {
            prepositional(rule.prepositions.subtracting(["of"]), at: $0)
        }
    }

    /// "relations between Osk and Tarn are close", "there is a partnership between Osk and Tarn".
    func between(_ rule: StateRule, at noun: Int) -> [StateFinding] {
        guard ["nsubj", "attr", "dobj"].contains(parsed.tokens[noun].dep), let verb = parsed.head(of: noun),
            holds(verb, allowsPast: true)
        else { return [] }
        let quality = parsed.child(of: verb, "acomp")
        let isThere = parsed.child(of: verb, "expl") != nil || lemma(verb) == "exist"
        guard isThere || (Self.copulas.contains(lemma(verb)) && quality != nil && parsed.tokens[noun].dep == "nsubj")
        else {
            return []
        }
        let parties = pair(noun)
        guard parties.count > 1 else { return [] }
        let said =
            isThere ? nounGroup(noun) : nounGroup(noun) + verbGroup(verb) + (quality.map { adverbs($0) + [$0] } ?? [])
        let kept = said.filter { index in
            parsed.tokens[index].pos != "PUNCT" && !parties.contains { $0.span.overlaps(parsed.span(index)) }
        }
        return [
            make(
                rule, subject: [parties[0]], relation: isThere ? "has \(words(kept)) with" : words(kept),
                object: Array(parties.dropFirst()), trigger: noun,
                verb: verb, noun: noun)
        ]
    }

    /// The two or more between whom a noun stands: "between Osk and Tarn", "Osk–Tarn relations".
    private func pair(_ noun: Int) -> [Mention] {
        for prep in parsed.children(of: noun, "prep")
            + (parsed.head(of: noun).map { parsed.children(of: $0, "prep") } ?? [])
        where ["between", "of"].contains(lower(prep)) {
            let found = parsed.children(of: prep, "pobj").flatMap { parties($0) }
            if found.count > 1 { return found }
        }
        // "our cooperation with Osk"
        if let owner = parsed.child(of: noun, "poss").map({ parties($0) }), owner.count == 1 {
            let other = prepositional(["with"], at: noun).flatMap { parties($0.head) }
            if !other.isEmpty { return owner + other }
        }
        var found: [Mention] = []
        for child in parsed.subtree(of: noun) where child < noun {
            for party in entities.modifierParties(at: child) where !found.contains(where: { $0.name == party.name }) {
                found.append(party)
            }
        }
        found.sort { $0.span < $1.span }
        return found
    }
}
