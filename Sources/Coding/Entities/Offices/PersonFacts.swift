import ChanceryCore
import Grammar
import SpacyPipeline

/// What a document tells of its persons.
struct KnownPersons: Sendable {
    /// Titles before names, by the name's index.
    var titles: [Int: TitleReading]
    /// The document's entities, persons with their state and sector.
    var entities: [DocumentEntity]
    /// Whether titles and first names tell a person to be a man or a woman, by name.
    var genders: [String: DocumentEntity.Gender] = [:]
}

/// Gives persons their state, sector and gender, by their titles and by what is told beside their names.
struct PersonFacts: EntityStage {
    private let named: NamedText
    private var known: KnownPersons
    /// What titles and offices speak for, by entity: how often for each code, and the first sector.
    private var codes: [Int: [String: Int]] = [:]
    private var sectors: [Int: String] = [:]

    var text: EntityText { named.text }

    static func read(_ named: NamedText) -> KnownPersons {
        var facts = PersonFacts(named)
        facts.readTitles()
        facts.readOffices()
        facts.settle()
        facts.fillFromContext()
        facts.readGenders()
        return facts.known
    }

    private init(_ named: NamedText) {
        self.named = named
        known = KnownPersons(titles: TitleReader(named: named).read(), entities: named.entities)
    }

    private mutating func readTitles() {
        for (index, name) in named.names.names.enumerated() {
            guard let title = known.titles[index] else { continue }
            if title.gender != .unknown { known.entities[name.entity].gender = title.gender }
            let owner = title.owner.map { named.entity(of: $0) }
            if let owner { vote(for: owner.code, of: name.entity, weight: 2) }
            if let role = title.role, !role.sector.isEmpty {
                let body = owner.flatMap { $0.isBody ? $0.sector : nil }
                if sectors[name.entity] == nil { sectors[name.entity] = body ?? role.sector }
            }
        }
    }

    private mutating func readOffices() {
        let affiliations = PersonAffiliations(named: named)
        for name in named.names.names where named.entity(of: name).kind == .person {
            if let (told, member) = named.held.held(at: name.head) {
                vote(for: member.owner.map { named.entity(of: $0).code } ?? "", of: name.entity, weight: 3)
                take(told.role.sector, of: name.entity)
                continue
            }
            for told in affiliations.read(name) {
                vote(for: told.code, of: name.entity, weight: 2)
                take(told.sector, of: name.entity)
            }
        }
    }

    private mutating func vote(for code: String, of entity: Int, weight: Int) {
        if !code.isEmpty { codes[entity, default: [:]][code, default: 0] += weight }
    }

    private mutating func take(_ sector: String, of entity: Int) {
        if !sector.isEmpty, sectors[entity] == nil { sectors[entity] = sector }
    }

    private mutating func settle() {
        for (entity, votes) in codes {
            let best = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }
            if let best { known.entities[entity].code = best.key }
        }
        for (entity, sector) in sectors where known.entities[entity].sector.isEmpty {
            known.entities[entity].sector = sector
        }
    }

    private mutating func readGenders() {
        for entity in known.entities where entity.kind == .person {
            let gender = entity.gender == .unknown ? text.gender(ofName: entity.name) : entity.gender
            if gender != .unknown { known.genders[entity.name] = gender }
        }
    }

    /// Persons whose state no title tells: that of the person before in a list; the one told of there only where a pronoun
    /// points to it ("its president, X"). A state that merely stands near gives nobody an office.
    private mutating func fillFromContext() {
        let context = StateContext(named: named)
        let shares = context.shares()
        for (index, name) in named.names.names.enumerated() where named.entity(of: name).kind == .person {
            guard known.entities[name.entity].code.isEmpty, let title = known.titles[index], title.owner == nil,
                let role = title.role, text.lists.offices.statelySectors.contains(role.sector)
            else { continue }
            if parsed.tree.labels[name.head] == .conj, let before = person(joined: name, at: index) {
                known.entities[name.entity].code = before.code
            } else if title.pronoun != nil {
                known.entities[name.entity].code = context.state(before: title.tokens.lowerBound, shares: shares)
            }
        }
    }

    /// The person before in a list, whose state is known.
    private func person(joined name: NameSpan, at index: Int) -> DocumentEntity? {
        guard let before = named.names.names[..<index].last(where: { $0.head == tokens[name.head].head }) else {
            return nil
        }
        let entity = known.entities[before.entity]
        return entity.kind == .person && !entity.code.isEmpty ? entity : nil
    }
}
