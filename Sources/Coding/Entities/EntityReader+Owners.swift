import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// The names that a noun's modifiers and "of" phrase tell as its own: "Albanian" of "government".
    ///
    /// Several where they are joined: "Israeli and Albanian officials".
    func owners(of head: Int) -> [NameSpan] {
        let left = leftOwners(of: head)
        return left.isEmpty ? rightOwners(of: head) : left
    }

    /// Names among the modifiers before a noun, nearest first.
    func leftOwners(of head: Int) -> [NameSpan] {
        var plain: [NameSpan] = []
        var possessive: [NameSpan] = []
        for child in parsed.children(of: head).reversed() where child < head {
            switch tokens[child].dep {
            case "amod", "compound", "nmod", "nummod":
                plain += modifierNames(at: child)
            case "poss":
                possessive += modifierNames(at: child)
            default: break
            }
        }
        if plain.isEmpty, possessive.isEmpty { plain = innerNames(at: head) }
        let found = plain.isEmpty ? possessive : plain
        return found.filter { entities[$0.entity].sort != .region }
    }

    /// The name a modifier is, with those joined to it; otherwise the names among its own modifiers.
    private func modifierNames(at token: Int) -> [NameSpan] {
        guard !isContrary(token) else { return [] }
        var found: [NameSpan] = []
        if let own = nameAt(token) {
            found.append(own)
            for joined in parsed.children(of: token, "conj") { found += modifierNames(at: joined) }
        } else {
            for child in parsed.children(of: token)
            where ["amod", "compound", "nmod", "poss"].contains(tokens[child].dep) {
                found += modifierNames(at: child)
            }
        }
        return found
    }

    /// A listed adjective inside a proper name that the head ends: "Albanian" of "Albanian Parliament".
    private func innerNames(at head: Int) -> [NameSpan] {
        guard let index = namesAt[head].last else { return [] }
        return names[index].tokens.flatMap { listedAt[$0] }.map { listed[$0] }
            .filter { $0.tokens != names[index].tokens && $0.form == .adjective }
    }

    /// Whether a name stands behind "pro-", "anti-" and the like, or before "-backed": then nothing is its own.
    func isContrary(_ token: Int) -> Bool {
        if token >= 2, tokens[token - 1].text == "-",
            ["pro", "anti", "non", "counter", "ex", "post", "pre"].contains(lower[token - 2])
        {
            return true
        }
        if token + 2 < tokens.count, ["-", "–"].contains(tokens[token + 1].text),
            [
                "backed", "made", "controlled", "occupied", "funded", "supported", "sponsored", "brokered", "born",
                "held", "administered", "mediated", "supplied", "built", "allied", "friendly", "majority",
            ].contains(lower[token + 2])
        {
            return true
        }
        return false
    }

    /// The name a token stands in: a name of its own, or a listed one.
    func nameAt(_ token: Int) -> NameSpan? {
        if let index = namesAt[token].last { return names[index] }
        if let index = listedAt[token].last { return listed[index] }
        return nil
    }

    /// Names after "of" and, for people and their governments, "in" and "from".
    func rightOwners(of head: Int) -> [NameSpan] {
        for preposition in parsed.children(of: head, "prep") {
            let word = lower[preposition]
            guard ["of", "from", "in"].contains(word), let object = parsed.child(of: preposition, "pobj") else {
                continue
            }
            if word == "in", let noun = role(at: head)?.role.noun, noun == .mission || noun == .office { continue }
            if let own = nameAt(object), entities[own.entity].sort != .region {
                var found = [own]
                for joined in conjuncts(of: object) { if let next = nameAt(joined) { found.append(next) } }
                return found
            }
            let inner = leftOwners(of: object)
            if word == "of", !inner.isEmpty { return inner }
            if word == "of", role(at: object) != nil {
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
