import SpacyPipeline

/// The logical roles round a verb: who does it and to whom, whatever the clause's shape.
///
/// Undoes the passive, relative clauses, participles, control and coordination over spaCy's (ClearNLP) labels, so that
/// "Osk recognised Veldania", "Veldania, recognised by Osk" and "Osk decided to recognise Veldania" give one reading.
/// Every answer is a list of head tokens of noun phrases; conjuncts are left to the reader of the phrase.
public struct ArgumentStructure: Sendable {
    let parsed: ParsedDocument
    /// Verbs whose object is the subject of their infinitive: "urged Osk to leave".
    private static let objectControl: Set<String> = [
        "urge", "ask", "force", "order", "tell", "invite", "allow", "enable", "press", "push", "persuade", "convince",
        "encourage", "help", "warn", "advise", "instruct", "permit", "require", "lead", "cause", "compel", "beg", "get",
        "expect", "want", "need", "task", "appoint", "authorize", "authorise", "command", "pressure", "trick",
        "drive", "inspire", "prompt", "motivate", "spur", "empower", "oblige", "direct", "dispatch", "send", "hire",
        "train", "provoke", "dare", "challenge", "tempt", "coerce", "entice", "entitle", "remind", "assign", "elect",
        "choose", "recruit", "implore", "exhort", "bribe", "pay", "nudge", "induce", "incite",
    ]

    /// Verbs whose object is the subject of the gerund after a preposition: "criticised Osk for closing".
    private static let gerundControl: Set<String> = [
        "accuse", "criticise", "criticize", "blame", "condemn", "praise", "thank", "denounce", "slam", "blast",
        "rebuke", "chide", "fault", "punish", "sanction", "arrest", "charge", "convict", "prevent", "stop", "keep",
        "deter", "bar", "ban", "discourage", "dissuade", "prohibit", "restrain", "coerce", "pressure", "suspect",
        "jail", "imprison", "commend", "applaud", "reproach", "censure", "attack", "chastise", "mock", "ridicule",
        "fine", "detain", "sentence", "expel", "forgive", "talk", "hail", "indict", "deride", "castigate", "lambast",
        "lambaste", "berate", "scold", "reprimand", "protest", "sue", "challenge", "upbraid",
    ]

    /// Reads a document's parse.
    public init(_ parsed: ParsedDocument) { self.parsed = parsed }

    /// Whether the token is a verb form that can carry arguments.
    public func isVerb(_ index: Int) -> Bool {
        let pos = parsed.tokens[index].pos
        return pos == "VERB" || pos == "AUX" || parsed.tokens[index].tag.hasPrefix("VB")
    }

    /// Whether a verb stands in the passive, or is a past participle that describes its noun.
    public func isPassive(_ verb: Int) -> Bool {
        if parsed.child(of: verb, "nsubjpass", "auxpass", "csubjpass", "agent") != nil { return true }
        let token = parsed.tokens[verb]
        guard token.tag == "VBN" || token.tag == "VBD" else { return false }
        let hasOwnSubject = parsed.child(of: verb, "nsubj") != nil
        if hasOwnSubject { return false }
        switch token.dep {
        case "acl": return true
        case "advcl": return token.tag == "VBN" && parsed.child(of: verb, "aux") == nil
        case "conj":
            guard let head = parsed.head(of: verb), isVerb(head), token.tag == "VBN" else { return false }
            return parsed.child(of: verb, "aux") == nil && isPassive(head)
        case "ccomp", "xcomp":
            return token.tag == "VBN" && parsed.child(of: verb, "aux", "dobj") == nil
        default: return false
        }
    }

