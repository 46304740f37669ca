import ChanceryCore
import Foundation
import GRDB
import Reconciling

/// Reads a dossier's rows and proves what stands beside their lines.
enum RowProof {
    /// A document with its copies and reports.
    static func document(_ db: Database, _ number: Int64, _ rulings: Rulings, _ proof: inout RecordProof) throws {
        try each(db, of: "documents", "SELECT * FROM documents WHERE row = ?", arguments: [number], &proof) {
            row, proof in
            guard let line = decode(DocumentLine.self, row, &proof) else { return }
            let text: String = try row.value("text")
            proof.document(line, text: text, rowHash: try row.value("row_hash"), content: try row.value("line"))
            proof.lineage(try row.value("lineage"), ofDocument: line.docHash)
            let columns: [(String, Bool)] = [
                ("hash", row.holds("hash", line.docHash)), ("name", row.holds("name", line.doc)),
                ("title", row.holds("title", line.title)),
                ("code_points", row.holds("code_points", text.unicodeScalars.count)),
                ("blocks", Digest.sha256(try row.value("blocks") as String) == line.structureHash),
            ]
            for (name, holds) in columns where !holds {
                proof.fail(line.docHash, line.doc, .columns, "the column '\(name)' does not follow from the line")
            }
            try copies(db, number, &proof)
            try reports(db, number, OffsetMap(text), rulings, &proof)
            proof.close(document: line.docHash)
        }
    }

    private static func reports(
        _ db: Database, _ document: Int64, _ map: OffsetMap, _ rulings: Rulings, _ proof: inout RecordProof
    ) throws {
        let rows = try StoredRow.fetchAll(
            db, of: "reports", sql: "SELECT * FROM reports WHERE document_row = ? ORDER BY id", arguments: [document])
        let parties = Dictionary(
            grouping: try StoredRow.fetchAll(
                db, of: "participants",
                sql: """
                    SELECT report_row, position, role, name, folded, code, sector, kind FROM participants
                    WHERE report_row IN (SELECT row FROM reports WHERE document_row = ?) ORDER BY report_row, position
                    """, arguments: [document]),
            by: { $0.raw("report_row") })
        let questions = Dictionary(
            grouping: try StoredRow.fetchAll(
                db, of: "report_questions",
                sql: """
                    SELECT report_row, question FROM report_questions
                    WHERE report_row IN (SELECT row FROM reports WHERE document_row = ?) ORDER BY report_row, question
                    """, arguments: [document]),
            by: { $0.raw("report_row") })
        // One call of the decoder for all, and one for each where a line is at fault.
        let lines: [String] = rows.compactMap { try? $0.value("line") }
        let together = lines.count == rows.count ? try? JSONLine.decodeAll(Report.self, from: lines) : nil
        for (index, row) in rows.enumerated() {
            try goOn(&proof) { proof in
                let own = together?.count == rows.count ? together?[index] : nil
                guard let report = own ?? decode(Report.self, row, &proof, isCanonical: false) else { return }
                let line: String = try row.value("line")
                proof.report(report, rowHash: try row.value("row_hash"), content: line)
                let again = try ReportRow(report, words: map.text(report.span) ?? "", rulings: rulings)
                if again.line != line { failLine(report.id, report.document, &proof) }
                let raised = try (questions[row.raw("row")] ?? []).map { try $0.value("question") as String }
                if again.columns != columns(of: row, parties[row.raw("row")] ?? []) || again.questions != raised {
                    proof.fail(
                        report.id, report.document, .columns, "what is stored for queries does not follow from it")
                }
            }
        }
    }

