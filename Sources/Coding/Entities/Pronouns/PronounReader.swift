import ChanceryCore
import Grammar
import SpacyPipeline

/// Whom a pronoun means.
struct PronounReading: Sendable {
    /// Nobody where nothing fits.
    var mentions: [Mention] = []
    /// Whether somebody else stands about as near.
    var isUnsure = false
    /// Whether the pronoun tells its party anew, for pronouns behind it; "who" and "itself" do not.
    var isNewTelling = true
}

/// Resolves pronouns: each kind by the stage that knows it.
struct PronounReader: ToldStage {
    let named: NamedText
    let told: ToldParties

    /// Resolves a pronoun; names nobody where nothing fits.
    func read(_ token: Int) -> PronounReading {
        let shared = text.lists.shared
        if word(token, in: lists.relative) { return PronounReading(mentions: relative(token), isNewTelling: false) }
        if word(token, in: shared.male) { return asking(PersonPronouns.self).person(at: token, .male) }
        if word(token, in: shared.female) { return asking(PersonPronouns.self).person(at: token, .female) }
        if word(token, in: lists.neuter) { return asking(ThingPronouns.self).thing(at: token) }
        if word(token, in: lists.plural) { return several(at: token) }
        if word(token, in: lists.reflexive) { return PronounReading(mentions: reflexive(token), isNewTelling: false) }
        if lower[token] == "both", parsed.tree.hasLabel(token, [.nsubj, .nsubjpass, .dobj, .pobj]) {
            return PronounReading(mentions: asking(PairReader.self).pair(at: token, noun: "both"))
        }
        return PronounReading()
    }

    /// A relative pronoun names what its clause hangs on.
    private func relative(_ token: Int) -> [Mention] {
        var at = token
        while let above = parsed.head(of: at), above != at {
            if parsed.tree.labels[at] == .relcl { return above < token ? phrases[above] : [] }
            if parsed.tree.labels[at] == .ccomp || parsed.tree.labels[at] == .advcl { return [] }
            at = above
        }
        return []
    }

    private func reflexive(_ token: Int) -> [Mention] {
        let verb = parsed.ancestors(of: token).first {
            parsed.tree.classes[$0] == .verb || parsed.tree.classes[$0] == .aux
        }
        guard let verb, let subject = parsed.tree.child(of: verb, [.nsubj, .nsubjpass]) else { return [] }
        return phrases[subject]
    }

    /// Who "they" are: several joined or a group, otherwise a body; "them" is nobody where things stand nearer.
    private func several(at token: Int) -> PronounReading {
        let (sentence, block) = place(token)
        let rivals = Rivals(of: token, named: named, phrases: phrases)
        if lower[token] == "them", let thing = nearestPlural(before: token), phrases[thing].isEmpty {
            return PronounReading()
        }
        let isMany = { (item: Salience.Item) in item.isPlural || item.mentions[0].kind == .group }
        let hasMany = history.since(sentence: sentence - 1).contains { item in
            item.token < token && item.block == block && item.weight >= 1 && isMany(item) && !rivals.hold(item)
        }
        let found = history.ranked(sentence: sentence, block: block, reach: 3, bonus: { isMany($0) ? 1.5 : 0 }) {
            item in
            guard item.token < token, item.weight >= 1, !rivals.hold(item) else { return false }
            if isMany(item) { return true }
            // "Sweden condemned their expulsion": one state is "they" only where nobody else can be.
            if hasMany, item.mentions[0].kind == .state { return false }
            guard sentence - item.sentence <= 1, item.weight >= 2 || lower[token] == "them" else { return false }
            return item.mentions[0].kind == .organisation || item.mentions[0].kind == .state
        }
        return reading(found, at: token)
    }

    /// The nearest plural noun before a token in its sentence, modifiers aside.
    private func nearestPlural(before token: Int) -> Int? {
        (text.sentence(token).lowerBound..<token).last {
            [.NNS, .NNPS].contains(parsed.tree.tags[$0]) && !text.isModifier($0) || lower[$0] == "they"
        }
    }

    private var lists: PronounWords { text.lists.pronouns }
}

extension ToldStage {
    /// The best of those a pronoun may mean; unsure where somebody else stands about as near.
    func reading(_ found: (item: Salience.Item, margin: Double)?, at token: Int) -> PronounReading {
        guard let found else { return PronounReading() }
        let clear = word(token, in: text.lists.pronouns.persons) ? 0.8 : 0.5
        return PronounReading(mentions: found.item.mentions, isUnsure: found.margin < clear)
    }
}
