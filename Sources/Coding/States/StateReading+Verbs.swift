import ChanceryCore
import SpacyPipeline

/// Rules whose words hang on a verb.
extension StateReading {
    /// "recognises Osk", "belongs to the League", "a delegation headed by Ora Lind".
    func verb(_ rule: StateRule, at verb: Int) -> [StateFinding] {
        guard arguments.isVerb(verb), !isReported(verb) else { return [] }
        let copula = participleCopula(verb)
        guard holds(copula ?? verb, allowsPast: rule.allowsPast) else { return [] }
        let isPassive = arguments.isPassive(verb)
        let subjects = arguments.agents(verb)
        var found: [(head: Int, preposition: Int?)] = []
        if rule.prepositions.isEmpty {
            let patients = copula.flatMap { arguments.surfaceSubject($0) }.map { [$0] } ?? arguments.patients(verb)
            found = patients.map { ($0, nil) }
        } else {
            guard !isPassive else { return [] }
            found = prepositional(rule.prepositions, at: verb)
        }
        guard let subject = subjects.first, rule.nouns.isEmpty || rule.nouns.contains(lemma(subject)) else { return [] }
        let parties = self.subjects(subject, for: rule)
        guard !parties.isEmpty, !disagrees(verb, with: parties) else { return [] }
        for (head, preposition) in found where head != subject {
            let objects = self.objects(head, for: rule)
            guard !objects.isEmpty, Set(objects.map(\.name)).isDisjoint(with: parties.map(\.name)) else { continue }
            let group = verbGroup(verb) + [preposition].compactMap { $0 } + (rule.nouns.isEmpty ? [] : [subject])
            let relation =
                isPassive ? activeForm(verb, copula: copula, plural: parties.count > 1) : words(group)
            return [
                make(
                    rule, subject: parties, relation: relation, object: objects, trigger: verb, verb: verb)
            ]
        }
        if rule.allowsJoint, parties.count > 1, found.isEmpty {
            return [
                make(
                    rule, subject: [parties[0]], relation: words(verbGroup(verb)), object: Array(parties.dropFirst()),
                    trigger: verb, verb: verb)
            ]
        }
        return []
    }

    /// The copula above a participle that the parse takes for an adjective: "is co-chaired by".
    private func participleCopula(_ verb: Int) -> Int? {
        guard parsed.tokens[verb].tag == "VBN", ["acomp", "attr"].contains(parsed.tokens[verb].dep),
            parsed.child(of: verb, "agent") != nil, let head = parsed.head(of: verb), lemma(head) == "be"
        else { return nil }
        return head
    }

    /// "has an embassy in Osk", "maintains close ties with Osk", "has no embassy in Osk".
    func light(_ rule: StateRule, at noun: Int) -> [StateFinding] {
        // "has an embassy in Osk and a consulate in Tarn": the second is had as the first is.
        let first = firstConjunct(noun)
        guard parsed.tokens[noun].pos == "NOUN" || parsed.tokens[noun].pos == "PROPN",
            let verb = parsed.head(of: first),
            ["dobj", "nsubjpass", "attr"].contains(parsed.tokens[first].dep), rule.verbs.contains(lemma(verb)),
            holds(verb, allowsPast: rule.allowsPast), carriesModifier(noun, rule)
        else { return [] }
        let subject =
            parsed.tokens[first].dep == "nsubjpass" ? arguments.agents(verb).first : arguments.surfaceSubject(verb)
        guard let subject, subject != noun else { return [] }
        let parties = self.subjects(subject, for: rule)
        guard !parties.isEmpty else { return [] }
        // "has soldiers stationed in Osk"
        let stationed = parsed.children(of: noun, "acl").flatMap { prepositional(rule.prepositions, at: $0) }
        let places =
            prepositional(rule.prepositions, at: noun)
            + (first == noun ? prepositional(rule.prepositions, at: verb) : []) + stationed
        for (head, preposition) in places {
            if parties.count > 1, isEachOther(head) {
                let relation = verbGroup(verb) + nounGroup(noun) + [preposition].compactMap { $0 }
                return [
                    make(
                        rule, subject: [parties[0]], relation: words(relation), object: Array(parties.dropFirst()),
                        trigger: noun, verb: verb, noun: noun)
                ]
            }
            let objects = self.objects(head, for: rule)
            guard !objects.isEmpty, objects.first?.name != parties.first?.name else { continue }
            let relation = verbGroup(verb) + nounGroup(noun) + [preposition].compactMap { $0 }
            return [
                make(
                    rule, subject: parties, relation: words(relation), object: objects, trigger: noun, verb: verb,
                    noun: noun)
            ]
        }
        if rule.allowsJoint, parties.count > 1 {
            return [
                make(
                    rule, subject: [parties[0]], relation: words(verbGroup(verb) + nounGroup(noun)),
                    object: Array(parties.dropFirst()), trigger: noun, verb: verb, noun: noun)
            ]
        }
        return []
    }

