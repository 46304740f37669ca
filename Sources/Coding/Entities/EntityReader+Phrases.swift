import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// Reads every noun phrase and pronoun in text order.
    mutating func readPhrases() {
        for token in tokens.indices {
            if let index = namesAt[token].first, names[index].head == token { readName(index) }
            if phrases[token].isEmpty, namesAt[token].isEmpty {
                if tokens[token].pos == "PRON" || tokens[token].tag == "PRP$" || tokens[token].tag == "WDT" {
                    readPronoun(token)
                } else if isNominal(token) {
                    readNoun(token)
                }
            }
        }
    }

    private func isNominal(_ token: Int) -> Bool {
        ["NOUN", "PROPN"].contains(tokens[token].pos)
            || (tokens[token].pos == "ADJ" && ["nsubj", "dobj", "pobj", "nsubjpass"].contains(tokens[token].dep))
    }

    /// Whether a token is a noun's modifier rather than a phrase's head.
    func isModifier(_ token: Int) -> Bool {
        ["compound", "amod", "nmod"].contains(tokens[token].dep) && tokens[token].head > token
    }

    /// A name's mention for every token of it; a person's title belongs to it.
    private mutating func readName(_ index: Int) {
        let name = names[index]
        let entity = entities[name.entity]
        var span = name.span
        var sector = entity.sector
        var covered = name.tokens
        if let title = titles[index] {
            covered = title.tokens.lowerBound..<name.tokens.upperBound
            span = parsed.span(covered)
            if let role = title.role, !role.sector.isEmpty {
                sector = title.isFormer && role.sector == "GOV" ? "ELI" : role.sector
            }
            recordOffice(index, title)
        } else if entity.kind == .person {
            recordOfficeAround(name)
        }
        var mention = Mention(
            name: entity.name, code: entity.code, sector: sector, kind: entity.kind, span: span)
        if entity.isPlace || (entity.kind == .group && entity.sort == nil && isModifier(name.head)) {
            // Places become parties by syntax alone: see `party(atPlace:)`.
            guard let party = party(atPlace: name) else { return }
            mention = party
        } else if name.form != .name, entity.sort == .state || entity.sort == .territory {
            guard let people = people(of: name) else { return }
            mention = people
        } else if name.form == .adjective, entity.sort == .group {
            guard !isModifier(name.head), tokens[name.head].pos != "ADJ" else { return }
        }
        if isModifier(name.head), head(of: covered) == name.head, role(at: tokens[name.head].head) != nil,
            entity.kind != .person
        {
            // The noun after it is what the phrase names.
            if tokens[tokens[name.head].head].pos != "VERB" {
                history.add(mention, token: name.head, in: parsed, weight: 0)
            }
            return
        }
        for token in covered { phrases[token] = [mention] }
        history.add(mention, token: name.head, in: parsed, weight: weight(of: head(of: covered)))
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

    /// What weight a mention has for those that refer back to it: subjects most.
    func weight(of head: Int) -> Int {
        switch tokens[head].dep {
        case "nsubj", "nsubjpass": 3
        case "dobj", "dative", "conj", "ROOT", "appos": 2
        default: 1
        }
    }

    private mutating func recordOffice(_ index: Int, _ title: TitleReading) {
        guard let office = title.office else { return }
        let name = names[index]
        let covered = title.tokens.lowerBound..<name.tokens.upperBound
        offices.append(
            OfficeMention(
                person: mention(name.entity, span: name.span), office: words(office), sector: title.role?.sector ?? "",
                of: title.owner.map { mention($0.entity, span: $0.span) }, tokens: covered, isFormer: title.isFormer))
    }

    /// Offices told after a name, or before it with a comma between.
    private mutating func recordOfficeAround(_ name: NameSpan) {
        var nouns = parsed.children(of: name.head, "appos")
        if tokens[name.head].dep == "appos" { nouns.append(tokens[name.head].head) }
        if let before = officeBeforeComma(name) { nouns.append(before.head) }
        for noun in nouns {
            guard let (role, range) = role(at: noun), role.noun == .office, !role.isPlural else { continue }
            let former = parsed.children(of: noun).contains { lexicon.roles.isTitle(lower[$0], .former) }
            let extent = min(noun, name.tokens.lowerBound)..<max(range.upperBound, name.tokens.upperBound)
            offices.append(
                OfficeMention(
                    person: mention(name.entity, span: name.span), office: words(range), sector: role.sector,
                    of: owners(of: noun).first.map { mention($0.entity, span: $0.span) }, tokens: extent,
                    isFormer: former))
            return
        }
    }
}