    private static func copies(_ db: Database, _ document: Int64, _ proof: inout RecordProof) throws {
        try each(
            db, of: "copies", "SELECT * FROM copies WHERE document_row = ? ORDER BY row_hash", arguments: [document],
            &proof
        ) { row, proof in
            guard let copy = decode(DocumentCopy.self, row, &proof) else { return }
            proof.copy(copy, rowHash: try row.value("row_hash"), content: try row.value("line"))
            let hash = Digest.sha256(try row.value("original") as Data)
            if hash != copy.originalHash || !row.holds("original_hash", hash) {
                proof.fail(
                    copy.documentHash, copy.name, .original,
                    "the original bytes of the copy '\(copy.name)' do not have their hash")
            }
            let metadata = copy.metadata
            let wanted = [
                ("name", copy.name), ("publisher", metadata.publisher ?? ""), ("url", metadata.url ?? ""),
                ("via", metadata.via ?? ""), ("published_on", metadata.publishedOn ?? ""),
            ]
            if !wanted.allSatisfy({ row.holds($0, $1) }) {
                proof.fail(copy.documentHash, copy.name, .columns, "a column of the copy does not follow from its line")
            }
        }
    }

    /// Origins, entries and disputes, with what places them.
    static func reconciliation(_ db: Database, _ proof: inout RecordProof) throws {
        try each(db, of: "origins", "SELECT * FROM origins ORDER BY id", &proof) { row, proof in
            guard let origin = decode(Origin.self, row, &proof) else { return }
            proof.origin(origin, rowHash: try row.value("row_hash"), content: try row.value("line"))
            if !row.holds("id", origin.id) {
                proof.fail(origin.id, "", .columns, "the column 'id' does not follow from the line")
            }
        }
        let reports = try pairs(db, of: "entry_reports", "entry_id", "report_id", &proof)
        try each(db, of: "entries", "SELECT * FROM entries ORDER BY id", &proof) { row, proof in
            guard let entry = decode(Entry.self, row, &proof) else { return }
            proof.entry(entry, rowHash: try row.value("row_hash"), content: try row.value("line"))
            let placed = reports[try row.value("id")] ?? []
            if placed != entry.reports || !row.holds("id", entry.id) || !row.holds("kind", entry.kind.rawValue) {
                proof.fail(entry.id, "", .columns, "what is stored for queries does not follow from it")
            }
        }
        // Between accounts of one entry no question stands.
        var known: Set<String> = [""]
        try each(db, of: "report_questions", "SELECT DISTINCT question FROM report_questions", &proof) { row, _ in
            known.insert(try row.value("question"))
        }
        let disputed = try pairs(db, of: "dispute_entries", "dispute_id", "entry_id", &proof)
        try each(db, of: "disputes", "SELECT * FROM disputes ORDER BY id", &proof) { row, proof in
            guard let dispute = decode(Dispute.self, row, &proof) else { return }
            proof.dispute(dispute, rowHash: try row.value("row_hash"), content: try row.value("line"))
            let placed = disputed[try row.value("id")] ?? []
            let isOnQuestion = try known.contains(row.value("question"))
            if placed != dispute.entries || !row.holds("id", dispute.id) || !isOnQuestion
                || !row.holds("dimension", dispute.dimension.rawValue)
            {
                proof.fail(dispute.id, "", .columns, "what is stored for queries does not follow from it")
            }
        }
    }

    private static func pairs(
        _ db: Database, of table: String, _ key: String, _ value: String, _ proof: inout RecordProof
    ) throws -> [String: [String]] {
        var pairs: [String: [String]] = [:]
        try each(
            db, of: table, "SELECT \(key), \(value) FROM \(table) ORDER BY \(key), \(value)", &proof
        ) { row, _ in
            pairs[try row.value(key), default: []].append(try row.value(value))
        }
        return pairs
    }

    /// Decisions, one by one.
    static func decisions(_ db: Database, _ proof: inout RecordProof) throws {
        try each(db, of: "decisions", "SELECT * FROM decisions ORDER BY id", &proof) { row, proof in
            guard let decision = decode(Decision.self, row, &proof) else { return }
            proof.decision(decision, rowHash: try row.value("row_hash"), content: try row.value("line"))
            if !row.holds("id", decision.id) {
                proof.fail(decision.id, "", .columns, "the column 'id' does not follow from the line")
            }
        }
    }

