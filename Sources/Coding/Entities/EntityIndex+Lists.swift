import ChanceryCore
import SpacyPipeline

extension EntityIndex {
    /// The parties that a phrase lists as what it means: Osk and Veldania of "neighbours such as Osk and Veldania".
    ///
    /// - Returns: the listed parties; empty where the phrase lists none.
    func listed(after head: Int) -> [Mention] {
        let parsed = reader.parsed
        for preposition in parsed.children(of: head, "prep") where preposition > head {
            let isSuchAs =
                reader.lower[preposition] == "as"
                && (reader.lower[preposition - 1] == "such"
                    || parsed.children(of: preposition).contains { reader.lower[$0] == "such" })
            guard isSuchAs || reader.lower[preposition] == "including" || reader.lower[preposition] == "like",
                let first = parsed.child(of: preposition, "pobj"), reader.isProper(first)
            else { continue }
            let found = participants(at: first)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Parties that a clause or phrase between commas lets take part: Veldania of "Osk, joined by Veldania, attacked …" and
    /// of "Osk, together with Veldania, …".
    func companions(of head: Int) -> [Mention] {
        let parsed = reader.parsed
        guard ["nsubj", "pobj"].contains(parsed.tokens[head].dep), !reader.phrases[head].isEmpty else { return [] }
        let isCompanion = { (token: Int) in reader.lexicon.roles.isRelation(reader.lower[token], .companion) }
        var places = parsed.children(of: head, "acl", "prep")
        if let verb = parsed.head(of: head) {
            places += parsed.children(of: verb, "prep", "advcl").filter { $0 > head && $0 < verb }
        }
        for place in places where place > head {
            let low = parsed.extent(of: place).lowerBound
            guard low > 0, reader.tokens[low - 1].text == "," else { continue }
            var joined: Int?
            if isCompanion(place), let agent = parsed.child(of: place, "agent") {
                joined = parsed.child(of: agent, "pobj")
            } else if reader.lower[place] == "with", isCompanion(low) {
                joined = parsed.child(of: place, "pobj")
            }
            guard let joined else { continue }
            let found = participants(at: joined).filter { $0.kind != .group && (!$0.code.isEmpty || $0.kind != .person) }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The members of a plural phrase, where it lists them; otherwise what the phrase names.
    func expanded(_ own: [Mention], at head: Int) -> [Mention] {
        guard ["NNS", "NNPS"].contains(reader.tokens[head].tag), !own.isEmpty, own.allSatisfy({ $0.code.isEmpty })
        else { return own }
        let members = listed(after: head)
        guard !members.isEmpty else { return own }
        let names = reader.parsed.children(of: head, "prep").contains { reader.lower[$0] == "including" }
        return names ? own + members : members
    }

    /// The state that a body of its friends is for: Osk of "Friends of Osk" and of "Osk Solidarity Committee".
    func stateBefriended(by body: Mention) -> Mention? {
        guard body.kind == .organisation, body.code.isEmpty, body.from == nil else { return nil }
        let inside = reader.parsed.tokens(in: body.span)
        guard inside.contains(where: { Self.friendly.contains(reader.tokens[$0].text) }) else { return nil }
        for token in inside {
            for index in reader.listedAt[token] {
                let entity = reader.entities[reader.listed[index].entity]
                guard entity.sort == .state, !entity.code.isEmpty else { continue }
                return state(code: entity.code, span: reader.listed[index].span)
            }
        }
        return nil
    }

    private static let friendly: Set<String> = ["Allies", "Friends", "Friendship", "Solidarity", "Supporters"]

    /// The parties between whom a named question stands: "a two-state solution" is one of Israelis and Palestinians.
    func partiesOfIssue(at head: Int) -> [Mention] {
        let codes = reader.issue(endingAt: head)
        let span = reader.parsed.span(head)
        return codes.compactMap { state(code: $0, span: span) }
    }
}

extension EntityReader {
    /// The codes of the parties to a listed question whose words end at a token.
    func issue(endingAt head: Int) -> [String] {
        guard let candidates = lexicon.issues[lower[head]] else { return [] }
        let low = max(sentence(head).lowerBound, head - 6)
        let text = words(low..<(head + 1)).lowercased().replacing("–", with: "-").replacing("‑", with: "-")
        return candidates.first {
            text == $0.words || text.hasSuffix(" " + $0.words) || text.hasSuffix("“" + $0.words)
        }?
        .codes ?? []
    }

    /// The code of whoever made a body that a phrase tells for the first time: Osk's for "a parliamentary group" in
    /// "Osk launched a parliamentary group".
    func makerCode(of head: Int) -> String {
        guard isIndefinite(head), ["dobj", "nsubjpass"].contains(tokens[head].dep) else { return "" }
        var verb = tokens[head].head
        guard Self.making.contains(tokens[verb].lemma.lowercased()) else { return "" }
        if tokens[head].dep == "nsubjpass" {
            return parsed.child(of: verb, "agent").flatMap { parsed.child(of: $0, "pobj") }
                .flatMap { phrases[$0].first?.code ?? nameAt($0).map { entities[$0.entity].code } } ?? ""
        }
        for _ in 0..<6 {
            if let subject = parsed.child(of: verb, "nsubj") {
                let codes = Set(phrases[subject].map(\.code))
                return codes.count == 1 && phrases[subject].first?.kind != .person ? codes.first ?? "" : ""
            }
            guard ["advcl", "xcomp", "conj"].contains(tokens[verb].dep), let above = parsed.head(of: verb) else {
                break
            }
            verb = above
        }
        return ""
    }

    /// The code of whoever leads a group that has no owner: "a delegation led by Osk's foreign minister".
    func leaderCode(of head: Int) -> String {
        for clause in parsed.children(of: head, "acl") where ["lead", "head", "command"].contains(tokens[clause].lemma)
        {
            guard let agent = parsed.child(of: clause, "agent"), let leader = parsed.child(of: agent, "pobj") else {
                continue
            }
            if let name = nameAt(leader) { return entities[name.entity].code }
            return ownerCode(of: leader)
        }
        return ""
    }

    private static let making: Set<String> = [
        "launch", "form", "establish", "found", "create", "set", "introduce", "inaugurate", "appoint", "constitute",
    ]
}
