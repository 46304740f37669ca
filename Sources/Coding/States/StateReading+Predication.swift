import SpacyPipeline

/// Of whom a noun or adjective is said.
extension StateReading {
    /// A noun or adjective said of somebody: by a copula, an apposition, or "as".
    struct Predication {
        /// The head of the noun phrase it is said of.
        var subject: Int
        /// The copula, or nil for an apposition.
        var verb: Int?
        /// Words between copula and noun that belong to the relation: "among", "one of".
        var between: [Int] = []
        /// Whether it is told of a time past where no copula says so.
        var isPast = false
        /// Whether the noun stands before the copula: "Osk's main partner is Tarn".
        var isInverse = false
    }

    /// "Osk's main partner is Tarn": the noun is the subject, and who it is stands after the copula.
    func inverse(_ noun: Int) -> Predication? {
        guard parsed.tokens[noun].dep == "nsubj", let verb = parsed.head(of: noun), Self.copulas.contains(lemma(verb)),
            let name = parsed.child(of: verb, "attr"), !parties(name).isEmpty, parsed.tokens[name].pos == "PROPN"
        else { return nil }
        return Predication(subject: name, verb: verb, isInverse: true)
    }

    /// "Osk's ally Tarn": the noun stands right before the name.
    func beforeName(_ noun: Int, _ rule: StateRule) -> Predication? {
        guard rule.allowsModifier, noun + 1 < parsed.tokens.count, parsed.tokens[noun + 1].pos == "PROPN",
            parsed.sentence(of: noun) == parsed.sentence(of: noun + 1)
        else { return nil }
        let token = parsed.tokens[noun]
        if ["compound", "nmod"].contains(token.dep), let head = parsed.head(of: noun), head > noun,
            !parties(head).isEmpty,
            !parsed.children(of: head, "poss").isEmpty || !parsed.children(of: noun, "poss").isEmpty
        {
            return Predication(subject: head, verb: nil)
        }
        guard !parsed.children(of: noun, "poss").isEmpty,
            let name = parsed.children(of: noun, "appos").first(where: { $0 > noun && $0 - noun <= 3 }),
            !parties(name).isEmpty
        else { return nil }
        return Predication(subject: name, verb: nil)
    }

    /// Whether an apposition has the number of its name: not "the Osk party, friends of Tarn".
    func agrees(_ noun: Int, with parties: [Mention], at subject: Int) -> Bool {
        guard parsed.tokens[noun].tag.hasSuffix("S"), !(predicationLink(noun) ?? "").hasPrefix("one") else {
            return true
        }
        return parties.count > 1 || parsed.tokens[subject].tag.hasSuffix("S") && lower(subject) != lower(noun)
    }

    /// The word before "of" above a noun: "one" in "one of the members".
    private func predicationLink(_ noun: Int) -> String? {
        guard let of = parsed.head(of: noun), lower(of) == "of" else { return nil }
        return parsed.head(of: of).map { lower($0) }
    }

    func holdsIfVerb(_ verb: Int?) -> Bool {
        guard let verb else { return true }
        return holds(verb, allowsPast: true) && !isReported(verb)
    }

    /// Of whom a noun is said: the subject of its copula, or the name it stands beside.
    func predication(_ noun: Int) -> Predication? {
        let token = parsed.tokens[noun]
        if ["attr", "acomp", "oprd"].contains(token.dep), let verb = parsed.head(of: noun),
            Self.copulas.contains(lemma(verb)),
            let subject = arguments.surfaceSubject(verb), subject != noun, !isCut(verb, noun)
        {
            return Predication(subject: subject, verb: verb)
        }
        if token.dep == "conj", let head = parsed.head(of: noun), ["NOUN", "PROPN"].contains(parsed.tokens[head].pos),
            parsed.tokens[head].dep == "attr" || parsed.tokens[head].dep == "appos", head < noun
        {
            return predication(head)
        }
        // "was among the founding members of"
        if token.dep == "pobj", let among = parsed.head(of: noun), lower(among) == "among",
            let verb = parsed.head(of: among),
            Self.copulas.contains(lemma(verb)), let subject = arguments.surfaceSubject(verb)
        {
            return Predication(subject: subject, verb: verb, between: [among])
        }
        // "one of the members", "a member of": the noun below "one of" is said all the same.
        if token.dep == "pobj", let of = parsed.head(of: noun), lower(of) == "of", let one = parsed.head(of: of),
            lower(one) == "one", var said = predication(one)
        {
            said.between += [one, of]
            return said
        }
        if token.dep == "pobj", let role = role(noun) { return role }
        if token.dep == "appos", let head = parsed.head(of: noun), head < noun, isBeside(noun, head) {
            return Predication(subject: head, verb: nil)
        }
        return besideName(noun)
    }

    /// "serves as chairman of", "his work as mayor of", "As finance minister, he …": who does something as what.
    private func role(_ noun: Int) -> Predication? {
        guard let preposition = parsed.head(of: noun), lower(preposition) == "as",
            let above = parsed.head(of: preposition)
        else { return nil }
        if arguments.isVerb(above) {
            let opens = preposition == parsed.sentences[parsed.sentence(of: noun)].tokens.lowerBound
            guard ["serve", "act", "work", "emerge", "function"].contains(lemma(above)) || opens,
                let subject = subject(above), opens || holds(above, allowsPast: true)
            else { return nil }
            return Predication(subject: subject, verb: nil, isPast: isPast(above))
        }
        guard let owner = parsed.child(of: above, "poss") else { return nil }
        let verb = parsed.clauseHead(of: above)
        return Predication(subject: owner, verb: nil, isPast: arguments.isVerb(verb) && isPast(verb))
    }

    /// Whether a dash or colon parts the copula from the noun, so that the parse cannot be trusted.
    private func isCut(_ verb: Int, _ noun: Int) -> Bool {
        guard verb < noun else { return false }
        return (verb..<noun).contains { ["—", "–", ":", ";", "“", "("].contains(lower($0)) }
    }

    /// Whether an apposition stands close to its name.
    private func isBeside(_ noun: Int, _ head: Int) -> Bool {
        parsed.extent(of: noun).lowerBound - head <= 12
    }

    /// ", a group close to Osk,": a noun phrase between commas right after a name, whatever the parse says.
    private func besideName(_ noun: Int) -> Predication? {
        let opening = nounGroup(noun).first ?? noun
        let sentence = parsed.sentences[parsed.sentence(of: noun)].tokens
        guard opening - 2 >= sentence.lowerBound, lower(opening - 1) == ",", noun - opening <= 6,
            ["a", "an", "the"].contains(lower(opening)),
            !["conj", "nsubj", "nsubjpass"].contains(parsed.tokens[noun].dep)
        else { return nil }
        let name = opening - 2
        guard parsed.tokens[name].pos == "PROPN", !parties(name).isEmpty else { return nil }
        return Predication(subject: name, verb: nil)
    }
}
