import ChanceryCore
import GRDB

/// A document as the dossier stores it: its text, and its line without the text, which is its canonical content.
struct DocumentRow: Equatable {
    var hash: String
    var name: String
    var title: String
    var text: String
    var codePoints: Int
    /// The blocks as JSON, spans in bytes.
    var blocks: String
    var line: String
    /// The SHA-256 of `line`, which itself holds the hashes of text, blocks and reports.
    var rowHash: String

    /// Makes the row of a document coded with `stamp` into reports of the given row hashes.
    init(_ document: Document, stamp: CodingStamp, reports: [ReportRow]) throws {
        hash = document.hash
        name = document.name
        title = document.metadata.title ?? ""
        text = document.text
        codePoints = document.text.unicodeScalars.count
        blocks = try JSONLine.encode(document.blocks)
        var line = DocumentLine(document)
        line.authors = document.metadata.authors
        line.place(document.metadata)
        line.stamp = stamp
        line.structureHash = Digest.sha256(blocks)
        line.reportsHash = Self.hash(ofReports: reports.map { ($0.id, $0.rowHash) })
        self.line = try JSONLine.encode(line)
        rowHash = Digest.sha256(self.line)
    }

    /// One hash for all of a document's reports, so that a report which is gone is noticed.
    static func hash(ofReports reports: [(id: String, rowHash: String)]) -> String {
        Digest.sha256(reports.sorted { $0.id < $1.id }.map { "\($0.id) \($0.rowHash)" }.joined(separator: "\n"))
    }

    /// Writes a new row and gives its number.
    func insert(_ db: Database) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO documents(hash, name, title, text, code_points, blocks, line, row_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [hash, name, title, text, codePoints, blocks, line, rowHash])
        return db.lastInsertedRowID
    }

    /// Writes over an existing row of the same text.
    func update(_ db: Database, row: Int64) throws {
        try db.execute(
            sql: "UPDATE documents SET name = ?, title = ?, blocks = ?, line = ?, row_hash = ? WHERE row = ?",
            arguments: [name, title, blocks, line, rowHash, row])
    }
}

extension DocumentLine {
    /// Says where the leading copy was found, of which nothing that is coded depends.
    mutating func place(_ metadata: DocumentMetadata) {
        url = metadata.url ?? ""
        archiveURL = metadata.archiveURL
        retrievedOn = metadata.retrievedOn
        via = metadata.via ?? ""
    }

    /// What is known of the document besides its text.
    var metadata: DocumentMetadata {
        DocumentMetadata(
            title: title.nonEmpty, authors: authors ?? [], publisher: publisher.nonEmpty,
            publishedOn: publishedOn.nonEmpty, url: url?.nonEmpty, archiveURL: archiveURL, retrievedOn: retrievedOn,
            via: via?.nonEmpty, language: language.nonEmpty)
    }
}
