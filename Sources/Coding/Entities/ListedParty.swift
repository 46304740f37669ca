public import ChanceryCore

/// One party of the reviewable lists with all it is called: what a look-up of names needs, without roles and titles.
///
/// `ALB Albania` has the adjective `Albanian`, the people `Albanians` and the seat `Tirana`; `PLO` is an alias of the
/// Palestine Liberation Organization.
public struct ListedParty: Hashable, Sendable {
    /// The name the lists give it.
    public var name: String
    /// The alpha-3 code of the state it is or belongs to, or empty.
    public var code: String
    /// PLOVER's sector, or empty.
    public var sector: String
    /// What sort of thing it is.
    public var kind: EntityKind
    /// Other names, abbreviations and spellings.
    public var aliases: [String]
    /// Adjectives and words for its people.
    public var adjectives: [String]
    /// The capital, and buildings and streets that stand for its government.
    public var seats: [String]

    /// Makes a party from its parts.
    public init(
        _ name: String, code: String = "", sector: String = "", kind: EntityKind, aliases: [String] = [],
        adjectives: [String] = [], seats: [String] = []
    ) {
        self.name = name
        self.code = code
        self.sector = sector
        self.kind = kind
        self.aliases = aliases
        self.adjectives = adjectives
        self.seats = seats
    }

    /// Everybody on the lists: states first, then territories, bodies, groups and persons.
    ///
    /// - Throws: ``EntityDataError`` naming the file and line at fault.
    public static func all() throws -> [ListedParty] {
        var seats: [String: [String]] = [:]
        for row in try EntityTable.resource("cities.tsv", fields: 2...3).rows {
            seats[row[0], default: []] += row.list(1)
        }
        for row in try EntityTable.resource("seats.tsv", fields: 3...4).rows {
            seats[row[0], default: []] += [row[2]] + row.list(3)
        }
        func people(_ row: EntityTable.Row) -> [String] {
            // "Albanians" of "Albanian"; the lists name the others ("Spaniards", "the Dutch").
            row.list(3) + row.list(3).map { $0 + "s" } + row.list(4)
        }
        var parties: [ListedParty] = []
        for row in try EntityTable.resource("states.tsv", fields: 3...5).rows {
            parties.append(
                ListedParty(
                    row[1], code: row[0], kind: .state, aliases: row.list(2), adjectives: people(row),
                    seats: seats[row[0]] ?? []))
        }
        for row in try EntityTable.resource("former-states.tsv", fields: 7...8).rows {
            parties.append(
                ListedParty(
                    row[1], code: row[0], kind: .state, aliases: row.list(2), adjectives: people(row),
                    seats: row.list(7)))
        }
        for row in try EntityTable.resource("territories.tsv", fields: 2...5).rows {
            parties.append(
                ListedParty(row[1], code: row[0], kind: .place, aliases: row.list(2), adjectives: people(row)))
        }
        for row in try EntityTable.resource("organisations.tsv", fields: 3...6).rows {
            parties.append(
                ListedParty(row[2], code: row[1], sector: row[4], kind: .organisation, aliases: row.list(3)))
        }
        for row in try EntityTable.resource("movements.tsv", fields: 3...4).rows {
            parties.append(
                ListedParty(row[2], code: row[1], sector: row[0], kind: .organisation, aliases: row.list(3)))
        }
        for row in try EntityTable.resource("media.tsv", fields: 2...3).rows {
            parties.append(ListedParty(row[1], code: row[0], sector: "JRN", kind: .organisation, aliases: row.list(2)))
        }
        for row in try EntityTable.resource("groups.tsv", fields: 3...4).rows {
            parties.append(ListedParty(row[1], code: row[0], kind: .group, aliases: row.list(2)))
        }
        for row in try EntityTable.resource("persons.tsv", fields: 3...4).rows {
            parties.append(ListedParty(row[2], code: row[0], sector: row[1], kind: .person, aliases: row.list(3)))
        }
        return parties
    }
}
