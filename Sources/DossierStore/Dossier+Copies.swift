import ChanceryCore
import Foundation
import GRDB
import Reconciling

extension Dossier {
    static func insert(_ db: Database, copy: DocumentCopy, original: Data, documentRow: Int64) throws {
        let line = try JSONLine.encode(copy)
        try db.execute(
            sql: """
                INSERT INTO copies(document_row, name, publisher, url, via, published_on, original, original_hash,
                    line, row_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                documentRow, copy.name, copy.metadata.publisher ?? "", copy.metadata.url ?? "",
                copy.metadata.via ?? "", copy.metadata.publishedOn ?? "", original, copy.originalHash, line,
                Digest.sha256(line),
            ])
    }

    /// Writes what is known of a copy now over what was known.
    static func replace(_ db: Database, copy old: DocumentCopy, by copy: DocumentCopy, documentRow: Int64) throws {
        let line = try JSONLine.encode(copy)
        try db.execute(
            sql: """
                UPDATE copies SET publisher = ?, url = ?, via = ?, published_on = ?, line = ?, row_hash = ?
                WHERE document_row = ? AND row_hash = ?
                """,
            arguments: [
                copy.metadata.publisher ?? "", copy.metadata.url ?? "", copy.metadata.via ?? "",
                copy.metadata.publishedOn ?? "", line, Digest.sha256(line), documentRow,
                Digest.sha256(try JSONLine.encode(old)),
            ])
    }

    static func delete(_ db: Database, copy: DocumentCopy, documentRow: Int64) throws {
        try db.execute(
            sql: "DELETE FROM copies WHERE document_row = ? AND row_hash = ?",
            arguments: [documentRow, Digest.sha256(try JSONLine.encode(copy))])
    }

    /// Brings a document's line up to date with its copies. Where these tell another name or other metadata than it was
    /// coded with, it and its reports take the name, and its stamp is cleared.
    ///
    /// - Returns: Whether the document is to be coded again.
    @discardableResult
    static func settleCopies(_ db: Database, documentRow: Int64, rulings: Rulings) throws -> Bool {
        let copies = try DocumentCopy.fetchAll(db, documentRow: documentRow)
        guard let leading = DocumentCopy.leading(copies) else { return false }
        var line = try fetchLine(db, documentRow)
        // Where a copy was found tells nothing that is coded.
        var coded = line.metadata
        var wanted = leading.metadata
        for path in DocumentMetadata.places {
            coded[keyPath: path] = nil
            wanted[keyPath: path] = nil
        }
        let needsCoding = line.doc != leading.name || coded != wanted
        if needsCoding {
            try lead(db, documentRow: documentRow, name: leading.name, metadata: leading.metadata, rulings: rulings)
            line = try fetchLine(db, documentRow)
        }
        line.place(leading.metadata)
        line.copiesHash = try DocumentRow.hash(ofCopies: copies)
        let text = try JSONLine.encode(line)
        try db.execute(
            sql: "UPDATE documents SET line = ?, row_hash = ? WHERE row = ?",
            arguments: [text, Digest.sha256(text), documentRow])
        return needsCoding
    }

    private static func fetchLine(_ db: Database, _ documentRow: Int64) throws -> DocumentLine {
        let line: String? = try StoredRow.value(
            db, of: "documents", "line", sql: "SELECT hash, line FROM documents WHERE row = ?",
            arguments: [documentRow])
        guard let line else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "document row \(documentRow) is missing")
        }
        return try JSONLine.decode(DocumentLine.self, from: line)
    }
}

/// What is stored of a text that is added again.
struct KnownDocument {
    var row: Int64
    var copies: [DocumentCopy]

    static func fetch(_ db: Database, hash: String) throws -> KnownDocument? {
        guard
            let row: Int64 = try StoredRow.value(
                db, of: "documents", "row", sql: "SELECT row FROM documents WHERE hash = ?", arguments: [hash])
        else { return nil }
        return KnownDocument(row: row, copies: try DocumentCopy.fetchAll(db, documentRow: row))
    }

    /// Whether, with a further copy, the document is known by what is handed over, and was not before.
    func isLed(by document: Document, withCopy copy: DocumentCopy) throws -> Bool {
        if copies.contains(where: { $0.covers(copy) }) { return false }
        let after = DocumentCopy.leading(copies.filter { !copy.covers($0) } + [copy])
        let before = DocumentCopy.leading(copies)
        guard let after, after.name == document.name, after.metadata == document.metadata else { return false }
        return before?.name != after.name || before?.metadata != after.metadata
    }
}

extension DocumentCopy {
    /// The copy of a document as it is handed over with its original bytes' hash.
    init(
        _ document: Document, format: String, originalHash: String, found: DocumentMetadata?,
        described: DocumentDescription
    ) {
        self.init(
            documentHash: document.hash, name: document.name, metadata: found ?? document.metadata, format: format,
            originalHash: originalHash, described: described)
    }

    /// The copies of a document, the leading one first.
    static func fetchAll(_ db: Database, documentRow: Int64) throws -> [DocumentCopy] {
        try StoredRow.values(
            db, of: "copies", "line", sql: "SELECT name, line FROM copies WHERE document_row = ?",
            arguments: [documentRow]
        ).map { try JSONLine.decode(DocumentCopy.self, from: $0) }
            .sorted { $0.precedes($1) }
    }

    /// The copies of all documents, by the document's row, the leading one of each first.
    static func fetchAll(_ db: Database) throws -> [Int64: [DocumentCopy]] {
        let rows = try StoredRow.fetchAll(db, of: "copies", sql: "SELECT name, document_row, line FROM copies")
        let copies = try JSONLine.decodeAll(DocumentCopy.self, from: try rows.map { try $0.value("line") })
        return Dictionary(grouping: zip(try rows.map { try $0.value("document_row") as Int64 }, copies)) { $0.0 }
            .mapValues { $0.map(\.1).sorted { $0.precedes($1) } }
    }
}

extension DocumentRow {
    /// One hash for all of a document's copies, so that a copy which is gone is noticed.
    static func hash(ofCopies copies: [DocumentCopy]) throws -> String {
        Digest.sha256(try copies.map { Digest.sha256(try JSONLine.encode($0)) }.sorted().joined(separator: "\n"))
    }
}

extension DocumentMetadata {
    /// What tells where a copy was found, and nothing that is coded.
    static var places: [WritableKeyPath<DocumentMetadata, String?>] { [\.url, \.archiveURL, \.retrievedOn, \.via] }

    /// Whether a value holds a NUL character, at which SQLite ends a text.
    var holdsNUL: Bool {
        ([title, publisher, publishedOn, url, archiveURL, retrievedOn, via, language].compactMap { $0 } + authors)
            .contains { $0.utf8.contains(0) }
    }
}
