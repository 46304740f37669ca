public import ChanceryCore
import GRDB

/// What names a document to a reader, and where it is found again.
public struct SourceRecord: Hashable, Sendable {
    /// The SHA-256 of its text.
    public var hash: String
    /// The name of its leading copy.
    public var name: String
    /// The title, or empty.
    public var title: String
    /// The authors.
    public var authors: [String]
    /// Who published it, or empty.
    public var publisher: String
    /// The date of publication, EDTF, or empty.
    public var publishedOn: String
    /// Where the leading copy was found, or empty.
    public var url: String
    /// Where an archived copy lies, or empty.
    public var archiveURL: String
    /// When the leading copy was taken from there, EDTF, or empty.
    public var retrievedOn: String

    /// Makes a record from its parts.
    public init(
        hash: String, name: String, title: String = "", authors: [String] = [], publisher: String = "",
        publishedOn: String = "", url: String = "", archiveURL: String = "", retrievedOn: String = ""
    ) {
        self.hash = hash
        self.name = name
        self.title = title
        self.authors = authors
        self.publisher = publisher
        self.publishedOn = publishedOn
        self.url = url
        self.archiveURL = archiveURL
        self.retrievedOn = retrievedOn
    }
}

extension Dossier {
    /// What names each document, by name, then by hash; without their texts.
    public func sources() throws(DossierError) -> [SourceRecord] {
        try reading { db in
            let rows = try StoredRow.fetchCursor(
                db, of: "documents",
                sql: """
                    SELECT hash, name, title, json_extract(line, '$.authors') AS authors,
                        json_extract(line, '$.publisher') AS publisher,
                        json_extract(line, '$.published_on') AS published_on,
                        json_extract(line, '$.url') AS url, json_extract(line, '$.archive_url') AS archive_url,
                        json_extract(line, '$.retrieved_on') AS retrieved_on
                    FROM documents ORDER BY name, hash
                    """)
            var found: [SourceRecord] = []
            while let row = try rows.next() {
                let authors: String? = try row.optional("authors")
                found.append(
                    SourceRecord(
                        hash: try row.value("hash"), name: try row.value("name"), title: try row.value("title"),
                        authors: try authors.map { try JSONLine.decode([String].self, from: $0) } ?? [],
                        publisher: try row.optional("publisher") ?? "",
                        publishedOn: try row.optional("published_on") ?? "", url: try row.optional("url") ?? "",
                        archiveURL: try row.optional("archive_url") ?? "",
                        retrievedOn: try row.optional("retrieved_on") ?? ""))
            }
            return found
        }
    }

    /// The text of the document of a hash, with its blocks and where the statements coded from it have their words; nil where
    /// there is none.
    public func layout(
        ofHash hash: String
    ) throws(DossierError) -> (text: String, blocks: [Block], contents: [CodePointSpan])? {
        try reading { db in
            guard
                let row = try StoredRow.fetchOne(
                    db, of: "documents", sql: "SELECT row, hash, text, blocks FROM documents WHERE hash = ?",
                    arguments: [hash])
            else { return nil }
            // The plus keeps SQLite from going through all statements of the dossier for those of one document.
            let contents = try StoredRow.fetchAll(
                db, of: "reports",
                sql: """
                    SELECT id, json_extract(line, '$.content.start') AS first, json_extract(line, '$.content.end') AS last
                    FROM reports WHERE document_row = ? AND +kind = 'statement'
                    """, arguments: [try row.value("row") as Int64])
            return (
                try row.value("text"), try JSONLine.decode([Block].self, from: try row.value("blocks")),
                try contents.map { row in
                    let (first, last): (StoredPlace?, StoredPlace?) = (
                        try row.optional("first"), try row.optional("last")
                    )
                    return CodePointSpan(first?.place ?? 0, last?.place ?? 0)
                }
            )
        }
    }

    /// The reports of the given ids, as the decisions in force have them; ids without a report are left out.
    public func reports(withIDs ids: some Sequence<String>) throws(DossierError) -> [ReportItem] {
        let wanted = Set(ids).sorted()
        return try reading { db in
            try ReportSelection.fetch(
                db, where: "reports.id IN (SELECT value FROM json_each(?))",
                arguments: [try JSONLine.encode(wanted)], rulings: try self.rulings(db), known: self.decoded)
        }
    }
}
