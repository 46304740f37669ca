import ChanceryCore
import Grammar

/// Somebody who stands in a sentence and may take part in what it tells.
///
/// One reference that never changes: each act of a sentence has all its seats, and they are large.
final class Seat: Sendable {
    /// The head token of the words.
    let head: Int
    /// Who it is; for a town the state it lies in.
    let mention: Mention
    /// What two tellings of one party have in common: the state, or the name.
    let key: String
    /// What sort of words they are: the kind of the entity, "modifier", "town" or "region".
    let sort: Symbol
    /// The sort, with whether there is a state.
    let kind: Symbol
    /// How much of the document the party takes up.
    let prominence: Symbol

    init(head: Int, mention: Mention, sort: Sort, _ ranks: PartyRanks) {
        self.head = head
        self.mention = mention
        key = mention.partyKey
        prominence = ranks.prominence(of: key)
        self.sort = sort.symbol
        kind = mention.code.isEmpty ? sort.stateless : sort.symbol
    }

    /// Whoever stands here, as the words of another sentence take them over.
    func toldElsewhere() -> Seat { Seat(head: head, toldElsewhere: mention, prominence) }

    /// Somebody taken over from where they are told.
    init(head: Int, toldElsewhere mention: Mention, _ prominence: Symbol) {
        self.prominence = prominence
        var mention = mention
        mention.from = mention.from ?? mention.span
        self.head = head
        self.mention = mention
        key = mention.partyKey
        let sort = Self.sort(of: mention.kind)
        self.sort = sort.symbol
        kind = mention.code.isEmpty ? sort.stateless : sort.symbol
    }

    /// A sort of words, with the name it has where they tell of no state.
    struct Sort: Sendable {
        let symbol: Symbol
        let stateless: Symbol

        init(_ name: String) {
            symbol = Symbol(name)
            stateless = Symbol("stateless-" + name)
        }
    }

    static let modifier = Sort("modifier")
    static let town = Sort("town")
    static let region = Sort("region")
    private static let none = Sort("")
    private static let kinds = EntityKind.allCases
    private static let sorts = kinds.map { Sort($0.rawValue) }

    static func sort(of kind: EntityKind) -> Sort { kinds.firstIndex(of: kind).map { sorts[$0] } ?? none }
}

/// The rank of each party by how often a document names it.
struct PartyRanks: Sendable {
    /// From 0.
    private let ranks: [String: Int]

    /// - Parameter parties: the keys, the party named most first.
    init(_ parties: [String]) {
        ranks = Dictionary(parties.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// How much of the document a party takes up.
    func prominence(of key: String) -> Symbol {
        guard let rank = ranks[key] else { return .none }
        return rank < 3 ? Symbol.numbers[rank] : rank < 5 ? Self.some : Self.few
    }

    private static let some = Symbol("some")
    private static let few = Symbol("few")
}

extension Mention {
    /// The state it belongs to, or its name where it belongs to none.
    var partyKey: String { code.isEmpty ? name : code }
}

/// Who stands where in a document, and who is told most.
struct ActScene: Sendable {
    let parsed: ParsedDocument
    let entities: EntityIndex
    /// For each sentence those who stand in it.
    let seats: [[Seat]]
    /// The same as other sentences take them over.
    let tellings: [[Seat]]
    /// The parties by how often the document names them.
    let ranks: PartyRanks
    /// Those the document names most, by their first mention, the most named first.
    let cast: [Seat]
    /// Persons and bodies that the document names most, whichever state they act for.
    let persons: [Seat]

    /// How many make up the cast, and how many persons beside it.
    private static let castSize = 4
    private static let personCount = 2

    init(_ parsed: ParsedDocument, _ entities: EntityIndex) {
        self.parsed = parsed
        self.entities = entities
        var counts: [String: Int] = [:]
        var first: [String: Mention] = [:]
        for mention in entities.mentions where !mention.isPronoun {
            counts[mention.mention.partyKey, default: 0] += 1
            if first[mention.mention.partyKey] == nil { first[mention.mention.partyKey] = mention.mention }
        }
        let ranked = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
        let ranks = PartyRanks(ranked.map(\.key))
        self.ranks = ranks
        seats = parsed.sentences.map { Self.seats(in: $0.tokens, parsed, entities, ranks) }
        tellings = seats.map { $0.map { $0.toldElsewhere() } }
        cast = ranked.prefix(Self.castSize).filter { $0.value > 1 }.compactMap { party in
            guard let named = first[party.key] else { return nil }
            // A state that is told by who acts for it: the state.
            let told =
                named.code.isEmpty ? named : entities.state(code: named.code, span: named.span) ?? named
            return Seat(head: 0, toldElsewhere: told, ranks.prominence(of: told.partyKey))
        }
        persons = Self.persons(of: entities, ranks)
    }

    private static func persons(of entities: EntityIndex, _ ranks: PartyRanks) -> [Seat] {
        var found: [String: (count: Int, first: Mention)] = [:]
        for mention in entities.mentions
        where !mention.isPronoun && [.person, .organisation].contains(mention.mention.kind)
            && !mention.mention.code.isEmpty
        {
            found[mention.mention.name, default: (0, mention.mention)].count += 1
        }
        return found.filter { $0.value.count > 1 }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .prefix(personCount).map { person in
                let told = person.value.first
                return Seat(head: 0, toldElsewhere: told, ranks.prominence(of: told.partyKey))
            }
    }

    private static func seats(
        in sentence: Range<Int>, _ parsed: ParsedDocument, _ entities: EntityIndex, _ ranks: PartyRanks
    ) -> [Seat] {
        var found: [Seat] = []
        func isNew(_ mention: Mention) -> Bool {
            !found.contains { $0.mention.span == mention.span && $0.mention.name == mention.name }
        }
        for token in sentence {
            let own = entities.named(at: token)
            if !own.isEmpty {
                for mention in own where isNew(mention) {
                    found.append(
                        Seat(
                            head: parsed.head(of: mention.span) ?? token, mention: mention,
                            sort: Seat.sort(of: mention.kind), ranks))
                }
                continue
            }
            let isModifier = ActScene.modifiers.contains(parsed.tree.labels[token])
            if isModifier {
                for mention in entities.modifierParties(at: token) where isNew(mention) {
                    found.append(Seat(head: token, mention: mention, sort: Seat.modifier, ranks))
                }
                if found.last?.head == token { continue }
                if let role = entities.modifierRole(at: token), isNew(role) {
                    found.append(Seat(head: token, mention: role, sort: Seat.modifier, ranks))
                    continue
                }
            }
            if let place = entities.place(at: token), !place.code.isEmpty,
                let state = entities.state(code: place.code, span: place.span), isNew(state)
            {
                found.append(Seat(head: token, mention: state, sort: Seat.town, ranks))
            } else if let region = entities.region(at: token), isNew(region) {
                found.append(Seat(head: token, mention: region, sort: Seat.region, ranks))
            }
        }
        return found
    }

    private static let modifiers: Dependencies = [.amod, .compound, .nmod, .poss]
}