    /// The grammatical subject, found where the clause leaves it out; nil where it has none.
    public func surfaceSubject(_ verb: Int, depth: Int = 0) -> Int? {
        guard depth < 12 else { return nil }
        if let own = parsed.child(of: verb, "nsubj", "nsubjpass") {
            guard let antecedent = relativeAntecedent(own, in: verb) else { return own }
            return predicateSubject(antecedent) ?? antecedent
        }
        if let speaker = invertedSpeaker(verb) { return speaker }
        let token = parsed.tokens[verb]
        guard let head = parsed.head(of: verb) else { return nil }
        // "Closing the mission hurt Osk": what does it is a clause, and nobody above it.
        if parsed.child(of: verb, "csubj") != nil { return nil }
        switch token.dep {
        case "conj":
            if let subject = subjectAfterDate(verb) { return subject }
            if let partner = finitePartner(of: verb, joinedTo: head) {
                return surfaceSubject(partner, depth: depth + 1)
            }
            return isVerb(head) ? surfaceSubject(head, depth: depth + 1) : nil
        case "xcomp":
            guard isVerb(head) else { return surfaceSubjectAboveNoun(head, depth: depth) }
            if Self.objectControl.contains(parsed.lowerLemmas[head]), !isPassive(head),
                let object = parsed.child(of: head, "dobj", "dative")
            {
                return object
            }
            return surfaceSubject(head, depth: depth + 1)
        case "acl", "relcl":
            if token.tag == "VB" {
                // "an invitation to Osk to visit": who is asked is who goes.
                if Self.askingNouns.contains(parsed.lowerLemmas[head]),
                    let asked = asked(by: head, before: verb)
                {
                    return asked
                }
                if let owner = ownerOfAnothers(head) { return owner }
                return holder(ofNoun: head, depth: depth)
            }
            return predicateSubject(head) ?? head
        case "advcl", "ccomp":
            if token.dep == "advcl", isVerb(head), let object = controllingObject(head, of: verb) { return object }
            if token.dep == "ccomp", token.tag != "VBG", token.tag != "VB" { return nil }
            // "Let Osk decide," he said: what is bidden in speech is not done by the speaker.
            if token.dep == "ccomp", token.tag == "VB", parsed.child(of: verb, "aux") == nil, isSaid(head) {
                return nil
            }
            return isVerb(head) ? surfaceSubject(head, depth: depth + 1) : nil
        case "pcomp":
            guard let above = parsed.head(of: head) else { return nil }
            if isVerb(above), !isPassive(above), Self.gerundControl.contains(parsed.lowerLemmas[above]),
                ["for", "of", "from", "with", "into"].contains(parsed.lowerTexts[head]),
                let object = parsed.child(of: above, "dobj")
            {
                return object
            }
            // "Stopped short of closing its embassy", "came close to war"
            if !isVerb(above), ["advmod", "acomp"].contains(parsed.tokens[above].dep),
                let verb = parsed.head(of: above),
                isVerb(verb)
            {
                return surfaceSubject(verb, depth: depth + 1)
            }
            // "Followed the decision by severing ties": "by" goes with the verb, whatever noun the parser tied it to.
            if !isVerb(above), parsed.lowerTexts[head] == "by", ["dobj", "pobj"].contains(parsed.tokens[above].dep),
                let verb = parsed.ancestors(of: above).first(where: { isVerb($0) })
            {
                return surfaceSubject(verb, depth: depth + 1)
            }
            if let blamed = blamed(before: head) { return blamed }
            if let punished = punished(for: head, of: above) { return punished }
            return isVerb(above) ? surfaceSubject(above, depth: depth + 1) : holder(ofNoun: above, depth: depth)
        default: return nil
        }
    }

    /// Who did what a measure or reproach is for: Osk of "imposed sanctions on Osk for closing the border".
    private func punished(for preposition: Int, of above: Int) -> Int? {
        guard ["for", "over"].contains(parsed.lowerTexts[preposition]) else { return nil }
        let nouns = [above] + parsed.children(of: above, "dobj", "nsubjpass")
        guard nouns.contains(where: { Self.reproaches.contains(parsed.lowerLemmas[$0]) }) else {
            return nil
        }
        for place in nouns {
            for word in ["on", "against", "at", "upon", "of"] {
                if let found = objects(ofPreposition: word, at: place).first(where: { !isVerb($0) && $0 < preposition })
                {
                    return found
                }
            }
        }
        return nil
    }

