import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads every office with its holders named right after it, by the words themselves: parsers hang the second name on the
/// first state ("A of Osk and B of Veldania").
struct OfficeholderReader: EntityStage {
    let text: EntityText
    let listed: ListedNames

    func read() -> HeldOffices {
        var found: [Officeholders] = []
        var token = 0
        while token < tokens.count {
            if [.noun, .propn].contains(parsed.tree.classes[token]), let told = officeholders(endingAt: token + 1) {
                found.append(told)
                token = max(token, (told.members.last?.name.upperBound ?? token) - 1)
            }
            token += 1
        }
        return HeldOffices(found)
    }

    private func officeholders(endingAt end: Int) -> Officeholders? {
        guard let (role, start) = text.role(endingAt: end), role.noun == .office else { return nil }
        let limit = text.sentence(start).upperBound
        guard role.isPlural else { return holder(role, start..<end, limit: limit) }
        var at = end
        var states = statesBefore(start)
        if at < limit, lower[at] == "of" {
            (states, at) = statesListed(from: at + 1, limit: limit)
            guard states.count > 1 else { return nil }
        }
        if at < limit, [",", ":", "–", "—"].contains(tokens[at].text) {
            at += 1
        } else if !states.isEmpty {
            return nil
        }
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
            || [.verb, .aux].contains(parsed.tree.classes[name.upperBound])
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
            while next < limit, word(next, in: lists.stateJoints) || !found.isEmpty && tokens[next].text == "," {
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
        let low = text.sentence(start).lowerBound
        while at >= low {
            if tokens[at].text == "," || word(at, in: lists.possessiveJoints) {
                at -= 1
            } else if let name = listed.names.last(at: at), listed.entity(of: name).sort == .state {
                found.insert(name, at: 0)
                at = name.tokens.lowerBound - 1
            } else {
                break
            }
        }
        return found
    }

    /// A state's own name at a token; the listed ones only, since persons are not yet known.
    private func stateName(at token: Int) -> NameSpan? {
        guard let name = listed.names.last(at: token), name.tokens.lowerBound == token, name.form == .name,
            [.state, .territory].contains(listed.entity(of: name).sort)
        else { return nil }
        return name
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
            let isParticle = end > start && text.isTitle(lower[end], .particle) && !text.isCapital(end)
            let isInitial = tokens[end].text.hasSuffix(".") && text.isCapital(end)
            // "Anna Holm-Veld": a hyphen joins two names without blanks.
            if end > start, end + 1 < limit, tokens[end].text == "-", tokens[end - 1].end == tokens[end].start,
                tokens[end].end == tokens[end + 1].start, canBeName(end + 1)
            {
                end += 2
                continue
            }
            guard isParticle || isInitial || canBeName(end) else { break }
            end += 1
        }
        while end > start, !text.isCapital(end - 1) { end -= 1 }
        return end > start && !text.isTitle(tokens[end - 1].text, .thing) ? start..<end : nil
    }

    private func canBeName(_ token: Int) -> Bool {
        let word = tokens[token].text
        return text.isCapital(token) && word.contains(where: \.isLetter) && !lists.openers.contains(word)
            && ![.verb, .aux, .det, .pron].contains(parsed.tree.classes[token]) && role(at: token) == nil
            && !listed.namesNoPerson(at: token) && !roles.isHonorific(word)
    }

    private var lists: NameWords { text.lists.names }
}
