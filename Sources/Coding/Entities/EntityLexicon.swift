import ChanceryCore

/// The reviewable lists: states, organisations, movements, places, roles and titles.
///
/// Loaded once from the module's `Resources/entities`; a value that any number of documents share.
public struct EntityLexicon: Sendable {
    /// Every entity of the lists.
    var entries: [LexiconEntry] = []
    /// Every written name of every entity.
    var names = NameTable()
    /// Common nouns and titles.
    var roles: RoleTable
    /// The entry of a state or people by its code.
    var stateByCode: [String: Int] = [:]
    /// The codes of a region's states, by the region's entry.
    var regionStates: [Int: Set<String>] = [:]
    /// The plural word for the people of a state or territory, by its entry.
    var demonyms: [Int: String] = [:]
    /// The first adjective of a state or territory, by its entry.
    var adjectives: [Int: String] = [:]
    /// The former states that a capital or seat of power once stood for, by its name.
    var formerSeats: [String: [String]] = [:]
    /// The territory of another state that bears a state's name, by that name: Georgia of the United States.
    var namesakes: [String: Int] = [:]
    /// The listed persons of a surname, in lower case.
    var personsBySurname: [String: [Int]] = [:]
    /// The words of which a text has to have one where a group's word is also a state's, by the group's entry.
    var signs: [Int: Set<String>] = [:]
    /// Words that stand for a state before a dash: "Anglo".
    var combining: Set<String> = []
    /// Questions between named parties, by the last word of their words.
    var issues: [String: [(words: String, codes: [String])]] = [:]
    /// The words by which a text tells who is who.
    let words: EntityWords
    /// The first entry that is a user's correction: its names mean nobody else.
    var correctedFrom = Int.max

    /// Reads the lists.
    ///
    /// - Throws: ``EntityDataError`` or, for lists of words, ``ChanceryCore/WordLists/Fault``, naming the file and line at
    ///   fault.
    public static func load() throws -> EntityLexicon {
        let words = try EntityWords()
        var lexicon = EntityLexicon(
            roles: try RoleTable(
                roles: .resource("roles.tsv", fields: 3...4), titles: .resource("titles.tsv", fields: 2...2),
                relations: .resource("relations.tsv", fields: 2...2), hissing: words.lists.hissing),
            words: words)
        try lexicon.addStates()
        try lexicon.addCombiningForms()
        try lexicon.addPlaces()
        lexicon.addOfficialNames()
        try lexicon.addBodies()
        try lexicon.addPeople()
        try lexicon.addIssues()
        return lexicon
    }

    /// The same lists with a user's corrections, which stand above them.
    public func applying(_ corrections: EntityCorrections) -> EntityLexicon {
        var lexicon = self
        lexicon.correctedFrom = min(correctedFrom, entries.count)
        for correction in corrections.entries {
            let entry = lexicon.append(correction.entry(in: self))
            if correction.kind == .state, !correction.code.isEmpty { lexicon.stateByCode[correction.code] = entry }
            for name in [correction.name] + correction.aliases {
                let form = correction.form(of: name, adjectiveEndings: words.lists.adjectiveEndings)
                lexicon.names.set(name, NameReading(entry: entry, form: form))
                if form == .adjective, lexicon.adjectives[entry] == nil { lexicon.adjectives[entry] = name }
                if form == .plural, lexicon.demonyms[entry] == nil { lexicon.demonyms[entry] = name }
            }
        }
        return lexicon
    }

    private init(roles: RoleTable, words: EntityWords) {
        self.roles = roles
        self.words = words
    }

    /// A person's written name, taken apart.
    func personName(_ written: String) -> PersonName { PersonName(written, suffixes: words.persons.suffixes) }

    /// The state a code belongs to.
    func state(_ code: String) -> LexiconEntry? { stateByCode[code].map { entries[$0] } }

