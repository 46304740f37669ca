import ChanceryCore
import Grammar
import SpacyPipeline

/// What "it" and "its" mean: a state or body that is the subject nearby; nothing where a thing stands nearer.
struct ThingPronouns: ToldStage {
    let named: NamedText
    let told: ToldParties

    func thing(at token: Int) -> PronounReading {
        if Expletives(text: text).isExpletive(token) { return PronounReading() }
        if let blamed = asking(BlameReader.self).blamed(at: token, kinds: [.state, .organisation]) {
            return PronounReading(mentions: blamed)
        }
        let rivals = Rivals(of: token, named: named, phrases: phrases)
        if lower[token] == "its", let nearest = possessor(at: token) { return PronounReading(mentions: nearest) }
        if let subject = subject(before: token, besides: rivals.subject), !isParty(subject), !takesParty(token) {
            return PronounReading(mentions: ownerDespiteThing(at: token))
        }
        let (sentence, block) = place(token)
        let found = history.ranked(sentence: sentence, block: block, reach: 3) { item in
            guard item.mentions.count == 1, item.token < token, isBody(item.mentions[0]) else { return false }
            return !rivals.hold(item) && !item.isPlural && item.weight >= 0.5 && !isManyByForm(item.token)
        }
        return reading(found, at: token)
    }

    /// A thing is the nearest subject: "it" is that thing; "its" may still be a party's in the same sentence.
    private func ownerDespiteThing(at token: Int) -> [Mention] {
        guard lower[token] == "its" else { return [] }
        if let governed = governed(at: token) { return governed }
        let near = history.since(sentence: parsed.sentence(of: token)).last {
            $0.token < token && $0.mentions.count == 1 && isBody($0.mentions[0]) && $0.weight >= 1
        }
        return near?.mentions ?? []
    }

    /// "Its prime minister", "its embassy": only a state or territory has one.
    private func governed(at token: Int) -> [Mention]? {
        let owned = tokens[token].head
        guard let (role, _) = role(at: owned), role.sector == "GOV" || role.sector == "MIL",
            [.office, .government].contains(role.noun) || word(owned, in: lists.stateOrgans)
        else { return nil }
        let (sentence, block) = place(token)
        return history.best(sentence: sentence, block: block, reach: 2) { item in
            item.token < token && item.mentions.count == 1 && item.mentions[0].kind == .state && item.weight >= 0.4
        }?.mentions
    }

    /// "Republicans", "Basques": a plural, though it may name a body.
    private func isManyByForm(_ token: Int) -> Bool {
        [.NNPS, .NNS].contains(parsed.tree.tags[token]) && parsed.tree.child(of: token, [.compound, .amod]) == nil
            && !phrases[token].contains { $0.kind == .state }
    }

    /// "Its" where no subject stands before it in its sentence: the nearest party there, or the one that follows
    /// ("For its part, Osk …").
    private func possessor(at token: Int) -> [Mention]? {
        let here = text.sentence(token)
        let hasSubject = (here.lowerBound..<token).contains { parsed.tree.hasLabel($0, [.nsubj, .nsubjpass]) }
        guard !hasSubject else { return nil }
        let near = history.since(sentence: parsed.sentence(of: token)).last {
            $0.token < token && $0.mentions.count == 1 && isBody($0.mentions[0]) && $0.weight >= 0.4
        }
        if let near { return near.mentions }
        guard parsed.tree.labels[token] == .poss, parsed.tree.labels[tokens[token].head] == .pobj,
            let root = here.first(where: { parsed.tree.labels[$0] == .root }),
            let subject = parsed.tree.child(of: root, [.nsubj, .nsubjpass]), subject > token,
            let name = named.name(at: subject)
                ?? parsed.tree.child(of: subject, [.poss]).flatMap({ named.name(at: $0) }),
            name.form == .name
        else { return nil }
        let found = named.mention(of: name)
        return isBody(found) ? [found] : nil
    }

    private func isBody(_ mention: Mention) -> Bool {
        mention.kind == .state || mention.kind == .organisation || (mention.kind == .group && !mention.code.isEmpty)
    }

    /// Whether the verb a pronoun is the object of acts on parties: "recognised it".
    private func takesParty(_ token: Int) -> Bool {
        parsed.tree.labels[token] == .dobj && lists.partyVerbs.contains(tokens[tokens[token].head].lemma)
    }

    /// The nearest subject before a token, in its sentence or the one before.
    private func subject(before token: Int, besides rival: Int?) -> Int? {
        let number = parsed.sentence(of: token)
        let isSubject = { (place: Int) in
            parsed.tree.hasLabel(place, [.nsubj, .nsubjpass]) && place != rival
                && (!text.quoted[token] || text.quoted[place]) && !word(place, in: lists.speakers)
                && parsed.tree.tags[place] != .WDT && parsed.tree.tags[place] != .WP
        }
        let here = parsed.sentences[number].tokens.lowerBound..<token
        if let near = here.last(where: isSubject) { return near }
        guard number > 0, parsed.sentences[number - 1].block == parsed.sentences[number].block else { return nil }
        // The sentence before: its main subject.
        let before = parsed.sentences[number - 1].tokens
        let main = before.first { parsed.tree.labels[$0] == .root }
        return before.first { tokens[$0].head == main && isSubject($0) } ?? before.last(where: isSubject)
    }

    /// Whether a subject is a party that "it" can mean.
    private func isParty(_ subject: Int) -> Bool {
        if !phrases[subject].isEmpty {
            return phrases[subject].contains { $0.kind != .person } || parsed.tree.classes[subject] == .propn
        }
        return ![.noun, .propn].contains(parsed.tree.classes[subject]) && !word(subject, in: lists.things)
    }

    private var lists: PronounWords { text.lists.pronouns }
}
