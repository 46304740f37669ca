import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// Decides whom a bare surname means that the lists know for somebody, where it may mean somebody else.
    ///
    /// A person the document names in full stands above the lists. A surname that several listed persons bear and that
    /// the document never completes is told apart by "Mrs" and by pronouns; where they tell nothing, the name stays as
    /// it is written, with the state that all its bearers share.
    mutating func settleSurnames() {
        var fullNames: [Int: Int] = [:]
        var bare: [String: [Int]] = [:]
        for (index, name) in names.enumerated() where entities[name.entity].kind == .person {
            if name.tokens.count > 1, entities[name.entity].name.contains(" ") {
                fullNames[name.entity] = min(fullNames[name.entity] ?? .max, name.tokens.lowerBound)
            } else if name.tokens.count == 1, let entry = entities[name.entity].entry, entry < lexicon.correctedFrom {
                bare[lower[name.tokens.lowerBound], default: []].append(index)
            }
        }
        var bySurname: [String: [Int]] = [:]
        for entity in fullNames.keys {
            guard let surname = Self.nameWords(entities[entity].name).last else { continue }
            bySurname[surname, default: []].append(entity)
        }
        settleNamesakes(fullNames, bySurname)
        for (surname, places) in bare.sorted(by: { $0.key < $1.key }) {
            guard let place = places.first else { continue }
            let bearers = (bySurname[surname] ?? []).sorted {
                (fullNames[$0] ?? 0, $0) < (fullNames[$1] ?? 0, $1)
            }
            let readings = lexicon.names.readings(of: tokens[names[place].tokens.lowerBound].text).map(\.entry)
                .filter { lexicon.entries[$0].kind == .person }
            if readings.count > 1 {
                let known = bearers.isEmpty ? readings.map { entity(ofEntry: $0) } : bearers
                for index in places { rename(index, to: bearer(among: known, at: index, named: !bearers.isEmpty)) }
            } else if let first = bearers.first, fullNames[names[place].entity] == nil,
                let told = fullNames[first], told < names[place].tokens.lowerBound
            {
                // The list's bearer is never named in full, and another is before the surname first stands alone.
                for index in places { rename(index, to: bearer(among: bearers, at: index, named: true)) }
            }
        }
    }

    /// A firm or paper named by one word that is the surname of a person whom the document names in full before: the
    /// person, unless "the" stands before it.
    private mutating func settleNamesakes(_ fullNames: [Int: Int], _ bySurname: [String: [Int]]) {
        for index in names.indices {
            let name = names[index]
            let token = name.tokens.lowerBound
            guard name.tokens.count == 1,
                entities[name.entity].kind == .organisation
                    || name.form != .name && isNoAdjective(token) && entities[name.entity].sort == .state,
                token == 0 || lower[token - 1] != "the", tokens[token].tag == "NNP"
            else { continue }
            let bearers = (bySurname[lower[token]] ?? []).filter { fullNames[$0] ?? token < token }
            if bearers.count == 1, let bearer = bearers.first {
                rename(index, to: bearer)
                names[index].form = .name
            }
        }
    }

    /// Whether a word for a state's people stands where a person's name does: "Roman said", but not "a Roman" or "the
    /// Roman port".
    private func isNoAdjective(_ token: Int) -> Bool {
        ["nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative"].contains(tokens[token].dep)
            && parsed.children(of: token, "det", "amod", "compound").isEmpty
    }

    /// The bearer of a surname whom the words at a place fit; of several the one the document names first.
    private mutating func bearer(among known: [Int], at index: Int, named: Bool) -> Int {
        let token = names[index].tokens.lowerBound
        let told = titleGender(before: token)
        let fitting = known.filter { told == .unknown || genderOfName(entities[$0].name) == told }
        if named, let first = fitting.first { return first }
        if fitting.count == 1 { return fitting[0] }
        let voted = pronounGender(ofSurname: lower[token])
        let agreeing = fitting.filter { voted != .unknown && genderOfName(entities[$0].name) == voted }
        if agreeing.count == 1 { return agreeing[0] }
        let codes = Set(known.map { entities[$0].code })
        let written = tokens[token].text
        if let open = entities.firstIndex(where: { $0.name == written && $0.kind == .person && $0.entry == nil }) {
            return open
        }
        let code = codes.count == 1 ? codes.first ?? "" : ""
        entities.append(DocumentEntity(name: written, code: code, sector: "", kind: .person))
        return entities.count - 1
    }

    private mutating func rename(_ index: Int, to entity: Int) {
        guard names[index].entity != entity else { return }
        entities[names[index].entity].count -= 1
        names[index].entity = entity
        entities[entity].count += 1
        if entities[entity].first.isEmpty || names[index].span.start < entities[entity].first.start {
            entities[entity].first = names[index].span
        }
    }

    private func titleGender(before token: Int) -> DocumentEntity.Gender {
        guard token > 0 else { return .unknown }
        if lexicon.roles.isTitle(tokens[token - 1].text, .male) { return .male }
        return lexicon.roles.isTitle(tokens[token - 1].text, .female) ? .female : .unknown
    }

    /// What the pronouns after a surname tell, in its own sentence and the next: at least three of four must agree.
    private func pronounGender(ofSurname surname: String) -> DocumentEntity.Gender {
        var male = 0
        var female = 0
        for token in tokens.indices where lower[token] == surname && !quoted[token] {
            let number = parsed.sentence(of: token)
            let next = min(number + 1, parsed.sentences.count - 1)
            for after in (token + 1)..<max(token + 1, parsed.sentences[next].tokens.upperBound) where !quoted[after] {
                if ["he", "him", "his"].contains(lower[after]) { male += 1 }
                if ["she", "her", "hers"].contains(lower[after]) { female += 1 }
            }
        }
        if female > 0, female >= 3 * male { return .female }
        return male > 0 && male >= 3 * female ? .male : .unknown
    }

    /// Whether a person's first name is borne by men or by women, as far as `titles.tsv` knows it.
    func genderOfName(_ name: String) -> DocumentEntity.Gender {
        guard let given = name.split(separator: " ").first.map(String.init), given != name else { return .unknown }
        if lexicon.roles.isTitle(given, .givenMale) { return .male }
        return lexicon.roles.isTitle(given, .givenFemale) ? .female : .unknown
    }
}
