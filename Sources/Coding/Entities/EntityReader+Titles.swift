import ChanceryCore
import Foundation
import SpacyPipeline

extension EntityReader {
    /// Reads the titles before every person's name, and gives persons their state and sector.
    mutating func readTitles() {
        for (index, name) in names.enumerated() where entities[name.entity].kind == .person {
            if let title = title(before: name.tokens.lowerBound, name: name) { titles[index] = title }
        }
        var codes: [Int: [String: Int]] = [:]
        var sectors: [Int: String] = [:]
        for index in titles.keys.sorted() {
            guard let title = titles[index] else { continue }
            let entity = names[index].entity
            if title.gender != .unknown { entities[entity].gender = title.gender }
            if let owner = title.owner, !entities[owner.entity].code.isEmpty {
                codes[entity, default: [:]][entities[owner.entity].code, default: 0] += 2
            }
            if let role = title.role, !role.sector.isEmpty, sectors[entity] == nil {
                sectors[entity] = title.owner.flatMap { bodySector($0) } ?? role.sector
            }
        }
        for (index, name) in names.enumerated() where entities[name.entity].kind == .person {
            if let (told, member) = held(at: name.head) {
                let code = member.owner.map { entities[$0.entity].code } ?? ""
                if !code.isEmpty { codes[name.entity, default: [:]][code, default: 0] += 3 }
                if sectors[name.entity] == nil, !told.role.sector.isEmpty { sectors[name.entity] = told.role.sector }
                continue
            }
            for (code, sector) in told(ofNameAt: index) {
                if !code.isEmpty { codes[name.entity, default: [:]][code, default: 0] += 2 }
                if !sector.isEmpty, sectors[name.entity] == nil { sectors[name.entity] = sector }
            }
        }
        for (entity, votes) in codes {
            let best = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }
            if let best { entities[entity].code = best.key }
        }
        for (entity, sector) in sectors where entities[entity].sector.isEmpty { entities[entity].sector = sector }
        fillFromContext()
        for entity in entities where entity.kind == .person {
            let gender = entity.gender == .unknown ? genderOfName(entity.name) : entity.gender
            if gender != .unknown { genders[entity.name] = gender }
        }
    }

    /// The sector of a movement or body, which is that of its officers.
    private func bodySector(_ owner: NameSpan) -> String? {
        switch entities[owner.entity].sort {
        case .movement, .organisation, .media: entities[owner.entity].sector
        case nil: entities[owner.entity].kind == .organisation ? entities[owner.entity].sector : nil
        default: nil
        }
    }

    /// The title that ends right before a token.
    private func title(before start: Int, name: NameSpan) -> TitleReading? {
        let low = sentence(start).lowerBound
        var gender = DocumentEntity.Gender.unknown
        var at = start
        while at > low, lexicon.roles.isHonorific(tokens[at - 1].text), isCapital(at - 1) {
            if lexicon.roles.isTitle(tokens[at - 1].text, .male) { gender = .male }
            if lexicon.roles.isTitle(tokens[at - 1].text, .female) { gender = .female }
            at -= 1
        }
        let honorific = at < start ? TitleReading(tokens: at..<start, gender: gender) : nil
        var reading: TitleReading
        if let (role, from) = role(endingAt: at), isTitle(role) {
            reading = TitleReading(tokens: from..<start, office: from..<at, role: role, gender: gender)
        } else if let (role, office) = officeWithOf(endingAt: at) {
            reading = TitleReading(tokens: office.lowerBound..<start, office: office, role: role, gender: gender)
            reading.owner = owner(in: office.upperBound..<at)
        } else if at < start, let (role, from) = role(endingAt: at + 1), isTitle(role) {
            // "King", "Judge", "Col": an honorific that is an office too.
            reading = TitleReading(tokens: from..<start, office: from..<(at + 1), role: role, gender: gender)
        } else {
            return honorific
        }
        extendLeft(&reading, low: low)
        if reading.owner == nil { reading.owner = ownerAfter(name) }
        return reading
    }

    private func isTitle(_ role: RoleTable.Role) -> Bool {
        (role.noun == .office || role.noun == .person) && !role.isPlural
    }

    /// "Minister of Foreign Affairs", "leader of the Osk Front" right before a token.
    private func officeWithOf(endingAt end: Int) -> (role: RoleTable.Role, office: Range<Int>)? {
        let low = max(sentence(max(0, end - 1)).lowerBound, end - 12)
        var at = end - 1
        var sawCapital = false
        while at > low {
            if isCapital(at) {
                sawCapital = true
            } else if ["of", "for"].contains(lower[at]), sawCapital, let (role, start) = role(endingAt: at),
                isTitle(role)
            {
                return (role, start..<at)
            } else if !["of", "the", "and", "for", "'s", "’s", "-", ","].contains(lower[at]) || lower[at] == "," {
                return nil
            }
            at -= 1
        }
        return nil
    }

    /// Takes in what stands before the office: whose it is, and whether it is still held.
    private func extendLeft(_ reading: inout TitleReading, low: Int) {
        var at = reading.tokens.lowerBound
        let end = reading.tokens.upperBound
        while at > low {
            let before = at - 1
            let word = lower[before]
            if let index = (namesAt[before].last), names[index].tokens.upperBound == at,
                names[index].tokens.lowerBound >= low
            {
                guard tokens[names[index].head].dep != "conj", reading.owner == nil || isPlainModifier(before) else {
                    break
                }
                if reading.owner == nil { reading.owner = names[index] }
                at = names[index].tokens.lowerBound
            } else if let index = listedAt[before].last, listed[index].tokens.upperBound == at {
                if reading.owner == nil { reading.owner = listed[index] }
                at = listed[index].tokens.lowerBound
            } else if lexicon.roles.isTitle(word, .former) {
                reading.isFormer = true
                at = before
            } else if tokens[before].tag == "PRP$" {
                reading.pronoun = before
                at = before
                break
            } else if lexicon.roles.isTitle(word, .deputy) || word == "'s" || word == "’s" || word == "the"
                || (word == "-" && before > low) || isPlainModifier(before, within: end)
            {
                at = before
            } else {
                break
            }
        }
        // A dash or ending alone at the left is none of it.
        while at < reading.tokens.lowerBound, ["-", "'s", "’s"].contains(lower[at]) || tokens[at].pos == "ADP" {
            at += 1
        }
        reading.tokens = at..<end
        if reading.owner == nil { reading.owner = owner(in: at..<(reading.office?.lowerBound ?? end)) }
    }

    private func isPlainModifier(_ token: Int, within end: Int = .max) -> Bool {
        let it = tokens[token]
        guard ["compound", "amod", "nmod", "poss"].contains(it.dep), it.head > token, it.head <= end else {
            return false
        }
        return it.pos == "NOUN" || it.pos == "ADJ" || it.pos == "PROPN"
    }

    /// The last name in a run of tokens that an office can belong to.
    func owner(in range: Range<Int>) -> NameSpan? {
        for token in range.reversed() {
            if let index = namesAt[token].last, entities[names[index].entity].sort != .region { return names[index] }
            if let index = listedAt[token].last, entities[listed[index].entity].sort != .region { return listed[index] }
        }
        return nil
    }

    /// "Prime Minister X of Osk": the name after the person's.
    private func ownerAfter(_ name: NameSpan) -> NameSpan? {
        let after = name.tokens.upperBound
        guard after + 1 < tokens.count, lower[after] == "of" else { return nil }
        let next = lower[after + 1] == "the" ? after + 2 : after + 1
        guard next < sentence(name.head).upperBound else { return nil }
        return namesAt[next].first.map { names[$0] }
    }

    /// What the words around a person's name tell of state and sector: "X, head of Y", "a delegation led by X".
    private func told(ofNameAt index: Int) -> [(code: String, sector: String)] {
        let name = names[index]
        var found: [(code: String, sector: String)] = []
        for child in parsed.children(of: name.head, "appos") {
            if let (role, _) = role(at: child), role.noun == .office || role.noun == .person {
                found.append((ownerCode(of: child), sector(role, ownedBy: owners(of: child).first)))
            }
        }
        if let noun = predicate(of: name.head), let (role, _) = role(at: noun), role.noun == .office {
            found.append((ownerCode(of: noun), sector(role, ownedBy: owners(of: noun).first)))
        }
        let above = tokens[name.head].head
        if tokens[name.head].dep == "appos", let (role, _) = role(at: above),
            role.noun == .office || role.noun == .person
        {
            found.append((ownerCode(of: above), sector(role, ownedBy: owners(of: above).first)))
        } else if let office = officeBeforeComma(name) {
            found.append((office.code, sector(office.role, ownedBy: owners(of: office.head).first)))
        }
        if tokens[name.head].dep == "pobj", tokens[above].dep == "agent",
            ["head", "lead", "chair", "command"].contains(tokens[tokens[above].head].lemma)
        {
            let verb = tokens[above].head
            if tokens[verb].dep == "acl" || tokens[verb].dep == "relcl" {
                found.append((ownerCode(of: tokens[verb].head), ""))
            }
        }
        if name.tokens.upperBound + 1 < tokens.count, lower[name.tokens.upperBound] == "of",
            let party = ownerAfter(name), entities[party.entity].kind != .place,
            tokens[name.tokens.upperBound].head == name.head
        {
            found.append((entities[party.entity].code, ""))
        }
        return found
    }

    /// "X is the foreign minister of Osk": the noun a subject is told to be.
    func predicate(of head: Int) -> Int? {
        guard tokens[head].dep == "nsubj", ["be", "become", "remain"].contains(tokens[tokens[head].head].lemma),
            !parsed.children(of: tokens[head].head).contains(where: { tokens[$0].dep == "neg" })
        else { return nil }
        return parsed.child(of: tokens[head].head, "attr")
    }

    /// An office's sector: that of the body it is an office of, where it is no state's.
    private func sector(_ role: RoleTable.Role, ownedBy owner: Owner?) -> String {
        guard role.sector == "GOV", let entity = owner?.entity else { return role.sector }
        let isBody =
            [.movement, .organisation, .media].contains(entity.sort)
            || entity.sort == nil && entity.kind == .organisation
        return isBody ? entity.sector : role.sector
    }

    /// "the head of Osk's harbour board, Anton Veld": the office before the comma, though the parse hangs the name
    /// on another word.
    func officeBeforeComma(_ name: NameSpan) -> (role: RoleTable.Role, head: Int, code: String)? {
        let comma = name.tokens.lowerBound - 1
        let low = sentence(name.head).lowerBound
        guard comma > low, tokens[comma].text == ",", tokens[name.head].dep == "appos" else { return nil }
        var at = comma - 1
        while at >= low, comma - at < 14 {
            if tokens[at].pos == "VERB" || tokens[at].pos == "AUX" || tokens[at].text == "," { return nil }
            if let (role, _) = role(endingAt: at + 1), role.noun == .office, !role.isPlural {
                let follows = at + 1 == comma || tokens[at + 1].pos == "ADP"
                if follows { return (role, at, ownerCode(of: at)) }
            }
            at -= 1
        }
        return nil
    }

    /// Persons whose state no title tells: that of the person before in a list, otherwise the one told of there.
    private mutating func fillFromContext() {
        let shares = stateShares()
        for (index, name) in names.enumerated() where entities[name.entity].kind == .person {
            guard entities[name.entity].code.isEmpty, let title = titles[index], let role = title.role,
                ["GOV", "LEG", "MIL", "COP", "JUD", "SPY", "OPP"].contains(role.sector), title.owner == nil
            else { continue }
            if tokens[name.head].dep == "conj",
                let before = names[..<index].last(where: { $0.head == tokens[name.head].head }),
                entities[before.entity].kind == .person, !entities[before.entity].code.isEmpty
            {
                entities[name.entity].code = entities[before.entity].code
            } else {
                entities[name.entity].code = stateTold(
                    before: title.tokens.lowerBound, isOwn: title.pronoun != nil, shares: shares)
            }
        }
    }

    /// The state a passage tells of: subjects of the sentences before weigh most, then the document's main state.
    private func stateTold(before token: Int, isOwn: Bool, shares: [String: Double]) -> String {
        let here = parsed.sentence(of: token)
        let block = parsed.sentences[here].block
        var scores = shares
        for sentence in stride(from: here, through: max(0, here - 4), by: -1) {
            guard parsed.sentences[sentence].block == block else { break }
            for place in parsed.sentences[sentence].tokens where place < token {
                for index in namesAt[place] where names[index].tokens.lowerBound == place {
                    let name = names[index]
                    let entity = entities[name.entity]
                    guard entity.sort == .state || entity.sort == .capital else { continue }
                    if isOwn, sentence == here { scores[entity.code, default: 0] += 100 + Double(place) / 1e6 }
                    // Only who acts is told of: a visit to Osk makes nobody a minister of Osk's.
                    guard acts(name) else { continue }
                    scores[entity.code, default: 0] += pow(0.6, Double(here - sentence))
                }
            }
        }
        guard let best = scores.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value > 0.3,
            scores.values.reduce(0, +) < 1.6 * best.value
        else { return "" }
        return best.key
    }

    /// Whether a name is a subject, or describes or owns one.
    private func acts(_ name: NameSpan) -> Bool {
        weight(of: name.head) >= 3 || isModifier(name.head) && weight(of: tokens[name.head].head) >= 3
    }

    /// How much of the document's telling of states falls to each, times 1.2.
    private func stateShares() -> [String: Double] {
        var counts: [String: Double] = [:]
        for name in names where entities[name.entity].sort == .state {
            counts[entities[name.entity].code, default: 0] += acts(name) ? 1 : 0
        }
        let total = max(1, counts.values.reduce(0, +))
        // Told once is told in passing.
        return counts.filter { $0.value > 1 }.mapValues { 1.2 * $0 / total }
    }
}
