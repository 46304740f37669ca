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
    /// Where the name is an organisation's: the names of those who act for it, its leaders and officers and the groups that are
    /// named after it.
    public var officers: Set<String>

    /// Makes members from their parts.
    public init(
        codes: Set<String>, privatePersons: Set<String> = [], movements: Set<String> = [], officers: Set<String> = []
    ) {
        self.codes = codes
        self.privatePersons = privatePersons
        self.movements = movements
        self.officers = officers
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
        if officers.contains(participant.name) { return true }
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
                OR (kind = 'person' AND sector = '' AND name NOT IN (SELECT value FROM json_each(?))))
                OR name IN (SELECT value FROM json_each(?)))
            """,
            [
                list, official, try JSONLine.encode(movements.sorted()),
                try JSONLine.encode(privatePersons.sorted()), try JSONLine.encode(officers.sorted()),
            ]
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
        guard !codes.isEmpty else { return StateMembers(codes: [], officers: try officers(db, of: folded)) }
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

extension StateMembers {
    /// Those who act for an organisation, as the record tells: who leads it or holds an office of it, and groups that bear its name
    /// and act in its sector ("Front delegation", "representatives of the Front").
    private static func officers(_ db: Database, of folded: String) throws -> Set<String> {
        let sectors: [String] = try StoredRow.values(
            db, of: "participants", "sector",
            sql: "SELECT DISTINCT sector FROM participants WHERE folded = ? AND kind = 'organisation'",
            arguments: [folded])
        guard !sectors.isEmpty else { return [] }
        let leaders: [String] = try StoredRow.values(
            db, of: "participants", "name",
            sql: """
                SELECT DISTINCT one.name FROM participants AS one
                JOIN participants AS body ON body.report_row = one.report_row
                JOIN reports ON reports.row = one.report_row
                WHERE body.folded = ? AND body.role = 'object' AND one.role = 'subject' AND one.kind = 'person'
                    AND reports.kind = 'state' AND reports.concept IN (SELECT value FROM json_each(?))
                    AND reports.modality NOT IN ('negated', 'denied')
                """,
            arguments: [folded, try JSONLine.encode(ConceptRole.office.concepts + ConceptRole.leadership.concepts)])
        let groups = try StoredRow.fetchAll(
            db, of: "participants",
            sql: """
                SELECT DISTINCT name, folded FROM participants
                WHERE kind = 'group' AND sector <> '' AND sector IN (SELECT value FROM json_each(?))
                """, arguments: [try JSONLine.encode(sectors.sorted())])
        let names = try written(db, folded).union([folded])
        let named = try groups.filter { group in
            let name: String = try group.value("folded")
            return names.contains { name.hasPrefix($0 + " ") || name.hasSuffix(" " + $0) }
        }.map { group -> String in try group.value("name") }
        return Set(leaders).union(named)
    }

    /// How many reports are asked how they write a name.
    private static let asked = 200

    /// The names by which texts call an organisation, folded: those with a capital, no pronoun and no common noun.
    private static func written(_ db: Database, _ folded: String) throws -> Set<String> {
        let rows = try StoredRow.fetchAll(
            db, of: "reports",
            sql: """
                SELECT reports.line, documents.text FROM reports
                JOIN documents ON documents.row = reports.document_row
                WHERE reports.row IN (SELECT report_row FROM participants WHERE folded = ? AND kind = 'organisation')
                ORDER BY reports.row LIMIT ?
                """, arguments: [folded, asked])
        var found: Set<String> = []
        for row in rows {
            let report = try JSONLine.decode(Report.self, from: try row.value("line"))
            let text: String = try row.value("text", of: "documents")
            for one in report.participants where NameFolding.fold(one.name) == folded {
                let scalars = text.unicodeScalars.dropFirst(one.span.start).prefix(one.span.count)
                let words = String(String.UnicodeScalarView(scalars))
                if words.contains(where: \.isUppercase) { found.insert(NameFolding.fold(words)) }
            }
        }
        return found
    }
}

extension Dossier {
    /// Who acts for the state that a name or a code stands for; without codes where it stands for none.
    public func members(of entity: String) throws(DossierError) -> StateMembers {
        try reading { try StateMembers.fetch($0, of: entity) }
    }
}
