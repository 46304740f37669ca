import ChanceryCore
import Grammar
import SpacyPipeline

extension EntityIndex {
    /// The parties that a phrase lists as what it means: Osk and Veldania of "neighbours such as Osk and Veldania".
    ///
    /// - Returns: the listed parties; empty where the phrase lists none.
    func listed(after head: Int) -> [Mention] {
        for preposition in parsed.tree.children(of: head, [.prep]) where preposition > head {
            let isSuchAs =
                lower[preposition] == "as"
                && (lower[preposition - 1] == "such"
                    || parsed.children(of: preposition).contains { lower[$0] == "such" })
            guard isSuchAs || word(preposition, in: text.lists.index.listing),
                let first = parsed.tree.child(of: preposition, [.pobj]), text.isProper(first)
            else { continue }
            let found = participants(at: first)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Parties that a clause or phrase between commas lets take part: Veldania of "Osk, joined by Veldania, attacked …" and
    /// of "Osk, together with Veldania, …".
    func companions(of head: Int) -> [Mention] {
        guard parsed.tree.hasLabel(head, [.nsubj, .pobj]), !told.phrases[head].isEmpty else { return [] }
        let isCompanion = { (token: Int) in lexicon.roles.isRelation(lower[token], .companion) }
        var places = parsed.tree.children(of: head, [.acl, .prep])
        if let verb = parsed.head(of: head) {
            places += parsed.tree.children(of: verb, [.prep, .advcl]).filter { $0 > head && $0 < verb }
        }
        for place in places where place > head {
            let low = parsed.extent(of: place).lowerBound
            guard low > 0, tokens[low - 1].text == "," else { continue }
            var joined: Int?
            if isCompanion(place), let agent = parsed.tree.child(of: place, [.agent]) {
                joined = parsed.tree.child(of: agent, [.pobj])
            } else if lower[place] == "with", isCompanion(low) {
                joined = parsed.tree.child(of: place, [.pobj])
            }
            guard let joined else { continue }
            let found = participants(at: joined).filter {
                $0.kind != .group && (!$0.code.isEmpty || $0.kind != .person)
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The members of a plural phrase, where it lists them; otherwise what the phrase names.
    func expanded(_ own: [Mention], at head: Int) -> [Mention] {
        guard [.NNS, .NNPS].contains(parsed.tree.tags[head]), !own.isEmpty, own.allSatisfy({ $0.code.isEmpty })
        else { return own }
        let members = listed(after: head)
        guard !members.isEmpty else { return own }
        let names = parsed.tree.hasChild(of: head, [.prep]) { lower[$0] == "including" }
        return names ? own + members : members
    }

    /// The state that a body of its friends is for: Osk of "Friends of Osk" and of "Osk Solidarity Committee".
    func stateBefriended(by body: Mention) -> Mention? {
        guard body.kind == .organisation, body.code.isEmpty, body.from == nil else { return nil }
        let inside = parsed.tokens(in: body.span)
        guard inside.contains(where: { text.lists.index.friendly.contains(tokens[$0].text) }) else { return nil }
        for token in inside {
            for index in named.listed.at[token] {
                let entity = named.entity(of: named.listed[index])
                guard entity.sort == .state, !entity.code.isEmpty else { continue }
                return state(code: entity.code, span: named.listed[index].span)
            }
        }
        return nil
    }

    /// The parties between whom a named question stands: "a two-state solution" is one of Israelis and Palestinians.
    func partiesOfIssue(at head: Int) -> [Mention] {
        let span = parsed.span(head)
        return issue(endingAt: head).compactMap { state(code: $0, span: span) }
    }

    /// The codes of the parties to a listed question whose words end at a token.
    private func issue(endingAt head: Int) -> [String] {
        guard let candidates = lexicon.issues[lower[head]] else { return [] }
        let low = max(text.sentence(head).lowerBound, head - 6)
        let words = text.words(low..<(head + 1)).lowercased().replacing("–", with: "-").replacing("‑", with: "-")
        let found = candidates.first {
            words == $0.words || words.hasSuffix(" " + $0.words) || words.hasSuffix("“" + $0.words)
        }
        return found?.codes ?? []
    }
}
