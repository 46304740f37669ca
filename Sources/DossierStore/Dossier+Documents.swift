public import ChanceryCore
public import Foundation
import GRDB
import Reconciling

/// A document as a list shows it.
public struct DocumentSummary: Hashable, Sendable {
    /// The SHA-256 of its text.
    public var hash: String
    /// The name of its leading copy.
    public var name: String
    /// Title, publisher, date and marks of origin, without the text.
    public var line: DocumentLine
    /// Its copies, the leading one first.
    public var copies: [DocumentCopy]
    /// The length of its text in code points.
    public var codePoints: Int
    /// How many reports of each kind were coded from it.
    public var counts: [Report.Kind: Int]
    /// How many of them are doubtful.
    public var doubtful: Int
    /// The versions it was coded with.
    public var stamp: CodingStamp
    /// The sentences by which its text declares its own stance, in order.
    public var declaredStance: [String] = []
}

/// A document as the dossier keeps it, with all that was handed over when it was added.
public struct StoredDocument: Hashable, Sendable {
    /// The document under the name and metadata of its leading copy.
    public var document: Document
    /// Its copies, the leading one first.
    public var copies: [DocumentCopy]
    /// The versions it was coded with; empty parts where it is to be coded again.
    public var stamp: CodingStamp

    /// The earliest known date of publication, which anchors relative dates; EDTF, or nil.
    public var anchor: String? { copies.first?.metadata.publishedOn }
}

extension Dossier {
    /// Every document, by name, then by hash.
    public func documents() throws(DossierError) -> [DocumentSummary] {
        try reading { db in
            var counts: [Int64: [Report.Kind: Int]] = [:]
            var doubtful: [Int64: Int] = [:]
            let groups = try StoredRow.fetchCursor(
                db, of: "reports",
                sql: """
                    SELECT document_row, kind, count(*) AS n,
                        count(CASE WHEN confidence < ? AND id NOT IN (SELECT value FROM json_each(?)) THEN 1 END) AS doubtful
                    FROM reports GROUP BY document_row, kind
                    """, arguments: [Report.doubt, try JSONLine.encode(try self.rulings(db).settled.sorted())])
            while let row = try groups.next() {
                doubtful[try row.value("document_row"), default: 0] += try row.value("doubtful") as Int
                if let kind = Report.Kind(rawValue: try row.value("kind")) {
                    counts[try row.value("document_row"), default: [:]][kind] = try row.value("n") as Int
                }
            }
            let rows = try StoredRow.fetchAll(
                db, of: "documents", sql: "SELECT row, hash, name, code_points, line FROM documents ORDER BY name, hash"
            )
            let lines = try JSONLine.decodeAll(DocumentLine.self, from: try rows.map { try $0.value("line") })
            let copies = try DocumentCopy.fetchAll(db)
            return try zip(rows, lines).map { row, line in
                let number: Int64 = try row.value("row")
                // Only a text that declares something is read for its words.
                let text = try line.declaredStance.map { _ in
                    try StoredRow.value(
                        db, of: "documents", "text", sql: "SELECT hash, text FROM documents WHERE row = ?",
                        arguments: [number]) ?? ""
                }
                let map = text.map { OffsetMap($0) }
                return DocumentSummary(
                    hash: try row.value("hash"), name: try row.value("name"), line: line,
                    copies: copies[number] ?? [],
                    codePoints: try row.value("code_points"), counts: counts[number] ?? [:],
                    doubtful: doubtful[number] ?? 0,
                    stamp: line.stamp ?? CodingStamp(),
                    declaredStance: (line.declaredStance ?? []).compactMap { map?.text($0) })
            }
        }
    }

    /// One document with its text, found by the name of a copy, its hash, or at least eight digits of it.
    ///
    /// - Throws: ``DossierError`` with `noSuchItem` or `ambiguous`.
    public func document(named name: String) throws(DossierError) -> StoredDocument {
        try reading { db in try StoredDocument.fetch(db, row: try self.locate(db, document: name).row) }
    }

    /// The original bytes of a copy that ``StoredDocument/copies`` lists.
    public func original(of copy: DocumentCopy) throws(DossierError) -> Data {
        try reading { db in
            let bytes: Data? = try StoredRow.value(
                db, of: "copies", "original",
                sql: """
                    SELECT copies.name, original FROM copies JOIN documents ON documents.row = copies.document_row
                    WHERE documents.hash = ? AND copies.row_hash = ?
                    """, arguments: [copy.documentHash, Digest.sha256(try JSONLine.encode(copy))])
            guard let bytes else { throw DossierError.noSuchItem(self.path, what: "document", name: copy.name) }
            return bytes
        }
    }

    /// What `reconcile` needs to know of every document, by hash.
    public func documentLines() throws(DossierError) -> [DocumentLine] {
        try reading { db in
            try StoredRow.values(db, of: "documents", "line", sql: "SELECT hash, line FROM documents ORDER BY hash")
                .map { try JSONLine.decode(DocumentLine.self, from: $0) }
        }
    }
}

extension StoredDocument {
    /// Reads a document by its row, which must be there.
    static func fetch(_ db: Database, row: Int64) throws -> StoredDocument {
        guard
            let stored = try StoredRow.fetchOne(
                db, of: "documents", sql: "SELECT * FROM documents WHERE row = ?", arguments: [row])
        else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "document row \(row) is missing")
        }
        let copies = try DocumentCopy.fetchAll(db, documentRow: row)
        let line = try JSONLine.decode(DocumentLine.self, from: try stored.value("line"))
        var document = Document(
            name: try stored.value("name"), text: try stored.value("text"),
            blocks: try JSONLine.decode([Block].self, from: try stored.value("blocks")),
            sketch: line.sketch)
        document.metadata = line.metadata
        let map = OffsetMap(document.text)
        document.originMarks = line.originMarks.compactMap { mark in
            map.bytes(CodePointSpan(mark.start, mark.end)).map {
                OriginMark(kind: mark.kind, name: mark.name, span: $0)
            }
        }
        document.declaredStances = (line.declaredStance ?? []).compactMap { map.bytes($0) }
        document.passages = (line.passages ?? []).compactMap { passage in
            map.bytes(passage.span).map { SketchedPassage(span: $0, sketch: passage.sketch) }
        }
        return StoredDocument(document: document, copies: copies, stamp: line.stamp ?? CodingStamp())
    }
}

extension String {
    /// The string, or nil where it is empty.
    var nonEmpty: String? { isEmpty ? nil : self }
}
