import ChanceryCore
import Grammar
import SpacyPipeline

/// What a clause is said to be: true, false, likely; and what is only charged, mused or counted.
extension ModalityReader {
    /// Reads what an adjective or noun says of a clause that it governs: "it is false that Osk attacked", "found it
    /// plausible that", "was not happy that".
    ///
    /// - Returns: whether this tells all there is to tell of the clause.
    func readTruth(of clause: Int, at head: Int, _ take: (Modality) -> Void) -> Bool {
        let isThat = parsed.tree.hasChild(of: clause, [.mark]) { parsed.lowerTexts[$0] == "that" }
        let hasSubject = parsed.tree.child(of: clause, [.nsubj, .nsubjpass, .expl]) != nil
        let predicates =
            roles.isVerb(head) ? parsed.tree.children(of: head, [.acomp, .attr, .oprd]) : [head]
        for predicate in predicates where predicate < clause || parsed.tree.hasLabel(clause, [.csubj, .csubjpass]) {
            let isPlain = parsed.tree.tags[predicate].isAdjective
            guard isPlain || cues.holds("untruth", lemma(predicate)) || cues.holds("truth", lemma(predicate)) else {
                continue
            }
            let verb = roles.isVerb(head) ? head : parsed.head(of: head) ?? head
            if readVerdict(predicate, isNegated: signs.isNegated(verb) || signs.isNegated(predicate), take) {
                return true
            }
            guard isThat, hasSubject, isPlain, parsed.tree.labels[clause] == .ccomp else { continue }
            // "It was not clear that Osk attacked"; "was not happy that Osk attacked" takes it as given.
            if signs.isNegated(verb), cues.holds("certainty", lemma(predicate)) { take(.hypothetical) }
            if !cues.holds("supposition", lemma(predicate)) { return parsed.tree.tags[head].isAdjective }
        }
        return false
    }

    /// "The claim that Osk attacked is false", "it is a myth that Osk attacked", "it is not the case that".
    func readTruth(ofNoun noun: Int, of clause: Int, _ take: (Modality) -> Void) -> Bool {
        guard let verb = parsed.head(of: noun) else { return false }
        if parsed.tree.hasLabel(noun, [.attr, .oprd]),
            parsed.lowerTexts[parsed.extent(of: clause).lowerBound] == "that",
            parsed.tree.child(of: verb, [.nsubj, .expl]).map({ parsed.lowerTexts[$0] == "it" }) == true
        {
            return readVerdict(noun, isNegated: signs.isNegated(verb), take)
        }
        guard parsed.tree.hasLabel(noun, [.nsubj, .nsubjpass]) else { return false }
        return parsed.tree.hasChild(of: verb, [.acomp, .attr, .oprd]) {
            readVerdict($0, isNegated: signs.isNegated(verb), take)
        }
    }

    private func readVerdict(_ predicate: Int, isNegated: Bool, _ take: (Modality) -> Void) -> Bool {
        let word = lemma(predicate)
        if cues.holds("untruth", word) {
            if !isNegated { take(.negated) }
            return true
        }
        if cues.holds("truth", word) {
            if isNegated { take(.negated) }
            return true
        }
        if cues.holds("likelihood", word) {
            take(.hypothetical)
            return true
        }
        if cues.holds("supposition", word) { take(.hypothetical) }
        return false
    }

    /// The word whose preposition it is; the verb of the accusation where the parser tied "for" to the accuser: "blamed
    /// by the report for arming".
    func governor(ofPreposition preposition: Int) -> Int? {
        guard let above = parsed.head(of: preposition) else { return nil }
        guard parsed.tree.labels[above] == .pobj, let by = parsed.head(of: above), parsed.tree.labels[by] == .agent,
            let verb = parsed.head(of: by), isAccusing(verb)
        else { return above }
        return verb
    }

    /// Whether a word only charges what follows it: "suspected of arming", "on suspicion of", "accused of".
    func isAccusing(_ word: Int) -> Bool {
        cues.holds(roles.isVerb(word) ? "accusing" : "accusing-noun", lemma(word))
    }

    /// "Came close to attacking", "was on the verge of": where it came to that, it did not come about.
    func isCome(to word: Int) -> Bool {
        var place = word
        while let above = parsed.head(of: place) {
            if roles.isVerb(above) { return signs.isPast(above) || (parsed.tree.tags[above] == .VBN) }
            place = above
        }
        return false
    }

    /// "Rather than attack Osk"
    func isSetAside(_ clause: Int) -> Bool {
        parsed.tree.hasChild(of: clause, [.mark, .prep]) {
            parsed.lowerTexts[$0] == "than" && $0 > 0 && parsed.lowerTexts[$0 - 1] == "rather"
        }
    }

    /// The modality of the first of several nouns, as far as what governs them tells it.
    func modality(ofJoined noun: Int) -> Modality {
        guard parsed.tree.tags[noun].isNoun else { return .asserted }
        var place = noun
        for _ in 0..<3 {
            let told = modality(at: place, isJoined: true)
            // "Called for an end to arrests and the release of Osk": what is joined may go with a noun above.
            guard told == .asserted, parsed.tree.labels[place] == .pobj,
                let above = parsed.head(of: place).flatMap({ parsed.head(of: $0) }), !roles.isVerb(above)
            else { return told }
            place = above
        }
        return .asserted
    }

    /// "The first state to recognise Osk", "the only one to attack": those who did.
    func isRanked(_ noun: Int) -> Bool {
        ([noun] + parsed.tree.children(of: noun, [.amod, .nummod, .det])).contains { word in
            let text = parsed.lowerTexts[word]
            return cues.holds("ranked", text) || parsed.tree.tags[word] == .JJS || isOrdinal(text)
        }
    }

    /// "117th"
    private func isOrdinal(_ text: String) -> Bool {
        guard let first = text.first, first.isNumber else { return false }
        return parsed.grammar.words.ordinalEndings.contains { text.hasSuffix($0) }
    }

    /// Whether an infinitive that the parser hung on the verb belongs to those counted before it: "was among the first to
    /// sign", "became the fifth state to recognise Osk".
    func isOfRanked(_ clause: Int, below verb: Int) -> Bool {
        let before =
            parsed.tree.children(of: verb, [.attr, .oprd, .acomp])
            + parsed.tree.children(of: verb, [.prep]).flatMap { parsed.tree.children(of: $0, [.pobj]) }
        return before.contains { noun in
            noun < clause && noun > verb
                && ([noun] + parsed.tree.children(of: noun, [.prep]).flatMap { parsed.tree.children(of: $0, [.pobj]) })
                    .contains { isRanked($0) }
        }
    }
}