    /// Nouns of measures and words that answer what somebody did.
    private static let reproaches: Set<String> = [
        "sanction", "embargo", "penalty", "fine", "tariff", "threat", "criticism", "charge", "lawsuit", "suit",
        "accusation", "condemnation", "praise", "complaint", "proceeding", "action", "measure", "blame", "case",
        "investigation", "indictment", "punishment", "freeze", "ban", "protest", "anger",
    ]

    private func isSaid(_ head: Int) -> Bool {
        ["say", "write", "add", "tweet", "tell", "shout", "declare"].contains(parsed.lowerLemmas[head])
    }

    /// The object that an infinitive read as a purpose belongs to all the same: "encouraged Osk to join".
    private func controllingObject(_ head: Int, of verb: Int) -> Int? {
        guard parsed.tokens[verb].tag == "VB", verb > head, !isPassive(head),
            Self.objectControl.contains(parsed.lowerLemmas[head])
        else { return nil }
        return parsed.child(of: head, "dobj")
    }

    /// Those who do what the verb says: the subject of an active verb, the "by" of a passive one.
    public func agents(_ verb: Int) -> [Int] {
        if isPassive(verb) {
            if let agent = parsed.child(of: verb, "agent"), let by = parsed.child(of: agent, "pobj") { return [by] }
            // The parser sometimes reads the agent's "by" as a plain preposition.
            for prep in parsed.children(of: verb, "prep") where parsed.lowerLemmas[prep] == "by" {
                if let by = parsed.child(of: prep, "pobj") { return [by] }
            }
            if parsed.tokens[verb].dep == "conj", let head = parsed.head(of: verb), isVerb(head), isPassive(head) {
                return agents(head)
            }
            // "was shot and killed by a guard": the last verb's agent is shared.
            for next in parsed.children(of: verb, "conj")
            where isVerb(next) && parsed.child(of: next, "nsubj", "nsubjpass") == nil
                && parsed.child(of: next, "agent") != nil
            {
                return agents(next)
            }
            // "was designated as a terrorist group by Osk": the parser may hang "by" on the noun before it.
            let nouns = parsed.children(of: verb, "prep", "oprd", "attr", "dobj").flatMap {
                [$0] + parsed.children(of: $0, "pobj")
            }
            for noun in nouns {
                for prep in parsed.children(of: noun, "prep", "agent")
                where parsed.lowerLemmas[prep] == "by" {
                    if let by = parsed.child(of: prep, "pobj") { return [by] }
                }
            }
            return []
        }
        return surfaceSubject(verb).map { [$0] } ?? []
    }

    /// Those to whom it is done: the object of an active verb, the subject of a passive one.
    public func patients(_ verb: Int) -> [Int] {
        if isPassive(verb) {
            return surfaceSubject(verb).map { [$0] } ?? []
        }
        if invertedSpeaker(verb) != nil { return [] }
        if let object = parsed.child(of: verb, "dobj") {
            return [relativeAntecedent(object, in: verb) ?? object]
        }
        if let subject = smallClauseSubject(verb) { return [subject] }
        // "trained and equipped fighters": the last verb's object is shared.
        if let next = parsed.child(of: verb, "conj"), isVerb(next),
            parsed.child(of: verb, "prep", "xcomp", "ccomp") == nil,
            !isPassive(next), parsed.child(of: next, "nsubj") == nil
        {
            return patients(next)
        }
        // "the office Osk opened": the clause's object is the noun it describes.
        if parsed.tokens[verb].dep == "relcl", let head = parsed.head(of: verb),
            parsed.child(of: verb, "nsubj").map({ relativeAntecedent($0, in: verb) == nil }) == true,
            parsed.child(of: verb, "xcomp", "ccomp", "attr", "acomp") == nil
        {
            return [head]
        }
        return []
    }

