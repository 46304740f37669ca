import ChanceryCore
import Grammar
import SpacyPipeline

/// Who says something, as the grammar of a cue tells: its subject, the agent of a passive, whoever is quoted by it.
struct SourceReader: StatementStage {
    let context: StatementContext

    /// Who is the subject of a verb, its own or the one it shares: through conjunction, control and relative clauses.
    ///
    /// "X came and said …", "X went on to say …", "X, who said …", "a statement saying …", "by saying …".
    func subject(of verb: Int, depth: Int = 0) -> StatementSource? {
        guard depth < 8 else { return nil }
        if let first = tree.child(of: verb, [.nsubj, .csubj, .nsubjpass]) {
            // "that, according to X, the witness fled": the parser may take "that" for a subject beside the real one.
            let others = tree.children(of: verb, [.nsubj, .nsubjpass]).filter { $0 < verb && $0 != first }
            let own = forms[first] == "that" ? others.last ?? first : first
            return resolved(own, of: verb)
        }
        if let teller = tellerBefore(participle: verb) { return subject(of: teller, depth: depth + 1) }
        guard let above = tree.head(of: verb) else { return nil }
        switch labels[verb] {
        case .conj:
            if let outer = coordination.coordinated(verb) { return subject(of: outer, depth: depth + 1) }
            if grammar.isVerb(above) { return subject(of: above, depth: depth + 1) }
            // A finite verb hung on a noun by a slip of the parser: the clause it stands in has its subject.
            guard let clause = tree.ancestors(of: verb).first(where: { isVerb($0) && $0 < verb }) else { return nil }
            return subject(of: clause, depth: depth + 1)
        case .xcomp:
            if let object = tree.child(of: above, [.dobj, .dative]), tags[verb] == .VB, leadsObject(above) {
                return source(object, beside: verb)
            }
            return subject(of: above, depth: depth + 1)
        case .advcl, .dep:
            // "brought his brother to vouch for him"
            if tags[verb] == .VB,
                lists.sending.contains(lemma(above)),
                let sent = tree.child(of: above, [.dobj]), sent < verb
            {
                return source(sent, beside: verb)
            }
            return subject(of: above, depth: depth + 1)
        case .acl, .relcl:
            guard tags[verb] == .VBG || labels[verb] == .acl else { return nil }
            return source(above, beside: verb)
        case .ccomp:
            return tags[verb] == .VBG ? subject(of: above, depth: depth + 1) : nil
        case .pcomp:
            if let quoted = quoted(asVerb: verb) { return quoted }
            guard let governor = tree.head(of: above) else { return nil }
            if let judged = judged(for: above) { return source(judged, beside: verb) }
            if grammar.isVerb(governor) { return subject(of: governor, depth: depth + 1) }
            if let possessor = tree.child(of: governor, [.poss]) { return source(possessor, beside: verb) }
            return tree.head(of: governor).flatMap { isVerb($0) ? subject(of: $0, depth: depth + 1) : nil }
        default:
            return nil
        }
    }

    /// Whose deed it is that somebody is judged for: of "thanked X for saying", "called X rude for saying", "accused X of
    /// saying", X. Nil where the preposition is another's or the verb judges nobody.
    private func judged(for preposition: Int) -> Int? {
        guard lists.judgingPrepositions.contains(forms[preposition]) else { return nil }
        var verb = preposition
        while [.prep, .amod, .conj, .pobj, .acomp, .oprd, .attr, .xcomp].contains(labels[verb]),
            let above = tree.head(of: verb), above < verb
        {
            verb = above
            if isVerb(verb) { break }
        }
        guard isVerb(verb), !isPassive(verb) else { return nil }
        if lemma(verb) == "give", forms[preposition] == "for" { return tree.child(of: verb, [.dative]) }
        guard let entry = entry(ofVerb: verb), let object = tree.child(of: verb, [.dobj]), object < preposition,
            speakers.canSpeak(source(object, beside: verb))
                || lists.objectPronouns.contains(forms[object])
        else { return nil }
        let judges = entry.classes.contains { frame, cueClass in
            switch frame {
            case .objectAs, .objectName: cueClass.isSpeech
            case .object, .objectPhrase: [.accuse, .praise, .describe].contains(cueClass)
            default: false
            }
        }
        return judges ? object : nil
    }

    /// Whether a verb's object is who does what its infinitive says: "urged Osk to leave", not "called Osk to complain".
    private func leadsObject(_ verb: Int) -> Bool {
        entry(ofVerb: verb)?.classes[.objectInfinitive] != nil || lists.leading.contains(lemma(verb))
    }

    /// The saying right before a participle, which goes on with it wherever the parser hangs it: "he said, adding …".
    func tellerBefore(participle verb: Int) -> Int? {
        guard tags[verb] == .VBG, tree.child(of: verb, [.aux]) == nil, entry(ofVerb: verb) != nil else { return nil }
        var at = verb - 1
        while at > 0, classes[at] == .adv { at -= 1 }
        guard at > 1, tokens[at].text == "," else { return nil }
        at -= 1
        let teller = isVerb(at) ? at : labels[at] == .nsubj ? tree.head(of: at) : nil
        guard let teller, teller < verb, [.VBD, .VBZ, .VBP].contains(tags[teller]),
            entry(ofVerb: teller)?.classes[.clause]?.isSpeech == true,
            tree.child(of: teller, [.nsubj]).map({ $0 < verb }) ?? false,
            quotationOfToken[teller] == quotationOfToken[verb]
        else { return nil }
        return teller
    }

