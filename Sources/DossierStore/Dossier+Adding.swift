public import ChanceryCore
public import Foundation
import GRDB
import Reconciling

/// What adding a document did.
public struct Addition: Hashable, Sendable {
    /// The things that can happen.
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// The text is new: document, copy and reports were stored.
        case added
        /// The text was known: this copy of it was stored.
        case copyAdded
        /// Text and copy were known, and more is said of it now.
        case described
        /// Text and copy were known: nothing was written.
        case unchanged
    }

    /// What happened.
    public var outcome: Outcome
    /// The document's hash.
    public var documentHash: String
    /// Whether the reports handed over were stored: of a new text, and of a copy that leads from now on.
    public var storedReports: Bool
    /// Whether the document is to be coded again, because its copies together tell other metadata than it was coded with
    /// (see ``Dossier/documentsNeedingCoding()``).
    public var needsCoding = false
    /// What kept reports from being stored: one report can have several faults. What cannot be proved is not kept.
    public var refused: [VerificationFault]
}

extension Dossier {
    /// Whether ``add(_:original:format:found:described:reports:stamp:)`` would store reports: the text is new, or this
    /// copy of it leads because it has the earliest date of publication. Where it would not, coding the document is work
    /// for nothing.
    public func needsReports(
        toAdd document: Document, original: Data, format: String = "", found: DocumentMetadata? = nil,
        described: DocumentDescription = DocumentDescription()
    ) throws(DossierError) -> Bool {
        let copy = DocumentCopy(
            document, format: format, originalHash: Digest.sha256(original), found: found, described: described)
        return try reading { db in
            guard let known = try KnownDocument.fetch(db, hash: document.hash) else { return true }
            return try known.isLed(by: document, withCopy: copy)
        }
    }

    /// Adds a document with its original bytes and its reports, in one transaction.
    ///
    /// A text that is already there gets a further copy and nothing else; the same copy again changes nothing, and where
    /// more is said of it than was, that is recorded. Where the new copy has an earlier date of publication than the
    /// others it leads: name, metadata and reports of the document are replaced by those given, so that the dossier does
    /// not depend on the order of adding. Reports that ``ReportProof`` cannot prove are not stored but returned as faults.
    ///
    /// - Parameters:
    ///   - document: The document; its name and metadata are those of the copy.
    ///   - original: The bytes of the file (or of the stream's line) the text was read from.
    ///   - format: The form of those bytes, a file name extension such as `html`.
    ///   - found: The metadata that were found when it was read; nil where nothing was said of it besides.
    ///   - described: What was said of it besides; with `found` it must give the document's metadata.
    ///   - reports: What was coded from this document; nil where ``needsReports(toAdd:original:format:found:described:)``
    ///     said that nothing is needed.
    ///   - stamp: The versions it was coded with.
    /// - Returns: What happened. Where it stored reports, ``needsReconciling()`` is true from then on.
    /// - Throws: ``DossierError`` with `invalid` where the document itself is at fault, such as one with NUL characters;
    ///   the next can be added all the same.
    @discardableResult
    public func add(
        _ document: Document, original: Data, format: String = "", found: DocumentMetadata? = nil,
        described: DocumentDescription = DocumentDescription(), reports: [Report]?, stamp: CodingStamp
    ) throws(DossierError) -> Addition {
        let copy = DocumentCopy(
            document, format: format, originalHash: Digest.sha256(original), found: found, described: described)
        do throws(DossierError) {
            guard copy.metadata == document.metadata else {
                throw DossierError.invalid(path, "the metadata of '\(document.name)' are not what was found and said.")
            }
            return try keep(document, copy: copy, original: original, reports: reports, stamp: stamp)
        } catch {
            throw error.of(document: document.name)
        }
    }

    private func keep(
        _ document: Document, copy: DocumentCopy, original: Data, reports: [Report]?, stamp: CodingStamp
    ) throws(DossierError) -> Addition {
        let checked = try proved(reports ?? [], of: document)
        return try writing { db in
            var addition = Addition(outcome: .added, documentHash: document.hash, storedReports: true, refused: [])
            let rows = try self.rows(db, of: checked.items)
            let documentRow: Int64
            if let known = try KnownDocument.fetch(db, hash: document.hash) {
                documentRow = known.row
                if known.copies.contains(where: { $0.covers(copy) }) {
                    addition.outcome = .unchanged
                    addition.storedReports = false
                    return addition
                }
                let covered = known.copies.filter { copy.covers($0) }
                addition.outcome = covered.isEmpty ? .copyAdded : .described
                addition.storedReports = try reports != nil && known.isLed(by: document, withCopy: copy)
                if addition.storedReports {
                    try Self.replace(
                        db, document: document, row: known.row, reports: rows, stamp: stamp,
                        rulings: try self.rulings(db))
                }
                for old in covered { try Self.delete(db, copy: old, documentRow: documentRow) }
            } else {
                documentRow = try DocumentRow(document, stamp: stamp, reports: rows).insert(db)
                for report in rows { try report.insert(db, documentRow: documentRow) }
                try Staleness.markOrigins(db)
            }
            try Self.insert(db, copy: copy, original: original, documentRow: documentRow)
            addition.needsCoding = try Self.settleCopies(db, documentRow: documentRow, rulings: try self.rulings(db))
            if addition.storedReports { addition.refused = checked.faults }
            return addition
        }
    }