    @discardableResult
    mutating func append(_ entry: LexiconEntry) -> Int {
        entries.append(entry)
        return entries.count - 1
    }

    private mutating func addStates() throws(EntityDataError) {
        for row in try EntityTable.resource("states.tsv", fields: 3...5).rows {
            let entry = append(LexiconEntry(.state, row[1], code: row[0], kind: .state))
            stateByCode[row[0]] = entry
            addForms(entry, row)
        }
        for row in try EntityTable.resource("former-states.tsv", fields: 7...8).rows {
            let from = Int(row[5]) ?? 0
            let years = from...max(from, Int(row[6]) ?? 0)
            let entry = append(LexiconEntry(.state, row[1], code: row[0], kind: .state, years: years))
            // A state that was divided keeps its old name beside the code of its successor.
            if stateByCode[row[0]] == nil { stateByCode[row[0]] = entry }
            addForms(entry, row)
            for seat in row.list(7) { formerSeats[seat, default: []].append(row[0]) }
        }
        for row in try EntityTable.resource("territories.tsv", fields: 2...5).rows {
            let entry = append(LexiconEntry(.territory, row[1], code: row[0], kind: .place))
            if row[1].hasSuffix(" state") { namesakes[String(row[1].dropLast(6))] = entry }
            addForms(entry, row)
        }
    }

    /// Lists the names that a state may have by its form, "Kingdom of Osk", less those that are listed as they are.
    private mutating func addOfficialNames() {
        for (number, entry) in entries.enumerated() where entry.kind == .state && !entry.name.contains(" of ") {
            for form in words.lists.stateForms {
                let name = "\(form) of \(entry.name)"
                if names.readings(of: name).isEmpty { names.add(name, NameReading(entry: number, form: .name)) }
            }
        }
    }

    private mutating func addCombiningForms() throws(EntityDataError) {
        for row in try EntityTable.resource("combining-forms.tsv", fields: 2...2).rows {
            guard let entry = stateByCode[row[0]] else { continue }
            for word in row.list(1) {
                names.add(word, NameReading(entry: entry, form: .adjective))
                combining.insert(word)
            }
        }
    }

    /// Lists the names, adjectives and words for citizens of a state or territory.
    private mutating func addForms(_ entry: Int, _ row: EntityTable.Row) {
        for name in [row[1]] + row.list(2) {
            names.add(name, NameReading(entry: entry, form: .name))
            let upper = name.uppercased()
            if upper != name, !name.contains(" ") { names.add(upper, NameReading(entry: entry, form: .name)) }
        }
        let plural = row.list(4).first { Self.isPlural($0) && !$0.hasSuffix("men") }
        adjectives[entry] = row.list(3).first
        if let adjective = row.list(3).first {
            demonyms[entry] = takesPluralS(adjective) ? adjective + "s" : plural ?? adjective + " people"
        } else {
            demonyms[entry] = plural
        }
        for adjective in row.list(3) {
            names.add(adjective, NameReading(entry: entry, form: .adjective))
            if takesPluralS(adjective) {
                names.add(adjective + "s", NameReading(entry: entry, form: .plural))
            }
        }
        for people in row.list(4) {
            names.add(people, NameReading(entry: entry, form: Self.isPlural(people) ? .plural : .singular))
        }
    }

    private static func isPlural(_ people: String) -> Bool { people.hasSuffix("s") || people.hasSuffix("men") }

    private func takesPluralS(_ adjective: String) -> Bool {
        !words.lists.endingsWithoutS.contains { adjective.hasSuffix($0) }
    }

