import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// Reads a phrase headed by a common noun: "the Albanian government", "Palestinian fighters", "dozens of tourists".
    mutating func readNoun(_ head: Int) {
        readLatter(head)
        guard !isModifier(head), phrases[head].isEmpty else { return }
        guard let (role, range) = role(at: head) else {
            let found = measured(head)
            phrases[head] = found
            history.add(found, token: head, in: parsed, weight: weight(of: head), isPlural: true)
            return
        }
        if isFestive(head) { return }
        // "teams up" is a verb, whatever its tag.
        if head + 1 < tokens.count, tokens[head + 1].tag == "RP" { return }
        let found = named(by: head, role: role) ?? mentions(of: role, range: range, head: head)
        guard !found.isEmpty else { return }
        for token in range where phrases[token].isEmpty { phrases[token] = found }
        phrases[head] = found
        history.add(
            found, token: head, in: parsed, weight: weight(of: head), noun: lower[head],
            isPlural: role.isPlural || ["NNS", "NNPS"].contains(tokens[head].tag))
    }

    /// "A dinner party": an evening, and no body.
    private func isFestive(_ head: Int) -> Bool {
        tokens[head].lemma.lowercased() == "party"
            && parsed.children(of: head, "compound", "amod", "nmod").contains {
                ["dinner", "holiday", "birthday", "cocktail", "garden", "christmas", "farewell", "third", "search"]
                    .contains(lower[$0])
            }
    }

    /// "The Israeli ambassador to Albania, Galit X", "the group Y": whom the name in apposition tells.
    private func named(by head: Int, role: RoleTable.Role) -> [Mention]? {
        let holders = holders(at: head)
        if !holders.isEmpty { return holders }
        if lexicon.roles.isRelational(role) || role.noun == .country, !role.isPlural {
            if let told = namedBeside(head, isRelational: lexicon.roles.isRelational(role)) { return [told] }
        }
        guard role.noun != .government, role.noun != .country, role.noun != .side else { return nil }
        var apposed = parsed.children(of: head, "appos")
        if role.noun == .office || role.noun == .person {
            // "The head of the Osk Centre, Mira Tovan": the parser hangs her on the centre.
            var places = [head]
            for _ in 0..<3 {
                places = places.flatMap { parsed.children(of: $0, "prep") }.filter { $0 > head }
                    .flatMap { parsed.children(of: $0, "pobj") }
                apposed += places.flatMap { parsed.children(of: $0, "appos") }
            }
        }
        for child in apposed {
            guard let index = namesAt[child].first else { continue }
            let name = names[index]
            let entity = entities[name.entity]
            guard name.form == .name, !entity.isPlace, entity.sort != .state,
                (entity.kind == .person) == (role.noun == .office || role.noun == .person)
            else { continue }
            var mention = mention(name.entity, span: name.span)
            if mention.code.isEmpty { mention.code = ownerCode(of: head) }
            if mention.sector.isEmpty { mention.sector = role.sector }
            return [mention]
        }
        return nil
    }

    /// "Its neighbour Veldania", "its ally, the Osk Union,", "his Danish counterpart, Lars X": who that is.
    private func namedBeside(_ head: Int, isRelational: Bool) -> Mention? {
        let next = head + 1
        let follows = next < sentence(head).upperBound && tokens[head].hasTrailingBlank
        var places = follows && namesAt[next].contains { names[$0].tokens.lowerBound == next } ? [next] : []
        if isRelational { places += parsed.children(of: head, "appos").filter { $0 > head } }
        for place in places {
            guard let index = namesAt[place].first else { continue }
            let name = names[index]
            let entity = entities[name.entity]
            // "The neighbour Osk fears": a name with a clause of its own is no apposition.
            let isSubject = place == next && ["nsubj", "nsubjpass"].contains(tokens[name.head].dep)
            guard name.form == .name, !entity.isPlace || entity.sort == .territory,
                !isSubject || tokens[name.head].head == head || isModifier(head)
            else { continue }
            return mention(name.entity, span: name.span)
        }
        return nil
    }

    /// "Thousands of demonstrators", "a number of Israeli analysts": what is measured is who acts.
    private func measured(_ head: Int) -> [Mention] {
        // "Hundreds protested": people, and no more is told of them.
        if tokens[head].tag == "NNS", tokens[head].dep == "nsubj", Self.measures.contains(lower[head]),
            parsed.children(of: head).isEmpty
        {
            return [Mention(name: lower[head], sector: "CVL", kind: .group, span: phraseSpan(head, through: head))]
        }
        guard Self.measures.contains(tokens[head].lemma) || Self.measures.contains(lower[head]),
            let preposition = parsed.children(of: head, "prep").first(where: { lower[$0] == "of" }),
            let object = parsed.child(of: preposition, "pobj")
        else { return [] }
        let span = phraseSpan(head, through: object)
        guard let (role, range) = role(at: object), role.isPlural || role.noun == .people || role.noun == .group else {
            guard let name = nameAt(object), name.form == .plural else { return [] }
            let entity = entities[name.entity]
            return [Mention(name: demonym(entity), code: entity.code, sector: "CVL", kind: .group, span: span)]
        }
        return mentions(of: role, range: range, head: object).map { mention in
            var mention = mention
            mention.span = span
            return mention
        }
    }

    private static let measures: Set<String> = [
        "number", "thousand", "hundred", "dozen", "ten", "score", "million", "lot", "majority", "handful", "couple",
        "group", "thousands", "hundreds", "dozens", "tens", "scores", "millions", "crowd", "wave", "half", "rest",
        "most", "part", "percent", "series", "some", "many", "several", "all", "one", "any", "convoy", "team", "unit",
        "host", "mass", "influx", "column", "bulk", "quarter", "third", "body", "two", "three", "four", "five", "none",
    ]

    /// What a phrase with a role at its head names; one mention for every owner it joins.
    func mentions(of role: RoleTable.Role, range: Range<Int>, head: Int) -> [Mention] {
        let owners = isPossessedPair(head) ? [] : owners(of: head)
        let span = phraseSpan(head, through: head, role: range)
        if owners.isEmpty {
            let known = antecedents(of: role, head: head)
            if !known.isEmpty { return known.map { carried($0, to: span) } }
        }
        switch role.noun {
        case .government, .mission:
            if owners.isEmpty { return unowned(role, range: range, head: head, span: span) }
            return unique(owners.compactMap { governing($0, sector: role.sector, span: span) })
        case .people:
            if owners.isEmpty { return unowned(role, range: range, head: head, span: span) }
            return unique(owners.compactMap { people($0, role: role, range: range, head: head, span: span) })
        case .country:
            if owners.isEmpty { return unowned(role, range: range, head: head, span: span) }
            return unique(owners.compactMap { country($0, role: role, range: range, head: head, span: span) })
        case .side: return []
        case .organ, .organisation, .office, .person, .group:
            if owners.isEmpty { return unowned(role, range: range, head: head, span: span) }
            return unique(
                owners.map { owner in
                    if role.noun == .office, !isIndefinite(head), !owner.entity.code.isEmpty,
                        let held = holder(role, head: head, code: owner.entity.code).first
                    {
                        return carried(held, to: span)
                    }
                    return Mention(
                        name: phraseName(head, role: range, owner: owner, isOneOfMany: owners.count > 1),
                        code: owner.entity.code, sector: sector(role, owner: owner), kind: kind(of: role),
                        span: span, from: owner.from)
                })
        }
    }

    /// "Our two peoples": a pair, not somebody's peoples.
    private func isPossessedPair(_ head: Int) -> Bool {
        parsed.children(of: head).contains { lower[$0] == "both" }
    }

    private func kind(of role: RoleTable.Role) -> EntityKind {
        switch role.noun {
        case .organ, .organisation, .government, .mission: role.isPlural ? .group : .organisation
        case .office, .person: role.isPlural ? .group : .person
        default: .group
        }
    }

    /// An office of a movement or body is that body's, not a government's.
    private func sector(_ role: RoleTable.Role, owner: Owner) -> String {
        guard role.sector == "GOV", role.noun == .office || role.noun == .group else { return role.sector }
        switch owner.entity.sort {
        case .movement, .organisation, .media: return owner.entity.sector
        default: return role.sector
        }
    }

    func unique(_ mentions: [Mention]) -> [Mention] {
        var seen: Set<String> = []
        return mentions.filter { seen.insert($0.name + "|" + $0.code).inserted }
    }

    /// A party that no name tells: "four pilots", "the police", "a company".
    private func unowned(_ role: RoleTable.Role, range: Range<Int>, head: Int, span: ByteSpan) -> [Mention] {
        switch role.noun {
        case .organisation:
            // "any association", "union": more often a thing than a party.
            guard Self.bodies.contains(tokens[head].lemma.lowercased()) || isProper(head) else { return [] }
        case .country:
            guard role.isPlural, tokens[head].lemma != "power", !isDefinite(head) || namesRegion(head) else {
                return []
            }
        case .side: return []
        case .people:
            guard lower[head] == "people" || lower[head] == "nationals" else { return [] }
        case .mission:
            return []
        default: break
        }
        var code = role.code
        if code.isEmpty, [.organ, .organisation, .group].contains(role.noun) {
            code = makerCode(of: head)
            if code.isEmpty { code = leaderCode(of: head) }
        }
        var name = phraseName(head, role: range, owner: nil, isOneOfMany: false)
        // "The President", "Secretary of State": a title is nobody's name, however it is written.
        if role.noun == .office, code.isEmpty, !phraseHasName(head) { name = name.lowercased() }
        // "The mayor's rivals" are told by whose rivals they are, and are not the mayor's own.
        if lexicon.roles.isRelational(role), let possessor = parsed.child(of: head, "poss"), possessor < head,
            tokens[possessor].tag != "PRP$"
        {
            let whole = parsed.extent(of: possessor).lowerBound..<max(head + 1, range.upperBound)
            name = words((whole.first { tokens[$0].pos != "DET" } ?? head)..<whole.upperBound)
        }
        return [Mention(name: name, code: code, sector: role.sector, kind: kind(of: role), span: span)]
    }

    /// Whether a phrase's modifiers, or what follows its "of", name anybody.
    private func phraseHasName(_ head: Int) -> Bool {
        parsed.subtree(of: head).contains { token in
            token != head
                && (!namesAt[token].isEmpty || !listedAt[token].isEmpty
                    || isProper(token) && role(at: head)?.tokens.contains(token) != true
                        && ["amod", "compound", "nmod"].contains(tokens[token].dep))
        }
    }

    /// "The Baltic states": a region tells which.
    private func namesRegion(_ head: Int) -> Bool {
        parsed.children(of: head, "amod", "compound", "nmod").contains { child in
            listedAt[child].contains { entities[listed[$0].entity].sort == .region }
        }
    }

    private static let bodies: Set<String> = [
        "group", "organization", "organisation", "agency", "party", "alliance", "coalition", "committee", "commission",
        "watchdog", "outfit", "caucus", "council", "foundation", "federation",
    ]

    /// The state, or the body, whose government or mission is told.
    private func governing(_ owner: Owner, sector: String, span: ByteSpan) -> Mention? {
        let entity = owner.entity
        switch entity.sort {
        case .movement, .organisation, .media, .group:
            return Mention(
                name: entity.name, code: entity.code, sector: sector, kind: entity.kind, span: span, from: owner.from)
        default:
            if let state = state(entity.code, sector: sector, span: span, from: owner.from) { return state }
            let kind: EntityKind = entity.kind == .place ? .state : entity.kind
            return Mention(
                name: entity.name, code: entity.code, sector: sector, kind: kind, span: span, from: owner.from)
        }
    }

    /// "The Palestinian people" are the Palestinians.
    private func people(_ owner: Owner, role: RoleTable.Role, range: Range<Int>, head: Int, span: ByteSpan) -> Mention?
    {
        let entity = owner.entity
        let name =
            switch entity.sort {
            case .state, .territory: demonym(entity)
            case .group: entity.name
            default: phraseName(head, role: range, owner: owner, isOneOfMany: false)
            }
        return Mention(name: name, code: entity.code, sector: "CVL", kind: .group, span: span, from: owner.from)
    }

    /// "Rama's country" and "the state of Osk" are the state; "Arab countries" are several.
    private func country(_ owner: Owner, role: RoleTable.Role, range: Range<Int>, head: Int, span: ByteSpan) -> Mention?
    {
        if role.isPlural || owner.entity.code.isEmpty {
            guard role.isPlural else { return nil }
            return Mention(
                name: phraseName(head, role: range, owner: owner, isOneOfMany: false), code: owner.entity.code,
                kind: .group, span: span, from: owner.from)
        }
        return state(owner.entity.code, span: span, from: owner.from)
    }
}
