import SpacyPipeline

/// Readings that mend what the parser often gets wrong, each by a plain rule of grammar.
extension Grammar {
    /// Whether a clause before a verb is a sentence of its own that the parse took for the verb's content: a dash or semicolon
    /// sets it off ("Osk closed its embassy – the talks had failed").
    func standsApart(_ clause: Int, before verb: Int) -> Bool {
        guard clause < verb, tree.child(of: clause, .subjects) != nil else { return false }
        return (clause..<verb).contains { words.breaks.contains(tree.words[$0]) && tree.head(of: $0) == verb }
    }

    /// Whether a participle that the parse took for an adjective is a passive: "was re-opened", whose hyphen misleads it.
    func isParticipleOfBe(_ verb: Int) -> Bool {
        guard tree.labels[verb] == .acomp, tree.tags[verb] == .VBN, verb > 0, tree.words[verb - 1] == "-",
            let head = tree.head(of: verb)
        else { return false }
        return tree.lemmas[head] == "be" && tree.child(of: head, .subjects) != nil
    }

    /// The verb a finite verb is really joined to where the parser joined it to an infinitive: "sanctioned" goes with
    /// "backed" in "backed the decision to cut ties and sanctioned Osk".
    func finitePartner(of verb: Int, joinedTo head: Int) -> Int? {
        guard tree.tags[verb] == .VBD, tree.tags[head] == .VB,
            tree.hasChild(of: head, [.aux], where: { tree.tags[$0] == .TO }),
            tree.child(of: verb, [.nsubj, .nsubjpass, .aux]) == nil
        else { return nil }
        return tree.ancestors(of: head).first { tree.tags[$0] == .VBD && $0 < verb }
    }

    /// The subject that the parser hung on a date: "the embassy" in "left in 1931, and in 1932 the embassy was opened".
    func subjectAfterDate(_ verb: Int) -> Int? {
        guard tree.child(of: verb, [.aux, .auxpass]) != nil || tree.tags[verb] == .VBD else { return nil }
        let sentence = tree.sentences[tree.sentence(of: verb)]
        for preposition in (sentence.lowerBound..<verb).reversed() where tree.labels[preposition] == .conj {
            let objects = tree.children(of: preposition, [.pobj])
            guard objects.count == 2, tree.tags[objects[0]] == .CD, objects[1] < verb else { continue }
            let follows = (tree.extent(of: objects[1]).upperBound..<verb).allSatisfy {
                tree.head(of: $0) == verb || tree.classes[$0] == .punct
            }
            return follows ? objects[1] : nil
        }
        return nil
    }

    /// Who does what a gerund after "for" says, where the words before it name the one who is blamed or thanked for it:
    /// Osk in "is angry with Osk for hosting them", "its anger at Osk for hosting them".
    func blamed(before preposition: Int) -> Int? {
        guard tree.lemmas[preposition] == "for", let above = tree.head(of: preposition) else { return nil }
        func isNamed(_ index: Int) -> Bool { tree.classes[index] == .propn || tree.classes[index] == .pron }
        if tree.labels[above] == .pobj, isNamed(above) { return above }
        if isVerb(above), !isPassive(above), tree.classes[above] != .aux { return nil }
        for place in [above] + tree.children(of: above, [.acomp]) {
            for word in ["with", "at"] {
                if let named = objects(ofPreposition: word, at: place).last(where: { $0 < preposition }), isNamed(named)
                {
                    return named
                }
            }
        }
        return nil
    }

    /// The subject that a noun before the clause stands for: Osk of "A small republic that left the union, Osk is …".
    func frontedSubject(_ noun: Int) -> Int? {
        guard tree.labels[noun] == .dep || tree.labels[noun] == .npadvmod, let verb = tree.head(of: noun), isVerb(verb),
            noun < verb, let subject = tree.child(of: verb, .subjects), subject > noun
        else { return nil }
        let end = tree.extent(of: noun).upperBound
        return end < tree.tokens.count && tree.words[end] == "," ? subject : nil
    }

    /// Whose an offer or a plan is, where its own phrase says so: Tarn in "accepted the offer of Tarn to mediate", "an offer
    /// by Tarn", "a Tarnish plot to …".
    func ownerOfAnothers(_ noun: Int) -> Int? {
        guard tree.child(of: noun, [.poss]) == nil else { return nil }
        for preposition in tree.children(of: noun, [.prep])
        where words.owningPrepositions.contains(tree.words[preposition]) {
            if let object = tree.child(of: preposition, [.pobj]), tree.classes[object] == .propn { return object }
        }
        return tree.children(of: noun, .modifiers).first {
            tree.tags[$0] == .JJ && tree.tokens[$0].text.first?.isUppercase == true || tree.tags[$0].isProperNoun
        }
    }

    /// Who speaks where the verb stands before them: the president of `"Osk has betrayed us", charged the president`. The
    /// parser reads them as whom the verb is about.
    func invertedSpeaker(_ verb: Int) -> Int? {
        guard tree.tags[verb] == .VBD || tree.tags[verb] == .VBZ,
            tree.child(of: verb, [.nsubj, .aux, .auxpass, .csubj, .nsubjpass, .agent]) == nil,
            let noun = tree.child(of: verb, [.dobj]), noun > verb,
            tree.extent(of: noun).lowerBound == verb + 1, followsQuotation(verb)
        else { return nil }
        return noun
    }

    /// The clause that such a verb quotes.
    func invertedContent(_ verb: Int) -> Int? {
        guard invertedSpeaker(verb) != nil else { return nil }
        if let clause = tree.child(of: verb, [.ccomp]), clause < verb { return clause }
        guard tree.labels[verb] == .conj, let head = tree.head(of: verb), isVerb(head), head < verb else { return nil }
        return head
    }

    /// Whether a closing quotation mark stands right before a verb, a comma between them or not.
    private func followsQuotation(_ verb: Int) -> Bool {
        let before = (max(0, verb - 2)..<verb).filter { tree.classes[$0] == .punct }
        return before.contains(verb - 1) && before.contains { words.closingQuotes.contains(tree.words[$0]) }
    }
}
