import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads whose a noun is: the names that its modifiers and its "of" phrase tell, "Albanian" of "government".
struct OwnerReader: EntityStage {
    let named: NamedText
    /// What each token's phrase names, as far as phrases are read; empty before.
    var phrases: [[Mention]] = []

    var text: EntityText { named.text }

    /// The owners of a noun; several where they are joined: "Israeli and Albanian officials".
    func owners(of head: Int) -> [Owner] {
        if let (role, _) = role(at: head), roles.isRelational(role) {
            return ownersOfRelational(head, isPeer: roles.isRelation(role.singular, .peer))
        }
        let left = leftOwners(of: head)
        let own = left.isEmpty ? rightOwners(of: head) : left
        guard own.isEmpty, let office = role(at: head)?.tokens, office.count > 1 else { return own }
        // "The Oskan Ambassador Extraordinary": the adjective hangs on another word of the office.
        return office.lazy.filter { $0 != head }.map { leftOwners(of: $0) }.first { !$0.isEmpty } ?? []
    }

    /// The code of whoever a noun's modifiers name.
    func code(of head: Int) -> String { owners(of: head).map(\.entity.code).first { !$0.isEmpty } ?? "" }

    /// Whose a counterpart or neighbour is: an adjective's ("his Danish counterpart"), or that after "from" or "in"; the
    /// possessor is the one to whom they are counterpart.
    ///
    /// - Parameter isPeer: whether an adjective alone tells it; "a Danish ally" is Denmark's, "its Danish ally" is Danish.
    private func ownersOfRelational(_ head: Int, isPeer: Bool) -> [Owner] {
        if isPeer || parsed.tree.child(of: head, [.poss]) != nil {
            let own = parsed.tree.children(of: head, [.amod, .compound, .nmod]).filter { $0 < head }.reversed()
                .flatMap { modifierNames(at: $0) }.filter { $0.form == .adjective && $0.entity.sort != .region }
            if !own.isEmpty { return own }
        }
        var prepositions = parsed.tree.children(of: head, [.prep]).filter { $0 > head }
        // "Telephoned her counterpart in Spain": the parser may hang the phrase on the verb.
        if isPeer, head + 1 < text.sentence(head).upperBound, parsed.tree.labels[head + 1] == .prep {
            prepositions.append(head + 1)
        }
        for preposition in prepositions where word(preposition, in: lists.homePrepositions) {
            guard let object = parsed.tree.child(of: preposition, [.pobj]), let name = named.name(at: object),
                named.entity(of: name).sort == .state
            else { continue }
            return [owner(name)]
        }
        return []
    }

    /// Names among the modifiers before a noun, nearest first; adjectives come before possessives.
    func leftOwners(of head: Int) -> [Owner] {
        var plain: [Owner] = []
        var possessive: [Owner] = []
        let own = role(at: head)?.tokens
        for child in parsed.children(of: head).reversed() where child < head && own?.contains(child) != true {
            switch parsed.tree.labels[child] {
            case .amod, .compound, .nmod, .nummod: plain += modifierNames(at: child)
            case .poss: possessive += modifierNames(at: child)
            default: break
            }
        }
        if plain.isEmpty, possessive.isEmpty { plain = innerNames(at: head) }
        let found = plain.isEmpty ? possessive : plain
        return found.filter { $0.entity.sort != .region }
    }

    /// Names after "of" and, for people and their governments, "in" and "from".
    func rightOwners(of head: Int) -> [Owner] {
        for preposition in parsed.tree.children(of: head, [.prep]) where preposition > head {
            guard word(preposition, in: lists.owningPrepositions),
                let object = parsed.tree.child(of: preposition, [.pobj])
            else { continue }
            let (word, noun) = (lower[preposition], role(at: head)?.role.noun)
            if word != "of", noun == .mission || noun == .office && word == "in" { continue }
            if let own = named.name(at: object), named.entity(of: own).sort != .region {
                // "Minister of Heritage" in a name: its own words, not its owner.
                guard own.form != .adjective || object == own.tokens.upperBound - 1 else { continue }
                return [owner(own)]
                    + text.conjuncts(of: object).filter { named.held.held(at: $0) == nil }
                    .compactMap { named.name(at: $0) }.map { owner($0) }
            }
            guard word != "in" else { continue }
            let inner = leftOwners(of: object)
            if !inner.isEmpty { return inner }
            if role(at: object) != nil || lists.fieldNouns.contains(tokens[object].text) {
                let deeper = rightOwners(of: object)
                if !deeper.isEmpty { return deeper }
            }
        }
        return []
    }

    /// The name a modifier is, with those joined to it; otherwise the names among its own modifiers.
    private func modifierNames(at token: Int) -> [Owner] {
        guard !isContrary(token) else { return [] }
        var found: [Owner] = []
        let pair = named.joined(within: token)
        if pair.count > 1 {
            found += pair.map { owner($0) }
        } else if let own = named.name(at: token) {
            found.append(owner(own))
            for joined in parsed.tree.children(of: token, [.conj]) { found += modifierNames(at: joined) }
        } else if token < phrases.count, let mention = phrases[token].first {
            found.append(owner(mention, token: token))
        } else {
            for child in parsed.children(of: token)
            where parsed.tree.hasLabel(child, [.amod, .compound, .nmod, .poss]) {
                found += modifierNames(at: child)
            }
        }
        return found
    }

    /// A listed adjective inside a proper name that the head ends: "Albanian" of "Albanian Parliament".
    private func innerNames(at head: Int) -> [Owner] {
        guard let name = named.names.last(at: head) else { return [] }
        return name.tokens.flatMap { named.listed.at[$0] }.map { named.listed[$0] }
            .filter { $0.tokens != name.tokens && $0.form == .adjective }.map { owner($0) }
    }

    private func owner(_ name: NameSpan) -> Owner {
        Owner(entity: named.entity(of: name), form: name.form, tokens: name.tokens, span: name.span, from: nil)
    }

    /// A party that a pronoun or a phrase in an owner's place tells.
    private func owner(_ mention: Mention, token: Int) -> Owner {
        var entity = DocumentEntity(
            name: mention.name, code: mention.code, sector: mention.sector, kind: mention.kind)
        if mention.kind == .state {
            entity.sort = .state
            entity.entry = lexicon.stateByCode[mention.code]
        }
        return Owner(
            entity: entity, form: .name, tokens: token..<(token + 1), span: mention.span, from: mention.from)
    }

    /// Whether a name stands behind "pro-", "anti-" and the like, or before "-backed": then nothing is its own.
    func isContrary(_ token: Int) -> Bool {
        // Few words have a dash, and to cut a word is slow.
        if lower[token].utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 >= 0x80 }) {
            let parts = lower[token].split { $0 == "-" || $0 == "–" }
            if parts.count > 1, let last = parts.last, lists.contrary.contains(String(last)) { return true }
        }
        if token >= 2, tokens[token - 1].text == "-", word(token - 2, in: lists.contraryPrefixes) { return true }
        guard token + 2 < tokens.count, ["-", "–"].contains(tokens[token + 1].text) else { return false }
        return word(token + 2, in: lists.contrary)
    }

    private var lists: OwnerWords { text.lists.owners }
}
