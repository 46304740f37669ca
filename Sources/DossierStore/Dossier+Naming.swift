public import ChanceryCore
import GRDB

/// One party of the record, by name.
public struct PartyName: Hashable, Sendable {
    /// The canonical name.
    public var name: String
    /// The alpha-3 code of the state it belongs to, or empty.
    public var code: String
    /// What sort of thing it is.
    public var kind: EntityKind
    /// One of PLOVER's sectors it acts in, or empty.
    public var sector: String
}

/// What an id of the record stands for.
public struct IdentifiedThing: Hashable, Sendable {
    /// The sorts of things that bear ids.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case entry, report, dispute, origin, document, decision
    }

    /// What it is.
    public var kind: Kind
    /// Its whole id; a document's hash.
    public var id: String

    /// Makes it from its parts.
    public init(kind: Kind, id: String) {
        self.kind = kind
        self.id = id
    }
}

extension Dossier {
    /// How many letters of an id are needed at least.
    public static let shortestID = 4

    /// Everybody whom reports name, those named most first, then by name.
    public func parties() throws(DossierError) -> [PartyName] {
        try reading { db in
            try StoredRow.fetchAll(
                db, of: "participants",
                sql: """
                    SELECT name, code, kind, coalesce(min(nullif(sector, '')), '') AS sector FROM participants
                    GROUP BY name, code, kind ORDER BY count(*) DESC, name, code, kind
                    """
            ).map {
                PartyName(
                    name: try $0.value("name"), code: try $0.value("code"),
                    kind: EntityKind(rawValue: try $0.value("kind")) ?? .group, sector: try $0.value("sector"))
            }
        }
    }

    /// The types and the concepts of the reports, each sorted.
    public func typesAndConcepts() throws(DossierError) -> (types: [String], concepts: [String]) {
        try reading { db in
            func all(_ column: String) throws -> [String] {
                try StoredRow.values(
                    db, of: "reports", column,
                    sql: "SELECT DISTINCT \(column) FROM reports WHERE \(column) <> '' ORDER BY \(column)")
            }
            return (try all("type"), try all("concept"))
        }
    }

    /// The text of a document of a hash.
    public func text(ofDocument hash: String) throws(DossierError) -> String {
        try reading { db in
            guard
                let text: String = try StoredRow.value(
                    db, of: "documents", "text", sql: "SELECT hash, text FROM documents WHERE hash = ?",
                    arguments: [hash])
            else { throw DossierError.noSuchItem(self.path, what: "document", name: hash) }
            return text
        }
    }

    /// The hash of the document that is meant by the name of a copy, its hash or four digits of it, its title or URL, or a part of
    /// one of these.
    ///
    /// - Throws: ``DossierError`` with `noSuchItem` or `ambiguous`.
    public func hash(ofDocument name: String) throws(DossierError) -> String {
        try reading { db in try self.locate(db, document: name).hash }
    }

    /// Everything whose id is the given one, or begins with it; entries first, then reports, disputes, origins,
    /// documents and decisions. Empty for fewer letters than ``shortestID``.
    public func things(withID id: String) throws(DossierError) -> [IdentifiedThing] {
        let prefix = id.lowercased()
        guard prefix.utf8.count >= Self.shortestID, prefix.utf8.allSatisfy({ $0 < 0x7F }) else { return [] }
        let tables: [(IdentifiedThing.Kind, String, String)] = [
            (.entry, "entries", "id"), (.report, "reports", "id"), (.dispute, "disputes", "id"),
            (.origin, "origins", "id"), (.document, "documents", "hash"), (.decision, "decisions", "id"),
        ]
        return try reading { db in
            var found: [IdentifiedThing] = []
            for (kind, table, column) in tables {
                found += try StoredRow.values(
                    db, of: table, column,
                    sql: "SELECT \(column) FROM \(table) WHERE \(column) >= ? AND \(column) < ? ORDER BY 1 LIMIT 20",
                    arguments: [prefix, prefix + "~"]
                ).map { IdentifiedThing(kind: kind, id: $0) }
            }
            let exact = found.filter { $0.id == prefix }
            return exact.isEmpty ? found : exact
        }
    }

    /// The dispute of an id with its entries; nil where there is none.
    public func dispute(withID id: String) throws(DossierError) -> DisputeItem? {
        try reading { db in
            guard
                let line: String = try StoredRow.value(
                    db, of: "disputes", "line", sql: "SELECT id, line FROM disputes WHERE id = ?", arguments: [id])
            else { return nil }
            let dispute = try JSONLine.decode(Dispute.self, from: line)
            let entries = try EntrySelection.fetch(
                db,
                reportsWhere: """
                    reports.id IN (SELECT report_id FROM entry_reports
                        WHERE entry_id IN (SELECT value FROM json_each(?)))
                    """, arguments: [try JSONLine.encode(dispute.entries)], rulings: try self.rulings(db))
            return DisputeItem(dispute: dispute, entries: entries)
        }
    }
}
