import ChanceryCore
import GRDB
import Reconciling

/// What taking out a name did.
public struct Removal: Hashable, Sendable {
    /// The hash of the document.
    public var documentHash: String
    /// Whether the document is gone, because no copy of it is left.
    public var removedDocument: Bool
    /// Whether the leading copy is gone and another one leads: its date anchors relative dates from now on, so the
    /// document is to be coded again (see ``Dossier/documentsNeedingCoding()``).
    public var needsCoding: Bool
}

extension Dossier {
    /// Takes out the copy of a name, or, where the name is a document's hash or at least eight digits of it, the whole
    /// document, in one transaction. A document goes with its last copy; decisions on its reports stay.
    ///
    /// - Throws: ``DossierError`` with `noSuchItem`, or `ambiguous` where documents of different text have the name.
    @discardableResult
    public func remove(named name: String) throws(DossierError) -> Removal {
        try writing { db in
            let found = try self.locate(db, document: name)
            let copies = try DocumentCopy.fetchAll(db, documentRow: found.row)
            guard !found.byHash, copies.contains(where: { $0.name != name }) else {
                try Self.deleteReports(db, ofDocument: found.row)
                try db.execute(sql: "DELETE FROM documents WHERE row = ?", arguments: [found.row])
                return Removal(documentHash: found.hash, removedDocument: true, needsCoding: false)
            }
            try db.execute(
                sql: "DELETE FROM copies WHERE document_row = ? AND name = ?", arguments: [found.row, name])
            let needsCoding = try Self.settleCopies(db, documentRow: found.row, rulings: try self.rulings(db))
            return Removal(documentHash: found.hash, removedDocument: false, needsCoding: needsCoding)
        }
    }

    /// Gives a document the name and metadata it is known by from now on, its reports too, and clears the stamp, which
    /// says that it is to be coded again.
    static func lead(
        _ db: Database, documentRow: Int64, name: String, metadata: DocumentMetadata, rulings: Rulings
    ) throws {
        var document = try StoredDocument.fetch(db, row: documentRow).document
        document.name = name
        document.metadata = metadata
        let reports = try ReportSelection.fetch(db, where: "reports.document_row = ?", arguments: [documentRow])
        let rows = try reports.map { item in
            var report = item.report
            report.document = name
            return try ReportRow(report, words: item.words, rulings: rulings)
        }
        try deleteReports(db, ofDocument: documentRow)
        try DocumentRow(document, stamp: CodingStamp(), reports: rows).update(db, row: documentRow)
        for row in rows { try row.insert(db, documentRow: documentRow) }
    }

    /// The hashes of documents whose leading copy changed since they were coded, sorted.
    public func documentsNeedingCoding() throws(DossierError) -> [String] {
        try reading { db in
            try String.fetchAll(db, sql: "SELECT line FROM documents ORDER BY hash")
                .map { try JSONLine.decode(DocumentLine.self, from: $0) }
                .filter { $0.stamp == CodingStamp() }
                .map(\.docHash)
        }
    }

    /// Finds the document of a name, of a hash, or of at least eight leading digits of a hash.
    func locate(_ db: Database, document name: String) throws -> (row: Int64, hash: String, byHash: Bool) {
        let named = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT documents.row, documents.hash FROM copies
                JOIN documents ON documents.row = copies.document_row WHERE copies.name = ? ORDER BY documents.hash
                """, arguments: [name])
        if named.count > 1 {
            let hashes: [String] = named.map { String(($0["hash"] as String).prefix(12)) }
            throw DossierError.ambiguous(path, what: "document", name: name, candidates: hashes)
        }
        if let row = named.first { return (row["row"], row["hash"], false) }
        guard name.count >= 8, name.allSatisfy(\.isHexDigit) else {
            throw DossierError.noSuchItem(path, what: "document", name: name)
        }
        let prefix = name.lowercased()
        let hashed = try Row.fetchAll(
            db, sql: "SELECT row, hash FROM documents WHERE hash >= ? AND hash < ? ORDER BY hash",
            arguments: [prefix, prefix + "g"])
        if hashed.count > 1 {
            throw DossierError.ambiguous(path, what: "document", name: name, candidates: hashed.map { $0["hash"] })
        }
        guard let row = hashed.first else { throw DossierError.noSuchItem(path, what: "document", name: name) }
        return (row["row"], row["hash"], true)
    }
}
