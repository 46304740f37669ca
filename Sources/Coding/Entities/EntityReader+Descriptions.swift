import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// What a definite phrase without an owner means, from what was told before; empty where nothing fits.
    func antecedents(of role: RoleTable.Role, head: Int) -> [Mention] {
        let sentence = parsed.sentence(of: head)
        let block = parsed.sentences[sentence].block
        let possessor = parsed.child(of: head, "poss")
        if let possessor, ["our", "my", "your"].contains(lower[possessor]) { return [] }
        if isPairNoun(head) { return pair(at: head, noun: lower[head]) }
        if let several = numbered(head) { return several }
        guard isDefinite(head), !isNarrowed(head) else { return [] }
        switch role.noun {
        case .mission:
            return group(head, sentence: sentence, block: block)
        case .government, .country:
            if role.isPlural, role.noun == .country { return [] }
            let region = regionStates(before: head)
            let found = history.best(sentence: sentence, block: block, reach: 4) { item in
                item.token < head && item.mentions.count == 1 && item.mentions[0].kind == .state
                    && !item.mentions[0].code.isEmpty && region?.contains(item.mentions[0].code) != false
            }
            return (found?.mentions ?? []).map {
                var mention = $0
                if role.noun != .country { mention.sector = role.sector }
                return mention
            }
        case .organ, .organisation, .group:
            return body(role, head: head, sentence: sentence, block: block)
        case .office, .person:
            return role.isPlural
                ? group(head, sentence: sentence, block: block) : holder(role, head: head, code: nil)
        case .people, .side: return []
        }
    }

    /// The states of a region told before a noun: "the Balkan country".
    private func regionStates(before head: Int) -> Set<String>? {
        for child in parsed.children(of: head) where child < head {
            for index in listedAt[child] {
                if let entry = entities[listed[index].entity].entry, let states = lexicon.regionStates[entry],
                    !states.isEmpty
                {
                    return states
                }
            }
        }
        return nil
    }

    /// Whether modifiers make a phrase tell something new: "the southern group", "the group that …".
    private func isNarrowed(_ head: Int) -> Bool {
        parsed.children(of: head).contains { child in
            switch tokens[child].dep {
            case "relcl", "acl":
                // With a comma before it, a clause adds to the phrase and does not narrow it.
                let first = parsed.extent(of: child).lowerBound
                return !(first > 0 && (tokens[first - 1].text == "," || tokens[first].text == ","))
            case "amod", "compound", "nmod", "nummod":
                // "the communist regime" is the regime told of; "the harbour authorities" are not.
                if role(at: head)?.role.noun == .government,
                    tokens[child].dep == "amod" || tokens[child].ent.hasSuffix("NORP") || lower[child].hasSuffix("ist")
                {
                    return false
                }
                return !listedAt[child].contains { entities[listed[$0].entity].sort == .region }
                    && !Self.pointing.contains(lower[child]) && role(at: head)?.tokens.contains(child) != true
            case "prep": return lower[child] == "of" || lower[child] == "in" || lower[child] == "from"
            default: return false
            }
        }
    }

    private static let pointing: Set<String> = [
        "new", "same", "latter", "former", "said", "entire", "whole", "current", "two", "mentioned", "small", "tiny",
    ]

    /// An organisation by a common word: one told by the same word, or whose name has it, or the nearest that fits.
    private func body(_ role: RoleTable.Role, head: Int, sentence: Int, block: Int) -> [Mention] {
        if role.isPlural || role.noun == .group && tokens[head].tag == "NNS" {
            return group(head, sentence: sentence, block: block)
        }
        let noun = role.words.last ?? ""
        let isGeneral = Self.general.contains(noun)
        let isMovement = noun == "movement" || noun == "outfit" || noun == "party"
        let found = history.best(
            sentence: sentence, block: block, reach: 6, bonus: { $0.noun == noun ? 2 : 0 }
        ) { item in
            guard item.token < head, item.mentions.count == 1, let told = item.mentions.first, told.kind != .person
            else {
                return false
            }
            if item.noun == noun { return true }
            guard told.kind == .organisation, item.noun.isEmpty else { return false }
            if told.name.lowercased().contains(noun) { return true }
            guard isGeneral, told.sector != "JRN" else { return false }
            // A body of states is an organisation or an alliance, not a group.
            if noun == "group" || isMovement, isListedBody(told.name) { return false }
            return !isMovement || ["REB", "UAF", "PTY", "OPP", "PRM", ""].contains(told.sector)
        }
        return found?.mentions ?? []
    }

    private func isListedBody(_ name: String) -> Bool {
        lexicon.names.readings(of: name).contains { lexicon.entries[$0.entry].sort == .organisation }
    }

    private static let general: Set<String> = [
        "group", "organization", "organisation", "movement", "body", "outfit", "party", "alliance", "bloc",
    ]

    /// Several people by the noun that told them before: "the students".
    private func group(_ head: Int, sentence: Int, block: Int) -> [Mention] {
        let found = history.best(sentence: sentence, block: block, reach: 6) { item in
            item.token < head && item.noun == lower[head]
        }
        return found?.mentions ?? []
    }

    /// Who holds an office the text has named a holder of; of the given state, where one is given.
    func holder(_ role: RoleTable.Role, head: Int, code: String?) -> [Mention] {
        guard role.noun == .office, !role.isPlural else {
            // "the pilot": the one told by that word.
            let sentence = parsed.sentence(of: head)
            return group(head, sentence: sentence, block: parsed.sentences[sentence].block)
        }
        let office = role.words.joined(separator: " ")
        let short = role.words.last ?? office
        var found: OfficeMention?
        for told in offices where !told.isFormer || code == nil {
            guard let person = told.person, told.tokens.upperBound <= head else { continue }
            if let code, person.code != code { continue }
            let words = told.office.lowercased()
            guard words == office || (code == nil && words.hasSuffix(" " + short) && role.words.count == 1) else {
                continue
            }
            found = told
        }
        guard let person = found?.person else { return [] }
        return [person]
    }

    /// "The three countries", "all four parties": as many as were joined before.
    private func numbered(_ head: Int) -> [Mention]? {
        guard let role = role(at: head)?.role, role.noun == .country || role.noun == .side || role.isPlural,
            let number = parsed.children(of: head, "nummod").compactMap({ Self.numbers[lower[$0]] }).first,
            parsed.children(of: head, "det", "predet").contains(where: { ["the", "all", "these"].contains(lower[$0]) })
        else { return nil }
        let sentence = parsed.sentence(of: head)
        return history.since(sentence: sentence - 3).last { $0.token < head && $0.mentions.count == number }?.mentions
    }

    private static let numbers = ["three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5, "six": 6]

    private func isPairNoun(_ head: Int) -> Bool {
        guard let role = role(at: head)?.role,
            role.isPlural || role.noun == .side || role.noun == .people || tokens[head].tag == "NNS"
        else { return false }
        return parsed.children(of: head).contains { child in
            child < head
                && (lower[child] == "both" || lower[child] == "two" && isDefinite(head)
                    || lower[child] == "two" && parsed.child(of: head, "poss") != nil)
        }
    }

    /// "Both", "the two countries", "both sides": the pair told last.
    func pair(at token: Int, noun: String) -> [Mention] {
        let sentence = parsed.sentence(of: token)
        let persons = ["leaders", "presidents", "ministers", "men", "women", "officials", "diplomats", "premiers"]
            .contains(noun)
        let states = [
            "countries", "states", "nations", "governments", "sides", "parties", "peoples", "neighbours", "neighbors",
            "capitals", "republics",
        ].contains(noun)
        let near = history.since(sentence: sentence - Self.pairReach).filter { $0.token < token }
        func fits(_ mention: Mention) -> Bool {
            states ? mention.kind != .person : !persons || mention.kind == .person
        }
        func isPair(_ mentions: [Mention]) -> Bool {
            mentions.count == 2 && mentions.allSatisfy(fits)
                // Two of one state are no "two leaders".
                && !(persons && !mentions[0].code.isEmpty && mentions[0].code == mentions[1].code)
        }
        if let pair = near.last(where: { sentence == $0.sentence && isPair($0.mentions) }) { return pair.mentions }
        // "Osk had recognised Tarn, but the two states …": the two of its own sentence.
        let own = prominent(near.filter { $0.sentence == sentence }, persons: persons, states: states)
        if isPair(own) { return own }
        // The same words again mean the same two, while nobody else was joined since.
        if let pair = near.last(where: {
            ($0.noun == noun || sentence - $0.sentence <= 1) && isPair($0.mentions)
        }) {
            return pair.mentions
        }
        // Nobody joined near by: the nearest sentence before that joins two, or of which two are the most prominent.
        for distance in 1...Self.pairReach {
            let told = near.filter { sentence - $0.sentence == distance }
            if distance > 1, let pair = told.last(where: { isPair($0.mentions) }) { return pair.mentions }
            let found = prominent(told, persons: persons, states: states)
            if isPair(found) { return found }
        }
        return []
    }

    /// How many sentences back "the two leaders" reaches: further than a pronoun, since it says how many are meant.
    private static let pairReach = 8

    /// The two most prominent parties of a sentence that fit a noun for persons or for states.
    private func prominent(_ told: [Salience.Item], persons: Bool, states: Bool) -> [Mention] {
        var found: [Mention] = []
        let single = told.filter { $0.mentions.count == 1 && $0.weight >= 0.5 }
        for item in single.enumerated().sorted(by: { (-$0.element.weight, $0.offset) < (-$1.element.weight, $1.offset) }
        ) {
            let mention = item.element.mentions[0]
            var party: Mention? = mention
            if states, mention.kind != .state, mention.kind != .organisation {
                party = state(mention.code, span: mention.span, from: mention.from)
            } else if persons, mention.kind != .person {
                party = nil
            }
            guard let party, !found.contains(where: { $0.name == party.name }) else { continue }
            found.append(party)
            if found.count == 2 { return found }
        }
        return found
    }

    /// "The latter", "the former": of the two parties told last.
    mutating func readLatter(_ token: Int) {
        guard ["latter", "former"].contains(lower[token]), tokens[token].dep != "amod", isDefinite(token) else {
            return
        }
        let sentence = parsed.sentence(of: token)
        var found: [Mention] = []
        for item in history.since(sentence: sentence - 1).reversed() where item.token < token && item.weight >= 1 {
            if ["latter", "former"].contains(lower[item.token]) { continue }
            for mention in item.mentions.reversed() where !found.contains(where: { $0.name == mention.name }) {
                if let first = found.first, first.kind != mention.kind { continue }
                found.append(mention)
            }
            if found.count >= 2 { break }
        }
        guard found.count >= 2 else { return }
        resolve(token, [lower[token] == "latter" ? found[0] : found[1]])
    }
}
