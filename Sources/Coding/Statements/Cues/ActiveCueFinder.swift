import ChanceryCore
import Grammar
import SpacyPipeline

/// The ways a verb in the active can be read as a cue, the likeliest first.
struct ActiveCueFinder: StatementStage {
    let context: StatementContext

    private var bounds: ContentBounds { ContentBounds(context: context) }

    /// The readings of a verb whose complements the data list; the first that has content is meant.
    func readings(of verb: Int, _ entry: CueEntry) -> [SayingCue] {
        if isWithholding(verb) { return [] }
        let cue = VerbCue(verb, entry, sources.subject(of: verb), context)
        let object = tree.child(of: verb, [.dobj])
        var found: [SayingCue] = []
        if let parenthetical = parenthetical(cue) { found.append(parenthetical) }
        let clause = clause(of: verb, object)
        if let clause {
            if hasTo(clause) {
                found += cue.reading(.objectInfinitive, .phrase(clause), .init(.verbObjectInfinitive))
            }
            if entry.classes[.objectName] != nil, isSmall(clause) {
                return found + name(clause, of: cue, from: tree.extent(of: clause).lowerBound)
            }
            let lost = bounds.lostSubject(of: clause, under: verb, object)
            for var reading in cue.reading(.clause, .phrase(clause, from: lost), .init(.verbClause)) {
                // "The video shows her leaving": seen, not said.
                if reading.cueClass == .show || lemma(verb) == "find", tags[clause] == .VBG {
                    reading.isTopic = true
                }
                found.append(reading)
            }
        } else if let behind = clauseBehindMedium(verb) {
            found += cue.reading(.clause, .phrase(behind), .init(.verbClause))
        }
        let complement = tree.child(of: verb, [.xcomp])
        if let complement, let object, hasTo(complement) {
            found += cue.reading(
                .objectInfinitive, .phrase(complement, from: object), .init(.verbObjectInfinitive))
        }
        if let named = tree.child(of: verb, [.oprd]) ?? complement.flatMap({ isVerb($0) ? nil : $0 }) {
            found += name(named, of: cue, from: object)
        }
        if let object { found += objectWithPhrase(cue, object) }
        if let complement, grammar.isVerb(complement) {
            let isGerund = tags[complement] == .VBG
            found += cue.reading(
                isGerund ? .gerund : .infinitive, .phrase(complement),
                .init(isGerund ? .verbGerund : .verbInfinitive))
        }
        found += phrases(cue)
        if let object { found += objectAlone(cue, object) }
        return found
    }

    // MARK: Clauses

    /// The clause that tells what is said.
    private func clause(of verb: Int, _ object: Int?) -> Int? {
        guard let clause = tree.child(of: verb, [.ccomp]) else { return nil }
        guard clause < verb else { return clause }
        // "The port is shut, courts are ordering a halt": a verb with an object of its own does not tell what precedes it.
        if let object, object > verb, !lexicon.addressing.contains(lemma(verb)) { return nil }
        guard let after = clauseAfterStop(verb, clause) else { return clause }
        return after == verb ? nil : after
    }

    /// The clause after a cue whose sentence the parser ran together with the one before it: "The port was loud: guards
    /// said it was shut", "The port was loud, guards said it was shut". The cue itself where a colon parts them and no
    /// clause follows; nil where the clause before the cue may be what is said.
    private func clauseAfterStop(_ verb: Int, _ before: Int) -> Int? {
        let after = tree.children(of: verb, [.ccomp]).first { $0 > verb }
        let gap = tree.extent(of: before).upperBound..<max(tree.extent(of: before).upperBound, verb)
        let hasColon = gap.contains { [":", ";"].contains(tokens[$0].text) && quotationOfToken[$0] == nil }
        if hasColon { return after ?? verb }
        guard let after, quotationOfToken[before] == nil, tree.child(of: after, [.nsubj, .nsubjpass, .expl]) != nil,
            tree.child(of: verb, [.nsubj]).map({ $0 > before && $0 < verb }) == true,
            tokens[tree.extent(of: after).lowerBound - 1].text != ","
        else { return nil }
        return after
    }

