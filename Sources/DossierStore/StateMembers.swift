public import ChanceryCore
import GRDB

/// Who of those who belong to a state acts for it, as the whole record tells: the state itself, its places, its
/// government, its military and its officials. Everybody else of it (movements, parties, companies, newspapers, citizens)
/// stands apart: what they do is not what the state does.
public struct StateMembers: Hashable, Sendable {
    /// The alpha-3 codes of the state; empty where the name is no state's.
    public var codes: Set<String>
    /// The names of persons of the state whom the record tells somewhere in an office of it.
    public var officials: Set<String>
    /// The names of organisations and groups of the state that are told somewhere as a movement or a party.
    public var movements: Set<String>

    /// Makes members from their parts.
    public init(codes: Set<String>, officials: Set<String> = [], movements: Set<String> = []) {
        self.codes = codes
        self.officials = officials
        self.movements = movements
    }

    /// The members as the given reports tell them.
    public init(codes: Set<String>, in reports: some Sequence<Report>) {
        self.init(codes: codes)
        for participant in reports.lazy.flatMap(\.participants) where codes.contains(participant.code) {
            if participant.kind == .person {
                if Sector.official.contains(participant.sector) { officials.insert(participant.name) }
            } else if Sector.movement.contains(participant.sector) {
                movements.insert(participant.name)
            }
        }
    }

    /// Whether a participant is the state or acts for it.
    public func act(_ participant: Participant) -> Bool {
        guard codes.contains(participant.code) else { return false }
        switch participant.kind {
        case .state, .place: return true
        case .person:
            return Sector.official.contains(participant.sector)
                || (participant.sector.isEmpty && officials.contains(participant.name))
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
                OR (kind = 'person' AND sector = '' AND name IN (SELECT value FROM json_each(?)))))
            """, [list, official, try JSONLine.encode(movements.sorted()), try JSONLine.encode(officials.sorted())]
        )
    }

    /// The members of the state that a name or a code stands for.
    static func fetch(_ db: Database, of entity: String) throws -> StateMembers {
        let folded = NameFolding.fold(entity)
        var codes = Set(
            try String.fetchAll(
                db, sql: "SELECT DISTINCT code FROM participants WHERE folded = ? AND kind = 'state' AND code <> ''",
                arguments: [folded]))
        if folded.count == 3, folded.utf8.allSatisfy({ (97...122).contains($0) }) { codes.insert(folded.uppercased()) }
        var members = StateMembers(codes: codes)
        guard !codes.isEmpty else { return members }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT DISTINCT name, kind, sector FROM participants
                WHERE code IN (SELECT value FROM json_each(?)) AND sector <> ''
                """, arguments: [try JSONLine.encode(codes.sorted())])
        while let row = try rows.next() {
            let (name, sector): (String, String) = (row["name"], row["sector"])
            if (row["kind"] as String) == EntityKind.person.rawValue {
                if Sector.official.contains(sector) { members.officials.insert(name) }
            } else if Sector.movement.contains(sector) {
                members.movements.insert(name)
            }
        }
        return members
    }
}

extension Dossier {
    /// Who acts for the state that a name or a code stands for; without codes where it stands for none.
    public func members(of entity: String) throws(DossierError) -> StateMembers {
        try reading { try StateMembers.fetch($0, of: entity) }
    }
}