    /// The noun to which others are joined: itself where it is not joined to one.
    private func firstConjunct(_ noun: Int) -> Int {
        var first = noun
        while parsed.tokens[first].dep == "conj", let above = parsed.head(of: first), above < first { first = above }
        return first
    }

    /// "in each other's capitals", "with one another".
    private func isEachOther(_ head: Int) -> Bool {
        let text = words(parsed.extent(of: head)).lowercased()
        return text.contains("each other") || text.contains("one another")
    }

    /// "sees Osk as a friend", "considers Osk to be a friend", "leading it to view Osk as a pawn".
    func view(_ rule: StateRule, at verb: Int) -> [StateFinding] {
        guard arguments.isVerb(verb), holds(verb, allowsPast: rule.allowsPast), !isReported(verb) else { return [] }
        if arguments.isPassive(verb) { return taken(rule, by: verb) }
        guard let subject = subject(verb) else { return [] }
        let parties = self.subjects(subject, for: rule)
        guard !parties.isEmpty, let (object, complement) = taken(verb) else { return [] }
        let objects = self.objects(object, for: rule)
        guard !objects.isEmpty, objects.first?.name != parties.first?.name else { return [] }
        let said = parsed.extent(of: complement).filter { parsed.tokens[$0].pos != "PUNCT" || lower($0) == "-" }
        let relation = words(verbGroup(verb) + said.filter { $0 > object && !parsed.subtree(of: object).contains($0) })
        return [
            make(
                rule, subject: parties, relation: relation, object: objects, trigger: verb, verb: verb,
                through: parsed.extent(of: complement).last)
        ]
    }

    /// "is listed as a bank by Osk": the passive of the same.
    private func taken(_ rule: StateRule, by verb: Int) -> [StateFinding] {
        guard let agent = arguments.agents(verb).first ?? agentBelow(verb),
            let patient = arguments.surfaceSubject(verb),
            let complement = parsed.children(of: verb, "prep").first(where: { lower($0) == "as" })
                ?? parsed.child(of: verb, "oprd")
        else { return [] }
        let parties = self.subjects(agent, for: rule)
        let objects = self.objects(patient, for: rule)
        guard !parties.isEmpty, !objects.isEmpty, objects.first?.name != parties.first?.name else { return [] }
        let said = parsed.extent(of: complement).filter { index in
            !parsed.subtree(of: agent).contains(index) && lower(index) != "by"
                && (parsed.tokens[index].pos != "PUNCT" || lower(index) == "-")
        }
        let relation = activeForm(verb, copula: nil, plural: parties.count > 1) + " " + words(said)
        return [
            make(
                rule, subject: parties, relation: relation, object: objects, trigger: verb, verb: verb,
                through: parsed.extent(of: complement).last)
        ]
    }

    /// The parser may hang "by Osk" on the noun after "as".
    private func agentBelow(_ verb: Int) -> Int? {
        for below in parsed.subtree(of: verb) where lower(below) == "by" && below > verb {
            if let object = parsed.child(of: below, "pobj") { return object }
        }
        return nil
    }

    /// What is taken for something, and the phrase that says for what.
    private func taken(_ verb: Int) -> (object: Int, complement: Int)? {
        if let object = parsed.child(of: verb, "dobj") {
            for prep in parsed.children(of: verb, "prep") + parsed.children(of: object, "prep") + outerAs(verb, object)
            where lower(prep) == "as" {
                return (object, prep)
            }
            if let complement = parsed.child(of: verb, "oprd") { return (object, complement) }
        }
        for clause in parsed.children(of: verb, "ccomp", "xcomp") {
            guard let object = parsed.child(of: clause, "nsubj") else { continue }
            guard lemma(clause) == "be" || parsed.tokens[clause].pos != "VERB" else { continue }
            guard
                lower(clause) == "be" || lower(clause) == "as" || parsed.tokens[clause].pos == "NOUN"
                    || parsed.tokens[clause].pos == "ADJ"
            else { continue }
            return (object, clause)
        }
        return nil
    }

    /// The parser sometimes hangs "as …" one verb too high.
    private func outerAs(_ verb: Int, _ object: Int) -> [Int] {
        guard let head = parsed.head(of: verb) else { return [] }
        return parsed.children(of: head, "prep").filter { $0 > object && $0 - object <= 3 }
    }