    /// The agent of a passive verb: "by X".
    func agent(of verb: Int) -> StatementSource? {
        for child in tree.children(of: verb) where labels[child] == .agent {
            if let object = tree.child(of: child, [.pobj]) { return source(object, beside: verb) }
        }
        return nil
    }

    /// Who does what a verb says: its subject, or the agent of a passive.
    func doer(of verb: Int) -> StatementSource? { isPassive(verb) ? agent(of: verb) : subject(of: verb) }

    /// Whose words a noun for words means: "Roe’s verdict", "the words of Ana Roe".
    func owner(ofWords noun: Int) -> StatementSource? {
        possessor(of: noun)
            ?? objects(of: noun, after: lists.wordOwners).first.map { source($0, beside: noun) }
    }

    /// A noun phrase as a source, seen from its cue.
    func source(_ head: Int, beside cue: Int) -> StatementSource {
        StatementSource(head: head, tokens: phrase(head, barrier: cue))
    }

    /// A subject, or the noun a relative pronoun stands for.
    private func resolved(_ subject: Int, of verb: Int) -> StatementSource? {
        if labels[subject] == .csubj || labels[subject] == .expl { return nil }
        if [.WP, .WDT].contains(tags[subject]) || isRelativeThat(subject, of: verb) {
            let clause = top(of: verb, through: [.conj, .xcomp])
            guard labels[clause] == .relcl, let antecedent = tree.head(of: clause) else {
                return tags[subject] == .WP ? StatementSource(tokens: subject..<(subject + 1)) : nil
            }
            let person = forms[subject] == "who" ? personOver(antecedent) : nil
            return StatementSource(head: person ?? whoIs(antecedent), tokens: subject..<(subject + 1))
        }
        return source(subject, beside: verb)
    }

    /// Whom "who" means where the parser hung it on the last noun: of "Ana Roe, an expert at the Institute, who …", Ana Roe.
    private func personOver(_ noun: Int) -> Int? {
        let named = topBefore(noun, through: [.conj, .appos])
        if named != noun, classes[noun] == .noun, entity(named) == "PERSON" { return named }
        guard let mention = parties.participant(noun), mention.kind != .person, mention.kind != .group,
            [.pobj, .appos].contains(labels[noun]), tags[noun] != .NNS
        else { return nil }
        var at = noun
        while [.pobj, .prep, .appos, .compound, .poss].contains(labels[at]), let above = tree.head(of: at) {
            at = above
            if isVerb(at) { return nil }
            if speakers.isPerson(at) { return at }
        }
        return nil
    }

    /// Of a noun that only says what somebody is ("Osk's envoy is a man who said …"), that somebody.
    private func whoIs(_ noun: Int) -> Int {
        let first = topBefore(noun, through: [.conj, .appos])
        guard labels[first] == .attr, classes[noun] == .noun, let verb = tree.head(of: first),
            lemma(verb) == "be",
            let subject = subject(of: verb)?.head, subject < verb, speakers.isPersonal(subject)
        else { return noun }
        return subject
    }

    private func isRelativeThat(_ subject: Int, of verb: Int) -> Bool {
        forms[subject] == "that" && labels[verb] == .relcl
    }

    func possessor(of noun: Int) -> StatementSource? {
        tree.child(of: noun, [.poss]).map { source($0, beside: noun) }
    }

    /// Who is quoted as saying something: "the paper quoted X as saying …", "X was quoted by the paper as saying …".
    func quoted(asVerb verb: Int) -> StatementSource? {
        guard labels[verb] == .pcomp, let link = tree.head(of: verb), forms[link] == "as",
            let quoting = tree.head(of: link), lists.quoting.contains(lemma(quoting))
        else { return nil }
        let told =
            isPassive(quoting)
            ? tree.child(of: quoting, [.nsubjpass]) ?? (labels[quoting] == .acl ? tree.head(of: quoting) : nil)
            : tree.child(of: quoting, [.dobj])
        return told.map { source($0, beside: verb) }
    }

    /// The "saying" of "was quoted as saying".
    func quotedSaying(_ verb: Int) -> Int? {
        guard lists.quoting.contains(lemma(verb)),
            let link = tree.children(of: verb, [.prep]).first(where: { forms[$0] == "as" })
        else { return nil }
        return tree.child(of: link, [.pcomp])
    }

    /// The possessor, a phrase with by, from or among, or the subject of a light verb the noun is the object of.
    func source(ofNoun noun: Int) -> StatementSource? {
        if let possessor = tree.child(of: noun, [.poss]) { return source(possessor, beside: noun) }
        if let object = objects(of: noun, after: lists.nounSources, [.prep, .agent]).first {
            return source(object, beside: noun)
        }
        guard let verb = tree.head(of: noun), grammar.isVerb(verb) else { return nil }
        if labels[noun] == .dobj, lexicon.lightVerbs.contains(lemma(verb)) { return subject(of: verb) }
        if labels[noun] == .nsubjpass { return agent(of: verb) }
        return nil
    }
}
