import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// Reads every noun phrase and pronoun in text order.
    mutating func readPhrases() {
        // A name is read where its title begins, before the title's own nouns.
        var starts: [Int: [Int]] = [:]
        for (index, name) in names.enumerated() {
            starts[titles[index]?.tokens.lowerBound ?? name.tokens.lowerBound, default: []].append(index)
        }
        for token in tokens.indices {
            for index in starts[token] ?? [] { readName(index) }
            if phrases[token].isEmpty, namesAt[token].isEmpty {
                if tokens[token].pos == "PRON" || tokens[token].tag == "PRP$" || tokens[token].tag == "WDT"
                    || lower[token] == "both"
                {
                    readPronoun(token)
                } else if isNominal(token) {
                    readNoun(token)
                }
            }
            if tokens[token].dep == "conj" { rememberJoined(token) }
        }
    }

    /// Remembers "A, B and C" as several joined parties.
    private mutating func rememberJoined(_ token: Int) {
        guard !phrases[token].isEmpty else { return }
        var root = token
        while tokens[root].dep == "conj", let above = parsed.head(of: root) { root = above }
        let all = ([root] + conjuncts(of: root)).filter { $0 <= token }.flatMap { phrases[$0] }
        guard all.count > 1, phrases[root].isEmpty == false else { return }
        history.add(unique(all), token: token, in: parsed, weight: weight(of: root))
    }

    private func isNominal(_ token: Int) -> Bool {
        ["NOUN", "PROPN"].contains(tokens[token].pos)
            || (tokens[token].pos == "ADJ" && ["nsubj", "dobj", "pobj", "nsubjpass"].contains(tokens[token].dep))
    }

    /// A name's mention for every token of it; a person's title belongs to it.
    private mutating func readName(_ index: Int) {
        let name = names[index]
        let entity = entities[name.entity]
        var covered = name.tokens
        var sector = entity.sector
        if let title = titles[index] {
            covered = title.tokens.lowerBound..<name.tokens.upperBound
            sector = self.sector(of: title) ?? sector
            recordOffice(index, title)
        } else if entity.kind == .person, !recordHeldOffice(name) {
            recordOfficeAround(name)
        }
        guard let mention = party(of: name, entity, sector: sector, covered: covered) else {
            if entity.sort == .state, name.form == .adjective {
                history.add([self.mention(name.entity, span: name.span)], token: name.head, in: parsed, weight: 0.4)
            }
            return
        }
        let isPlural = mention.kind == .group || (name.form == .plural)
        if isModifier(name.head), role(at: tokens[name.head].head) != nil, entity.kind != .person {
            // The noun after it is what the phrase names.
            history.add([mention], token: name.head, in: parsed, weight: 0.5)
            return
        }
        for token in covered where phrases[token].isEmpty || name.tokens.contains(token) { phrases[token] = [mention] }
        history.add([mention], token: name.head, in: parsed, weight: weight(of: name.head), isPlural: isPlural)
    }

    /// The party a name stands for where it stands; nil for a place that is no party and an adjective before a noun.
    private func party(of name: NameSpan, _ entity: DocumentEntity, sector: String, covered: Range<Int>) -> Mention? {
        if entity.isPlace { return party(atPlace: name) }
        if name.form != .name, entity.sort == .state { return people(of: name) }
        if name.form == .adjective, entity.sort == .group {
            guard !isModifier(name.head), tokens[name.head].pos != "ADJ" else { return nil }
        }
        if entity.sort == .group {
            return Mention(
                name: entity.name, code: entity.code, sector: "CVL", kind: .group, span: parsed.span(covered))
        }
        var mention = mention(name.entity, span: covered == name.tokens ? name.span : parsed.span(covered))
        mention.sector = sector
        return mention
    }

    /// The sector a title tells: that of the office, or of the movement it is an office of.
    private func sector(of title: TitleReading) -> String? {
        guard let role = title.role, !role.sector.isEmpty else { return nil }
        guard role.sector == "GOV" else { return role.sector }
        if let owner = title.owner {
            switch entities[owner.entity].sort {
            case .movement, .organisation, .media: return entities[owner.entity].sector
            case nil where entities[owner.entity].kind == .organisation: return entities[owner.entity].sector
            default: break
            }
        }
        return title.isFormer ? "ELI" : "GOV"
    }

    /// "Albanians", "the Israelis", "an Israeli": people; a bare "Israeli" as a sentence's subject is the state.
    private func people(of name: NameSpan) -> Mention? {
        let head = name.head
        guard !isModifier(head), tokens[head].dep != "acomp", tokens[head].dep != "attr" || tokens[head].pos != "ADJ"
        else { return nil }
        let entity = entities[name.entity]
        switch name.form {
        case .plural:
            return Mention(name: demonym(entity), code: entity.code, sector: "CVL", kind: .group, span: name.span)
        case .singular, .adjective:
            let article = parsed.child(of: head, "det").map { lower[$0] }
            if article == "a" || article == "an" {
                return Mention(
                    name: words(name.tokens), code: entity.code, sector: "CVL", kind: .person, span: name.span)
            }
            if article != nil || !takesPlural(words(name.tokens)) {
                return Mention(name: demonym(entity), code: entity.code, sector: "CVL", kind: .group, span: name.span)
            }
            guard ["nsubj", "nsubjpass"].contains(tokens[head].dep) else { return nil }
            return mention(name.entity, span: name.span)
        case .name: return nil
        }
    }

    private func takesPlural(_ adjective: String) -> Bool {
        !["sh", "ch", "ese", "ss"].contains { adjective.hasSuffix($0) }
    }

    /// The plural word for a state's people: "Palestinians", "British people".
    func demonym(_ entity: DocumentEntity) -> String {
        guard let entry = entity.entry else { return entity.name }
        return lexicon.demonyms[entry] ?? "people of " + entity.name
    }

    private mutating func recordOffice(_ index: Int, _ title: TitleReading) {
        guard let office = title.office, title.role?.noun == .office else { return }
        let name = names[index]
        let covered = title.tokens.lowerBound..<name.tokens.upperBound
        offices.append(
            OfficeMention(
                person: mention(name.entity, span: name.span), office: words(office), sector: title.role?.sector ?? "",
                of: title.owner.map { mention($0.entity, span: $0.span) }, tokens: covered, isFormer: title.isFormer))
    }

    /// Offices told after a name, or before it with a comma between.
    private mutating func recordOfficeAround(_ name: NameSpan) {
        for noun in OfficeNouns(named: named).nouns(of: name) {
            guard let (role, range) = role(at: noun), role.noun == .office, !role.isPlural else { continue }
            let former = parsed.children(of: noun).contains { lexicon.roles.isTitle(lower[$0], .former) }
            let extent = min(noun, name.tokens.lowerBound)..<max(range.upperBound, name.tokens.upperBound)
            offices.append(
                OfficeMention(
                    person: mention(name.entity, span: name.span), office: words(range), sector: role.sector,
                    of: owners(of: noun).first.map { owner in
                        Mention(
                            name: owner.entity.name, code: owner.entity.code, sector: owner.entity.sector,
                            kind: owner.entity.kind, span: owner.span, from: owner.from)
                    }, tokens: extent,
                    isFormer: former))
            return
        }
    }
}
