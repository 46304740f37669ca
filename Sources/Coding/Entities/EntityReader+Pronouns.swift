import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// Resolves a pronoun, or leaves it empty where nothing fits.
    mutating func readPronoun(_ token: Int) {
        switch lower[token] {
        case "who", "which", "that", "whom", "whose": readRelative(token)
        case "he", "him", "his": resolve(token, person(at: token, .male))
        case "she", "her", "hers": resolve(token, person(at: token, .female))
        case "it", "its": resolve(token, thing(at: token))
        case "they", "them", "their", "theirs": resolve(token, several(at: token))
        case "himself", "herself", "itself", "themselves": readReflexive(token)
        case "both":
            if ["nsubj", "nsubjpass", "dobj", "pobj"].contains(tokens[token].dep) {
                resolve(token, pair(at: token, noun: "both"))
            }
        default: break
        }
    }

    /// Writes what a pronoun means, with the place its name stands at.
    mutating func resolve(_ token: Int, _ antecedents: [Mention], span: ByteSpan? = nil) {
        guard !antecedents.isEmpty else { return }
        phrases[token] = antecedents.map { carried($0, to: span ?? parsed.span(token)) }
        history.add(
            phrases[token], token: token, in: parsed, weight: weight(of: token) - 0.2,
            isPlural: ["they", "them", "their", "both"].contains(lower[token]))
    }

    /// Remembers a pronoun for which somebody else stands about as near.
    private mutating func note(_ token: Int, margin: Double?) {
        let clear = ["he", "she", "him", "his", "her"].contains(lower[token]) ? 0.8 : 0.5
        if let margin, margin < clear { unsure.insert(token) }
    }

    /// An earlier mention told again by other words.
    func carried(_ mention: Mention, to span: ByteSpan) -> Mention {
        var mention = mention
        mention.from = mention.from ?? mention.span
        mention.span = span
        return mention
    }

    /// A relative pronoun names what its clause hangs on.
    private mutating func readRelative(_ token: Int) {
        var at = token
        while let above = parsed.head(of: at), above != at {
            if tokens[at].dep == "relcl" {
                guard above < token else { return }
                phrases[token] = phrases[above].map { carried($0, to: parsed.span(token)) }
                return
            }
            if tokens[at].dep == "ccomp" || tokens[at].dep == "advcl" { return }
            at = above
        }
    }

    private mutating func readReflexive(_ token: Int) {
        guard
            let verb = parsed.ancestors(of: token).first(where: { tokens[$0].pos == "VERB" || tokens[$0].pos == "AUX" }
            ),
            let subject = parsed.child(of: verb, "nsubj", "nsubjpass")
        else { return }
        phrases[token] = phrases[subject].map { carried($0, to: parsed.span(token)) }
    }

    private func place(_ token: Int) -> (sentence: Int, block: Int) {
        let sentence = parsed.sentence(of: token)
        return (sentence, parsed.sentences[sentence].block)
    }

    /// The subject of the same verb, which an object pronoun does not mean.
    private func rival(of token: Int) -> Int? {
        guard ["dobj", "pobj", "dative"].contains(tokens[token].dep) else { return nil }
        guard var verb = parsed.ancestors(of: token).first(where: { tokens[$0].pos == "VERB" }) else { return nil }
        while true {
            if let subject = parsed.child(of: verb, "nsubj", "nsubjpass") { return subject }
            guard ["conj", "xcomp"].contains(tokens[verb].dep), tokens[verb].head != verb else { return nil }
            verb = tokens[verb].head
        }
    }

    private func isRival(_ item: Salience.Item, _ rival: Int?) -> Bool {
        guard let rival else { return false }
        return item.token == rival
            || phrases[rival].contains { told in item.mentions.contains { $0.name == told.name } }
    }

    /// "Criticised Osk for its role", "a case against Osk over its conduct": the party blamed, not the one who blames.
    private func blamed(at token: Int, kinds: Set<EntityKind>) -> [Mention]? {
        if tokens[token].dep == "nsubj" { return punished(before: token, kinds: kinds) }
        guard tokens[token].dep == "poss" else { return nil }
        let above = tokens[tokens[token].head].head
        guard ["for", "over", "concerning", "regarding", "about"].contains(lower[above]), above < token else {
            return nil
        }
        let range = sentence(token).lowerBound..<above
        for place in range.reversed() where ["dobj", "nsubjpass", "pobj"].contains(tokens[place].dep) {
            if tokens[place].dep == "pobj", !["against", "at", "on", "to"].contains(lower[tokens[place].head]) {
                continue
            }
            // An object names somebody else only where another subject acts on it.
            let found = phrases[place].filter { kinds.contains($0.kind) }
            if !found.isEmpty { return [found[0]] }
            if tokens[place].dep == "dobj" { return nil }
        }
        return nil
    }

    /// "Imposed sanctions on Osk after it closed the mission": who is punished did what it is punished for.
    private func punished(before token: Int, kinds: Set<EntityKind>) -> [Mention]? {
        let clause = tokens[token].head
        guard tokens[clause].dep == "advcl", let main = parsed.head(of: clause), main < clause,
            Self.punishing.contains(tokens[main].lemma.lowercased()),
            parsed.children(of: clause, "mark").contains(where: { ["after", "because", "since"].contains(lower[$0]) })
        else { return nil }
        for place in sentence(token) where place > main && place < clause {
            guard
                tokens[place].dep == "dobj"
                    || tokens[place].dep == "pobj" && ["on", "against", "at"].contains(lower[tokens[place].head])
            else { continue }
            let found = phrases[place].filter { kinds.contains($0.kind) }
            if found.count == 1 { return found }
        }
        return nil
    }

    private static let punishing: Set<String> = [
        "impose", "sanction", "condemn", "criticise", "criticize", "expel", "punish", "denounce", "attack", "bomb",
        "invade", "suspend", "blame", "accuse", "rebuke",
    ]

    /// Who "he" or "she" is: the nearest prominent person of that gender or of none told.
    private mutating func person(at token: Int, _ gender: DocumentEntity.Gender) -> [Mention] {
        let (sentence, block) = place(token)
        if let blamed = blamed(at: token, kinds: [.person]) { return blamed }
        if let sayer = sayer(above: token, gender) { return sayer }
        if let first = joined(before: token, gender) { return first }
        let rival = rival(of: token)
        let speaker = speaker(at: token)
        let found = history.ranked(sentence: sentence, block: block, reach: 5) { item in
            guard item.mentions.count == 1, item.mentions[0].kind == .person, item.token < token else { return false }
            if isRival(item, rival) || (!item.noun.isEmpty && item.weight < 1) { return false }
            // Words inside a quotation are not told by the one who speaks outside it, nor of the speaker inside.
            if !quoted[token], quoted[item.token] { return false }
            if let speaker, item.mentions[0].name == speaker { return false }
            let told = self.gender(of: item.mentions[0].name)
            return told == .unknown || told == gender
        }
        note(token, margin: found?.margin)
        return found?.item.mentions ?? []
    }

    /// "Minister Lind of Osk and his wife": the person right before "and".
    private func joined(before token: Int, _ gender: DocumentEntity.Gender) -> [Mention]? {
        let joint = token - 1
        guard tokens[token].dep == "poss", joint > sentence(token).lowerBound, lower[joint] == "and" else { return nil }
        var end = joint
        if let state = namesAt[joint - 1].last, entities[names[state].entity].kind != .person {
            end = names[state].tokens.lowerBound
            if end > 0, lower[end - 1] == "the" { end -= 1 }
            guard end > 0, lower[end - 1] == "of" else { return nil }
            end -= 1
        }
        guard end > 0, let index = namesAt[end - 1].last, names[index].tokens.upperBound == end,
            entities[names[index].entity].kind == .person
        else { return nil }
        let told = self.gender(of: entities[names[index].entity].name)
        return told == .unknown || told == gender
            ? [mention(names[index].entity, span: names[index].span)] : nil
    }

    /// Who says what "he" does: Osk of "Osk, who knew Velgard, said he would leave".
    private func sayer(above token: Int, _ gender: DocumentEntity.Gender) -> [Mention]? {
        guard ["nsubj", "nsubjpass"].contains(tokens[token].dep), !quoted[token] else { return nil }
        let verb = tokens[token].head
        guard tokens[verb].dep == "ccomp", let saying = parsed.head(of: verb), saying < verb,
            Self.sayings.contains(tokens[saying].lemma.lowercased()),
            let subject = parsed.child(of: saying, "nsubj"), subject < token, phrases[subject].count == 1,
            let found = phrases[subject].first, found.kind == .person, namesAt[subject].isEmpty == false
        else { return nil }
        let told = self.gender(of: found.name)
        return told == .unknown || told == gender ? [found] : nil
    }

    private static let sayings: Set<String> = [
        "say", "claim", "announce", "promise", "vow", "declare", "pledge", "insist", "think", "believe", "hope",
        "admit",
    ]

    /// Who speaks the quotation a token stands in, as far as what came before tells: the last subject outside quotes.
    private func speaker(at token: Int) -> String? {
        guard quoted[token] else { return nil }
        let sentence = parsed.sentence(of: token)
        let said = history.since(sentence: sentence - 3).last {
            $0.token < token && !quoted[$0.token] && $0.mentions.count == 1 && $0.mentions[0].kind == .person
                && $0.weight >= 2.5
        }
        return said?.mentions[0].name
    }

    private func gender(of name: String) -> DocumentEntity.Gender {
        genders[name] ?? .unknown
    }

    /// What "it" and "its" mean: a state or body that is the subject nearby; nothing where a thing stands nearer.
    private mutating func thing(at token: Int) -> [Mention] {
        if isExpletive(token) { return [] }
        if let blamed = blamed(at: token, kinds: [.state, .organisation]) { return blamed }
        let (sentence, block) = place(token)
        let rival = rival(of: token)
        if lower[token] == "its", let nearest = possessor(at: token) { return nearest }
        if let subject = subject(before: token, besides: rival), !isParty(subject, plural: false),
            !takesParty(token)
        {
            // A thing is the nearest subject: "it" is that thing; "its" may still be a party's in the same sentence.
            guard lower[token] == "its" else { return [] }
            if let governed = governed(at: token) { return governed }
            let near = history.since(sentence: sentence).last {
                $0.token < token && $0.mentions.count == 1 && isBody($0.mentions[0])
                    && $0.weight >= 1
            }
            return near?.mentions ?? []
        }
        let found = history.ranked(sentence: sentence, block: block, reach: 3) { item in
            guard item.mentions.count == 1, item.token < token, isBody(item.mentions[0]) else { return false }
            return !isRival(item, rival) && !item.isPlural && item.weight >= 0.5 && !isManyByForm(item.token)
        }
        note(token, margin: found?.margin)
        return found?.item.mentions ?? []
    }

    /// "Its prime minister", "its embassy": only a state or territory has one.
    private func governed(at token: Int) -> [Mention]? {
        guard let (role, _) = role(at: tokens[token].head), role.sector == "GOV" || role.sector == "MIL",
            [.office, .government].contains(role.noun)
                || ["embassy", "consulate", "parliament", "army", "military"].contains(lower[tokens[token].head])
        else { return nil }
        let (sentence, block) = place(token)
        return history.best(sentence: sentence, block: block, reach: 2) { item in
            item.token < token && item.mentions.count == 1 && item.mentions[0].kind == .state && item.weight >= 0.4
        }?.mentions
    }

    /// "Republicans", "Basques": a plural, though it may name a body.
    private func isManyByForm(_ token: Int) -> Bool {
        ["NNPS", "NNS"].contains(tokens[token].tag) && parsed.child(of: token, "compound", "amod") == nil
            && !phrases[token].contains { $0.kind == .state }
    }

    /// "Its" where no subject stands before it in its sentence: the nearest party there, or the one that follows
    /// ("For its part, Osk …").
    private func possessor(at token: Int) -> [Mention]? {
        let here = sentence(token)
        let hasSubject = (here.lowerBound..<token).contains { ["nsubj", "nsubjpass"].contains(tokens[$0].dep) }
        guard !hasSubject else { return nil }
        let number = parsed.sentence(of: token)
        let near = history.since(sentence: number).last {
            $0.token < token && $0.mentions.count == 1 && isBody($0.mentions[0])
                && $0.weight >= 0.4
        }
        if let near { return near.mentions }
        guard tokens[token].dep == "poss", tokens[tokens[token].head].dep == "pobj",
            let root = here.first(where: { tokens[$0].dep == "ROOT" }),
            let subject = parsed.child(of: root, "nsubj", "nsubjpass"), subject > token,
            let name = nameAt(subject) ?? parsed.child(of: subject, "poss").flatMap({ nameAt($0) }), name.form == .name
        else { return nil }
        let found = mention(name.entity, span: name.span)
        return isBody(found) ? [found] : nil
    }

    private func isBody(_ mention: Mention) -> Bool {
        mention.kind == .state || mention.kind == .organisation || (mention.kind == .group && !mention.code.isEmpty)
    }

    /// Whether the verb a pronoun is the object of acts on parties: "recognised it".
    private func takesParty(_ token: Int) -> Bool {
        tokens[token].dep == "dobj" && Self.partyVerbs.contains(tokens[tokens[token].head].lemma)
    }

    private static let partyVerbs: Set<String> = [
        "recognize", "recognise", "invade", "accuse", "occupy", "arm", "sanction", "expel", "fund", "finance", "train",
        "designate", "outlaw", "bomb", "besiege", "annex", "liberate", "overthrow",
    ]

    /// The nearest subject before a token, in its sentence or the one before.
    private func subject(before token: Int, besides rival: Int?) -> Int? {
        let number = parsed.sentence(of: token)
        let here = parsed.sentences[number].tokens
        let subjects: (Range<Int>) -> [Int] = { range in
            range.filter {
                $0 != rival && (!self.quoted[token] || self.quoted[$0])
                    && !["i", "we", "you"].contains(self.lower[$0])
                    && ["nsubj", "nsubjpass"].contains(self.tokens[$0].dep)
                    && self.tokens[$0].tag != "WDT"
                    && self.tokens[$0].tag != "WP"
            }
        }
        if let near = subjects(here.lowerBound..<token).last { return near }
        guard number > 0, parsed.sentences[number - 1].block == parsed.sentences[number].block else { return nil }
        // The sentence before: its main subject.
        let before = parsed.sentences[number - 1].tokens
        let main = before.first { tokens[$0].dep == "ROOT" }
        return subjects(before).first { tokens[$0].head == main } ?? subjects(before).last
    }

    /// Whether a subject is a party that a pronoun can mean.
    private func isParty(_ subject: Int, plural: Bool) -> Bool {
        if !phrases[subject].isEmpty {
            return phrases[subject].contains { $0.kind != .person || plural } || tokens[subject].pos == "PROPN"
        }
        return !["NOUN", "PROPN"].contains(tokens[subject].pos) && lower[subject] != "this" && lower[subject] != "that"
            && lower[subject] != "it"
    }

    /// "It is clear that …", "it emerged that …", "it is important to …": nobody.
    private func isExpletive(_ token: Int) -> Bool {
        guard lower[token] == "it" else { return false }
        if tokens[token].dep == "expl" { return true }
        // "makes it impossible to", "found it hard to": the subject of an adjective that a verb gives it.
        if tokens[tokens[token].head].pos == "ADJ", tokens[token].dep == "nsubj" { return true }
        let verb = tokens[token].head
        let below = parsed.children(of: verb)
        let hasClause = below.contains { ["ccomp", "csubj", "xcomp"].contains(tokens[$0].dep) }
        if Self.impersonal.contains(tokens[verb].lemma), hasClause || tokens[verb].lemma == "rain" { return true }
        if tokens[verb].lemma == "be" || tokens[verb].lemma == "become" || tokens[verb].lemma == "make" {
            let predicate = below.first { ["acomp", "attr", "oprd"].contains(tokens[$0].dep) && $0 > token }
            if hasClause, let predicate, tokens[predicate].pos != "PROPN" { return true }
            if let predicate,
                parsed.children(of: predicate).contains(where: {
                    ["ccomp", "xcomp", "relcl", "advcl", "acl"].contains(tokens[$0].dep)
                })
            {
                return tokens[predicate].pos == "ADJ"
            }
        }
        return false
    }

    private static let impersonal: Set<String> = [
        "seem", "appear", "emerge", "turn", "happen", "follow", "transpire", "rain", "snow", "take", "matter", "remain",
    ]

    /// Who "they" are: several joined or a group, otherwise a body; "them" is nobody where things stand nearer.
    private mutating func several(at token: Int) -> [Mention] {
        let (sentence, block) = place(token)
        let rival = rival(of: token)
        if lower[token] == "them", let thing = nearestPlural(before: token), phrases[thing].isEmpty { return [] }
        let hasMany = history.since(sentence: sentence - 1).contains { item in
            item.token < token && item.block == block && !isRival(item, rival) && item.weight >= 1
                && (item.isPlural || item.mentions[0].kind == .group)
        }
        let found = history.ranked(
            sentence: sentence, block: block, reach: 3,
            bonus: { $0.isPlural || $0.mentions[0].kind == .group ? 1.5 : 0 }
        ) {
            item in
            guard item.token < token, !isRival(item, rival), item.weight >= 1 else { return false }
            if item.isPlural || item.mentions[0].kind == .group { return true }
            // "Sweden condemned their expulsion": one state is "they" only where nobody else can be.
            if hasMany, item.mentions[0].kind == .state { return false }
            guard sentence - item.sentence <= 1, item.weight >= 2 || lower[token] == "them" else { return false }
            return item.mentions[0].kind == .organisation || item.mentions[0].kind == .state
        }
        note(token, margin: found?.margin)
        return found?.item.mentions ?? []
    }

    /// The nearest plural noun before a token in its sentence, modifiers aside.
    private func nearestPlural(before token: Int) -> Int? {
        (sentence(token).lowerBound..<token).last {
            ["NNS", "NNPS"].contains(tokens[$0].tag) && !isModifier($0) || lower[$0] == "they"
        }
    }
}