    /// "Said in a statement that …", "explained to the council that …": the parser hangs the clause on the medium or the hearer.
    func clauseBehindMedium(_ verb: Int) -> Int? {
        guard tree.child(of: verb, [.ccomp]) == nil, entry(ofVerb: verb)?.classes[.clause] != nil else { return nil }
        // "Told the king that …"
        if let hearer = tree.child(of: verb, [.dobj]) {
            return lexicon.addressing.contains(lemma(verb)) && canHear(hearer) ? clauseHungOn(hearer) : nil
        }
        for phrase in tree.children(of: verb, [.prep, .dative]) {
            guard let medium = tree.child(of: phrase, [.pobj]),
                lists.clauseMediums.contains(forms[phrase]) && lexicon.media.contains(lemma(medium))
                    || lists.hearerPrepositions.contains(forms[phrase]) && canHear(medium)
            else { continue }
            if let clause = clauseHungOn(medium) { return clause }
        }
        return nil
    }

    /// A clause that the parser hung on a noun and that does not describe it: "that" opens it and is no part of it.
    private func clauseHungOn(_ noun: Int) -> Int? {
        tree.children(of: noun, [.acl, .ccomp, .relcl]).first { clause in
            guard clause > noun, let that = tree.children(of: clause, [.mark, .dobj]).first, forms[that] == "that"
            else { return false }
            // "That Osk had attacked Veldania": a verb with another object needs none.
            return labels[that] == .mark
                || tree.child(of: clause, [.nsubj]) != nil && tree.children(of: clause, [.dobj]).count > 1
        }
    }

    /// Somebody, and no noun that has a clause of its own ("pointed to the claim that").
    private func canHear(_ noun: Int) -> Bool {
        lexicon.nouns[lemma(noun)]?.classes[.clause] == nil
            && (parties.participant(noun) != nil || lexicon.speakers.contains(lemma(noun)))
    }

    /// "Denied the party its victory", "denied entry to a ship": what is denied to somebody is kept from them.
    private func isWithholding(_ verb: Int) -> Bool {
        guard lemma(verb) == "deny", tree.child(of: verb, [.ccomp]) == nil else { return false }
        if tree.children(of: verb, [.dobj, .dative]).filter({ $0 > verb }).count > 1 { return true }
        guard let object = tree.child(of: verb, [.dobj]) else { return false }
        return tree.children(of: verb, [.prep, .dative]).contains { forms[$0] == "to" && $0 > object }
    }

    /// A clause without a verb of its own: "called it a mistake".
    private func isSmall(_ clause: Int) -> Bool { !grammar.isVerb(clause) }

    // MARK: Objects, names and phrases

    /// "describes X as Y", "accused X of Y", "blamed X for Y".
    private func objectWithPhrase(_ cue: VerbCue, _ object: Int) -> [SayingCue] {
        var found: [SayingCue] = []
        let phrases = tree.children(of: cue.verb, [.prep, .dative]) + tree.children(of: object, [.prep])
        let isSpokenTo = lexicon.addressing.contains(lemma(cue.verb))
        for phrase in phrases where phrase > object {
            let word = forms[phrase]
            if word == "as", cue.entry.classes[.objectAs] != nil {
                return found + name(phrase, of: cue, from: object)
            }
            found += cue.reading(
                .objectPhrase(word), .phrase(phrase, from: isSpokenTo ? nil : object),
                .init(.verbObject, preposition: word),
                kind: tree.child(of: phrase, [.pcomp]) == nil ? .nounPhrase : .clause)
        }
        return found
    }

    /// A name or characterisation; where it is quoted, the quoted words are the content.
    private func name(_ named: Int, of cue: VerbCue, from object: Int?) -> [SayingCue] {
        let isPhrase = labels[named] == .prep
        let frame: CueFrame = isPhrase ? .objectAs : .objectName
        let extra = isPhrase ? [named] : []
        if let quotation = cue.quotation(startingIn: tree.extent(of: named)) {
            return cue.reading(frame, .quotation(quotation), .init(.verbNameQuoted), extra: extra, kind: .quoted)
        }
        // "what he called a mistake": the name alone is his.
        let object = object.flatMap { forms[$0] == "what" ? nil : $0 }
        let head = object == nil && isPhrase ? tree.child(of: named, [.pobj, .pcomp]) ?? named : named
        var found = cue.reading(
            frame, .phrase(head, from: object), .init(isPhrase ? .verbNameAs : .verbName), extra: extra,
            kind: .nounPhrase)
        // "Osk presents itself as a haven" by being one: what acts so says nothing.
        if object.map({ tree.extent(of: $0).contains { forms[$0] == "itself" } }) == true {
            for index in found.indices { found[index].isTopic = true }
        }
        return found
    }