    private mutating func addPlaces() throws(EntityDataError) {
        for row in try EntityTable.resource("cities.tsv", fields: 2...3).rows {
            for (sort, place) in [(LexiconEntry.Sort.capital, 1), (.city, 2)] {
                // Spellings of one capital are one entry each: a place keeps the name the text gives it.
                for name in row.list(place) {
                    let entry = append(LexiconEntry(sort, name, code: row[0], kind: .place))
                    names.add(name, NameReading(entry: entry, form: .name))
                    if !name.contains(" ") {
                        names.add(name.uppercased(), NameReading(entry: entry, form: .name))
                    }
                }
            }
        }
        for row in try EntityTable.resource("seats.tsv", fields: 3...4).rows {
            let entry = append(LexiconEntry(.seat, row[2], code: row[0], sector: row[1], kind: .place))
            for name in [row[2]] + row.list(3) { names.add(name, NameReading(entry: entry, form: .name)) }
        }
        for row in try EntityTable.resource("regions.tsv", fields: 1...4).rows {
            let entry = append(LexiconEntry(.region, row[0], code: "", kind: .place))
            regionStates[entry] = Set(row.list(3))
            for name in [row[0]] + row.list(1) { names.add(name, NameReading(entry: entry, form: .name)) }
            for adjective in row.list(2) { names.add(adjective, NameReading(entry: entry, form: .adjective)) }
        }
    }

    private mutating func addBodies() throws(EntityDataError) {
        let organisations = try EntityTable.resource("organisations.tsv", fields: 3...6)
        for row in organisations.rows {
            let kinds = ["IGO", "NGO", "BUS", "ORG"]
            guard kinds.contains(row[0]) else {
                throw .value(organisations.file, row.line, row[0], of: "kind of organisation", allowed: kinds)
            }
            let sector = row[4].isEmpty ? (row[0] == "BUS" ? "BUS" : row[0] == "ORG" ? "GOV" : "") : row[4]
            let entry = append(
                LexiconEntry(.organisation, row[2], code: row[1], sector: sector, kind: .organisation))
            for name in [row[2]] + row.list(3) { names.add(name, NameReading(entry: entry, form: .name)) }
            for adjective in row.list(5) { names.add(adjective, NameReading(entry: entry, form: .adjective)) }
            adjectives[entry] = row.list(5).first
        }
        for row in try EntityTable.resource("movements.tsv", fields: 3...4).rows {
            let entry = append(LexiconEntry(.movement, row[2], code: row[1], sector: row[0], kind: .organisation))
            for name in [row[2]] + row.list(3) { names.add(name, NameReading(entry: entry, form: .name)) }
        }
        for row in try EntityTable.resource("media.tsv", fields: 2...3).rows {
            let entry = append(LexiconEntry(.media, row[1], code: row[0], sector: "JRN", kind: .organisation))
            for name in [row[1]] + row.list(2) { names.add(name, NameReading(entry: entry, form: .name)) }
        }
    }

    private mutating func addPeople() throws(EntityDataError) {
        for row in try EntityTable.resource("groups.tsv", fields: 3...4).rows {
            let entry = append(LexiconEntry(.group, row[1], code: row[0], kind: .group))
            if !row[3].isEmpty { signs[entry] = Set(row.list(3)) }
            names.add(row[1], NameReading(entry: entry, form: .plural))
            for word in row.list(2) {
                let isPlural = word.hasSuffix("s") || word.hasSuffix("people")
                names.add(word, NameReading(entry: entry, form: isPlural ? .plural : .adjective))
            }
        }
        for row in try EntityTable.resource("persons.tsv", fields: 3...4).rows {
            let entry = append(LexiconEntry(.person, row[2], code: row[0], sector: row[1], kind: .person))
            if let surname = personName(row[2]).words.last { personsBySurname[surname, default: []].append(entry) }
            for name in [row[2]] + row.list(3) { names.add(name, NameReading(entry: entry, form: .name)) }
        }
    }

    private mutating func addIssues() throws(EntityDataError) {
        for row in try EntityTable.resource("issues.tsv", fields: 2...2).rows {
            for words in row.list(0) {
                let last = words.split(separator: " ").last.map(String.init) ?? words
                issues[last, default: []].append((words, row.list(1)))
            }
        }
    }
}
