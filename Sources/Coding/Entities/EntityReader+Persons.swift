import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// Decides by a vote of all mentions which unlisted names are persons, and joins short forms to long ones.
    mutating func readPersons() {
        applyAliases()
        let keys = unknown.map { key($0.tokens) }
        var votes: [String: Int] = [:]
        for (candidate, key) in zip(unknown, keys) { votes[key, default: 0] += vote(candidate) }
        // The longest names come first, so that short forms find them.
        var people: [(words: [String], entity: Int)] = []
        var resolved = [Int?](repeating: nil, count: unknown.count)
        let order = unknown.indices.sorted {
            (-keys[$0].split(separator: " ").count, unknown[$0].tokens.lowerBound)
                < (-keys[$1].split(separator: " ").count, unknown[$1].tokens.lowerBound)
        }
        for index in order where keys[index].contains(" ") && (votes[keys[index]] ?? 0) > 0 {
            resolved[index] = person(keys[index], among: &people)
        }
        addListedPersons(to: &people)
        for index in order where resolved[index] == nil {
            resolved[index] = other(index, key: keys[index], votes: votes, people: &people)
        }
        for (index, candidate) in unknown.enumerated() {
            guard let entity = resolved[index] else { continue }
            append(name(candidate.tokens, entity))
        }
        addSurnames(people)
        sortNames()
        settleSurnames()
        readKnownAs()
    }

    private func name(_ range: Range<Int>, _ entity: Int) -> NameSpan {
        NameSpan(tokens: range, head: head(of: range), span: parsed.span(range), entity: entity, form: .name)
    }

    /// A candidate's words as one string, hyphens and all.
    private func key(_ range: Range<Int>) -> String { words(range) }

    /// What speaks for a person, and against.
    private func vote(_ candidate: Candidate) -> Int {
        let range = candidate.tokens
        var score = 0
        switch candidate.label {
        case "PERSON": score += 2
        case "ORG": score -= 1
        case "GPE", "LOC", "FAC", "NORP": score -= 1
        default: break
        }
        if hasTitle(before: range.lowerBound) { score += 4 }
        let first = tokens[range.lowerBound].text
        if range.count > 1, range.allSatisfy({ isCapital($0) || lexicon.roles.isTitle(lower[$0], .particle) }),
            lexicon.roles.isTitle(first, .givenMale) || lexicon.roles.isTitle(first, .givenFemale)
        {
            score += 3
        }
        let head = head(of: range)
        for child in parsed.children(of: head) {
            if tokens[child].dep == "appos", let (role, _) = role(at: child),
                role.noun == .office || role.noun == .person
            {
                score += 3
            }
            if tokens[child].dep == "relcl", parsed.children(of: child).contains(where: { lower[$0] == "who" }) {
                score += 3
            }
            if tokens[child].dep == "conj" || tokens[child].dep == "appos", tokens[child].ent.hasSuffix("PERSON") {
                score += 1
            }
        }
        if tokens[head].dep == "conj", tokens[tokens[head].head].ent.hasSuffix("PERSON") { score += 1 }
        if tokens[head].dep == "appos", let (role, _) = role(at: tokens[head].head), role.noun == .office { score += 3 }
        // "In Grosse Isle", "near Lindholm": where something is, is a place.
        if isLocation(head), !hasTitle(before: range.lowerBound) { score -= 2 }
        if bodyNoun(before: head) != nil { score -= 6 }
        if range.contains(where: { lower[$0] == "of" || lower[$0] == "and" || lower[$0] == "for" }) { score -= 4 }
        if let (role, _) = role(at: range.upperBound - 1), role.noun == .organisation || role.noun == .organ {
            score -= 4
        }
        if range.contains(where: { tokens[$0].tag == "NNPS" }) { score -= 1 }
        return score
    }

    /// The common noun for a body that a name stands in apposition to, or has before it: "the company Nordwerk".
    private func bodyNoun(before head: Int) -> Int? {
        var nouns = parsed.children(of: head, "compound", "nmod", "amod")
        if tokens[head].dep == "appos", tokens[head].head == head - 1 { nouns.append(tokens[head].head) }
        return nouns.first {
            guard $0 < head, !isCapital($0), let (role, _) = role(at: $0) else { return false }
            return role.noun == .organisation || role.noun == .organ || role.noun == .group
        }
    }

    /// Whether an office or an honorific stands right before a token.
    func hasTitle(before start: Int) -> Bool {
        guard start > 0, parsed.sentence(of: start) == parsed.sentence(of: start - 1) else { return false }
        if lexicon.roles.isHonorific(tokens[start - 1].text) { return true }
        if held(at: start)?.member.name.lowerBound == start { return true }
        guard let (role, _) = role(endingAt: start) else { return false }
        return role.noun == .office && !role.isPlural
    }

    /// The longest role whose last word is the token before `end`.
    func role(endingAt end: Int) -> (role: RoleTable.Role, start: Int)? {
        guard end > 0, lexicon.roles.mayEnd(with: parsed.textKeys[end - 1]) else { return nil }
        return lexicon.roles.role(endingAt: end, from: sentence(end - 1).lowerBound) { lower[$0] }
    }

    /// The longest role a token is part of, and the tokens of it.
    func role(at token: Int) -> (role: RoleTable.Role, tokens: Range<Int>)? {
        let limit = sentence(token)
        var best: (role: RoleTable.Role, tokens: Range<Int>)?
        for end in (token + 1)...min(token + 6, limit.upperBound) {
            guard lexicon.roles.mayEnd(with: parsed.textKeys[end - 1]),
                let (role, start) = lexicon.roles.role(endingAt: end, from: limit.lowerBound, words: { lower[$0] }),
                start <= token, role.words.count > (best?.role.words.count ?? 0)
            else { continue }
            best = (role, start..<end)
        }
        return best
    }

    /// The person of a full name: one known under a longer or shorter form of it, or a new one.
    private mutating func person(_ key: String, among people: inout [(words: [String], entity: Int)]) -> Int {
        let name = PersonName(key)
        let plain = PersonName.withoutMarks(key) { lexicon.roles.isTitle($0, .suffix) }
        if let known = bearer(of: name, among: people) {
            let other = PersonName(words: people[known].words)
            let entity = people[known].entity
            let isTurned = name.fit(other) == .turned && PersonName.hasMark(entities[entity].name)
            if entities[entity].entry == nil, name.isFuller(than: other) || isTurned, !isHeadlineVerb(key) {
                entities[entity].name = plain
                people[known].words = name.words
            } else if name.words.count > other.words.count, !isHeadlineVerb(key), entities[entity].entry != nil {
                people[known].words = name.words
            }
            return entity
        }
        if let entry = listedPerson(key, plain: plain, name) {
            let entity = entity(ofEntry: entry)
            people.append((name.words, entity))
            return entity
        }
        entities.append(DocumentEntity(name: plain, code: "", sector: "", kind: .person))
        people.append((name.words, entities.count - 1))
        return entities.count - 1
    }

    /// The known person whom a name fits best; none where an initial may stand for several.
    private func bearer(of name: PersonName, among people: [(words: [String], entity: Int)]) -> Int? {
        let fits = people.indices.compactMap { index in
            name.fit(PersonName(words: people[index].words)).map { (index, $0) }
        }.filter { $0.1 != .turned || !areBothGiven(name) }
        guard let best = fits.max(by: { ($0.1, -$0.0) < ($1.1, -$1.0) }) else { return nil }
        if best.1 == .byInitial, Set(fits.map { people[$0.0].entity }).count > 1 { return nil }
        return best.0
    }

    /// "Ali Hassan" and "Hassan Ali": two first names in either order are two persons.
    private func areBothGiven(_ name: PersonName) -> Bool {
        name.words.allSatisfy {
            let word = $0.prefix(1).uppercased() + $0.dropFirst()
            return lexicon.roles.isTitle(word, .givenMale) || lexicon.roles.isTitle(word, .givenFemale)
        }
    }

    /// The listed person of a written name: as it is written, without initials and marks, surname last, or, for a name
    /// with initials alone, the one listed bearer of the surname whom they fit.
    private func listedPerson(_ key: String, plain: String, _ name: PersonName) -> Int? {
        let parts = plain.split(separator: " ").map(String.init)
        let turned = parts.count > 1 ? (parts.dropFirst() + [parts[0]]).joined(separator: " ") : plain
        for form in [key, Self.plainName(key), plain] + (PersonName.hasMark(key) ? [turned] : []) {
            if let reading = lexicon.names.readings(of: form).first, lexicon.entries[reading.entry].kind == .person {
                return reading.entry
            }
        }
        guard let surname = name.words.last, name.opensWithInitial || name.words.count > 2 else { return nil }
        let fitting = (lexicon.personsBySurname[surname] ?? []).filter {
            let listed = PersonName(lexicon.entries[$0].name)
            // "Franklin Delano Roosevelt" is listed with an initial; "John Quincy Adams" is no "John Adams".
            return listed.fit(name) != nil && (name.opensWithInitial || listed.words.count == name.words.count)
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// Whether a longer form of a name stands once only and begins with a word that is elsewhere a verb or a plain word:
    /// a headline's capitals ("Kill Anton Velgard") make no longer name.
    private func isHeadlineVerb(_ key: String) -> Bool {
        guard let first = key.split(separator: " ").first.map(String.init) else { return false }
        let folded = first.lowercased()
        var holds = false
        var asName = 0
        for token in tokens.indices where lower[token] == folded {
            if tokens[token].text == first { asName += 1 }
            if !isCapital(token) || tokens[token].pos == "VERB" { holds = true }
        }
        let lemmas = tokens.indices.contains {
            parsed.lowerLemmas[$0] == folded && tokens[$0].pos == "VERB"
        }
        return asName <= 1 && (holds || lemmas)
    }

    /// The words of a person's name in lower case; see ``PersonName``.
    static func nameWords(_ key: String) -> [String] { PersonName.words(key) }

    /// A name without middle initials and suffixes: "Anton Velgard" of "Anton F. Velgard Jr.".
    private static func plainName(_ key: String) -> String {
        let words = key.split(separator: " ").map(String.init)
        return words.enumerated().filter { place, word in
            place == 0 || !(word.count == 2 && word.hasSuffix(".")) && !["Jr", "Jr.", "Sr", "Sr."].contains(word)
        }.map(\.element).joined(separator: " ")
    }

    private mutating func addListedPersons(to people: inout [(words: [String], entity: Int)]) {
        for name in names where entities[name.entity].kind == .person {
            if !people.contains(where: { $0.entity == name.entity }) {
                people.append((Self.nameWords(entities[name.entity].name), name.entity))
            }
        }
    }

    /// The entity of a name that is no full name of a person: a short form, or something else.
    private mutating func other(
        _ index: Int, key: String, votes: [String: Int], people: inout [(words: [String], entity: Int)]
    ) -> Int? {
        let candidate = unknown[index]
        if let alias = aliases[key] { return alias }
        let written = PersonName(key)
        let words = written.words
        // "B. Velk", "ABE Shinzo": another form of a name that the text or a list has, whatever the model calls it.
        if written.opensWithInitial || PersonName.hasMark(key) {
            if let known = bearer(of: written, among: people) { return people[known].entity }
            let plain = PersonName.withoutMarks(key) { lexicon.roles.isTitle($0, .suffix) }
            if listedPerson(key, plain: plain, written) != nil { return person(key, among: &people) }
        }
        if words.count <= 2, let known = short(words, among: people, before: candidate.tokens.lowerBound) {
            return known
        }
        let score = votes[key] ?? 0
        if score > 0, candidate.label == "PERSON" || hasTitle(before: candidate.tokens.lowerBound) {
            return person(key, among: &people)
        }
        if let known = entities.firstIndex(where: { $0.name == key }) { return known }
        let kind: EntityKind
        switch candidate.label {
        case "PERSON":
            if score > -4 { return person(key, among: &people) }
            kind = .organisation
        case "ORG": kind = .organisation
        case "GPE", "LOC", "FAC": kind = .place
        case "NORP": kind = .group
        default:
            if !key.contains(" ") { return person(key, among: &people) }
            kind = .organisation
        }
        var code = code(inside: candidate.tokens)
        // "Israeli company Elbit Systems": what stands before the name tells whose it is.
        if code.isEmpty, kind == .organisation {
            code =
                leftOwners(of: head(of: candidate.tokens)).filter { !candidate.tokens.contains($0.tokens.lowerBound) }
                .map(\.entity.code).first { !$0.isEmpty } ?? bodyNoun(before: head(of: candidate.tokens)).map {
                    ownerCode(of: $0)
                }
                ?? ""
        }
        entities.append(DocumentEntity(name: key, code: code, sector: "", kind: kind))
        return entities.count - 1
    }

    /// The person whom a surname, or a first name that only one has, means at a place of the text.
    private func short(_ words: [String], among people: [(words: [String], entity: Int)], before token: Int) -> Int? {
        guard let last = words.last else { return nil }
        let surname = people.filter {
            $0.words.last == last && Set(words).isSubset(of: Set($0.words).union(["al", "el"]))
        }
        if let only = surname.first {
            if surname.count == 1 { return only.entity }
            if words.count == 1 { return bearer(ofSurname: surname.map(\.entity), at: token) }
            return surname.map(\.entity).max { lastMention($0, before: token) < lastMention($1, before: token) }
        }
        let given = people.filter { $0.words.count > 1 && $0.words.first == last }
        return words.count == 1 && given.count == 1 ? given[0].entity : nil
    }

    /// Of several of one surname, whom the surname alone means; the others go by their first names.
    private func bearer(ofSurname known: [Int], at token: Int) -> Int? {
        let title = token > 0 ? tokens[token - 1].text : ""
        let gender: DocumentEntity.Gender =
            lexicon.roles.isTitle(title, .male) ? .male : lexicon.roles.isTitle(title, .female) ? .female : .unknown
        let fitting = known.filter {
            let own = genderOfName(entities[$0].name)
            return gender == .unknown || own == .unknown || own == gender
        }
        // Whoever is named first; what no list and no first name shows to be a person comes last ("Top Roe" aides).
        let told = { (entity: Int) in
            let own = Self.nameWords(self.entities[entity].name)
            let unlisted = self.unknown.first {
                let words = Self.nameWords(self.key($0.tokens))
                return words.count > 1 && words.first == own.first && words.last == own.last
            }?.tokens.lowerBound
            let listed = self.names.first { $0.entity == entity && $0.tokens.count > 1 }?.tokens.lowerBound
            let isKnown =
                self.entities[entity].entry != nil || self.genderOfName(self.entities[entity].name) != .unknown
            return (isKnown ? 0 : 1, min(unlisted ?? .max, listed ?? .max))
        }
        return (fitting.isEmpty ? known : fitting).min { told($0) < told($1) }
    }

    private func lastMention(_ entity: Int, before token: Int) -> Int {
        names.last { $0.entity == entity && $0.tokens.lowerBound < token }?.tokens.lowerBound ?? -1
    }

    /// Finds surnames of known persons that neither list nor model saw.
    private mutating func addSurnames(_ people: [(words: [String], entity: Int)]) {
        var surnames: Set<String> = []
        for person in people where person.words.count > 1 { surnames.insert(person.words[person.words.count - 1]) }
        for token in tokens.indices where namesAt[token].isEmpty && isCapital(token) && surnames.contains(lower[token])
        {
            guard tokens[token].pos == "PROPN" || !tokens[token].isSentenceStart || isNoPlainWord(token) else {
                continue
            }
            if let entity = short([lower[token]], among: people, before: token) {
                append(name(token..<(token + 1), entity))
            }
        }
    }

    /// Whether a capital at a sentence's start is no plain noun's: the text never writes the word small, and nothing
    /// stands before it as before a noun. Taggers read surnames such as "Fields" as plurals.
    private func isNoPlainWord(_ token: Int) -> Bool {
        guard ["NNS", "NN"].contains(tokens[token].tag),
            ["nsubj", "nsubjpass", "poss"].contains(tokens[token].dep),
            parsed.children(of: token).allSatisfy({ $0 > token })
        else { return false }
        return !tokens.indices.contains { tokens[$0].text == lower[token] }
    }

    /// Gives defined short names their meaning wherever they stand.
    private mutating func applyAliases() {
        for index in names.indices {
            if let entity = aliases[words(names[index].tokens)] { names[index].entity = entity }
        }
        guard !aliases.isEmpty else { return }
        var known: Set<Int> = []
        for token in tokens.indices where namesAt[token].isEmpty {
            guard let entity = aliases[tokens[token].text] else { continue }
            known.insert(token)
            append(name(token..<(token + 1), entity))
        }
        unknown.removeAll { $0.tokens.count == 1 && known.contains($0.tokens.lowerBound) }
    }

    private mutating func sortNames() {
        names.sort { ($0.tokens.lowerBound, $0.span.start) < ($1.tokens.lowerBound, $1.span.start) }
        namesAt = Array(repeating: [], count: tokens.count)
        for (index, name) in names.enumerated() { for token in name.tokens { namesAt[token].append(index) } }
    }

    /// Reads "X, known as Y": Y is X from there on.
    private mutating func readKnownAs() {
        for (index, name) in names.enumerated() where entities[name.entity].kind != .place {
            let after = name.tokens.upperBound
            let limit = min(after + 8, sentence(name.head).upperBound)
            guard let cue = (after..<max(after, limit)).first(where: { isAliasCue($0) }) else { continue }
            guard !(after..<max(after, cue - 1)).contains(where: { !namesAt[$0].isEmpty || tokens[$0].pos == "VERB" })
            else { continue }
            guard let next = names[(index + 1)...].first, next.tokens.lowerBound <= cue + 3,
                next.tokens.lowerBound > cue, next.entity != name.entity
            else { continue }
            let other = entities[next.entity]
            guard other.entry == nil, other.count <= 2 || other.kind == entities[name.entity].kind else { continue }
            for at in names.indices where names[at].entity == next.entity { names[at].entity = name.entity }
        }
    }

    private func isAliasCue(_ token: Int) -> Bool {
        if ["aka", "a.k.a.", "alias", "nicknamed", "dubbed"].contains(lower[token]) { return true }
        return (lower[token] == "as" || lower[token] == "the") && token > 0
            && ["known", "nicknamed", "called"].contains(lower[token - 1])
    }
}
