import ChanceryCore
import Grammar
import SpacyPipeline

/// Whom "both", "the two countries", "the latter" mean: the pair told last.
struct PairReader: ToldStage {
    let named: NamedText
    let told: ToldParties

    /// How many sentences back "the two leaders" reaches: further than a pronoun, since it says how many are meant.
    private static let reach = 8

    /// What sort of parties a pair's noun is for.
    private struct Sort {
        let isPersons: Bool
        let isStates: Bool

        func fits(_ mention: Mention) -> Bool {
            isStates ? mention.kind != .person : !isPersons || mention.kind == .person
        }

        func isPair(_ mentions: [Mention]) -> Bool {
            mentions.count == 2 && mentions.allSatisfy(fits)
                // Two of one state are no "two leaders".
                && !(isPersons && !mentions[0].code.isEmpty && mentions[0].code == mentions[1].code)
        }
    }

    /// Whether a noun tells of two: "both sides", "the two countries", "their two peoples".
    func isPair(_ head: Int) -> Bool {
        guard let role = role(at: head)?.role,
            role.isPlural || role.noun == .side || role.noun == .people || parsed.tree.tags[head] == .NNS
        else { return false }
        return parsed.children(of: head).contains { child in
            child < head
                && (lower[child] == "both"
                    || lower[child] == "two" && (text.isDefinite(head) || parsed.tree.child(of: head, [.poss]) != nil))
        }
    }

    /// "Both", "the two countries", "both sides": the pair told last.
    func pair(at token: Int, noun: String) -> [Mention] {
        let sentence = parsed.sentence(of: token)
        let lists = text.lists.antecedents
        let sort = Sort(isPersons: lists.pairsOfPersons.contains(noun), isStates: lists.pairsOfStates.contains(noun))
        let near = history.since(sentence: sentence - Self.reach).filter { $0.token < token }
        if let pair = near.last(where: { sentence == $0.sentence && sort.isPair($0.mentions) }) { return pair.mentions }
        // "Osk had recognised Tarn, but the two states …": the two of its own sentence.
        let own = prominent(near.filter { $0.sentence == sentence }, sort)
        if sort.isPair(own) { return own }
        // The same words again mean the same two, while nobody else was joined since.
        if let pair = near.last(where: {
            ($0.noun == noun || sentence - $0.sentence <= 1) && sort.isPair($0.mentions)
        }) {
            return pair.mentions
        }
        // Nobody joined near by: the nearest sentence before that joins two, or of which two are the most prominent.
        for distance in 1...Self.reach {
            let told = near.filter { sentence - $0.sentence == distance }
            if distance > 1, let pair = told.last(where: { sort.isPair($0.mentions) }) { return pair.mentions }
            let found = prominent(told, sort)
            if sort.isPair(found) { return found }
        }
        return []
    }

    /// The two most prominent parties of a sentence that fit a noun for persons or for states.
    private func prominent(_ told: [Salience.Item], _ sort: Sort) -> [Mention] {
        var found: [Mention] = []
        let single = told.filter { $0.mentions.count == 1 && $0.weight >= 0.5 }
        for item in single.enumerated().sorted(by: { (-$0.element.weight, $0.offset) < (-$1.element.weight, $1.offset) }
        ) {
            guard let party = party(item.element.mentions[0], sort), !found.contains(where: { $0.name == party.name })
            else { continue }
            found.append(party)
            if found.count == 2 { return found }
        }
        return found
    }

    /// A party as a noun for states or persons tells it: of a person the state, where states are told of.
    private func party(_ mention: Mention, _ sort: Sort) -> Mention? {
        if sort.isStates, mention.kind != .state, mention.kind != .organisation {
            return named.state(mention.code, span: mention.span, from: mention.from)
        }
        return sort.isPersons && mention.kind != .person ? nil : mention
    }

    /// "The latter", "the former": of the two parties told last.
    func latter(at token: Int) -> [Mention] {
        let list = text.lists.antecedents.latter
        guard parsed.tree.labels[token] != .amod, text.isDefinite(token) else { return [] }
        let sentence = parsed.sentence(of: token)
        var found: [Mention] = []
        for item in history.since(sentence: sentence - 1).reversed() where item.token < token && item.weight >= 1 {
            if word(item.token, in: list) { continue }
            for mention in item.mentions.reversed() where !found.contains(where: { $0.name == mention.name }) {
                if let first = found.first, first.kind != mention.kind { continue }
                found.append(mention)
            }
            if found.count >= 2 { return [lower[token] == "latter" ? found[0] : found[1]] }
        }
        return []
    }
}
