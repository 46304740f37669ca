import SpacyPipeline

/// Readings that mend what the parser often gets wrong, each by a plain rule of grammar.
extension ArgumentStructure {
    /// Whether a clause before a verb is a sentence of its own that the parse took for the verb's content: a dash or semicolon
    /// sets it off ("Osk closed its embassy – the talks had failed").
    func standsApart(_ clause: Int, before verb: Int) -> Bool {
        guard clause < verb, parsed.child(of: clause, "nsubj", "nsubjpass") != nil else { return false }
        return (clause..<verb).contains {
            ["–", "—", "--", ";"].contains(parsed.tokens[$0].text) && parsed.tokens[$0].head == verb
        }
    }

    /// The verb a finite verb is really joined to where the parser joined it to an infinitive: "sanctioned" goes with
    /// "backed" in "backed the decision to cut ties and sanctioned Osk".
    func finitePartner(of verb: Int, joinedTo head: Int) -> Int? {
        guard parsed.tokens[verb].tag == "VBD", parsed.tokens[head].tag == "VB",
            parsed.children(of: head, "aux").contains(where: { parsed.tokens[$0].tag == "TO" }),
            parsed.child(of: verb, "nsubj", "nsubjpass", "aux") == nil
        else { return nil }
        return parsed.ancestors(of: head).first { parsed.tokens[$0].tag == "VBD" && $0 < verb }
    }

    /// The subject that the parser hung on a date: "the embassy" in "left in 1988, and in 1989 the embassy was opened".
    func subjectAfterDate(_ verb: Int) -> Int? {
        guard parsed.child(of: verb, "aux", "auxpass") != nil || parsed.tokens[verb].tag == "VBD" else { return nil }
        let sentence = parsed.sentences[parsed.sentence(of: verb)].tokens
        for preposition in (sentence.lowerBound..<verb).reversed() where parsed.tokens[preposition].dep == "conj" {
            let objects = parsed.children(of: preposition, "pobj")
            guard objects.count == 2, parsed.tokens[objects[0]].tag == "CD", objects[1] < verb else { continue }
            let follows = (parsed.extent(of: objects[1]).upperBound..<verb).allSatisfy {
                parsed.head(of: $0) == verb || parsed.tokens[$0].pos == "PUNCT"
            }
            return follows ? objects[1] : nil
        }
        return nil
    }

    /// Who does what a gerund after "for" says, where the words before it name the one who is blamed or thanked for it:
    /// Osk in "is angry with Osk for hosting them", "its anger at Osk for hosting them".
    func blamed(before preposition: Int) -> Int? {
        guard parsed.lowerLemmas[preposition] == "for", let above = parsed.head(of: preposition) else {
            return nil
        }
        if parsed.tokens[above].dep == "pobj", ["PROPN", "PRON"].contains(parsed.tokens[above].pos) { return above }
        if isVerb(above), !isPassive(above), parsed.tokens[above].pos != "AUX" { return nil }
        let places = [above] + parsed.children(of: above, "acomp")
        for place in places {
            for word in ["with", "at"] {
                if let named = objects(ofPreposition: word, at: place).last(where: { $0 < preposition }),
                    ["PROPN", "PRON"].contains(parsed.tokens[named].pos)
                {
                    return named
                }
            }
        }
        return nil
    }

    /// The subject that a noun before the clause stands for: Osk of "A small republic that left the union, Osk is …".
    func frontedSubject(_ noun: Int) -> Int? {
        guard ["dep", "npadvmod", "dislocated"].contains(parsed.tokens[noun].dep), let verb = parsed.head(of: noun),
            isVerb(verb), noun < verb, let subject = parsed.child(of: verb, "nsubj", "nsubjpass"), subject > noun
        else { return nil }
        let end = parsed.extent(of: noun).upperBound
        return end < parsed.tokens.count && parsed.tokens[end].text == "," ? subject : nil
    }

    /// Whose an offer or a plan is, where its own phrase says so: Tarn in "accepted the offer of Tarn to mediate", "an offer
    /// by Tarn", "a Tarnish plot to …".
    func ownerOfAnothers(_ noun: Int) -> Int? {
        guard parsed.child(of: noun, "poss") == nil else { return nil }
        for preposition in parsed.children(of: noun, "prep")
        where ["of", "by", "from"].contains(parsed.lowerTexts[preposition]) {
            if let object = parsed.child(of: preposition, "pobj"), parsed.tokens[object].pos == "PROPN" {
                return object
            }
        }
        return parsed.children(of: noun, "amod", "compound", "nmod").first {
            parsed.tokens[$0].tag == "JJ" && parsed.tokens[$0].text.first?.isUppercase == true
                || parsed.tokens[$0].tag.hasPrefix("NNP")
        }
    }