    /// The person or thing something is given to: "gave Osk a loan".
    public func indirectObjects(_ verb: Int) -> [Int] {
        parsed.children(of: verb, "dative").flatMap { child -> [Int] in
            parsed.tokens[child].pos == "ADP" ? parsed.children(of: child, "pobj") : [child]
        }
    }

    /// The noun phrases a preposition joins to a verb or noun: "with" gives Osk in "met with Osk".
    public func objects(ofPreposition word: String, at index: Int) -> [Int] {
        var found: [Int] = []
        for prep in parsed.children(of: index, "prep", "agent", "dative") {
            let lemma = parsed.lowerTexts[prep]
            if lemma == word {
                found += parsed.children(of: prep, "pobj", "pcomp")
            } else if let inner = parsed.children(of: prep, "prep").first(where: {
                (parsed.lowerTexts[$0] == word && !Self.compoundPrepositions.contains(lemma))
                    || "\(lemma) \(parsed.lowerTexts[$0])" == word
            }) {
                found += parsed.children(of: inner, "pobj")
            }
            // "in Osk and in Veldania"
            for other in parsed.children(of: prep, "conj") where parsed.lowerTexts[other] == word {
                found += parsed.children(of: other, "pobj")
            }
        }
        if found.isEmpty { found = objectsBehindAdverb(word, at: index) }
        return found.isEmpty ? objectsAcrossAside(word, at: index) : found
    }

    /// First words of prepositions of two words whose second joins nothing to the verb: "according to a study".
    private static let compoundPrepositions: Set<String> = [
        "according", "due", "prior", "owing", "thanks", "next", "because", "ahead", "instead", "regardless", "relative",
        "subject", "contrary", "compared",
    ]

    /// Whether a particle or preposition of this form belongs to the token: "off" in "broke off ties".
    public func hasParticle(_ word: String, at index: Int) -> Bool {
        parsed.children(of: index).contains { child in
            let dep = parsed.tokens[child].dep
            guard parsed.lowerTexts[child] == word, ["prt", "prep", "advmod", "agent", "dative"].contains(dep) else {
                return false
            }
            // "For one, Osk called it bold": a phrase before the verb is its own, unless a clause was turned round.
            guard child < index, dep == "prep", let object = parsed.child(of: child, "pobj") else { return true }
            return ["WDT", "WP", "WP$"].contains(parsed.tokens[object].tag)
        }
    }

    /// The clauses a verb governs as its complement: "to open" in "agreed to open", "ease" in "demanded that Osk ease".
    public func complements(_ index: Int) -> [Int] {
        parsed.children(of: index, "xcomp", "ccomp", "acl").filter { isVerb($0) && !standsApart($0, before: index) }
            + (invertedContent(index).map { parsed.tokens[$0].dep == "ccomp" ? [] : [$0] } ?? [])
            + parsed.children(of: index, "prep").flatMap { parsed.children(of: $0, "pcomp") }.filter { isVerb($0) }
    }

    /// Whose the noun is: its possessor, or the subject of the verb it is the object of.
    public func holder(ofNoun noun: Int, depth: Int = 0) -> Int? {
        guard depth < 12 else { return nil }
        if let owner = parsed.child(of: noun, "poss") { return owner }
        return surfaceSubjectAboveNoun(noun, depth: depth)
    }

    /// Nouns whose infinitive is for the one they are addressed to.
    private static let askingNouns: Set<String> = [
        "invitation", "request", "appeal", "order", "permission", "call", "demand", "instruction", "command", "offer",
    ]

    /// The one an asking noun is addressed to, at the noun or at the verb above it.
    private func asked(by noun: Int, before verb: Int) -> Int? {
        for place in [noun] + (parsed.head(of: noun).map { [$0] } ?? []) {
            for word in ["to", "on", "for"] {
                if let found = objects(ofPreposition: word, at: place).first(where: { $0 < verb && !isVerb($0) }) {
                    return found
                }
            }
        }
        return nil
    }

