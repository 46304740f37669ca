import ChanceryCore
import SpacyPipeline

/// Who says something, as the grammar of a cue tells: its subject, the agent of a passive, whoever is quoted by it.
struct SourceReader: StatementStage {
    let context: StatementContext

    /// Who is the subject of a verb, its own or the one it shares: through conjunction, control and relative clauses.
    ///
    /// "X came and said …", "X went on to say …", "X, who said …", "a statement saying …", "by saying …".
    func subject(of verb: Int, depth: Int = 0) -> StatementSource? {
        guard depth < 8 else { return nil }
        if let first = parsed.child(of: verb, "nsubj", "csubj", "nsubjpass") {
            // "that, according to X, the witness fled": the parser may take "that" for a subject beside the real one.
            let others = parsed.children(of: verb, "nsubj", "nsubjpass").filter { $0 < verb && $0 != first }
            let own = forms[first] == "that" ? others.last ?? first : first
            return resolved(own, of: verb)
        }
        if let teller = tellerBefore(participle: verb) { return subject(of: teller, depth: depth + 1) }
        guard let above = parsed.head(of: verb) else { return nil }
        switch tokens[verb].dep {
        case "conj":
            if let outer = coordination.coordinated(verb) { return subject(of: outer, depth: depth + 1) }
            if isVerb(above) || tokens[above].pos == "AUX" { return subject(of: above, depth: depth + 1) }
            // A finite verb hung on a noun by a slip of the parser: the clause it stands in has its subject.
            guard let clause = parsed.ancestors(of: verb).first(where: { isVerb($0) && $0 < verb }) else { return nil }
            return subject(of: clause, depth: depth + 1)
        case "xcomp":
            if let object = parsed.child(of: above, "dobj", "dative"), tokens[verb].tag == "VB", leadsObject(above) {
                return source(object, beside: verb)
            }
            return subject(of: above, depth: depth + 1)
        case "advcl", "dep":
            // "brought his brother to vouch for him"
            if tokens[verb].tag == "VB",
                ["bring", "send", "invite", "dispatch", "hire", "ask", "get"].contains(lemma(above)),
                let sent = parsed.child(of: above, "dobj"), sent < verb
            {
                return source(sent, beside: verb)
            }
            return subject(of: above, depth: depth + 1)
        case "acl", "relcl":
            guard tokens[verb].tag == "VBG" || tokens[verb].dep == "acl" else { return nil }
            return source(above, beside: verb)
        case "ccomp":
            return tokens[verb].tag == "VBG" ? subject(of: above, depth: depth + 1) : nil
        case "pcomp":
            if let quoted = quoted(asVerb: verb) { return quoted }
            guard let governor = parsed.head(of: above) else { return nil }
            if let judged = judged(for: above) { return source(judged, beside: verb) }
            if isVerb(governor) || tokens[governor].pos == "AUX" { return subject(of: governor, depth: depth + 1) }
            if let possessor = parsed.child(of: governor, "poss") { return source(possessor, beside: verb) }
            return parsed.head(of: governor).flatMap { isVerb($0) ? subject(of: $0, depth: depth + 1) : nil }
        default:
            return nil
        }
    }

    /// Whose deed it is that somebody is judged for: of "thanked X for saying", "called X rude for saying", "accused X of
    /// saying", X. Nil where the preposition is another's or the verb judges nobody.
    private func judged(for preposition: Int) -> Int? {
        guard ["for", "of", "over"].contains(forms[preposition]) else { return nil }
        var verb = preposition
        while ["prep", "amod", "conj", "pobj", "acomp", "oprd", "attr", "xcomp"].contains(tokens[verb].dep),
            let above = parsed.head(of: verb), above < verb
        {
            verb = above
            if isVerb(verb) { break }
        }
        guard isVerb(verb), !isPassive(verb) else { return nil }
        if lemma(verb) == "give", forms[preposition] == "for" { return parsed.child(of: verb, "dative") }
        guard let entry = entry(ofVerb: verb), let object = parsed.child(of: verb, "dobj"), object < preposition,
            speakers.canSpeak(source(object, beside: verb))
                || ["him", "them", "us", "me", "you"].contains(forms[object])
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
        entry(ofVerb: verb)?.classes[.objectInfinitive] != nil || Self.leading.contains(lemma(verb))
    }

    private static let leading: Set<String> = [
        "lead", "prompt", "force", "cause", "allow", "enable", "get", "help", "let", "make", "compel", "drive", "bring",
        "send", "want", "expect", "move", "require", "authorize", "authorise", "appoint", "hire", "train", "free",
        "oblige",
    ]

    /// The saying right before a participle, which goes on with it wherever the parser hangs it: "he said, adding …".
    func tellerBefore(participle verb: Int) -> Int? {
        guard tokens[verb].tag == "VBG", parsed.child(of: verb, "aux") == nil, entry(ofVerb: verb) != nil else {
            return nil
        }
        var at = verb - 1
        while at > 0, tokens[at].pos == "ADV" { at -= 1 }
        guard at > 1, tokens[at].text == "," else { return nil }
        at -= 1
        let teller = isVerb(at) ? at : tokens[at].dep == "nsubj" ? parsed.head(of: at) : nil
        guard let teller, teller < verb, ["VBD", "VBZ", "VBP"].contains(tokens[teller].tag),
            entry(ofVerb: teller)?.classes[.clause]?.isSpeech == true,
            parsed.child(of: teller, "nsubj").map({ $0 < verb }) ?? false,
            quotationOfToken[teller] == quotationOfToken[verb]
        else { return nil }
        return teller
    }

