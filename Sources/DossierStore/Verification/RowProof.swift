import ChanceryCore
import Foundation
import GRDB
import Reconciling

/// Reads a dossier's rows and proves what stands beside their lines.
enum RowProof {
    /// A document with its copies and reports.
    static func document(_ db: Database, _ number: Int64, _ rulings: Rulings, _ proof: inout RecordProof) throws {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM documents WHERE row = ?", arguments: [number]),
            let line = decode(DocumentLine.self, row, row["hash"], &proof)
        else { return }
        let text: String = row["text"]
        let hash: String = row["hash"]
        proof.document(line, text: text, rowHash: row["row_hash"], content: row["line"])
        proof.lineage(row["lineage"], ofDocument: line.docHash)
        let columns: [(String, Bool)] = [
            ("hash", hash == line.docHash), ("name", row["name"] == line.doc), ("title", row["title"] == line.title),
            ("code_points", row["code_points"] == text.unicodeScalars.count),
            ("blocks", Digest.sha256(row["blocks"] as String) == line.structureHash),
        ]
        for (name, holds) in columns where !holds {
            proof.fail(line.docHash, line.doc, .columns, "the column '\(name)' does not follow from the line")
        }
        try copies(db, number, &proof)
        try reports(db, number, OffsetMap(text), rulings, &proof)
        proof.close(document: line.docHash)
    }

