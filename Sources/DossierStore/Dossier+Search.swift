public import ChanceryCore
import GRDB
import Reconciling

/// A place where the words searched for were found.
public struct SearchHit: Hashable, Sendable {
    /// What was searched.
    public enum Source: Hashable, Sendable {
        /// A document's text or title.
        case document
        /// A report, by its id.
        case report(String)
    }

    /// What was searched.
    public var source: Source
    /// The name of the document.
    public var document: String
    /// The document's hash.
    public var documentHash: String
    /// The title of the document, or empty.
    public var title: String
    /// The words around what was found, as the document has them.
    public var excerpt: Excerpt
    /// The words found, in code points of the document's text: of a document those that the excerpt shows, of a report all
    /// in its clause; empty where only the title or a name matches.
    public var matches: [CodePointSpan]
}

/// What a search found.
public struct SearchResult: Hashable, Sendable {
    /// Documents, the best first (BM25).
    public var documents: [SearchHit]
    /// Reports, the best first (BM25).
    public var reports: [SearchHit]
}

extension Dossier {
    /// Finds documents and reports that hold all the words: by stem, without regard to case and accents; words between
    /// double quotes must follow one another.
    ///
    /// - Parameters:
    ///   - limit: How many documents and how many reports to give at most.
    ///   - includingRejected: Whether reports that people rejected are found too.
    ///   - confidence: The least confidence of reports, as ``ItemFilter/confidence`` has it.
    public func search(
        _ words: String, limit: Int = 20, includingRejected: Bool = false, confidence: Double? = nil
    ) throws(DossierError) -> SearchResult {
        guard let pattern = SearchPattern.pattern(words), limit > 0 else {
            return SearchResult(documents: [], reports: [])
        }
        return try reading { db in
            let rulings = try self.rulings(db)
            return SearchResult(
                documents: try Self.searchDocuments(db, pattern, limit),
                reports: try Self.searchItems(
                    db, pattern, limit, without: includingRejected ? [] : rulings.rejected,
                    least: try confidence.map { try ItemFilter.condition(least: $0, settled: rulings.settled) }))
        }
    }

    private static func searchDocuments(_ db: Database, _ pattern: String, _ limit: Int) throws -> [SearchHit] {
        let rows = try StoredRow.fetchAll(
            db, of: "documents",
            sql: """
                SELECT documents.row, documents.hash, documents.name, documents.title, documents.text
                FROM documents_fts JOIN documents ON documents.row = documents_fts.rowid
                WHERE documents_fts MATCH ? ORDER BY bm25(documents_fts, 4.0, 1.0), documents.hash LIMIT ?
                """, arguments: [pattern, limit])
        return try rows.map { row in
            let text: String = try row.value("text")
            let matches = try highlights(db, "documents_fts", column: 1, rowid: try row.value("row"), pattern, in: text)
            let excerpt = Excerpt(of: text, matches: matches)
            return SearchHit(
                source: .document, document: try row.value("name"), documentHash: try row.value("hash"),
                title: try row.value("title"), excerpt: excerpt, matches: excerpt.parts.flatMap(\.matches))
        }
    }

    private static func searchItems(
        _ db: Database, _ pattern: String, _ limit: Int, without rejected: Set<String>,
        least: (sql: String, arguments: StatementArguments)?
    ) throws -> [SearchHit] {
        var arguments: StatementArguments = [pattern, try JSONLine.encode(rejected.sorted())]
        arguments += least?.arguments ?? []
        arguments += [limit]
        let rows = try StoredRow.fetchAll(
            db, of: "reports",
            sql: """
                SELECT reports.row, reports.id, reports.start, reports.words, documents.hash, documents.name,
                    documents.title
                FROM items_fts JOIN reports ON reports.row = items_fts.rowid
                JOIN documents ON documents.row = reports.document_row
                WHERE items_fts MATCH ? AND reports.id NOT IN (SELECT value FROM json_each(?)) AND \(least?.sql ?? "1")
                ORDER BY bm25(items_fts), reports.id LIMIT ?
                """, arguments: arguments)
        return try rows.map { row in
            let words: String = try row.value("words")
            let start = (try row.value("start") as StoredPlace).place
            let matches = try highlights(db, "items_fts", column: 0, rowid: try row.value("row"), pattern, in: words)
                .map { CodePointSpan($0.start + start, $0.end + start) }
            return SearchHit(
                source: .report(try row.value("id")), document: try row.value("name", of: "documents"),
                documentHash: try row.value("hash", of: "documents"), title: try row.value("title", of: "documents"),
                excerpt: Excerpt(of: words, matches: matches, at: start), matches: matches)
        }
    }

    /// Where the index found the words, in code points of `text`.
    ///
    /// The index only marks them in a copy of the text; the marks are characters that the text itself has not.
    private static func highlights(
        _ db: Database, _ table: String, column: Int, rowid: Int64, _ pattern: String, in text: String
    ) throws -> [CodePointSpan] {
        let used = Set(text.unicodeScalars.lazy.filter { (0xFDD0...0xFDEF).contains($0.value) })
        let free = (UInt32(0xFDD0)...0xFDEF).compactMap(Unicode.Scalar.init).filter { !used.contains($0) }
        guard free.count >= 2 else { return [] }
        let marked: String? = try StoredRow.value(
            db, of: table, "marked",
            sql:
                "SELECT highlight(\(table), \(column), ?, ?) AS marked FROM \(table) WHERE \(table) MATCH ? AND rowid = ?",
            arguments: [String(Character(free[0])), String(Character(free[1])), pattern, rowid])
        var spans: [CodePointSpan] = []
        var position = 0
        var start = 0
        for scalar in (marked ?? "").unicodeScalars {
            if scalar == free[0] {
                start = position
            } else if scalar == free[1] {
                spans.append(CodePointSpan(start, position))
            } else {
                position += 1
            }
        }
        return spans
    }
}