    /// Who a predicate noun stands for: Osk of "states" in "Osk was one of the states that voted".
    private func predicateSubject(_ noun: Int) -> Int? {
        if let subject = frontedSubject(noun) { return subject }
        var place = noun
        if parsed.tokens[place].dep == "pobj", let of = parsed.head(of: place),
            parsed.lowerLemmas[of] == "of",
            let one = parsed.head(of: of),
            ["one", "some", "two", "three"].contains(parsed.lowerLemmas[one])
        {
            place = one
        }
        guard parsed.tokens[place].dep == "attr", let verb = parsed.head(of: place), parsed.tokens[verb].lemma == "be"
        else {
            return nil
        }
        return parsed.child(of: verb, "nsubj")
    }

    private func surfaceSubjectAboveNoun(_ noun: Int, depth: Int) -> Int? {
        guard let above = parsed.head(of: noun) else { return nil }
        switch parsed.tokens[noun].dep {
        case "dobj", "attr", "oprd", "acomp": return isVerb(above) ? surfaceSubject(above, depth: depth + 1) : nil
        case "pobj":
            guard let verb = parsed.head(of: above), isVerb(verb) else { return nil }
            // "Told Osk of a plot to …", "warned it about plans to …": whoever tells of a thing is not who does it.
            if ["of", "about", "over", "regarding", "concerning"].contains(parsed.lowerTexts[above]),
                !isPassive(verb)
            {
                guard Self.gerundControl.contains(parsed.lowerLemmas[verb]) else { return nil }
                return parsed.child(of: verb, "dobj")
            }
            return surfaceSubject(verb, depth: depth + 1)
        case "conj": return holder(ofNoun: above, depth: depth + 1)
        default: return nil
        }
    }

    /// Whom "who" means where the parser hangs its clause on a thing: the minister of "a minister under the last
    /// government who resigned".
    private func person(behind noun: Int) -> Int {
        var place = noun
        for _ in 0..<4 {
            guard parsed.tokens[place].dep == "pobj", let preposition = parsed.head(of: place),
                let above = parsed.head(of: preposition), !isVerb(above),
                Self.impersonal.contains(parsed.lowerLemmas[place]) || serves(above)
            else { return place }
            place = above
        }
        return place
    }

    /// "An adviser to Osk, who declined": a nameless one of whom more is told.
    private func serves(_ noun: Int) -> Bool {
        Self.servants.contains(parsed.lowerLemmas[noun])
            && parsed.children(of: noun, "det").contains { ["a", "an"].contains(parsed.lowerTexts[$0]) }
    }

    private static let servants: Set<String> = [
        "adviser", "advisor", "aide", "spokesman", "spokeswoman", "assistant", "strategist", "consultant", "lawyer",
        "attorney", "friend", "ally", "critic", "donor", "supporter", "envoy", "counsel", "confidant", "official",
    ]

    private static let impersonal: Set<String> = [
        "administration", "government", "department", "campaign", "war", "year", "university", "school", "company",
        "firm", "agency", "state", "country", "office", "city", "congress", "senate", "house", "labor", "labour", "era",
        "council", "bank", "industry", "news", "show", "business", "court", "institute", "college", "district",
        "county",
    ]

    /// The noun a relative pronoun stands for, if the token is one.
    private func relativeAntecedent(_ index: Int, in verb: Int) -> Int? {
        let token = parsed.tokens[index]
        guard ["WDT", "WP"].contains(token.tag) || (parsed.lowerLemmas[index] == "that" && token.tag == "IN") else {
            return nil
        }
        var clause = verb
        for _ in 0..<8 {
            if parsed.tokens[clause].dep == "relcl" {
                return parsed.head(of: clause).map { parsed.lowerTexts[index] == "who" ? person(behind: $0) : $0 }
            }
            guard let head = parsed.head(of: clause), isVerb(head) else { return nil }
            clause = head
        }
        return nil
    }
}
