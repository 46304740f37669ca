import ChanceryCore
import Grammar
import SpacyPipeline

/// The persons of a document with all entities found so far; joins the forms of one person's name.
struct PersonRoll: EntityStage {
    /// A person by the fullest name told.
    struct Member {
        var name: PersonName
        let entity: Int
    }

    let text: EntityText
    var register: EntityRegister
    private(set) var members: [Member] = []

    init(_ text: EntityText, register: EntityRegister) {
        self.text = text
        self.register = register
    }

    /// The person of a full name: one known under a longer or shorter form of it, or a new one.
    mutating func person(_ written: String) -> Int {
        let name = lexicon.personName(written)
        let plain = withoutMarks(written)
        if let known = bearer(of: name) {
            learn(name, written: written, plain: plain, of: known)
            return members[known].entity
        }
        let entity: Int
        if let entry = listedPerson(written, plain: plain, name) {
            entity = register.entity(ofEntry: entry)
        } else {
            entity = register.add(DocumentEntity(name: plain, code: "", sector: "", kind: .person))
        }
        members.append(Member(name: name, entity: entity))
        return entity
    }

    /// Takes in a person that lists or the text itself know already.
    mutating func add(_ entity: Int) {
        guard !members.contains(where: { $0.entity == entity }) else { return }
        members.append(Member(name: lexicon.personName(register.entities[entity].name), entity: entity))
    }

    /// The person whom an initialled name, or one with its surname in capitals, is another form of.
    mutating func person(ofForm written: String, _ name: PersonName) -> Int? {
        guard name.opensWithInitial || PersonName.hasMark(written) else { return nil }
        if let known = bearer(of: name) { return members[known].entity }
        return listedPerson(written, plain: withoutMarks(written), name) == nil ? nil : person(written)
    }

    /// Keeps the fuller of two forms of a known person's name.
    private mutating func learn(_ name: PersonName, written: String, plain: String, of known: Int) {
        let (other, entity) = (members[known].name, members[known].entity)
        let isListed = register.entities[entity].entry != nil
        let isTurned = name.fit(other) == .turned && PersonName.hasMark(register.entities[entity].name)
        let isBetter =
            isListed ? name.words.count > other.words.count : name.isFuller(than: other) || isTurned
        guard isBetter, !isHeadlineVerb(written) else { return }
        if !isListed { register.entities[entity].name = plain }
        members[known].name = name
    }

    /// The known person whom a name fits best; none where an initial may stand for several.
    private func bearer(of name: PersonName) -> Int? {
        let fits = members.indices.compactMap { index in name.fit(members[index].name).map { (index, $0) } }
            .filter { $0.1 != .turned || !areBothGiven(name) }
        guard let best = fits.max(by: { ($0.1, -$0.0) < ($1.1, -$1.0) }) else { return nil }
        if best.1 == .byInitial, Set(fits.map { members[$0.0].entity }).count > 1 { return nil }
        return best.0
    }

    /// "Ali Hassan" and "Hassan Ali": two first names in either order are two persons.
    private func areBothGiven(_ name: PersonName) -> Bool {
        name.words.allSatisfy { text.isGivenName($0.prefix(1).uppercased() + $0.dropFirst()) }
    }

    /// The listed person of a written name: as it is written, without initials and marks, surname last, or, for a name
    /// with initials alone, the one listed bearer of the surname whom they fit.
    private func listedPerson(_ written: String, plain: String, _ name: PersonName) -> Int? {
        let parts = plain.split(separator: " ").map(String.init)
        let turned = parts.count > 1 ? (parts.dropFirst() + [parts[0]]).joined(separator: " ") : plain
        for form in [written, withoutInitials(written), plain] + (PersonName.hasMark(written) ? [turned] : []) {
            if let reading = lexicon.names.readings(of: form).first, lexicon.entries[reading.entry].kind == .person {
                return reading.entry
            }
        }
        guard let surname = name.words.last, name.opensWithInitial || name.words.count > 2 else { return nil }
        let fitting = (lexicon.personsBySurname[surname] ?? []).filter {
            let listed = lexicon.personName(lexicon.entries[$0].name)
            // "Franklin Delano Roosevelt" is listed with an initial; "John Quincy Adams" is no "John Adams".
            return listed.fit(name) != nil && (name.opensWithInitial || listed.words.count == name.words.count)
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// A name with ordinary capitals.
    private func withoutMarks(_ written: String) -> String {
        PersonName.withoutMarks(written) { text.isTitle($0, .suffix) }
    }

    /// A name without middle initials and suffixes: "Anton Velgard" of "Anton F. Velgard Jr.".
    private func withoutInitials(_ written: String) -> String {
        let words = written.split(separator: " ").map(String.init)
        return words.enumerated().filter { place, word in
            place == 0 || !(word.count == 2 && word.hasSuffix(".")) && !text.lists.persons.generations.contains(word)
        }.map(\.element).joined(separator: " ")
    }

    /// Whether a longer form of a name stands once only and begins with a word that is elsewhere a verb or a plain word:
    /// a headline's capitals ("Kill Anton Velgard") make no longer name.
    private func isHeadlineVerb(_ written: String) -> Bool {
        guard let first = written.split(separator: " ").first.map(String.init) else { return false }
        let folded = first.lowercased()
        var isPlain = false
        var asName = 0
        for token in tokens.indices {
            if lower[token] == folded {
                if tokens[token].text == first { asName += 1 }
                if !text.isCapital(token) || parsed.tree.classes[token] == .verb { isPlain = true }
            } else if parsed.lowerLemmas[token] == folded, parsed.tree.classes[token] == .verb {
                isPlain = true
            }
        }
        return asName <= 1 && isPlain
    }
}
