import ChanceryCore
import SpacyPipeline

/// Persons who are told beside the office they hold: "the foreign ministers, A of Osk and B of Veldania", "the presidents
/// of Osk and Veldania, A and B", "Presidents A of Osk and B of Veldania", "the president of Osk, A,".
struct Officeholders: Sendable {
    struct Member: Sendable {
        /// The tokens of the person's name.
        let name: Range<Int>
        /// The state whose office it is, where the words tell it.
        let owner: NameSpan?
    }

    let role: RoleTable.Role
    /// The office's own tokens.
    let office: Range<Int>
    let members: [Member]
}

extension EntityReader {
    /// Reads every office with its holders named right after it, by the words themselves: parsers hang the second name on the
    /// first state ("A of Osk and B of Veldania").
    func readOfficeholders() -> [Officeholders] {
        var found: [Officeholders] = []
        var token = 0
        while token < tokens.count {
            if ["NOUN", "PROPN"].contains(tokens[token].pos), let told = officeholders(endingAt: token + 1) {
                found.append(told)
                token = max(token, (told.members.last?.name.upperBound ?? token) - 1)
            }
            token += 1
        }
        return found
    }

    /// The office that a name's token is told to hold, with its own place among the holders.
    func held(at token: Int) -> (told: Officeholders, member: Officeholders.Member)? {
        for told in officeholders where told.office.lowerBound <= token {
            if let member = told.members.first(where: { $0.name.contains(token) }) { return (told, member) }
        }
        return nil
    }

    /// Whom an office's own word, or the first holder's name, stands for: all its holders.
    func holders(at token: Int) -> [Mention] {
        let told = officeholders.first {
            $0.office.contains(token) || $0.role.isPlural && $0.members[0].name.contains(token)
        }
        return (told?.members ?? []).compactMap { member in
            namesAt[member.name.lowerBound].first.map { mention(names[$0].entity, span: names[$0].span) }
        }
    }

    /// Records the office of a name that an enumeration tells; false where none does.
    mutating func recordHeldOffice(_ name: NameSpan) -> Bool {
        guard let (told, member) = held(at: name.head) else { return false }
        let low = told.office.lowerBound
        offices.append(
            OfficeMention(
                person: mention(name.entity, span: name.span), office: told.role.singular, sector: told.role.sector,
                of: member.owner.map { mention($0.entity, span: $0.span) }, tokens: low..<name.tokens.upperBound,
                isFormer: low > 0 && lexicon.roles.isTitle(lower[low - 1], .former),
                trigger: told.role.isPlural ? name.head : nil))
        return true
    }

    private func officeholders(endingAt end: Int) -> Officeholders? {
        guard let (role, start) = role(endingAt: end), role.noun == .office else { return nil }
        let limit = sentence(start).upperBound
        guard role.isPlural else { return holder(role, start..<end, limit: limit) }
        var at = end
        var states = statesBefore(start)
        if at < limit, lower[at] == "of" {
            (states, at) = statesListed(from: at + 1, limit: limit)
            guard states.count > 1 else { return nil }
        }
        if at < limit, [",", ":", "–", "—"].contains(tokens[at].text) { at += 1 } else if !states.isEmpty { return nil }
        let members = membersListed(from: at, limit: limit)
        guard members.count > 1 else { return nil }
        if members.allSatisfy({ $0.owner != nil }) {
            return Officeholders(role: role, office: start..<end, members: members)
        }
        guard states.count == members.count, members.allSatisfy({ $0.owner == nil }) else { return nil }
        let paired = zip(members, states).map { Officeholders.Member(name: $0.name, owner: $1) }
        return Officeholders(role: role, office: start..<end, members: paired)
    }

