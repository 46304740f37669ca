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
        guard let verb = parsed.ancestors(of: token).first(where: { tokens[$0].pos == "VERB" }) else { return nil }
        return parsed.child(of: verb, "nsubj", "nsubjpass")
    }

    /// Who "he" or "she" is: the nearest prominent person of that gender or of none told.
    private func person(at token: Int, _ gender: DocumentEntity.Gender) -> [Mention] {
        let (sentence, block) = place(token)
        let rival = rival(of: token)
        let found = history.best(sentence: sentence, block: block, reach: 5) { item in
            guard item.mentions.count == 1, item.mentions[0].kind == .person, item.token < token else { return false }
            if let rival, item.token == rival { return false }
            let told = self.gender(of: item.mentions[0].name)
            return told == .unknown || told == gender
        }
        return found?.mentions ?? []
    }

    private func gender(of name: String) -> DocumentEntity.Gender {
        entities.first { $0.kind == .person && $0.name == name }?.gender ?? .unknown
    }

    /// What "it" and "its" mean: a state or body that is the subject nearby; nothing where a thing stands nearer.
    private func thing(at token: Int) -> [Mention] {
        if isExpletive(token) { return [] }
        let (sentence, block) = place(token)
        let rival = rival(of: token)
        if let subject = subject(before: token), !isParty(subject, plural: false) {
            // A thing is the nearest subject: "it" is that thing; "its" may still be a party's in the same sentence.
            guard lower[token] == "its" else { return [] }
            let near = history.items.last {
                $0.sentence == sentence && $0.token < token && $0.mentions.count == 1 && isBody($0.mentions[0])
                    && $0.weight >= 1
            }
            return near?.mentions ?? []
        }
        let found = history.best(sentence: sentence, block: block, reach: 3) { item in
            guard item.mentions.count == 1, item.token < token, isBody(item.mentions[0]) else { return false }
            if let rival, item.token == rival { return false }
            return !item.isPlural
        }
        return found?.mentions ?? []
    }

    private func isBody(_ mention: Mention) -> Bool {
        mention.kind == .state || mention.kind == .organisation || (mention.kind == .group && !mention.code.isEmpty)
    }

    /// The nearest subject before a token, in its sentence or the one before.
    private func subject(before token: Int) -> Int? {
        let number = parsed.sentence(of: token)
        let here = parsed.sentences[number].tokens
        let subjects: (Range<Int>) -> [Int] = { range in
            range.filter {
                ["nsubj", "nsubjpass"].contains(self.tokens[$0].dep) && self.tokens[$0].tag != "WDT"
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

    /// Who "they" are: a plural party, or several joined, otherwise a body.
    private func several(at token: Int) -> [Mention] {
        let (sentence, block) = place(token)
        let rival = rival(of: token)
        let fits: (Salience.Item) -> Bool = { item in item.token < token && item.token != rival }
        if let plural = history.best(
            sentence: sentence, block: block, reach: 3,
            where: {
                fits($0) && ($0.isPlural || $0.mentions.contains { $0.kind == .group }) && $0.weight >= 1
            })
        {
            return plural.mentions
        }
        let body = history.best(sentence: sentence, block: block, reach: 1) {
            fits($0) && $0.mentions.count == 1
                && ($0.mentions[0].kind == .organisation || $0.mentions[0].kind == .state)
                && $0.weight >= 2
        }
        return body?.mentions ?? []
    }
}
