import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// Reads a phrase headed by a common noun: "the Albanian government", "Palestinian fighters", "dozens of tourists".
    mutating func readNoun(_ head: Int) {
        guard !isModifier(head) || tokens[head].dep == "nmod" else { return }
        guard let (role, range) = role(at: head) else {
            phrases[head] = measured(head)
            return
        }
        guard range.lowerBound >= sentence(head).lowerBound, range.contains(where: { $0 == head }) else { return }
        let found = mentions(of: role, range: range, head: head)
        guard !found.isEmpty else { return }
        for token in range where phrases[token].isEmpty { phrases[token] = found }
        phrases[head] = found
        for mention in found {
            history.add(mention, token: head, in: parsed, weight: weight(of: head), noun: lower[head])
        }
    }

    /// "Thousands of demonstrators", "a number of Israeli analysts": what is measured is who acts.
    private func measured(_ head: Int) -> [Mention] {
        guard Self.measures.contains(tokens[head].lemma) || Self.measures.contains(lower[head]),
            let preposition = parsed.children(of: head, "prep").first(where: { lower[$0] == "of" }),
            let object = parsed.child(of: preposition, "pobj")
        else { return [] }
        guard let (role, range) = role(at: object), role.isPlural || role.noun == .people || role.noun == .group else {
            guard let name = nameAt(object), name.form == .plural else { return [] }
            let entity = entities[name.entity]
            return [
                Mention(
                    name: demonym(entity), code: entity.code, sector: "CVL", kind: .group,
                    span: phraseSpan(head, through: object))
            ]
        }
        return mentions(of: role, range: range, head: object).map { mention in
            var mention = mention
            mention.span = phraseSpan(head, through: object)
            return mention
        }
    }

    private static let measures: Set<String> = [
        "number", "thousand", "hundred", "dozen", "ten", "score", "million", "lot", "majority", "handful", "couple",
        "group", "thousands", "hundreds", "dozens", "tens", "scores", "millions", "crowd", "wave", "half", "rest",
        "most", "part", "percent", "series", "some", "many", "several", "all", "one", "any", "family", "families",
        "convoy", "team", "unit", "host", "mass", "influx", "column", "bulk", "quarter", "third", "body",
    ]

    /// What a phrase with a role at its head names; one mention for every owner it joins.
    func mentions(of role: RoleTable.Role, range: Range<Int>, head: Int) -> [Mention] {
        let owners = owners(of: head)
        let span = phraseSpan(head, through: head, role: range)
        switch role.noun {
        case .government, .mission:
            let found = owners.compactMap { governing($0, sector: role.sector, span: span) }
            return unique(found)
        case .people, .country:
            return unique(owners.compactMap { people($0, role: role, head: head, span: span) })
        case .side: return []
        case .organ, .organisation, .office, .person, .group:
            let kind: EntityKind =
                switch role.noun {
                case .organ, .organisation: .organisation
                case .office, .person: role.isPlural ? .group : .person
                default: .group
                }
            if owners.isEmpty {
                guard isUnmodifiedParty(role, head: head) else { return [] }
                return [
                    Mention(
                        name: phraseName(head, role: range, owner: nil), sector: role.sector, kind: kind, span: span)
                ]
            }
            return unique(
                owners.map { owner in
                    Mention(
                        name: phraseName(head, role: range, owner: owners.count > 1 ? owner : nil),
                        code: entities[owner.entity].code, sector: role.sector, kind: kind, span: span)
                })
        }
    }

    private func unique(_ mentions: [Mention]) -> [Mention] {
        var seen: Set<String> = []
        return mentions.filter { seen.insert($0.name + "|" + $0.code).inserted }
    }

    /// Whether a role without an owner names a party: several people, or one that is not referred back to.
    private func isUnmodifiedParty(_ role: RoleTable.Role, head: Int) -> Bool {
        switch role.noun {
        case .group: true
        case .person, .office: role.isPlural || isIndefinite(head)
        case .organ, .organisation: isIndefinite(head) || isProper(head)
        default: false
        }
    }

    func isIndefinite(_ head: Int) -> Bool {
        guard let article = parsed.child(of: head, "det") else {
            return parsed.child(of: head, "nummod") != nil
        }
        return ["a", "an", "another", "some", "no", "any", "every", "each"].contains(lower[article])
    }

    /// The state, or the body, whose government or mission is told.
    private func governing(_ owner: NameSpan, sector: String, span: ByteSpan) -> Mention? {
        let entity = entities[owner.entity]
        switch entity.sort {
        case .movement, .organisation, .media, .group:
            return Mention(name: entity.name, code: entity.code, sector: sector, kind: entity.kind, span: span)
        default:
            if let state = state(entity.code, sector: sector, span: span) { return state }
            guard entity.sort != .region else { return nil }
            let kind: EntityKind = entity.kind == .place ? .state : entity.kind
            return Mention(name: entity.name, code: entity.code, sector: sector, kind: kind, span: span)
        }
    }

    /// "The Palestinian people" are the Palestinians; "Rama's country" is the person's state.
    private func people(_ owner: NameSpan, role: RoleTable.Role, head: Int, span: ByteSpan) -> Mention? {
        let entity = entities[owner.entity]
        if role.noun == .country {
            guard !role.isPlural, owner.form == .name || tokens[head].lemma == "state" else {
                return Mention(
                    name: phraseName(head, role: head..<(head + 1), owner: nil), code: entity.code, kind: .group,
                    span: span)
            }
            return state(entity.code, span: span)
        }
        if entity.sort == .state || entity.sort == .territory {
            return Mention(name: demonym(entity), code: entity.code, sector: "CVL", kind: .group, span: span)
        }
        return Mention(name: entity.name, code: entity.code, sector: "CVL", kind: .group, span: span)
    }

    /// A phrase's words without articles, clauses and far modifiers: "Israeli officials", "members of the PLO".
    func phraseName(_ head: Int, role: Range<Int>, owner: NameSpan?) -> String {
        var left = [Int]()
        for child in parsed.children(of: head) where child < head {
            if ["amod", "compound", "nmod", "nummod", "quantmod"].contains(tokens[child].dep) {
                left += parsed.subtree(of: child).filter { $0 < head }
            }
        }
        var prefix = ""
        if let owner {
            // Joined owners: each has its own phrase.
            let others = leftOwners(of: head).flatMap { Array($0.tokens) }
            left.removeAll { others.contains($0) || lower[$0] == "and" || tokens[$0].text == "," }
            prefix = words(owner.tokens) + " "
        } else if let possessor = parsed.child(of: head, "poss"), let name = nameAt(possessor) {
            prefix = (adjective(entities[name.entity]) ?? words(name.tokens) + "'s") + " "
        }
        let low = ([role.lowerBound, head] + left).min() ?? head
        var text = words(low..<max(head + 1, role.upperBound))
        if owner != nil {
            let kept = (left + Array(role) + [head]).sorted()
            if let first = kept.first { text = words(first..<max(head + 1, role.upperBound)) }
        }
        let tail = ofPhrase(head)
        return prefix + text + tail
    }

    private func adjective(_ entity: DocumentEntity) -> String? {
        entity.entry.flatMap { lexicon.adjectives[$0] }
    }

    /// " of the PLO" after a noun, where a party or an office's field follows directly.
    private func ofPhrase(_ head: Int) -> String {
        guard let preposition = parsed.children(of: head, "prep").first(where: { lower[$0] == "of" && $0 > head }),
            preposition <= head + 1, let object = parsed.child(of: preposition, "pobj"), object - head <= 5
        else { return "" }
        var end = object + 1
        if let name = nameAt(object) { end = max(end, name.tokens.upperBound) }
        return " " + words(preposition..<end)
    }

    /// The words from a phrase's first modifier to its noun, article aside.
    func phraseSpan(_ head: Int, through last: Int, role: Range<Int>? = nil) -> ByteSpan {
        var low = min(head, role?.lowerBound ?? head)
        for child in parsed.children(of: head) where child < head {
            guard ["amod", "compound", "nmod", "nummod", "poss", "quantmod"].contains(tokens[child].dep) else {
                continue
            }
            low = min(low, parsed.extent(of: child).lowerBound)
        }
        low = max(low, sentence(head).lowerBound)
        while low < head, tokens[low].pos == "DET" { low += 1 }
        return parsed.span(low..<(max(last + 1, role?.upperBound ?? 0)))
    }
}
