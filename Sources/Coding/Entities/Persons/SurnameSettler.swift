import ChanceryCore
import Grammar
import SpacyPipeline

/// Decides whom a bare surname means that the lists know for somebody, where it may mean somebody else.
///
/// A person the document names in full stands above the lists. A surname that several listed persons bear and that
/// the document never completes is told apart by "Mrs" and by pronouns; where they tell nothing, the name stays as
/// it is written, with the state that all its bearers share.
struct SurnameSettler: EntityStage {
    let text: EntityText
    private var settled: SettledNames
    /// Where each person is first named in full.
    private let fullNames: [Int: Int]
    /// Persons named in full, by surname in lower case.
    private let bySurname: [String: [Int]]

    static func settle(_ names: SettledNames, in text: EntityText) -> SettledNames {
        var settler = SurnameSettler(text, names)
        let bare = settler.bareSurnames()
        settler.settleNamesakes()
        for (surname, places) in bare.sorted(by: { $0.key < $1.key }) { settler.settle(surname, places) }
        return settler.settled
    }

    private init(_ text: EntityText, _ settled: SettledNames) {
        self.text = text
        self.settled = settled
        var fullNames: [Int: Int] = [:]
        for name in settled.names.names where name.tokens.count > 1 {
            let entity = settled.register.entities[name.entity]
            guard entity.kind == .person, entity.name.contains(" ") else { continue }
            fullNames[name.entity] = min(fullNames[name.entity] ?? .max, name.tokens.lowerBound)
        }
        var bySurname: [String: [Int]] = [:]
        for entity in fullNames.keys {
            guard let surname = text.lexicon.personName(settled.register.entities[entity].name).words.last else {
                continue
            }
            bySurname[surname, default: []].append(entity)
        }
        self.fullNames = fullNames
        self.bySurname = bySurname
    }

    /// The places of surnames that stand alone for a listed person, by surname.
    private func bareSurnames() -> [String: [Int]] {
        var bare: [String: [Int]] = [:]
        for (index, name) in settled.names.names.enumerated() where name.tokens.count == 1 {
            let entity = entity(of: name)
            guard entity.kind == .person, let entry = entity.entry, entry < lexicon.correctedFrom else { continue }
            bare[lower[name.tokens.lowerBound], default: []].append(index)
        }
        return bare
    }

    private func entity(of name: NameSpan) -> DocumentEntity { settled.register.entities[name.entity] }

    private mutating func settle(_ surname: String, _ places: [Int]) {
        guard let name = places.first.map({ settled.names[$0] }) else { return }
        let bearers = (bySurname[surname] ?? []).sorted { (fullNames[$0] ?? 0, $0) < (fullNames[$1] ?? 0, $1) }
        let readings = lexicon.names.readings(of: tokens[name.tokens.lowerBound].text).map(\.entry)
            .filter { lexicon.entries[$0].kind == .person }
        if readings.count > 1 {
            let known = bearers.isEmpty ? readings.map { settled.register.entity(ofEntry: $0) } : bearers
            for index in places { rename(index, to: bearer(among: known, at: index, named: !bearers.isEmpty)) }
        } else if let first = bearers.first, fullNames[name.entity] == nil, let told = fullNames[first],
            told < name.tokens.lowerBound
        {
            // The list's bearer is never named in full, and another is before the surname first stands alone.
            for index in places { rename(index, to: bearer(among: bearers, at: index, named: true)) }
        }
    }

    /// A firm or paper named by one word that is the surname of a person whom the document names in full before: the
    /// person, unless "the" stands before it.
    private mutating func settleNamesakes() {
        for index in settled.names.names.indices {
            let name = settled.names[index]
            let token = name.tokens.lowerBound
            guard name.tokens.count == 1, parsed.tree.tags[token] == .NNP, token == 0 || lower[token - 1] != "the"
            else {
                continue
            }
            let entity = entity(of: name)
            let isPeople = name.form != .name && entity.sort == .state
            guard
                entity.kind == .organisation || isPeople && isNoAdjective(token)
                    || entity.sort == .capital && isPersonsPlace(token)
            else { continue }
            let bearers = (bySurname[lower[token]] ?? []).filter { fullNames[$0] ?? token < token }
            if bearers.count == 1, let bearer = bearers.first {
                rename(index, to: bearer)
                settled.names[index].form = .name
            }
        }
    }

    /// Whether a word for a state's people stands where a person's name does: "Roman said", but not "a Roman" or "the
    /// Roman port".
    private func isNoAdjective(_ token: Int) -> Bool {
        parsed.tree.hasLabel(token, [.nsubj, .nsubjpass, .dobj, .pobj, .poss, .dative])
            && parsed.tree.children(of: token, [.det, .amod, .compound]).isEmpty
    }

    /// Whether a capital's name stands where a person's may, and never where a place's does: "Washington wrote" in a text
    /// that tells of no city of the name.
    private func isPersonsPlace(_ token: Int) -> Bool {
        isNoAdjective(token)
            && !tokens.indices.contains { tokens[$0].text == tokens[token].text && text.isLocation($0) }
    }

    /// The bearer of a surname whom the words at a place fit; of several the one the document names first.
    private mutating func bearer(among known: [Int], at index: Int, named: Bool) -> Int {
        let token = settled.names[index].tokens.lowerBound
        let told = token > 0 ? text.gender(ofTitle: tokens[token - 1].text) : .unknown
        let fitting = known.filter { told == .unknown || gender($0) == told }
        if named, let first = fitting.first { return first }
        if fitting.count == 1 { return fitting[0] }
        let voted = pronounGender(ofSurname: lower[token])
        let agreeing = fitting.filter { voted != .unknown && gender($0) == voted }
        if agreeing.count == 1 { return agreeing[0] }
        let written = tokens[token].text
        let open = settled.register.entities.firstIndex {
            $0.name == written && $0.kind == .person && $0.entry == nil
        }
        if let open { return open }
        let codes = Set(known.map { settled.register.entities[$0].code })
        let code = codes.count == 1 ? codes.first ?? "" : ""
        return settled.register.add(DocumentEntity(name: written, code: code, sector: "", kind: .person))
    }

    private func gender(_ entity: Int) -> DocumentEntity.Gender {
        text.gender(ofName: settled.register.entities[entity].name)
    }

    private mutating func rename(_ index: Int, to entity: Int) {
        guard settled.names[index].entity != entity else { return }
        settled.names[index] = settled.register.move(settled.names[index], to: entity)
    }

    /// What the pronouns after a surname tell, in its own sentence and the next: at least three of four must agree.
    private func pronounGender(ofSurname surname: String) -> DocumentEntity.Gender {
        var male = 0
        var female = 0
        for token in tokens.indices where lower[token] == surname && !text.quoted[token] {
            let number = parsed.sentence(of: token)
            let next = min(number + 1, parsed.sentences.count - 1)
            for after in (token + 1)..<max(token + 1, parsed.sentences[next].tokens.upperBound)
            where !text.quoted[after] {
                if word(after, in: text.lists.shared.male) { male += 1 }
                if word(after, in: text.lists.shared.female) { female += 1 }
            }
        }
        if female > 0, female >= 3 * male { return .female }
        return male > 0 && male >= 3 * female ? .male : .unknown
    }
}
