import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// The names that a noun's modifiers and "of" phrase tell as its own: "Albanian" of "government".
    ///
    /// Several where they are joined: "Israeli and Albanian officials".
    func owners(of head: Int) -> [Owner] {
        if let (role, _) = role(at: head), lexicon.roles.isRelational(role) {
            return ownersOfRelational(head, isPeer: lexicon.roles.isRelation(role.singular, .peer))
        }
        let left = leftOwners(of: head)
        return left.isEmpty ? rightOwners(of: head) : left
    }

    /// Whose a counterpart or neighbour is: an adjective's ("his Danish counterpart"), or that after "from" or "in"; the
    /// possessor is the one to whom they are counterpart.
    ///
    /// - Parameter isPeer: whether an adjective alone tells it; "a Danish ally" is Denmark's, "its Danish ally" is Danish.
    private func ownersOfRelational(_ head: Int, isPeer: Bool) -> [Owner] {
        if isPeer || parsed.child(of: head, "poss") != nil {
            let own = parsed.children(of: head, "amod", "compound", "nmod").filter { $0 < head }.reversed()
                .flatMap { modifierNames(at: $0) }.filter { $0.form == .adjective && $0.entity.sort != .region }
            if !own.isEmpty { return own }
        }
        for preposition in parsed.children(of: head, "prep")
        where preposition > head && ["from", "in"].contains(lower[preposition]) {
            guard let object = parsed.child(of: preposition, "pobj"), let name = nameAt(object),
                entities[name.entity].sort == .state
            else { continue }
            return [owner(name)]
        }
        return []
    }

    /// The code of whoever a noun's modifiers name.
    func ownerCode(of head: Int) -> String {
        owners(of: head).map(\.entity.code).first { !$0.isEmpty } ?? ""
    }

    /// Names among the modifiers before a noun, nearest first; adjectives come before possessives.
    func leftOwners(of head: Int) -> [Owner] {
        var plain: [Owner] = []
        var possessive: [Owner] = []
        let own = role(at: head)?.tokens
        for child in parsed.children(of: head).reversed() where child < head && own?.contains(child) != true {
            switch tokens[child].dep {
            case "amod", "compound", "nmod", "nummod": plain += modifierNames(at: child)
            case "poss": possessive += modifierNames(at: child)
            default: break
            }
        }
        if plain.isEmpty, possessive.isEmpty { plain = innerNames(at: head) }
        let found = plain.isEmpty ? possessive : plain
        return found.filter { $0.entity.sort != .region }
    }

    /// The name a modifier is, with those joined to it; otherwise the names among its own modifiers.
    private func modifierNames(at token: Int) -> [Owner] {
        guard !isContrary(token) else { return [] }
        var found: [Owner] = []
        if let own = nameAt(token) {
            found.append(owner(own))
            for joined in parsed.children(of: token, "conj") { found += modifierNames(at: joined) }
        } else if let mention = phrases[token].first {
            found.append(owner(mention, token: token))
        } else {
            for child in parsed.children(of: token)
            where ["amod", "compound", "nmod", "poss"].contains(tokens[child].dep) {
                found += modifierNames(at: child)
            }
        }
        return found
    }

    func owner(_ name: NameSpan) -> Owner {
        Owner(entity: entities[name.entity], form: name.form, tokens: name.tokens, span: name.span, from: nil)
    }

    /// A party that a pronoun or a phrase in an owner's place tells.
    private func owner(_ mention: Mention, token: Int) -> Owner {
        var entity = DocumentEntity(
            name: mention.name, code: mention.code, sector: mention.sector, kind: mention.kind)
        if mention.kind == .state { entity.sort = .state }
        if let entry = lexicon.stateByCode[mention.code], mention.kind == .state { entity.entry = entry }
        return Owner(
            entity: entity, form: .name, tokens: token..<(token + 1), span: mention.span, from: mention.from)
    }

    /// A listed adjective inside a proper name that the head ends: "Albanian" of "Albanian Parliament".
    private func innerNames(at head: Int) -> [Owner] {
        guard let index = namesAt[head].last else { return [] }
        return names[index].tokens.flatMap { listedAt[$0] }.map { listed[$0] }
            .filter { $0.tokens != names[index].tokens && $0.form == .adjective }.map { owner($0) }
    }

    /// Whether a name stands behind "pro-", "anti-" and the like, or before "-backed": then nothing is its own.
    func isContrary(_ token: Int) -> Bool {
        let parts = lower[token].split { $0 == "-" || $0 == "–" }
        if parts.count > 1, let last = parts.last, Self.contrary.contains(String(last)) { return true }
        if token >= 2, tokens[token - 1].text == "-",
            ["pro", "anti", "non", "counter", "ex", "post", "pre"].contains(lower[token - 2])
        {
            return true
        }
        guard token + 2 < tokens.count, ["-", "–"].contains(tokens[token + 1].text) else { return false }
        return Self.contrary.contains(lower[token + 2])
    }

    static let contrary: Set<String> = [
        "backed", "made", "controlled", "occupied", "funded", "supported", "sponsored", "brokered", "born", "held",
        "administered", "mediated", "supplied", "built", "allied", "friendly", "majority", "owned", "linked", "trained",
    ]

    /// The name a token stands in: a name of its own, or a listed one.
    func nameAt(_ token: Int) -> NameSpan? {
        if let index = namesAt[token].last { return names[index] }
        if let index = listedAt[token].last { return listed[index] }
        return nil
    }

    /// Names after "of" and, for people and their governments, "in" and "from".
    func rightOwners(of head: Int) -> [Owner] {
        for preposition in parsed.children(of: head, "prep") where preposition > head {
            let word = lower[preposition]
            guard ["of", "from", "in", "at"].contains(word), let object = parsed.child(of: preposition, "pobj") else {
                continue
            }
            let noun = role(at: head)?.role.noun
            if word != "of", noun == .mission || noun == .office && word == "in" { continue }
            if let own = nameAt(object), entities[own.entity].sort != .region {
                // "Minister of Heritage" in a name: its own words, not its owner.
                guard own.form != .adjective || object == own.tokens.upperBound - 1 else { continue }
                return [owner(own)] + conjuncts(of: object).filter { held(at: $0) == nil }.compactMap { nameAt($0) }
                    .map { owner($0) }
            }
            guard word == "of" || word == "from" || word == "at" else { continue }
            let inner = leftOwners(of: object)
            if !inner.isEmpty { return inner }
            if role(at: object) != nil || ["Affairs", "Defense", "Defence"].contains(tokens[object].text) {
                let deeper = rightOwners(of: object)
                if !deeper.isEmpty { return deeper }
            }
        }
        return []
    }

    /// Everything joined to a token by "and", commas and the like, in text order.
    func conjuncts(of token: Int) -> [Int] {
        var found: [Int] = []
        for child in parsed.children(of: token, "conj") {
            found.append(child)
            found += conjuncts(of: child)
        }
        return found.sorted()
    }
}