    /// "The president of Osk, A B,": one holder of one office, named between commas.
    private func holder(_ role: RoleTable.Role, _ office: Range<Int>, limit: Int) -> Officeholders? {
        guard office.upperBound < limit, lower[office.upperBound] == "of" else { return nil }
        let (states, comma) = statesListed(from: office.upperBound + 1, limit: limit)
        guard states.count == 1, comma + 1 < limit, tokens[comma].text == ",",
            let name = nameRun(from: comma + 1, limit: limit), name.count > 1
        else { return nil }
        let isClosed =
            name.upperBound >= limit
            || [",", ".", ";", ")"].contains(tokens[name.upperBound].text)
            || ["VERB", "AUX"].contains(tokens[name.upperBound].pos)
        guard isClosed else { return nil }
        return Officeholders(
            role: role, office: office, members: [Officeholders.Member(name: name, owner: states[0])])
    }

    /// States joined by commas and "and", with the token after them.
    private func statesListed(from start: Int, limit: Int) -> ([NameSpan], Int) {
        var found: [NameSpan] = []
        var at = start
        while at < limit {
            var next = at
            while next < limit, ["the", "and"].contains(lower[next]) || !found.isEmpty && tokens[next].text == "," {
                next += 1
            }
            guard next < limit, let name = stateName(at: next) else { break }
            found.append(name)
            at = name.tokens.upperBound
        }
        return (found, at)
    }

    /// "Osk's and Veldania's", "Oskan and Veldanian": the states told right before an office.
    private func statesBefore(_ start: Int) -> [NameSpan] {
        var found: [NameSpan] = []
        var at = start - 1
        let low = sentence(start).lowerBound
        while at >= low {
            if ["'s", "’s", "'", "’", "and", ","].contains(lower[at]) {
                at -= 1
            } else if let index = listedAt[at].last, entities[listed[index].entity].sort == .state {
                found.insert(listed[index], at: 0)
                at = listed[index].tokens.lowerBound - 1
            } else {
                break
            }
        }
        return found
    }

    /// A state's own name at a token; the listed ones only, since persons are not yet known.
    private func stateName(at token: Int) -> NameSpan? {
        guard let index = listedAt[token].last, listed[index].tokens.lowerBound == token, listed[index].form == .name,
            [.state, .territory].contains(entities[listed[index].entity].sort)
        else { return nil }
        return listed[index]
    }

    /// Names joined by commas and "and", each with its state after "of" or in brackets.
    private func membersListed(from start: Int, limit: Int) -> [Officeholders.Member] {
        var found: [Officeholders.Member] = []
        var at = start
        while at < limit {
            var next = at
            while next < limit, !found.isEmpty, tokens[next].text == "," || lower[next] == "and" { next += 1 }
            guard found.isEmpty || next > at, let name = nameRun(from: next, limit: limit) else { break }
            var owner: NameSpan?
            at = name.upperBound
            if at + 1 < limit, lower[at] == "of" || tokens[at].text == "(",
                let state = stateName(at: lower[at + 1] == "the" ? min(at + 2, limit - 1) : at + 1)
            {
                let isBracket = tokens[at].text == "("
                owner = state
                at = state.tokens.upperBound
                if isBracket, at < limit, tokens[at].text == ")" { at += 1 }
            }
            found.append(Officeholders.Member(name: name, owner: owner))
        }
        return found
    }

    /// A run of capitals that can be a person's name: nothing in it is listed for anything else, or is a common word.
    private func nameRun(from start: Int, limit: Int) -> Range<Int>? {
        var end = start
        while end < limit, end - start < 5 {
            let isParticle = end > start && lexicon.roles.isTitle(lower[end], .particle) && !isCapital(end)
            let isInitial = tokens[end].text.hasSuffix(".") && isCapital(end)
            guard isParticle || isInitial || canBeName(end) else { break }
            end += 1
        }
        while end > start, !isCapital(end - 1) { end -= 1 }
        return end > start ? start..<end : nil
    }

    private func canBeName(_ token: Int) -> Bool {
        let text = tokens[token].text
        return isCapital(token) && text.contains(where: \.isLetter) && !["The", "In", "On", "At", "And"].contains(text)
            && !["VERB", "AUX", "DET", "PRON"].contains(tokens[token].pos) && role(at: token) == nil
            && !listedAt[token].contains { entities[listed[$0].entity].kind != .person }
            && !lexicon.roles.isTitle(text, .thing) && !lexicon.roles.isHonorific(text)
    }
}
