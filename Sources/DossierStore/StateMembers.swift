public import ChanceryCore
import GRDB

/// Who of those who belong to a state acts for it, as the whole record tells: the state itself, its places, its
/// government, its military and its officials. Everybody else of it (movements, parties, companies, newspapers, citizens)
/// stands apart: what they do is not what the state does.
public struct StateMembers: Hashable, Sendable {
    /// The alpha-3 codes of the state; empty where the name is no state's.
    public var codes: Set<String>
    /// The names of persons of the state whom the record tells in no office of it, and somewhere in another sector.
    public var privatePersons: Set<String>
    /// The names of organisations and groups of the state that are told somewhere as a movement or a party.
    public var movements: Set<String>

    /// Makes members from their parts.
    public init(codes: Set<String>, privatePersons: Set<String> = [], movements: Set<String> = []) {
        self.codes = codes
        self.privatePersons = privatePersons
        self.movements = movements
    }

    /// The members as the given reports tell them.
    public init(codes: Set<String>, in reports: some Sequence<Report>) {
        self.init(
            codes: codes,
            told: reports.lazy.flatMap(\.participants).filter { codes.contains($0.code) }.map {
                ($0.name, $0.sector, $0.kind == .person)
            })
    }

    private init(codes: Set<String>, told: some Sequence<(name: String, sector: String, isPerson: Bool)>) {
        self.init(codes: codes)
        var officials: Set<String> = []
        for (name, sector, isPerson) in told where !sector.isEmpty {
            if !isPerson {
                if Sector.movement.contains(sector) { movements.insert(name) }
            } else if Sector.official.contains(sector) {
                officials.insert(name)
            } else {
                privatePersons.insert(name)
            }
        }
        privatePersons.subtract(officials)
    }

    /// Whether a participant is the state or acts for it. Of a person about whom nothing but the state is known nobody can say
    /// that they do not.
    public func act(_ participant: Participant) -> Bool {
        guard codes.contains(participant.code) else { return false }
        switch participant.kind {
        case .state, .place: return true
        case .person:
            return Sector.official.contains(participant.sector)
                || (participant.sector.isEmpty && !privatePersons.contains(participant.name))
        case .organisation, .group:
            return Sector.official.contains(participant.sector) && !movements.contains(participant.name)
        }
    }

    /// Whether a participant belongs to the state and does not act for it.
    public func standsApart(_ participant: Participant) -> Bool {
        codes.contains(participant.code) && !act(participant)
    }
}

extension StateMembers {
    /// The same as ``act(_:)`` for a row of `participants`.
    func condition() throws -> (sql: String, arguments: StatementArguments) {
        let list = try JSONLine.encode(codes.sorted())
        let official = try JSONLine.encode(Sector.official.sorted())
        return (
            """
            (code IN (SELECT value FROM json_each(?)) AND (kind IN ('state', 'place')
                OR (sector IN (SELECT value FROM json_each(?))
                    AND (kind = 'person' OR name NOT IN (SELECT value FROM json_each(?))))
                OR (kind = 'person' AND sector = '' AND name NOT IN (SELECT value FROM json_each(?)))))
            """,
            [list, official, try JSONLine.encode(movements.sorted()), try JSONLine.encode(privatePersons.sorted())]
        )
    }

    /// The members of the state that a name or a code stands for.
    static func fetch(_ db: Database, of entity: String) throws -> StateMembers {
        let folded = NameFolding.fold(entity)
        var codes = Set(
            try StoredRow.values(
                db, of: "participants", "code",
                sql: "SELECT DISTINCT code FROM participants WHERE folded = ? AND kind = 'state' AND code <> ''",
                arguments: [folded]) as [String])
        if folded.count == 3, folded.utf8.allSatisfy({ (97...122).contains($0) }) { codes.insert(folded.uppercased()) }
        guard !codes.isEmpty else { return StateMembers(codes: []) }
        let rows = try StoredRow.fetchAll(
            db, of: "participants",
            sql: """
                SELECT DISTINCT name, kind, sector FROM participants
                WHERE code IN (SELECT value FROM json_each(?)) AND sector <> ''
                """, arguments: [try JSONLine.encode(codes.sorted())])
        return StateMembers(
            codes: codes,
            told: try rows.map {
                (try $0.value("name"), try $0.value("sector"), try $0.value("kind") == EntityKind.person.rawValue)
            })
    }
}

extension Dossier {
    /// Who acts for the state that a name or a code stands for; without codes where it stands for none.
    public func members(of entity: String) throws(DossierError) -> StateMembers {
        try reading { try StateMembers.fetch($0, of: entity) }
    }
}
