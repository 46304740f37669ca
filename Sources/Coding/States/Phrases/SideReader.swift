import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads who stands at the two sides of a relation: the parties that noun phrases name, and what may stand for them.
struct SideReader: StateStage {
    let context: StateFindingContext

    /// The parties a noun phrase names, by its head.
    func parties(_ head: Int) -> [Mention] {
        let found = entities.participants(at: head)
        if !found.isEmpty { return found }
        return entities.place(at: head).map { [$0] } ?? []
    }

    /// The subject of a rule: parties of the right kind, or the party whose noun it is ("the Tarnian embassy").
    func subjects(_ head: Int, for rule: StateRule) -> [Mention] {
        if rule.subjects == [EntityKind.place.rawValue] { return entities.place(at: head).map { [$0] } ?? [] }
        var found = parties(head)
        if found.isEmpty, rule.subjects.contains(StateRule.thing), !isPronoun(head) {
            found = modifying(head)
            if found.isEmpty, let owner = ofParty(head) { found = [owner] }
        } else if found.isEmpty, rule.subjects.contains(StateRule.body), rules.bodies.contains(lemma(head)) {
            found = phrase(head)
        }
        // "Osk is the first country that has an embassy there": the noun is said of Osk.
        if found.isEmpty, labels[head] == .attr, let said = predications.predication(head), said.subject != head {
            found = parties(said.subject)
        }
        if found.isEmpty, rule.subjects.contains(StateRule.noun), classes[head] == .noun {
            // "the state of Tarn" is Tarn.
            let named = arguments.objects(ofPreposition: "of", at: head).first.flatMap { entities.place(at: $0) }
            return named.map { [$0] } ?? phrase(head)
        }
        let kinds = rule.subjectKinds
        return kinds.isEmpty ? found : found.filter { kinds.contains($0.kind.rawValue) }
    }

    /// The object of a rule, if the noun phrase may stand as one.
    func objects(_ head: Int, for rule: StateRule) -> [Mention] {
        switch rule.object {
        case .party:
            let isDefinite = tree.children(of: head, [.det]).contains { lower($0) == "the" }
            let named = parties(head).filter { isDefinite || isNamed($0) }
            if !named.isEmpty { return named }
            guard !isPronoun(head), !modifying(head).isEmpty || ofParty(head) != nil else { return [] }
            return phrase(head)
        case .organisation:
            return parties(head).filter { $0.kind == .organisation }
        case .place:
            if let place = entities.place(at: head) { return [place] }
            return entities.participants(at: head).filter { $0.kind == .state || $0.kind == .place }
        case .body:
            let named = parties(head).filter { $0.name.contains(where: \.isUppercase) }
            if !named.isEmpty {
                return named.filter { $0.kind != .person }.map { ministry(of: $0, at: head) }
            }
            // "head of state", "chief of staff": a bare noun is part of the office's name.
            let isBare = tree.children(of: head).allSatisfy { $0 > head } && !tags[head].endsAsPlural
            return rules.bodies.contains(lemma(head)) && !isBare ? phrase(head) : []
        case .phrase:
            // A noun that names no one ("any association with …") is told in its words.
            let named = parties(head).filter { $0.name.contains(where: \.isUppercase) }
            return named.isEmpty ? phrase(head) : named
        }
    }

    /// Whether a party is more than a common noun: "the Osk group", not "the group".
    func isNamed(_ mention: Mention) -> Bool {
        !mention.code.isEmpty || mention.name.contains(where: \.isUppercase)
    }

    /// The words of a noun phrase as a mention, with the code of the party it belongs to.
    func phrase(_ head: Int) -> [Mention] {
        guard !isPronoun(head) else { return [] }
        let range = nouns.phrase(head)
        let owner = modifying(head).first ?? ofParty(head) ?? inParty(head)
        return [
            Mention(
                name: wording.words(range), code: owner?.code ?? "", kind: .group,
                span: parsed.span(wording.trimmed(range)))
        ]
    }

    /// A state's ministry by its own name, where a noun phrase names it: the index takes it for the state.
    func ministry(of state: Mention, at head: Int) -> Mention {
        guard state.kind == .state, lists.ministries.contains(lemma(head)) else { return state }
        var first = head
        while first > 0, tree.head(of: first - 1) == head, [.compound, .amod].contains(labels[first - 1]),
            entities.named.isUnnamed(first - 1), entities.named.listed.at[first - 1].isEmpty
        {
            first -= 1
        }
        var body = state
        body.name = "\(state.name)'s \(wording.words(first..<(head + 1)).lowercased())"
        body.kind = .organisation
        return body
    }

    /// Where an envoy is one: Tarn of "ambassador to Tarn", "special envoy for Tarn".
    func posts(of noun: Int) -> [Mention] {
        lists.posts.sorted().flatMap { arguments.objects(ofPreposition: $0, at: noun) }.flatMap { parties($0) }
            .filter { $0.kind == .state || $0.kind == .organisation }
    }

    // MARK: Whose a noun is

    /// The parties whose adjective or name opens a noun phrase: "the Tarnian embassy", "Tarn's army".
    func modifying(_ head: Int) -> [Mention] {
        for child in tree.children(of: head, [.poss]) {
            let owners = parties(child)
            if !owners.isEmpty { return owners }
        }
        // In "the Tarnian liberation movement" the adjective may hang on the noun between.
        var open = [head]
        while !open.isEmpty {
            let children = open.flatMap { tree.children(of: $0, [.amod, .compound, .nmod]) }.sorted()
            for child in children where !isHyphened(child) {
                if let party = entities.modifierParty(at: child) ?? entities.participant(at: child) { return [party] }
            }
            open = children
        }
        return []
    }

    /// "the Osk-era office": a name with a word joined to it does not own the noun.
    private func isHyphened(_ index: Int) -> Bool {
        guard index + 2 < tokens.count, lower(index + 1) == "-", tokens[index].end == tokens[index + 1].start
        else { return false }
        return entities.modifierParty(at: index + 2) == nil
    }

    /// The party after "of" in a noun phrase: "the embassy of Tarn".
    private func ofParty(_ head: Int) -> Mention? {
        arguments.objects(ofPreposition: "of", at: head).lazy.compactMap { parties($0).first }.first
    }

    private func inParty(_ head: Int) -> Mention? {
        arguments.objects(ofPreposition: "in", at: head).lazy.compactMap { parties($0).first }.first
    }
}
