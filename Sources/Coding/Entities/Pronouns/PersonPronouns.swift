import ChanceryCore
import Grammar
import SpacyPipeline

/// Who "he" and "she" are: the nearest prominent person of that gender or of none told.
struct PersonPronouns: ToldStage {
    let named: NamedText
    let told: ToldParties

    func person(at token: Int, _ gender: DocumentEntity.Gender) -> PronounReading {
        if let sure = asking(BlameReader.self).blamed(at: token, kinds: [.person]) ?? sayer(above: token, gender)
            ?? joined(before: token, gender)
        {
            return PronounReading(mentions: sure)
        }
        let (sentence, block) = place(token)
        let rivals = Rivals(of: token, named: named, phrases: phrases)
        let speaker = speaker(at: token)
        let isQuoted = text.quoted[token]
        let found = history.ranked(sentence: sentence, block: block, reach: 5) { item in
            guard item.mentions.count == 1, item.mentions[0].kind == .person, item.token < token else { return false }
            if rivals.hold(item) || (!item.noun.isEmpty && item.weight < 1) { return false }
            // Words inside a quotation are not told by the one who speaks outside it, nor of the speaker inside.
            if !isQuoted, text.quoted[item.token] { return false }
            if let speaker, item.mentions[0].name == speaker { return false }
            return fits(item.mentions[0].name, gender)
        }
        return reading(found, at: token)
    }

    /// Whether nothing tells a person to be of another gender.
    private func fits(_ name: String, _ gender: DocumentEntity.Gender) -> Bool {
        let told = named.gender(of: name)
        return told == .unknown || told == gender
    }

    /// "Minister Lind of Osk and his wife": the person right before "and".
    private func joined(before token: Int, _ gender: DocumentEntity.Gender) -> [Mention]? {
        let joint = token - 1
        guard parsed.tree.labels[token] == .poss, joint > text.sentence(token).lowerBound, lower[joint] == "and" else {
            return nil
        }
        var end = joint
        if let state = named.names.last(at: joint - 1), named.entity(of: state).kind != .person {
            end = state.tokens.lowerBound
            if end > 0, lower[end - 1] == "the" { end -= 1 }
            guard end > 0, lower[end - 1] == "of" else { return nil }
            end -= 1
        }
        guard end > 0, let name = named.names.last(at: end - 1), name.tokens.upperBound == end else { return nil }
        let entity = named.entity(of: name)
        return entity.kind == .person && fits(entity.name, gender) ? [named.mention(of: name)] : nil
    }

    /// Who says what "he" does: Osk of "Osk, who knew Velgard, said he would leave".
    private func sayer(above token: Int, _ gender: DocumentEntity.Gender) -> [Mention]? {
        guard parsed.tree.hasLabel(token, [.nsubj, .nsubjpass]), !text.quoted[token] else { return nil }
        let verb = tokens[token].head
        guard parsed.tree.labels[verb] == .ccomp, let saying = parsed.head(of: verb), saying < verb,
            lemma(saying, in: text.lists.pronouns.sayings),
            let subject = parsed.tree.child(of: saying, [.nsubj]), subject < token, phrases[subject].count == 1,
            let found = phrases[subject].first, found.kind == .person, !named.isUnnamed(subject)
        else { return nil }
        return fits(found.name, gender) ? [found] : nil
    }

    /// Who speaks the quotation a token stands in, as far as what came before tells: the last subject outside quotes.
    private func speaker(at token: Int) -> String? {
        guard text.quoted[token] else { return nil }
        let sentence = parsed.sentence(of: token)
        let said = history.since(sentence: sentence - 3).last {
            $0.token < token && !text.quoted[$0.token] && $0.mentions.count == 1 && $0.mentions[0].kind == .person
                && $0.weight >= 2.5
        }
        return said?.mentions[0].name
    }
}