    /// What the dossier says about itself, and remembers of entries that are no more.
    static func state(_ db: Database, _ proof: inout RecordProof) throws {
        try each(db, of: "meta", "SELECT key, value FROM meta", &proof) { row, proof in
            let (key, value): (String, String) = (try row.value("key"), try row.value("value"))
            if !Staleness.isState(key, value), key != DecisionRecord.headKey, key != RecordHead.key {
                proof.fail(key, "", .state, "nothing of that name and value is known of a dossier")
            }
        }
        if (try? Staleness.isAny(db)) == true {
            // What is in no entry is to be put into one by the next reconciling.
            try each(
                db, of: "reports",
                """
                SELECT id FROM reports WHERE id NOT IN (SELECT report_id FROM entry_reports)
                    AND block NOT IN (SELECT block FROM stale_blocks) ORDER BY id
                """, &proof
            ) { row, proof in
                proof.fail(
                    try row.value("id"), "", .state, "it is in no entry, and its block is not said to be stale")
            }
        }
        try each(db, of: "former_entries", "SELECT id, reports FROM former_entries ORDER BY id", &proof) { row, proof in
            let (id, stored): (String, String) = (try row.value("id"), try row.value("reports"))
            let reports = (try? JSONLine.decode([String].self, from: stored)) ?? []
            let entry = Entry(kind: .event, reports: reports, documents: [], date: "", dates: [])
            let isWritten = try JSONLine.encode(reports) == stored
            if entry.id != id || !isWritten {
                proof.fail(id, "", .id, "the id of the former entry does not follow from its reports")
            }
        }
    }

    /// Reads the rows of a table one by one: a damaged value is told, and the next row is read.
    private static func each(
        _ db: Database, of table: String, _ sql: String, arguments: StatementArguments = [],
        _ proof: inout RecordProof, _ body: (StoredRow, inout RecordProof) throws -> Void
    ) throws {
        let rows = try StoredRow.fetchCursor(db, of: table, sql: sql, arguments: arguments)
        while let row = try rows.next() { try goOn(&proof) { try body(row, &$0) } }
    }

    /// Proves something, and tells where a damaged value keeps it from being proved.
    private static func goOn(_ proof: inout RecordProof, _ body: (inout RecordProof) throws -> Void) throws {
        do { try body(&proof) } catch let damaged as DamagedValue { fail(damaged, &proof) }
    }

    private static func fail(_ damaged: DamagedValue, _ proof: inout RecordProof) {
        proof.fail(damaged.row ?? damaged.table, "", .columns, "\(damaged)")
    }

    /// Reads a stored line, which must be as the program writes it.
    private static func decode<Value: Codable>(
        _ type: Value.Type, _ row: StoredRow, _ proof: inout RecordProof, isCanonical: Bool = true
    ) -> Value? {
        do {
            let line: String = try row.value("line")
            let value = try JSONLine.decode(type, from: line)
            if isCanonical, try JSONLine.encode(value) != line { failLine(row.name, "", &proof) }
            return value
        } catch let damaged as DamagedValue {
            fail(damaged, &proof)
        } catch {
            proof.fail(row.name, "", .line, "the stored line cannot be read")
        }
        return nil
    }

    private static func failLine(_ item: String, _ document: String, _ proof: inout RecordProof) {
        proof.fail(item, document, .line, ExportProof.notAsWritten)
    }

    /// What stands beside a stored report's line for queries.
    private static func columns(of row: StoredRow, _ parties: [StoredRow]) -> [DatabaseValue] {
        let own: [DatabaseValue] = [
            "id", "kind", "type", "concept", "modality", "date", "date_from", "date_to", "start", "words", "names",
            "block", "confidence",
        ].map(row.raw)
        return own + parties.flatMap { $0.values.dropFirst() }
    }
}

extension ReportRow {
    /// What must stand beside the line for queries.
    fileprivate var columns: [DatabaseValue] {
        let own: [DatabaseValue] = [
            id.databaseValue, kind.databaseValue, type.databaseValue, concept.databaseValue, modality.databaseValue,
            date.databaseValue, dateFrom.databaseValue, dateTo.databaseValue, start.databaseValue,
            words.databaseValue, names.databaseValue, block.databaseValue, confidence.databaseValue,
        ]
        return own
            + participants.enumerated().flatMap { position, party -> [DatabaseValue] in
                [position.databaseValue]
                    + [party.role, party.name, party.folded, party.code, party.sector, party.kind].map(\.databaseValue)
            }
    }
}
