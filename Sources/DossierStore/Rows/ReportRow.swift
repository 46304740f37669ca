import ChanceryCore
import GRDB
import Reconciling

/// A report as the dossier stores it: its line, and the columns that queries read, all of which follow from the line,
/// the document's text and the decisions in force. The line stays as it was coded.
struct ReportRow: Equatable {
    /// The value of a date column where an end is open; no calendar day comes near it.
    static let openStart = -100_000_000
    static let openEnd = 100_000_000

    var id: String
    var kind: String
    var type: String
    var concept: String
    var modality: String
    var date: String
    /// The first and last day the date can mean, as day numbers; nil where no year is known.
    var dateFrom: Int?
    var dateTo: Int?
    var start: Int
    /// What stands between names for the full-text index.
    static let separator = " · "

    /// The words of the clause or sentence that reports it.
    var words: String
    /// The names it holds, for the full-text index.
    var names: String
    /// The block it is reconciled in.
    var block: String
    /// How far it is to be trusted, from 0 to 1, as it was coded; nil where the line does not say.
    var confidence: Double?
    /// The report's JSON line, its canonical content.
    var line: String
    /// The SHA-256 of `line`.
    var rowHash: String
    var participants: [ParticipantRow]
    /// What accounts of other entries may differ from it about, see `Reconciler.questions(of:)`.
    var questions: [String]

    /// Makes the row of a report whose words were looked up in its document.
    init(_ coded: Report, words: String, rulings: Rulings) throws {
        let report = rulings.effective(coded)
        id = report.id
        kind = report.kind.rawValue
        (type, concept) =
            switch report.content {
            case .event(let event): (event.type, event.concept)
            case .state(let state): ("", state.concept)
            case .figure, .statement: ("", "")
            }
        modality = report.modality.rawValue
        date = report.date?.edtf ?? ""
        (dateFrom, dateTo) = Self.days(of: date)
        start = report.span.start
        self.words = words
        participants = ParticipantRow.rows(of: report)
        var names = participants.map(\.name)
        if case .event(let event) = report.content, let place = event.place { names.append(place.name) }
        if case .figure(let figure) = report.content { names += [figure.of, figure.unit] }
        names += report.attribution.map(\.source)
        self.names = names.filter { !$0.isEmpty }.joined(separator: Self.separator)
        block = Reconciler.block(of: report)
        questions = Reconciler.questions(of: report)
        confidence = report.confidence
        line = try JSONLine.encode(coded)
        rowHash = Digest.sha256(line)
    }

    /// The days a date can mean, as they are stored: nil twice where it has no year or is no EDTF value.
    static func days(of edtf: String) -> (Int?, Int?) {
        guard let value = EDTF(edtf) else { return (nil, nil) }
        let (first, last) = value.bounds
        if first == nil && last == nil { return (nil, nil) }
        return (first?.dayNumber ?? openStart, last?.dayNumber ?? openEnd)
    }

    /// Writes the row and those of its participants.
    func insert(_ db: Database, documentRow: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO reports(id, document_row, kind, type, concept, modality, date, date_from, date_to, start,
                    words, names, block, line, row_hash, confidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, documentRow, kind, type, concept, modality, date, dateFrom, dateTo, start, words, names, block,
                line, rowHash, confidence,
            ])
        let row = db.lastInsertedRowID
        try Staleness.mark(db, block: block)
        try QuestionRow.insert(db, questions, reportRow: row)
        try insertParticipants(db, row: row)
    }

    /// Brings the columns of a stored row up to date; its line, its words and their place stay.
    func update(_ db: Database, row: Int64) throws {
        try db.execute(
            sql: """
                UPDATE reports SET type = ?, concept = ?, modality = ?, date = ?, date_from = ?, date_to = ?, names = ?,
                    block = ? WHERE row = ?
                """, arguments: [type, concept, modality, date, dateFrom, dateTo, names, block, row])
        try Staleness.mark(db, block: block)
        try QuestionRow.remove(db, reportRow: row)
        try QuestionRow.insert(db, questions, reportRow: row)
        try db.execute(sql: "DELETE FROM participants WHERE report_row = ?", arguments: [row])
        try insertParticipants(db, row: row)
    }

    /// Fills the column `confidence` from the stored lines; what cannot be read stays without, and `verify` names it.
    static func fillConfidence(_ db: Database) throws {
        struct Line: Decodable { var confidence: Double? }
        let rows = try StoredRow.fetchAll(
            db, of: "reports", sql: "SELECT row, line FROM reports WHERE instr(line, '\"confidence\":') > 0")
        for row in rows {
            guard let line: String = try? row.value("line"),
                let confidence = (try? JSONLine.decode(Line.self, from: line))?.confidence
            else { continue }
            try db.execute(
                sql: "UPDATE reports SET confidence = ? WHERE row = ?",
                arguments: [confidence, try row.value("row") as Int64])
        }
    }

    private func insertParticipants(_ db: Database, row: Int64) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO participants(report_row, position, role, name, folded, code, sector, kind)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (position, party) in participants.enumerated() {
            try statement.execute(arguments: [
                row, position, party.role, party.name, party.folded, party.code, party.sector, party.kind,
            ])
        }
    }
}

/// One participant of a report in its role.
struct ParticipantRow: Equatable {
    var role: String
    var name: String
    /// The name as it is compared: without case and accents.
    var folded: String
    var code: String
    var sector: String
    var kind: String

    private init(_ role: String, _ participant: Participant) {
        self.role = role
        name = participant.name
        folded = Self.fold(participant.name)
        code = participant.code
        sector = participant.sector
        kind = participant.kind.rawValue
    }

    static func rows(of report: Report) -> [ParticipantRow] {
        switch report.content {
        case .event(let event):
            event.actors.map { ParticipantRow("actor", $0) } + event.recipients.map { ParticipantRow("recipient", $0) }
        case .statement(let statement):
            [statement.speaker].compactMap { $0 }.map { ParticipantRow("speaker", $0) }
                + [statement.addressee].compactMap { $0 }.map { ParticipantRow("addressee", $0) }
                + statement.about.map { ParticipantRow("about", $0) }
        case .state(let state):
            state.subject.map { ParticipantRow("subject", $0) } + state.object.map { ParticipantRow("object", $0) }
        case .figure: []
        }
    }

    /// Folds a name for comparison: "Tiranë" and "tirane" are one.
    static func fold(_ name: String) -> String { NameFolding.fold(name) }
}