    /// "spoke of …", "called for …".
    private func phrases(_ cue: VerbCue) -> [SayingCue] {
        tree.children(of: cue.verb, [.prep, .prt]).flatMap { phrase -> [SayingCue] in
            guard let object = tree.child(of: phrase, [.pobj, .pcomp, .prep, .ccomp]) else { return [] }
            var found = cue.reading(
                .phrase(forms[phrase]), .phrase(object), .init(.verbPhrase, preposition: forms[phrase]),
                extra: [phrase],
                kind: labels[object] == .pobj ? .nounPhrase : .clause)
            // "They disagree on it, with some of them leaving"
            if forms[phrase] == "with", phrase > cue.verb, tokens[phrase - 1].text == "," {
                for index in found.indices { found[index].isTopic = true }
            }
            return found
        }
    }

    /// "announced a visit", with the phrases right behind it: "reported threats to the port".
    private func objectAlone(_ cue: VerbCue, _ object: Int) -> [SayingCue] {
        var reach = object
        for phrase in tree.children(of: cue.verb, [.prep]) where phrase == tree.extent(of: reach).upperBound {
            guard lists.objectPhrases.contains(forms[phrase]) else { break }
            reach = phrase
        }
        return cue.reading(
            .object, .phrase(reach, from: reach == object ? nil : object), .init(.verbObject), kind: .nounPhrase)
    }

    // MARK: Set into a clause

    /// "as X said", and "…, X said, …" where the parser hangs the saying on the clause that is said.
    private func parenthetical(_ cue: VerbCue) -> SayingCue? {
        let verb = cue.verb
        guard let cueClass = cue.entry.classes[.clause], let head = cue.source?.head, let above = tree.head(of: verb),
            head != above, tree.child(of: verb, [.ccomp]) == nil || labels[verb] == .parataxis
        else { return nil }
        let isAs =
            labels[verb] == .advcl && hasChild(verb, [.mark, .advmod], "as")
        let isBeside =
            (labels[verb] == .parataxis || (labels[verb] == .ccomp && verb < above))
            && tree.child(of: verb, [.mark]) == nil
        guard isAs || isBeside else { return nil }
        // "He thought of them as friends, he said": the first clause is what the second tells.
        if isBeside, labels[verb] == .ccomp, verb < above,
            entry(ofVerb: above)?.classes[.clause]?.isSpeech == true
        {
            return nil
        }
        if isAs, !isAside(verb, of: above) { return nil }
        // "Osk has added a line, she noted": a cue with an object of its own says that.
        if let object = tree.child(of: verb, [.dobj]), isAs || !lexicon.addressing.contains(lemma(verb)), object > verb
        {
            return nil
        }
        return SayingCue(
            tokens: [verb], cueClass: cueClass, source: cue.source, complement: .around(whole(above, around: verb)),
            finds: cue.entry.finds, rule: .init(isAs ? .verbAs : .verbBeside))
    }

    /// Whether a clause with "as" tells on whose word the clause above it is told.
    private func isAside(_ verb: Int, of above: Int) -> Bool {
        // "As she claims to wish": what she claims is the wish.
        if tree.child(of: verb, [.xcomp]) != nil { return false }
        // "As bad as she said" measures; it does not tell what she said.
        if [.adj, .adv].contains(classes[above]) { return false }
        // "As he joked with a friend, his brother left": while he did.
        return !hasChild(verb, [.prep], "with")
    }

    /// The clause a saying is set into. "They hoped for luck: the port, they argued, was safe": the clause beyond the
    /// colon is not what they argued.
    private func whole(_ above: Int, around verb: Int) -> Range<Int> {
        let whole = tree.extent(of: above)
        let colon = (whole.lowerBound..<max(whole.lowerBound, verb)).last {
            quotationOfToken[$0] == nil && [":", ";", "-", "–", "—"].contains(tokens[$0].text)
        }
        guard let colon, colon > above || above > verb, colon > whole.lowerBound + 2, isLone(colon, in: whole) else {
            return whole
        }
        return (colon + 1)..<max(whole.upperBound, colon + 1)
    }

    /// Whether a mark is a colon or semicolon, or a dash without a partner.
    private func isLone(_ mark: Int, in range: Range<Int>) -> Bool {
        guard ["-", "–", "—"].contains(tokens[mark].text) else { return true }
        return range.count { tokens[$0].text == tokens[mark].text } == 1
    }
}
