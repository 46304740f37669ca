import ChanceryCore
import Grammar
import SpacyPipeline

/// Whom a phrase without an owner points back to: "the group", "this country", "the students", "the three parties".
struct Antecedents: ToldStage {
    let named: NamedText
    let told: ToldParties

    /// What a phrase without an owner means, from what was told before; empty where nothing fits.
    func mentions(of role: RoleTable.Role, head: Int) -> [Mention] {
        if let possessor = parsed.tree.child(of: head, [.poss]), word(possessor, in: lists.speakersOwn) { return [] }
        let pairs = asking(PairReader.self)
        if pairs.isPair(head) { return pairs.pair(at: head, noun: lower[head]) }
        if let several = numbered(head) { return several }
        if pointsBySort(head), [.group, .organisation].contains(role.noun), !role.isPlural {
            return body(role, head: head)
        }
        guard text.isDefinite(head), !isNarrowed(head) else { return [] }
        if role.isPlural || role.noun == .group {
            let holders = asking(LeadersTold.self).holders(of: head)
            if !holders.isEmpty { return holders }
        }
        switch role.noun {
        case .mission: return group(head)
        case .government, .country: return state(of: role, head: head)
        case .organ, .organisation, .group: return body(role, head: head)
        case .office, .person: return role.isPlural ? group(head) : holder(role, head: head, code: nil)
        case .people, .side: return []
        }
    }

    /// Who holds an office the text has named a holder of; of the given state, where one is given.
    func holder(_ role: RoleTable.Role, head: Int, code: String?) -> [Mention] {
        // "the pilot": the one told by that word.
        guard role.noun == .office, !role.isPlural else { return group(head) }
        let office = role.words.joined(separator: " ")
        let ending = " " + (role.words.last ?? office)
        let found = told.offices.last { told in
            guard !told.isFormer || code == nil, let person = told.person, told.tokens.upperBound <= head,
                code == nil || person.code == code
            else { return false }
            let words = told.office.lowercased()
            return words == office || code == nil && role.words.count == 1 && words.hasSuffix(ending)
        }
        return (found?.person).map { [$0] } ?? []
    }

    /// "The country", "the Balkan country", "the government": the nearest state that fits.
    private func state(of role: RoleTable.Role, head: Int) -> [Mention] {
        if role.isPlural, role.noun == .country { return [] }
        let region = regionStates(before: head)
        let (sentence, block) = place(head)
        let found = history.best(sentence: sentence, block: block, reach: 4) { item in
            item.token < head && item.mentions.count == 1 && item.mentions[0].kind == .state
                && !item.mentions[0].code.isEmpty && region?.contains(item.mentions[0].code) != false
        }
        guard var mention = found?.mentions.first else { return [] }
        if role.noun != .country { mention.sector = role.sector }
        return [mention]
    }

    /// The states of a region told before a noun: "the Balkan country".
    private func regionStates(before head: Int) -> Set<String>? {
        for child in parsed.children(of: head) where child < head {
            for index in named.listed.at[child] {
                if let entry = named.entity(of: named.listed[index]).entry, let states = lexicon.regionStates[entry],
                    !states.isEmpty
                {
                    return states
                }
            }
        }
        return nil
    }

    /// "Such a controversial group": the one told of, whatever it is called.
    private func pointsBySort(_ head: Int) -> Bool {
        parsed.children(of: head).contains { child in
            child < head && word(child, in: lists.pointingBySort)
                && parsed.tree.child(of: head, [.det]).map { $0 == child + 1 } == true
        }
    }

    /// Whether modifiers make a phrase tell something new: "the southern group", "the group that …".
    private func isNarrowed(_ head: Int) -> Bool {
        let own = role(at: head)
        return parsed.children(of: head).contains { child in
            switch parsed.tree.labels[child] {
            case .relcl, .acl:
                // With a comma before it, a clause adds to the phrase and does not narrow it.
                let first = parsed.extent(of: child).lowerBound
                return !(first > 0 && (tokens[first - 1].text == "," || tokens[first].text == ","))
            case .amod, .compound, .nmod, .nummod:
                // "the communist regime" is the regime told of; "the harbour authorities" are not.
                if own?.role.noun == .government,
                    parsed.tree.labels[child] == .amod || tokens[child].ent.hasSuffix("NORP")
                        || lower[child].hasSuffix("ist")
                {
                    return false
                }
                return !named.namesRegion(child) && !word(child, in: lists.pointing)
                    && own?.tokens.contains(child) != true
            case .prep: return word(child, in: lists.narrowing)
            default: return false
            }
        }
    }

    /// An organisation by a common word: one told by the same word, or whose name has it, or the nearest that fits.
    private func body(_ role: RoleTable.Role, head: Int) -> [Mention] {
        if role.isPlural || role.noun == .group && parsed.tree.tags[head] == .NNS { return group(head) }
        let noun = role.words.last ?? ""
        let isGeneral = lists.generalBodies.contains(noun)
        let isMovement = lists.movements.contains(noun)
        let (sentence, block) = place(head)
        let found = history.best(
            sentence: sentence, block: block, reach: 6, bonus: { $0.noun == noun ? 2 : 0 }
        ) { item in
            guard item.token < head, item.mentions.count == 1, let told = item.mentions.first, told.kind != .person
            else { return false }
            if item.noun == noun { return true }
            guard told.kind == .organisation, item.noun.isEmpty else { return false }
            if told.name.lowercased().contains(noun) { return true }
            guard isGeneral, told.sector != "JRN" else { return false }
            // A body of states is an organisation or an alliance, not a group.
            if noun == "group" || isMovement, isListedBody(told.name) { return false }
            return !isMovement || told.sector.isEmpty || lists.movementSectors.contains(told.sector)
        }
        return found?.mentions ?? []
    }

    private func isListedBody(_ name: String) -> Bool {
        lexicon.names.readings(of: name).contains { lexicon.entries[$0.entry].sort == .organisation }
    }

    /// Several people by the noun that told them before: "the students".
    private func group(_ head: Int) -> [Mention] {
        let (sentence, block) = place(head)
        let found = history.best(sentence: sentence, block: block, reach: 6) { item in
            item.token < head && item.noun == lower[head]
        }
        return found?.mentions ?? []
    }

    /// "The three countries", "all four parties": as many as were joined before.
    private func numbered(_ head: Int) -> [Mention]? {
        guard let role = role(at: head)?.role, role.noun == .country || role.noun == .side || role.isPlural,
            let number = parsed.tree.children(of: head, [.nummod]).compactMap({ lists.numbers[lower[$0]] }).first,
            parsed.tree.hasChild(of: head, [.det, .predet], where: { word($0, in: lists.wholeArticles) })
        else { return nil }
        let sentence = parsed.sentence(of: head)
        return history.since(sentence: sentence - 3).last { $0.token < head && $0.mentions.count == number }?.mentions
    }

    private var lists: AntecedentWords { text.lists.antecedents }
}