    /// Who speaks where the verb stands before them: the president of `"Osk has betrayed us", charged the president`. The
    /// parser reads them as whom the verb is about.
    func invertedSpeaker(_ verb: Int) -> Int? {
        guard ["VBD", "VBZ"].contains(parsed.tokens[verb].tag), !isPassiveForm(verb),
            parsed.child(of: verb, "nsubj", "aux", "auxpass", "csubj") == nil,
            let noun = parsed.child(of: verb, "dobj"), noun > verb,
            parsed.extent(of: noun).lowerBound == verb + 1, followsQuotation(verb)
        else { return nil }
        return noun
    }

    /// The clause that such a verb quotes.
    func invertedContent(_ verb: Int) -> Int? {
        guard invertedSpeaker(verb) != nil else { return nil }
        if let clause = parsed.child(of: verb, "ccomp"), clause < verb { return clause }
        guard parsed.tokens[verb].dep == "conj", let head = parsed.head(of: verb), isVerb(head), head < verb else {
            return nil
        }
        return head
    }

    private func isPassiveForm(_ verb: Int) -> Bool {
        parsed.child(of: verb, "nsubjpass", "auxpass", "agent") != nil
    }

    /// Whether a closing quotation mark stands right before a verb, a comma between them or not.
    private func followsQuotation(_ verb: Int) -> Bool {
        let marks: Set<String> = ["\"", "”", "''", "’", "»"]
        let before = (max(0, verb - 2)..<verb).filter { parsed.tokens[$0].pos == "PUNCT" }
        return before.contains(verb - 1) && before.contains { marks.contains(parsed.tokens[$0].text) }
    }

    /// What a preposition joins to a verb whose adverb the parser tied it to: Osk in "sent its envoy back to Osk".
    func objectsBehindAdverb(_ word: String, at verb: Int) -> [Int] {
        guard isVerb(verb) else { return [] }
        return parsed.children(of: verb, "advmod", "prt").filter { $0 > verb }.flatMap { adverb in
            parsed.children(of: adverb, "prep")
                .filter { $0 == adverb + 1 && parsed.lowerTexts[$0] == word && parsed.children(of: adverb).count == 1 }
                .flatMap { parsed.children(of: $0, "pobj", "pcomp") }
        }
    }

    /// What a preposition joins to a verb across a phrase set off by commas, to which the parser tied it: Osk in
    /// "supplied arms via Veldania, then ruled by a junta, to Osk".
    func objectsAcrossAside(_ word: String, at verb: Int) -> [Int] {
        guard isVerb(verb), word == "to" || word == "from" || word == "with" else { return [] }
        let sentence = parsed.sentences[parsed.sentence(of: verb)].tokens
        for preposition in sentence where preposition > verb + 1 {
            guard parsed.lowerTexts[preposition] == word, parsed.tokens[preposition].dep == "prep",
                parsed.tokens[preposition - 1].text == ",", let aside = parsed.head(of: preposition),
                aside > verb, isPassive(aside), ["acl", "advcl"].contains(parsed.tokens[aside].dep),
                parsed.tokens[max(verb, parsed.extent(of: aside).lowerBound - 1)].text == ",",
                !(verb + 1..<aside).contains(where: { isVerb($0) && parsed.tokens[$0].dep != "acl" })
            else { continue }
            return parsed.children(of: preposition, "pobj")
        }
        return []
    }
}

extension ArgumentStructure {
    /// The adjectives that say what a verb makes or holds its object to be: "found Osk guilty", "set the crew free". The
    /// parser reads them as a clause, or hangs them on the object or the verb.
    func resultatives(_ verb: Int) -> [Int] {
        func isAdjective(_ token: Int) -> Bool { parsed.tokens[token].tag.hasPrefix("JJ") }
        var found = parsed.children(of: verb, "ccomp", "advcl", "advmod").filter { isAdjective($0) && $0 > verb }
        for object in parsed.children(of: verb, "dobj") {
            found += parsed.children(of: object, "amod").filter {
                $0 > object && isAdjective($0) || $0 == verb + 1 && parsed.child(of: object, "det") == nil
            }
        }
        return found
    }

    /// The subject of the adjective that a verb holds true of somebody: Osk in "found Osk guilty".
    func smallClauseSubject(_ verb: Int) -> Int? {
        parsed.children(of: verb, "ccomp").first {
            parsed.tokens[$0].tag.hasPrefix("JJ") && parsed.child(of: $0, "mark") == nil
        }
        .flatMap { parsed.child(of: $0, "nsubj") }
    }
}