    private static func reports(
        _ db: Database, _ document: Int64, _ map: OffsetMap, _ rulings: Rulings, _ proof: inout RecordProof
    ) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM reports WHERE document_row = ? ORDER BY id", arguments: [document])
        let parties = Dictionary(
            grouping: try Row.fetchAll(
                db,
                sql: """
                    SELECT report_row, position, role, name, folded, code, sector, kind FROM participants
                    WHERE report_row IN (SELECT row FROM reports WHERE document_row = ?) ORDER BY report_row, position
                    """, arguments: [document]),
            by: { $0["report_row"] as Int64 })
        // One call of the decoder for all, and one for each where a line is at fault.
        let lines: [String] = rows.map { $0["line"] }
        let together = try? JSONLine.decodeAll(Report.self, from: lines)
        for (index, row) in rows.enumerated() {
            let own = together?.count == rows.count ? together?[index] : nil
            guard let report = own ?? decode(Report.self, row, row["id"], &proof, isCanonical: false) else { continue }
            proof.report(report, rowHash: row["row_hash"], content: lines[index])
            let again = try ReportRow(report, words: map.text(report.span) ?? "", rulings: rulings)
            if again.line != lines[index] { failLine(report.id, report.document, &proof) }
            if again.columns != columns(of: row, parties[row["row"]] ?? []) {
                proof.fail(report.id, report.document, .columns, "what is stored for queries does not follow from it")
            }
        }
    }

    private static func copies(_ db: Database, _ document: Int64, _ proof: inout RecordProof) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM copies WHERE document_row = ? ORDER BY row_hash", arguments: [document])
        while let row = try rows.next() {
            guard let copy = decode(DocumentCopy.self, row, row["name"], &proof) else { continue }
            proof.copy(copy, rowHash: row["row_hash"], content: row["line"])
            let hash = Digest.sha256(row["original"] as Data)
            if hash != copy.originalHash || hash != row["original_hash"] {
                proof.fail(
                    copy.documentHash, copy.name, .original,
                    "the original bytes of the copy '\(copy.name)' do not have their hash")
            }
            let metadata = copy.metadata
            let holds =
                row["name"] == copy.name && row["publisher"] == metadata.publisher ?? ""
                && row["url"] == metadata.url ?? "" && row["via"] == metadata.via ?? ""
                && row["published_on"] == metadata.publishedOn ?? ""
            if !holds {
                proof.fail(copy.documentHash, copy.name, .columns, "a column of the copy does not follow from its line")
            }
        }
    }

    /// Origins, entries and disputes, with what places them.
    static func reconciliation(_ db: Database, _ proof: inout RecordProof) throws {
        let origins = try Row.fetchCursor(db, sql: "SELECT * FROM origins ORDER BY id")
        while let row = try origins.next() {
            guard let origin = decode(Origin.self, row, row["id"], &proof) else { continue }
            proof.origin(origin, rowHash: row["row_hash"], content: row["line"])
            if row["id"] != origin.id {
                proof.fail(origin.id, "", .columns, "the column 'id' does not follow from the line")
            }
        }
        let reports = try pairs(db, "SELECT entry_id, report_id FROM entry_reports ORDER BY entry_id, report_id")
        let entries = try Row.fetchCursor(db, sql: "SELECT * FROM entries ORDER BY id")
        while let row = try entries.next() {
            guard let entry = decode(Entry.self, row, row["id"], &proof) else { continue }
            proof.entry(entry, rowHash: row["row_hash"], content: row["line"])
            let placed = reports[row["id"]] ?? []
            if placed != entry.reports || row["id"] != entry.id || row["kind"] != entry.kind.rawValue {
                proof.fail(entry.id, "", .columns, "what is stored for queries does not follow from it")
            }
        }
        let disputed = try pairs(db, "SELECT dispute_id, entry_id FROM dispute_entries ORDER BY dispute_id, entry_id")
        let disputes = try Row.fetchCursor(db, sql: "SELECT * FROM disputes ORDER BY id")
        while let row = try disputes.next() {
            guard let dispute = decode(Dispute.self, row, row["id"], &proof) else { continue }
            proof.dispute(dispute, rowHash: row["row_hash"], content: row["line"])
            let placed = disputed[row["id"]] ?? []
            if placed != dispute.entries || row["id"] != dispute.id || row["dimension"] != dispute.dimension.rawValue {
                proof.fail(dispute.id, "", .columns, "what is stored for queries does not follow from it")
            }
        }
    }

    private static func pairs(_ db: Database, _ sql: String) throws -> [String: [String]] {
        var pairs: [String: [String]] = [:]
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() { pairs[row[0], default: []].append(row[1]) }
        return pairs
    }

    /// Decisions, one by one.
    static func decisions(_ db: Database, _ proof: inout RecordProof) throws {
        let decisions = try Row.fetchCursor(db, sql: "SELECT * FROM decisions ORDER BY id")
        while let row = try decisions.next() {
            guard let decision = decode(Decision.self, row, row["id"], &proof) else { continue }
            proof.decision(decision, rowHash: row["row_hash"], content: row["line"])
            if row["id"] != decision.id {
                proof.fail(decision.id, "", .columns, "the column 'id' does not follow from the line")
            }
        }
    }

    /// What the dossier says about itself, and remembers of entries that are no more.
    static func state(_ db: Database, _ proof: inout RecordProof) throws {
        for row in try Row.fetchAll(db, sql: "SELECT key, value FROM meta") {
            let (key, value): (String, String) = (row[0], row[1])
            if !Staleness.isState(key, value), key != DecisionRecord.headKey, key != RecordHead.key {
                proof.fail(key, "", .state, "nothing of that name and value is known of a dossier")
            }
        }
        if try Staleness.isAny(db) {
            // What is in no entry is to be put into one by the next reconciling.
            let forgotten = try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM reports WHERE id NOT IN (SELECT report_id FROM entry_reports)
                        AND block NOT IN (SELECT block FROM stale_blocks) ORDER BY id
                    """)
            for id in forgotten {
                proof.fail(id, "", .state, "it is in no entry, and its block is not said to be stale")
            }
        }
        let former = try Row.fetchCursor(db, sql: "SELECT id, reports FROM former_entries ORDER BY id")
        while let row = try former.next() {
            let id: String = row[0]
            let reports = (try? JSONLine.decode([String].self, from: row[1])) ?? []
            let entry = Entry(kind: .event, reports: reports, documents: [], date: "", dates: [])
            let isWritten = try JSONLine.encode(reports) == row[1]
            if entry.id != id || !isWritten {
                proof.fail(id, "", .id, "the id of the former entry does not follow from its reports")
            }
        }
    }

    /// Reads a stored line, which must be as the program writes it.
    private static func decode<Value: Codable>(
        _ type: Value.Type, _ row: Row, _ item: String, _ proof: inout RecordProof, isCanonical: Bool = true
    ) -> Value? {
        do {
            let line: String = row["line"]
            let value = try JSONLine.decode(type, from: line)
            if isCanonical, try JSONLine.encode(value) != line { failLine(item, "", &proof) }
            return value
        } catch {
            proof.fail(item, "", .line, "the stored line cannot be read")
            return nil
        }
    }

    private static func failLine(_ item: String, _ document: String, _ proof: inout RecordProof) {
        proof.fail(item, document, .line, ExportProof.notAsWritten)
    }

    /// What stands beside a stored report's line for queries.
    private static func columns(of row: Row, _ parties: [Row]) -> [DatabaseValue] {
        let own: [DatabaseValue] = [
            "id", "kind", "type", "concept", "modality", "date", "date_from", "date_to", "start", "words", "names",
            "block",
        ].map { row[$0] }
        return own + parties.flatMap { party in party.dropFirst().map { $0.1 } }
    }
}

extension ReportRow {
    /// What must stand beside the line for queries.
    fileprivate var columns: [DatabaseValue] {
        let own: [DatabaseValue] = [
            id.databaseValue, kind.databaseValue, type.databaseValue, concept.databaseValue, modality.databaseValue,
            date.databaseValue, dateFrom.databaseValue, dateTo.databaseValue, start.databaseValue,
            words.databaseValue, names.databaseValue, block.databaseValue,
        ]
        return own
            + participants.enumerated().flatMap { position, party -> [DatabaseValue] in
                [position.databaseValue]
                    + [party.role, party.name, party.folded, party.code, party.sector, party.kind].map(\.databaseValue)
            }
    }
}