    /// Splits reports into those that can be proved, with their words, and the faults of the others.
    func proved(
        _ reports: [Report], of document: Document
    ) throws(DossierError) -> (items: [ReportItem], faults: [VerificationFault]) {
        var items: [ReportItem] = []
        var faults: [VerificationFault] = []
        var seen: Set<String> = []
        guard Digest.sha256(document.text) == document.hash else {
            throw .invalid(path, "the hash of '\(document.name)' is not that of its text; make the document anew.")
        }
        // SQLite ends a text at its first NUL character.
        if document.text.utf8.contains(0) || document.name.utf8.contains(0) || document.metadata.holdsNUL {
            throw .invalid(path, "'\(document.name)' holds NUL characters, so it is no text; leave it out.")
        }
        let map = OffsetMap(document.text)
        for report in reports {
            guard report.documentHash == document.hash, report.document == document.name else {
                throw .invalid(
                    path,
                    "report '\(report.id)' belongs to '\(report.document)', not to '\(document.name)'; "
                        + "add each document with its own reports.")
            }
            guard seen.insert(report.id).inserted else {
                throw .invalid(
                    path,
                    "two reports of '\(document.name)' have the id '\(report.id)'; "
                        + "give the concept as distinction where one trigger yields several.")
            }
            let found = ReportProof.faults(of: report, in: map)
            if found.isEmpty {
                items.append(ReportItem(report: report, words: map.text(report.span) ?? ""))
            } else {
                faults += found
            }
        }
        return (items, faults)
    }

    /// The rows of reports as the decisions in force have them.
    func rows(_ db: Database, of items: [ReportItem]) throws -> [ReportRow] {
        let rulings = try self.rulings(db)
        return try items.map { try ReportRow($0.report, words: $0.words, rulings: rulings) }
    }

    static func replace(
        _ db: Database, document: Document, row: Int64, reports coded: [ReportRow], stamp: CodingStamp, rulings: Rulings
    ) throws {
        let reports = coded + (try handMade(db, of: document, row: row, besides: coded, rulings: rulings))
        try deleteReports(db, ofDocument: row)
        try DocumentRow(document, stamp: stamp, reports: reports).update(db, row: row)
        for report in reports { try report.insert(db, documentRow: row) }
    }

    /// Takes out a document's reports and the entries, disputes and origins that rest on them; the next reconciling makes
    /// these again, and until then every report left over is an entry of its own.
    static func deleteReports(_ db: Database, ofDocument row: Int64) throws {
        let touched = """
            SELECT entry_id FROM entry_reports JOIN reports ON reports.id = entry_reports.report_id
            WHERE reports.document_row = ?
            """
        try db.execute(
            sql: """
                DELETE FROM disputes WHERE id IN
                    (SELECT dispute_id FROM dispute_entries WHERE entry_id IN (\(touched)))
                """, arguments: [row])
        // An entry that a merge made may span blocks; what is left of it is to be placed anew.
        try Staleness.mark(
            db, reportsWhere: "id IN (SELECT report_id FROM entry_reports WHERE entry_id IN (\(touched)))",
            arguments: [row])
        try Staleness.mark(db, reportsWhere: "document_row = ?", arguments: [row])
        try FormerEntries.keep(db, where: "id IN (\(touched))", arguments: [row])
        try db.execute(sql: "DELETE FROM entries WHERE id IN (\(touched))", arguments: [row])
        try Staleness.markOrigins(db)
        try db.execute(sql: "DELETE FROM reports WHERE document_row = ?", arguments: [row])
        // What its line is held against may be of another origin from now on.
        try db.execute(
            sql: "DELETE FROM origins WHERE instr(line, (SELECT hash FROM documents WHERE row = ?)) > 0",
            arguments: [row])
    }
}

/// Single values a dossier keeps about itself.
enum Meta {
    static func value(_ db: Database, _ key: String) throws -> String? {
        try StoredRow.value(db, of: "meta", "value", sql: "SELECT key, value FROM meta WHERE key = ?", arguments: [key])
    }

    static func set(_ db: Database, _ key: String, _ value: String) throws {
        try db.execute(sql: "INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)", arguments: [key, value])
    }
}
