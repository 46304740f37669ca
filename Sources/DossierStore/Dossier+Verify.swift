import ChanceryCore
import Foundation
import GRDB
import Reconciling

extension Dossier {
    /// Proves everything the dossier holds, offline and without model or codebook, and names what fails.
    ///
    /// Checked are: each text against the hash that names the document; each copy's original bytes; the row hash of each
    /// document, copy, report, origin, entry, dispute and decision; what is stored beside a line against the line and the
    /// decisions in force; that no
    /// report was taken away or put in; each report's proof (``ReportProof``); that entries and disputes rest on
    /// reports that are there; that no decision was taken away or put in.
    ///
    /// - Returns: The faults, sorted; empty where all is proved.
    /// - Throws: ``DossierError`` with `corrupt` where the file itself cannot be read.
    public func verify() throws(DossierError) -> [VerificationFault] {
        try reading { db in
            let state = try String.fetchAll(db, sql: "PRAGMA quick_check(1)")
            guard state == ["ok"] else { throw DossierError.corrupt(self.path, state.joined(separator: " ")) }
            var proof = RecordProof()
            let documents = try Int64.fetchAll(db, sql: "SELECT row FROM documents ORDER BY hash")
            // Where a decision cannot be read, that is told below.
            let rulings = (try? self.rulings(db)) ?? Rulings()
            for row in documents { try Self.verifyDocument(db, row, rulings, &proof) }
            try Self.verifyReconciliation(db, &proof)
            let decisions = try Row.fetchCursor(db, sql: "SELECT * FROM decisions ORDER BY id")
            while let row = try decisions.next() {
                guard let decision = Self.decode(Decision.self, row, row["id"], &proof)
                else { continue }
                proof.decision(decision, rowHash: row["row_hash"], content: row["line"])
                if row["id"] != decision.id {
                    proof.fail(decision.id, "", .columns, "the column 'id' does not follow from the line")
                }
            }
            return proof.finish(
                head: try Meta.value(db, DecisionRecord.headKey) ?? "", isReconciled: try !Staleness.isAny(db))
        }
    }

    private static func verifyDocument(
        _ db: Database, _ number: Int64, _ rulings: Rulings, _ proof: inout RecordProof
    ) throws {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM documents WHERE row = ?", arguments: [number]),
            let line = decode(DocumentLine.self, row, row["hash"], &proof)
        else { return }
        let text: String = row["text"]
        let hash: String = row["hash"]
        proof.document(line, text: text, rowHash: row["row_hash"], content: row["line"])
        let columns: [(String, Bool)] = [
            ("hash", hash == line.docHash), ("name", row["name"] == line.doc), ("title", row["title"] == line.title),
            ("code_points", row["code_points"] == text.unicodeScalars.count),
            ("blocks", Digest.sha256(row["blocks"] as String) == line.structureHash),
        ]
        for (name, holds) in columns where !holds {
            proof.fail(line.docHash, line.doc, .columns, "the column '\(name)' does not follow from the line")
        }
        try verifyCopies(db, number, &proof)
        let map = OffsetMap(text)
        let reports = try Row.fetchCursor(
            db, sql: "SELECT * FROM reports WHERE document_row = ? ORDER BY id", arguments: [number])
        while let row = try reports.next() {
            guard let report = decode(Report.self, row, row["id"], &proof) else { continue }
            proof.report(report, rowHash: row["row_hash"], content: row["line"])
            let again = try ReportRow(report, words: map.text(report.span) ?? "", rulings: rulings)
            if try again.columns != ReportRow.columns(of: row, db) {
                proof.fail(report.id, report.document, .columns, "what is stored for queries does not follow from it")
            }
        }
        proof.close(document: line.docHash)
    }

    private static func verifyCopies(_ db: Database, _ document: Int64, _ proof: inout RecordProof) throws {
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

    private static func verifyReconciliation(_ db: Database, _ proof: inout RecordProof) throws {
        let origins = try Row.fetchCursor(db, sql: "SELECT * FROM origins ORDER BY id")
        while let row = try origins.next() {
            guard let origin = decode(Origin.self, row, row["id"], &proof) else { continue }
            proof.origin(origin, rowHash: row["row_hash"], content: row["line"])
            if row["id"] != origin.id {
                proof.fail(origin.id, "", .columns, "the column 'id' does not follow from the line")
            }
        }
        let entries = try Row.fetchCursor(db, sql: "SELECT * FROM entries ORDER BY id")
        while let row = try entries.next() {
            guard let entry = decode(Entry.self, row, row["id"], &proof) else { continue }
            proof.entry(entry, rowHash: row["row_hash"], content: row["line"])
            let placed = try String.fetchAll(
                db, sql: "SELECT report_id FROM entry_reports WHERE entry_id = ? ORDER BY report_id",
                arguments: [row["id"] as String])
            if placed != entry.reports || row["id"] != entry.id || row["kind"] != entry.kind.rawValue {
                proof.fail(entry.id, "", .columns, "what is stored for queries does not follow from it")
            }
        }
        let disputes = try Row.fetchCursor(db, sql: "SELECT * FROM disputes ORDER BY id")
        while let row = try disputes.next() {
            guard let dispute = decode(Dispute.self, row, row["id"], &proof) else { continue }
            proof.dispute(dispute, rowHash: row["row_hash"], content: row["line"])
            let placed = try String.fetchAll(
                db, sql: "SELECT entry_id FROM dispute_entries WHERE dispute_id = ? ORDER BY entry_id",
                arguments: [row["id"] as String])
            if placed != dispute.entries || row["id"] != dispute.id || row["dimension"] != dispute.dimension.rawValue {
                proof.fail(dispute.id, "", .columns, "what is stored for queries does not follow from it")
            }
        }
    }

    private static func decode<Value: Decodable>(
        _ type: Value.Type, _ row: Row, _ item: String, _ proof: inout RecordProof
    ) -> Value? {
        do {
            return try JSONLine.decode(type, from: row["line"])
        } catch {
            proof.fail(item, "", .line, "the stored line cannot be read")
            return nil
        }
    }
}

extension ReportRow {
    /// What stands beside the line for queries, as text that can be compared.
    var columns: [String] {
        let days = [dateFrom, dateTo].map { $0.map(String.init) ?? "" }
        return [id, kind, type, concept, modality, date] + days + [String(start), words, names, block]
            + participants.flatMap { [$0.role, $0.name, $0.folded, $0.code, $0.sector, $0.kind] }
    }

    /// The same of a stored row.
    static func columns(of row: Row, _ db: Database) throws -> [String] {
        let own: [String] = [
            "id", "kind", "type", "concept", "modality", "date", "date_from", "date_to", "start", "words", "names",
            "block",
        ].map { text(row[$0]) }
        let parties = try Row.fetchAll(
            db,
            sql: """
                SELECT role, name, folded, code, sector, kind FROM participants WHERE report_row = ? ORDER BY position
                """, arguments: [row["row"] as Int64])
        return own + parties.flatMap { party in party.map { text($0.1) } }
    }

    private static func text(_ value: DatabaseValue) -> String {
        switch value.storage {
        case .null: ""
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob: "blob"
        }
    }
}
