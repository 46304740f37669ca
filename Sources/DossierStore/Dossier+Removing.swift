import ChanceryCore
import GRDB
import Reconciling

/// What taking out a name did.
public struct Removal: Hashable, Sendable {
    /// The hash of the document.
    public var documentHash: String
    /// The name of the copy that was taken out, or of the document.
    public var name: String
    /// Whether the document is gone, because no copy of it is left.
    public var removedDocument: Bool
    /// Whether the leading copy is gone and another one leads: its date anchors relative dates from now on, so the
    /// document is to be coded again (see ``Dossier/documentsNeedingCoding()``).
    public var needsCoding: Bool
}

extension Dossier {
    /// Takes out the copy of a name or URL, or, where a document's hash or title is given, the whole document, in one
    /// transaction; parts that fit no other will do. A document goes with its last copy; decisions on its reports stay.
    ///
    /// - Throws: ``DossierError`` with `noSuchItem`, or `ambiguous` where several documents or copies fit.
    @discardableResult
    public func remove(named name: String) throws(DossierError) -> Removal {
        try writing { db in
            let found = try self.locate(db, document: name)
            var copies = try DocumentCopy.fetchAll(db, documentRow: found.row)
            let leader = DocumentCopy.leading(copies)
            guard found.names.count < 2 else {
                throw DossierError.ambiguous(
                    self.path, what: "copy", name: name, candidates: found.names.sorted())
            }
            let copy = found.names.first
            let name = copy ?? leader?.name ?? ""
            copies = copies.filter { copy != nil && $0.name != name }
            guard !copies.isEmpty else {
                try Self.deleteReports(db, ofDocument: found.row)
                try db.execute(sql: "DELETE FROM documents WHERE row = ?", arguments: [found.row])
                return Removal(documentHash: found.hash, name: name, removedDocument: true, needsCoding: false)
            }
            try db.execute(
                sql: "DELETE FROM copies WHERE document_row = ? AND name = ?", arguments: [found.row, name])
            let needsCoding = try Self.settleCopies(db, documentRow: found.row, rulings: try self.rulings(db))
            return Removal(
                documentHash: found.hash, name: name, removedDocument: false, needsCoding: needsCoding)
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
            try StoredRow.values(db, of: "documents", "line", sql: "SELECT hash, line FROM documents ORDER BY hash")
                .map { try JSONLine.decode(DocumentLine.self, from: $0) }
                .filter { $0.stamp == CodingStamp() }
                .map(\.docHash)
        }
    }
}