    /// "aims to avoid any association with …".
    func aim(_ rule: StateRule, at verb: Int) -> [StateFinding] {
        guard arguments.isVerb(verb), holds(verb, allowsPast: rule.allowsPast), !arguments.isPassive(verb),
            let subject = arguments.surfaceSubject(verb),
            let goal = parsed.child(of: verb, "xcomp"),
            parsed.children(of: goal, "aux").contains(where: { parsed.tokens[$0].tag == "TO" })
        else { return [] }
        let parties = self.subjects(subject, for: rule).filter { isNamed($0) }
        guard !parties.isEmpty, parsed.child(of: goal, "nsubj", "nsubjpass") == nil else { return [] }
        let object =
            parsed.child(of: goal, "dobj", "attr")
            ?? parsed.children(of: goal, "prep").first.flatMap {
                parsed.child(of: $0, "pobj")
            }
        guard let object, object > verb, !isPronoun(object) else { return [] }
        let between = (verb..<object).filter { parsed.clauseHead(of: $0) == verb || $0 <= goal }
        let group = verbGroup(verb) + (verb...max(verb, goal)) + between.filter { parsed.tokens[$0].dep == "prep" }
        return [
            make(
                rule, subject: parties, relation: words(group), object: self.objects(object, for: rule), trigger: verb,
                verb: verb)
        ]
    }

    /// The objects of prepositions below a token, with the preposition.
    func prepositional(_ words: Set<String>, at index: Int) -> [(head: Int, preposition: Int?)] {
        var found: [(head: Int, preposition: Int?)] = []
        for prep in parsed.children(of: index, "prep", "agent", "dative") {
            if words.contains(lower(prep)), let object = parsed.child(of: prep, "pobj") {
                found.append((object, prep))
            }
            for inner in parsed.children(of: prep, "prep") where words.contains(lower(inner)) {
                if let object = parsed.child(of: inner, "pobj") { found.append((object, inner)) }
            }
        }
        // "in Osk, where the embassy stands"
        if parsed.tokens[index].dep == "relcl", words.contains("in"), let head = parsed.head(of: index),
            parsed.children(of: index, "advmod").contains(where: { lower($0) == "where" })
        {
            found.append((head, nil))
        }
        return found
    }

    /// The subject of a rule: parties of the right kind, or the party whose noun it is ("the Tarnian embassy").
    func subjects(_ head: Int, for rule: StateRule) -> [Mention] {
        if rule.subjects == ["place"] { return entities.place(at: head).map { [$0] } ?? [] }
        var found = parties(head)
        if found.isEmpty, rule.subjects.contains("thing"), !isPronoun(head) {
            found = modifying(head)
            if found.isEmpty, let owner = ofParty(head) { found = [owner] }
        } else if found.isEmpty, rule.subjects.contains("body"), rules.bodies.contains(lemma(head)) {
            found = phrase(head)
        }
        let kinds = rule.subjects.subtracting(["thing", "body"])
        return kinds.isEmpty ? found : found.filter { kinds.contains($0.kind.rawValue) }
    }

    /// Whether the noun has one of the adjectives that the rule asks for.
    func carriesModifier(_ noun: Int, _ rule: StateRule) -> Bool {
        rule.modifiers.isEmpty
            || parsed.children(of: noun, "amod", "compound").contains { rule.modifiers.contains(lower($0)) }
    }

    /// Whether the verb stands under "if", a question or another word that takes it out of what is told.
    func isReported(_ verb: Int) -> Bool {
        parsed.children(of: verb, "mark").contains { ["if", "unless", "whether", "lest"].contains(lower($0)) }
    }

    /// Makes the finding, with its evidence.
    func make(
        _ rule: StateRule, subject: [Mention], relation: String, object: [Mention], trigger: Int, verb: Int?,
        noun: Int? = nil, through last: Int? = nil
    ) -> StateFinding {
        var clause = parsed.clauseSpan(of: trigger)
        if let last { clause = clause.union(parsed.span(last)) }
        for mention in subject + object where mention.from == nil { clause = clause.union(mention.span) }
        let isEnded = self.isEnded(verb, noun)
        return StateFinding(
            subject: subject, relation: relation, concept: rule.concept, object: object, trigger: trigger,
            triggerSpan: parsed.span(trigger), clause: clause, negated: !isEnded && isNegated(verb, noun),
            isPast: isEnded || (verb.map { isPast($0) } ?? false), isEnded: isEnded,
            since: verb.flatMap { since($0) }, rule: rule.id)
    }
}
