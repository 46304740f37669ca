import ChanceryCore
import SpacyPipeline

extension StatementBuilder {
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
            if let outer = coordinated(verb) { return subject(of: outer, depth: depth + 1) }
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
            canSpeak(source(object, beside: verb)) || ["him", "them", "us", "me", "you"].contains(forms[object])
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
            let subject = subject(of: verb)?.head, subject < verb, isPersonal(subject)
        else { return noun }
        return subject
    }

    private func isRelativeThat(_ subject: Int, of verb: Int) -> Bool {
        forms[subject] == "that" && tokens[verb].dep == "relcl"
    }

    /// The mention of a source: what the entities say of its head, else the noun phrase as it stands.
    func mention(of source: StatementSource?) -> Mention? {
        guard let source else { return nil }
        if let mention = source.mention { return mention }
        guard let head = source.head.map(whole) else { return nil }
        let isPart = source.head != head && source.head.map { Self.quantifiers.contains(forms[$0]) } ?? false
        if let mention = owner(of: head), !isSomeOf(mention, head), !isPart || mention.kind == .group {
            guard tokens[head].tag == "NNP", mention.from == nil, mention.kind == .person,
                mention.name.first?.isLowercase == true, !mention.span.contains(parsed.span(head))
            else { return mention }
            // "Roe, a chemistry professor, said": Roe, though no list and no model knows the name.
            let name = personalName(endingAt: head) ?? nounPhraseCore(head)
            return Mention(
                name: words(name), code: mention.code, sector: mention.sector, kind: .person, span: parsed.span(name))
        }
        if let one = oneOf(head) { return one }
        guard ["NOUN", "PROPN"].contains(tokens[head].pos) else { return nil }
        let core = personalName(endingAt: head) ?? nounPhraseCore(head)
        let kind: EntityKind =
            switch tokens[head].ent.split(separator: "-").last {
            case "PERSON": .person
            case "ORG": .organisation
            case "GPE": .place
            default: .group
            }
        let state = parsed.children(of: head, "amod", "compound", "nmod", "poss").lazy
            .compactMap { self.parties.modifier($0) }.first { $0.kind == .state }
        let code = state?.code ?? parties.participant(head)?.code ?? ""
        // "his campaign": whose it is, if the text tells.
        if tokens[core.lowerBound].tag == "PRP$", core.count > 1 {
            let rest = (core.lowerBound + 1)..<core.upperBound
            guard let owner = parties.participant(core.lowerBound) else {
                return Mention(name: words(rest), code: code, kind: kind, span: parsed.span(core))
            }
            return Mention(
                name: "\(owner.name)'s \(words(rest))", code: code.isEmpty ? owner.code : code, kind: kind,
                span: parsed.span(core))
        }
        return Mention(name: words(core), code: code, kind: kind, span: parsed.span(core))
    }

    /// "One of two witnesses": a single person whom the words do not tell.
    private func oneOf(_ head: Int) -> Mention? {
        guard forms[head] == "one", let phrase = parsed.children(of: head, "prep").first(where: { $0 == head + 1 }),
            forms[phrase] == "of", let object = parsed.child(of: phrase, "pobj")
        else { return nil }
        // "One of his advisers, Ana Roe"
        if let named = parsed.child(of: head, "appos") ?? parsed.child(of: object, "appos"), named > object,
            let mention = parties.participant(named), mention.name.first?.isUppercase == true
        {
            return mention
        }
        let core = head..<(object + 1)
        return Mention(
            name: words(core), code: parties.participant(object)?.code ?? "", kind: .person, span: parsed.span(core))
    }

    /// The name alone of a person whom no entity knows: "Ana Roe" of "former Osk Gov. Ana Roe".
    private func personalName(endingAt head: Int) -> Range<Int>? {
        guard tokens[head].tag == "NNP" else { return nil }
        var low = head
        while low > 0, tokens[low - 1].tag == "NNP", tokens[low - 1].dep == "compound", tokens[low - 1].head == head {
            low -= 1
        }
        // Titles end in a full stop; initials are one letter.
        guard let title = (low..<head).last(where: { tokens[$0].text.hasSuffix(".") && tokens[$0].text.count > 2 })
        else {
            return nil
        }
        return (title + 1)..<(head + 1)
    }

    /// Of "both of the rivals", the rivals; of somebody "named X", X.
    func whole(_ head: Int) -> Int {
        // "Osk's vice-president, Ana Roe"
        if tokens[head].pos == "NOUN", parties.participant(head)?.from == nil,
            let name = parsed.child(of: head, "appos"), name > head, tokens[name].ent.hasSuffix("-PERSON"),
            parties.participant(name)?.kind == .person
        {
            return name
        }
        // "a fisherman named Jon Alder"
        for clause in parsed.children(of: head, "acl")
        where clause > head && ["named", "called"].contains(forms[clause]) {
            if let name = parsed.child(of: clause, "oprd"), tokens[name].pos == "PROPN" { return name }
        }
        guard Self.parts.contains(forms[head]),
            let phrase = parsed.children(of: head, "prep").first(where: { forms[$0] == "of" && $0 == head + 1 }),
            let object = parsed.child(of: phrase, "pobj")
        else { return head }
        return object
    }

    private static let parts: Set<String> = [
        "both", "some", "many", "most", "several", "all", "few", "two", "three", "each", "others", "dozens",
        "hundreds", "thousands",
    ]

    /// Whether a noun names only some of those a body or a people is made of: "some Democrats", "two Osk Liberals".
    private func isSomeOf(_ mention: Mention, _ head: Int) -> Bool {
        guard ["NNS", "NNPS"].contains(tokens[head].tag), mention.kind == .organisation || mention.kind == .state
        else { return false }
        return parsed.children(of: head, "amod", "det", "nummod").contains {
            tokens[$0].pos == "NUM" || Self.quantifiers.contains(forms[$0])
        }
    }

    private static let quantifiers: Set<String> = [
        "some", "several", "many", "most", "few", "other", "certain", "leading", "prominent", "fellow", "various",
        "numerous", "both", "senior",
    ]

    /// Who a head names; of a report, a diary or an interview, who made it: "a report from X", "X's diary".
    func owner(of head: Int) -> Mention? {
        if let mention = parties.participant(head) { return mention }
        guard lexicon.media.contains(lemma(head)) || tokens[head].pos == "NOUN" else { return nil }
        let isMedium = lexicon.media.contains(lemma(head))
        if let possessor = parsed.child(of: head, "poss"), isMedium, let mention = parties.participant(possessor) {
            return mention
        }
        guard isMedium else { return nil }
        // "Mira Tovan issued a statement saying …"
        if tokens[head].dep == "dobj", let verb = parsed.head(of: head), Self.making.contains(lemma(verb)),
            let maker = subject(of: verb)?.head, let mention = parties.participant(maker)
        {
            var mention = mention
            mention.from = mention.from ?? mention.span
            return mention
        }
        for child in parsed.children(of: head) where ["prep", "agent"].contains(tokens[child].dep) {
            guard ["from", "by", "of", "with"].contains(forms[child]),
                let object = parsed.child(of: child, "pobj"), let mention = parties.participant(object)
            else { continue }
            return mention
        }
        for child in parsed.children(of: head) where tokens[child].dep == "acl" && Self.making.contains(lemma(child)) {
            if let agent = agent(of: child)?.head, let mention = parties.participant(agent) { return mention }
        }
        for child in parsed.children(of: head) where ["compound", "nmod"].contains(tokens[child].dep) {
            if let mention = parties.participant(child), mention.kind == .organisation {
                return mention
            }
        }
        return nil
    }

    /// Verbs by whose agent a report, a letter or a post is made: not every one that a website is "run by".
    private static let making: Set<String> = [
        "write", "publish", "issue", "release", "make", "prepare", "sign", "post", "author", "compile", "produce",
        "conduct", "commission", "send", "submit", "file", "draft", "edit", "give", "deliver", "provide",
    ]

    /// A noun with the words before it, without clauses, phrases and articles.
    func nounPhraseCore(_ head: Int) -> Range<Int> {
        var low = head
        for child in parsed.children(of: head)
        where child < head && ["compound", "amod", "nmod", "nummod", "poss"].contains(tokens[child].dep) {
            low = min(low, parsed.extent(of: child).lowerBound)
        }
        if let dash = (low..<head).last(where: isLoneDash) { low = dash + 1 }
        if low < head, tokens[low].tag == "DT" { low += 1 }
        return low..<(head + 1)
    }
}
