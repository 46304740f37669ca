import ChanceryCore
import Grammar
import SpacyPipeline

/// The names of a document, each with its entity.
struct SettledNames: Sendable {
    /// Names that stand by themselves, in text order, not overlapping.
    var names: NameLayer
    var register: EntityRegister
}

/// Decides by a vote of all mentions which unlisted names are persons, and joins short forms to long ones.
struct PersonReader: EntityStage {
    /// A run of capitals with the name it may be.
    struct Unknown {
        let candidate: NameCandidate
        let written: String
        let name: PersonName
    }

    let text: EntityText
    private let evidence: PersonEvidence
    private let owners: OwnerReader
    private let nameCode: NameCode
    private let aliases: [String: Int]
    private let unknown: [Unknown]
    /// What all mentions of a name speak for.
    private let votes: [String: Int]
    private var names: NameLayer
    private var roll: PersonRoll

    static func read(
        _ text: EntityText, listed: ListedNames, held: HeldOffices, defined: DefinedNames
    ) -> SettledNames {
        var reader = PersonReader(text, listed, held, defined)
        reader.readUnknown()
        reader.addSurnames()
        reader.names.sort()
        let settled = SurnameSettler.settle(
            SettledNames(names: reader.names, register: reader.roll.register), in: text)
        return KnownAsReader(text: text).read(settled)
    }

    private init(_ text: EntityText, _ listed: ListedNames, _ held: HeldOffices, _ defined: DefinedNames) {
        self.text = text
        let named = NamedText(
            text, entities: defined.register.entities, names: defined.names, listed: listed.names, held: held)
        let evidence = PersonEvidence(named: named)
        let unknown = defined.unknown.map { candidate in
            let written = text.words(candidate.tokens)
            return Unknown(candidate: candidate, written: written, name: text.lexicon.personName(written))
        }
        self.evidence = evidence
        self.unknown = unknown
        owners = OwnerReader(named: named)
        nameCode = NameCode(text: text, listed: listed)
        aliases = defined.aliases
        votes = unknown.reduce(into: [:]) { $0[$1.written, default: 0] += evidence.vote($1.candidate) }
        names = defined.names
        roll = PersonRoll(text, register: defined.register)
    }

    private func vote(_ unknown: Unknown) -> Int { votes[unknown.written] ?? 0 }

    private mutating func append(_ name: NameSpan) {
        names.append(name)
        roll.register.count(name)
    }

    private mutating func readUnknown() {
        // The longest names come first, so that short forms find them.
        let lengths = unknown.map { $0.written.utf8.split(separator: 0x20).count }
        let order = unknown.indices.sorted {
            (-lengths[$0], unknown[$0].candidate.tokens.lowerBound)
                < (-lengths[$1], unknown[$1].candidate.tokens.lowerBound)
        }
        var resolved = [Int?](repeating: nil, count: unknown.count)
        for index in order where unknown[index].written.contains(" ") && vote(unknown[index]) > 0 {
            resolved[index] = roll.person(unknown[index].written)
        }
        for name in names.names where roll.register.entities[name.entity].kind == .person { roll.add(name.entity) }
        for index in order where resolved[index] == nil { resolved[index] = other(unknown[index]) }
        for (unknown, entity) in zip(unknown, resolved) {
            if let entity { append(NameSpan(unknown.candidate.tokens, entity: entity, in: text)) }
        }
    }

    /// The entity of a name that is no full name of a person: a short form, or something else.
    private mutating func other(_ unknown: Unknown) -> Int {
        let (candidate, written) = (unknown.candidate, unknown.written)
        if let alias = aliases[written] { return alias }
        // "B. Velk", "ABE Shinzo": another form of a name that the text or a list has, whatever the model calls it.
        if let known = roll.person(ofForm: written, unknown.name) { return known }
        if unknown.name.words.count <= 2,
            let known = shortNames.person(unknown.name.words, at: candidate.tokens.lowerBound)
        {
            return known
        }
        let score = vote(unknown)
        if score > 0, candidate.label == "PERSON" || evidence.hasTitle(before: candidate.tokens.lowerBound) {
            return roll.person(written)
        }
        if let known = roll.register.entities.firstIndex(where: { $0.name == written }) { return known }
        guard let kind = kind(of: unknown, score: score) else { return roll.person(written) }
        return roll.register.add(
            DocumentEntity(name: written, code: code(of: candidate, kind: kind), sector: "", kind: kind))
    }

    /// What sort of thing a name is by the model's label; nil for a person.
    private func kind(of unknown: Unknown, score: Int) -> EntityKind? {
        switch unknown.candidate.label {
        case "PERSON": score > -4 ? nil : .organisation
        case "ORG": .organisation
        case "GPE", "LOC", "FAC": .place
        case "NORP": .group
        default: unknown.written.contains(" ") ? .organisation : nil
        }
    }

    /// Whose an unlisted body is: by names in its own, otherwise by what stands before it ("Israeli company Elbit Systems").
    private func code(of candidate: NameCandidate, kind: EntityKind) -> String {
        let code = nameCode.code(inside: candidate.tokens)
        guard code.isEmpty, kind == .organisation else { return code }
        let head = text.head(of: candidate.tokens)
        let before = owners.leftOwners(of: head).filter { !candidate.tokens.contains($0.tokens.lowerBound) }
        return before.map(\.entity.code).first { !$0.isEmpty }
            ?? evidence.bodyNoun(before: head).map { owners.code(of: $0) } ?? ""
    }

    /// Finds surnames of known persons that neither list nor model saw.
    private mutating func addSurnames() {
        let surnames = Set(roll.members.compactMap { $0.name.words.count > 1 ? $0.name.words.last : nil })
        for token in tokens.indices
        where names.at[token].isEmpty && text.isCapital(token) && surnames.contains(lower[token]) {
            guard parsed.tree.classes[token] == .propn || !tokens[token].isSentenceStart || isNoPlainWord(token) else {
                continue
            }
            if let entity = shortNames.person([lower[token]], at: token) {
                append(NameSpan(token..<(token + 1), entity: entity, in: text))
            }
        }
    }

    /// Whether a capital at a sentence's start is no plain noun's: the text never writes the word small, and nothing
    /// stands before it as before a noun. Taggers read surnames such as "Fields" as plurals.
    private func isNoPlainWord(_ token: Int) -> Bool {
        guard [.NNS, .NN].contains(parsed.tree.tags[token]),
            parsed.tree.hasLabel(token, [.nsubj, .nsubjpass, .poss]),
            parsed.children(of: token).allSatisfy({ $0 > token })
        else { return false }
        return !tokens.indices.contains { tokens[$0].text == lower[token] }
    }

    /// Made for one question and let go of: what lives while names are added makes them copied.
    private var shortNames: ShortNames { ShortNames(text: text, roll: roll, names: names, unknown: unknown) }
}
