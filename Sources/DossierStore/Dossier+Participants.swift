public import ChanceryCore
import GRDB
import Reconciling

/// One party of the record with what it takes part in.
public struct ParticipantSummary: Hashable, Sendable {
    /// The canonical name.
    public var name: String
    /// The alpha-3 code of the state it belongs to, or empty.
    public var code: String
    /// PLOVER's sectors it acts in, sorted, without the empty one.
    public var sectors: [String]
    /// What sort of thing it is.
    public var kind: EntityKind
    /// How many reports of each kind name it.
    public var counts: [Report.Kind: Int]
    /// How many reports name it in each modality.
    public var modalities: [Modality: Int]
    /// How many of them are doubtful.
    public var doubtful: Int
    /// How many of them are told on another's word than the document's own.
    public var attributed: Int
    /// How often it stands in each role: `actor`, `recipient`, `speaker`, `about`, `subject`, `object`.
    public var roles: [String: Int]
    /// The names of the documents that name it, sorted.
    public var documents: [String]

    /// How many reports name it.
    public var total: Int { counts.values.reduce(0, +) }
}

extension Dossier {
    /// Everybody whom the reports that a filter lets through name: those named most first, then by name.
    public func participants(matching filter: ItemFilter = ItemFilter()) throws(DossierError) -> [ParticipantSummary] {
        try reading { db in
            let condition = try filter.condition(db, in: self)
            var arguments: StatementArguments = [
                Report.doubt, try JSONLine.encode(try self.rulings(db).settled.sorted()),
            ]
            arguments += condition.arguments
            let rows = try StoredRow.fetchCursor(
                db, of: "participants",
                sql: """
                    SELECT participants.name, participants.code, participants.kind, participants.sector,
                        participants.role, reports.kind AS report_kind, reports.modality,
                        reports.confidence < ? AND reports.id NOT IN (SELECT value FROM json_each(?)) AS doubtful,
                        json_array_length(reports.line, '$.attribution') > 0 AS attributed, documents.name AS document, reports.row
                    FROM participants JOIN reports ON reports.row = participants.report_row
                    JOIN documents ON documents.row = reports.document_row
                    WHERE \(condition.sql)
                    """, arguments: arguments)
            var gathered: [Key: Gathered] = [:]
            while let row = try rows.next() {
                let key = Key(name: try row.value("name"), code: try row.value("code"), kind: try row.value("kind"))
                try gathered[key, default: Gathered()].take(row)
            }
            return gathered.map { $1.summary($0) }.sorted {
                ($1.total, $0.name, $0.code, $0.kind.rawValue) < ($0.total, $1.name, $1.code, $1.kind.rawValue)
            }
        }
    }

    private struct Key: Hashable {
        var name: String
        var code: String
        var kind: String
    }

    private struct Gathered {
        var sectors: Set<String> = []
        var documents: Set<String> = []
        var roles: [String: Int] = [:]
        var reports: [Report.Kind: Set<Int64>] = [:]
        var modalities: [Modality: Set<Int64>] = [:]
        var attributed: Set<Int64> = []
        var doubtful: Set<Int64> = []

        mutating func take(_ row: StoredRow) throws(DamagedValue) {
            let sector: String = try row.value("sector")
            if !sector.isEmpty { sectors.insert(sector) }
            documents.insert(try row.value("document", of: "documents"))
            roles[try row.value("role"), default: 0] += 1
            let report: Int64 = try row.value("row")
            if let modality = Modality(rawValue: try row.value("modality", of: "reports")) {
                modalities[modality, default: []].insert(report)
            }
            if try row.optional("attributed") == 1 { attributed.insert(report) }
            if try row.optional("doubtful") == 1 { doubtful.insert(report) }
            if let kind = Report.Kind(rawValue: try row.value("report_kind", of: "reports")) {
                reports[kind, default: []].insert(report)
            }
        }

        func summary(_ key: Key) -> ParticipantSummary {
            ParticipantSummary(
                name: key.name, code: key.code, sectors: sectors.sorted(),
                kind: EntityKind(rawValue: key.kind) ?? .group,
                counts: reports.mapValues(\.count), modalities: modalities.mapValues(\.count),
                doubtful: doubtful.count, attributed: attributed.count, roles: roles, documents: documents.sorted())
        }
    }
}