    /// The agent of a passive verb: "by X".
    func agent(of verb: Int) -> StatementSource? {
        for child in parsed.children(of: verb) where tokens[child].dep == "agent" {
            if let object = parsed.child(of: child, "pobj") { return source(object, beside: verb) }
        }
        return nil
    }

    /// A noun phrase as a source, seen from its cue.
    func source(_ head: Int, beside cue: Int) -> StatementSource {
        StatementSource(head: head, tokens: phrase(head, barrier: cue))
    }

    /// A subject, or the noun a relative pronoun stands for.
    private func resolved(_ subject: Int, of verb: Int) -> StatementSource? {
        if tokens[subject].dep == "csubj" || tokens[subject].dep == "expl" { return nil }
        if ["WP", "WDT"].contains(tokens[subject].tag) || isRelativeThat(subject, of: verb) {
            var clause = verb
            while tokens[clause].dep == "conj" || tokens[clause].dep == "xcomp", let above = parsed.head(of: clause) {
                clause = above
            }
            guard tokens[clause].dep == "relcl", let antecedent = parsed.head(of: clause) else {
                return tokens[subject].tag == "WP" ? StatementSource(tokens: subject..<(subject + 1)) : nil
            }
            let person = forms[subject] == "who" ? personOver(antecedent) : nil
            return StatementSource(head: person ?? whoIs(antecedent), tokens: subject..<(subject + 1))
        }
        return source(subject, beside: verb)
    }

    /// Whom "who" means where the parser hung it on the last noun: of "Ana Roe, an expert at the Institute, who …", Ana Roe.
    private func personOver(_ noun: Int) -> Int? {
        var named = noun
        while ["conj", "appos"].contains(tokens[named].dep), let above = parsed.head(of: named), above < named {
            named = above
        }
        if named != noun, tokens[noun].pos == "NOUN", tokens[named].ent.hasSuffix("-PERSON") { return named }
        guard let mention = parties.participant(noun), mention.kind != .person, mention.kind != .group,
            ["pobj", "appos"].contains(tokens[noun].dep), tokens[noun].tag != "NNS"
        else { return nil }
        var at = noun
        while ["pobj", "prep", "appos", "compound", "poss"].contains(tokens[at].dep), let above = parsed.head(of: at) {
            at = above
            if isVerb(at) { return nil }
            if parties.participant(at)?.kind == .person || tokens[at].ent.hasSuffix("-PERSON") { return at }
        }
        return nil
    }

    /// Of a noun that only says what somebody is ("Osk's envoy is a man who said …"), that somebody.
    private func whoIs(_ noun: Int) -> Int {
        var first = noun
        while ["conj", "appos"].contains(tokens[first].dep), let above = parsed.head(of: first), above < first {
            first = above
        }
        guard tokens[first].dep == "attr", tokens[noun].pos == "NOUN", let verb = parsed.head(of: first),
            lemma(verb) == "be",
            let subject = subject(of: verb)?.head, subject < verb, speakers.isPersonal(subject)
        else { return noun }
        return subject
    }

    private func isRelativeThat(_ subject: Int, of verb: Int) -> Bool {
        forms[subject] == "that" && tokens[verb].dep == "relcl"
    }

    func possessor(of noun: Int) -> StatementSource? {
        parsed.child(of: noun, "poss").map { source($0, beside: noun) }
    }

    /// Who is quoted as saying something: "the paper quoted X as saying …", "X was quoted by the paper as saying …".
    func quoted(asVerb verb: Int) -> StatementSource? {
        guard tokens[verb].dep == "pcomp", let link = parsed.head(of: verb), forms[link] == "as",
            let quoting = parsed.head(of: link), Self.quoting.contains(lemma(quoting))
        else { return nil }
        let told =
            isPassive(quoting)
            ? parsed.child(of: quoting, "nsubjpass") ?? (tokens[quoting].dep == "acl" ? parsed.head(of: quoting) : nil)
            : parsed.child(of: quoting, "dobj")
        return told.map { source($0, beside: verb) }
    }

    /// The "saying" of "was quoted as saying".
    func quotedSaying(_ verb: Int) -> Int? {
        guard Self.quoting.contains(lemma(verb)),
            let link = parsed.children(of: verb, "prep").first(where: { forms[$0] == "as" })
        else { return nil }
        return parsed.child(of: link, "pcomp")
    }

    static let quoting: Set<String> = ["quote", "cite", "report", "show", "record", "depict", "portray"]

    /// The possessor, a phrase with by, from or among, or the subject of a light verb the noun is the object of.
    func source(ofNoun noun: Int) -> StatementSource? {
        if let possessor = parsed.child(of: noun, "poss") { return source(possessor, beside: noun) }
        for child in parsed.children(of: noun, "prep", "agent") {
            guard ["by", "from", "among"].contains(forms[child]),
                let object = parsed.child(of: child, "pobj")
            else { continue }
            return source(object, beside: noun)
        }
        guard let verb = parsed.head(of: noun), isVerb(verb) || tokens[verb].pos == "AUX" else { return nil }
        if tokens[noun].dep == "dobj", lexicon.lightVerbs.contains(lemma(verb)) { return subject(of: verb) }
        if tokens[noun].dep == "nsubjpass" { return agent(of: verb) }
        return nil
    }
}
