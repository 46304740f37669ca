public import ChanceryCore
import GRDB
import Reconciling

/// Which reports or entries a view shows; parts that are empty let everything through.
public struct ItemFilter: Hashable, Sendable {
    /// The kinds wanted.
    public var kinds: Set<Report.Kind>
    /// Who must take part, all of them: a canonical name without regard to case and accents, an alpha-3 code, a
    /// person's surname. A state's name or code also stands for whoever acts for that state, and not for others who
    /// belong to it (``StateMembers``). A figure has no participants: it passes where its clause names the entity.
    public var entities: [String]
    /// How somebody wrote one of ``entities``, where that is no name of the record: words of figures that have it pass too.
    public var calls: [String: String] = [:]
    /// States of which somebody must take part who belongs to them and does not act for them, by name or code; all of them.
    public var groupsOf: [String]
    /// Not before this date, EDTF; what can still lie after its first day passes, what has no year does not. What goes on
    /// since a date (`2013/..`) can lie at any later time.
    public var from: String?
    /// Not after this date, EDTF; what can still lie before its last day passes, what has no year does not. What is told up
    /// to a date (`../2025-23`) lies where that date does; a state of affairs also holds at any time before it.
    public var to: String?
    /// A PLOVER type or a codebook's concept, without regard to case.
    public var type: String?
    /// The name of a copy of a document, its hash, or at least eight digits of it.
    public var document: String?
    /// Whether what any other document tells too is left out; only where `document` is given.
    public var isAlone: Bool
    /// The least confidence, from 0 to 1; what has none passes, and what people settled (``Rulings/settled``) does too.
    public var confidence: Double?
    /// Whether reports that people rejected pass too.
    public var includesRejected: Bool

    /// Makes a filter; without arguments it lets everything through but what was rejected.
    public init(
        kinds: Set<Report.Kind> = [], entities: [String] = [], groupsOf: [String] = [], from: String? = nil,
        to: String? = nil, type: String? = nil, document: String? = nil, isAlone: Bool = false,
        confidence: Double? = nil, includesRejected: Bool = false
    ) {
        self.kinds = kinds
        self.entities = entities
        self.groupsOf = groupsOf
        self.from = from
        self.to = to
        self.type = type
        self.document = document
        self.isAlone = isAlone
        self.confidence = confidence
        self.includesRejected = includesRejected
    }
}

extension ItemFilter {
    /// The condition on `reports`, with its arguments.
    ///
    /// - Throws: ``DossierError`` with `invalid` where a date is none, or where the document is not found.
    func condition(_ db: Database, in dossier: Dossier) throws -> (sql: String, arguments: StatementArguments) {
        var parts = ["1"]
        var arguments = StatementArguments()
        if !kinds.isEmpty {
            let names = kinds.map(\.rawValue).sorted()
            parts.append("reports.kind IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
            arguments += StatementArguments(names)
        }
        for entity in entities {
            let folded = NameFolding.fold(entity)
            let members = try StateMembers.fetch(db, of: entity).condition()
            // Three capitals are a code; Rao is also a surname, RAO is not.
            let isCode = entity.utf8.count == 3 && entity.utf8.allSatisfy { (65...90).contains($0) }
            let surname = isCode ? "" : " " + folded
            // Words of figures are looked through only where figures are wanted.
            let figures =
                kinds.isEmpty || kinds.contains(.figure)
                ? """
                UNION SELECT row FROM reports WHERE kind = 'figure'
                    AND (instr(lower(words), ?) > 0 OR instr(words, ?) > 0 OR instr(words, ?) > 0)
                """ : ""
            parts.append(
                """
                reports.row IN (SELECT report_row FROM participants WHERE folded = ? OR \(members.sql)
                    OR (kind = 'person' AND ? <> '' AND substr(folded, -length(?)) = ?)
                    \(figures))
                """)
            arguments += [folded]
            arguments += members.arguments
            arguments += [surname, surname, surname]
            // Two letters stand in too many words.
            let call = calls[entity].flatMap { $0.count > 2 ? $0 : nil }
            if !figures.isEmpty { arguments += [folded, entity, call ?? entity] }
        }
        for entity in groupsOf {
            let members = try StateMembers.fetch(db, of: entity)
            let acting = try members.condition()
            parts.append(
                """
                reports.row IN (SELECT report_row FROM participants
                    WHERE code IN (SELECT value FROM json_each(?)) AND NOT \(acting.sql))
                """)
            arguments += [try JSONLine.encode(members.codes.sorted())]
            arguments += acting.arguments
        }
        if let day = try day(from, in: dossier, "from")?.first {
            parts.append("reports.date_to >= ?")
            arguments += [day.dayNumber]
        }
        if let day = try day(to, in: dossier, "to")?.last {
            parts.append("reports.date_from <= ?")
            arguments += [day.dayNumber]
            let later = try Self.beginningless(db).filter { ($0.end.bounds.first ?? day) > day }.map(\.date)
            if !later.isEmpty {
                parts.append("(reports.kind = 'state' OR reports.date NOT IN (SELECT value FROM json_each(?)))")
                arguments += [try JSONLine.encode(later)]
            }
        }
        if let type {
            parts.append("(reports.type = ? COLLATE NOCASE OR reports.concept = ? COLLATE NOCASE)")
            arguments += [type, type]
        }
        if let document {
            let row = try dossier.locate(db, document: document).row
            parts.append("reports.document_row = ?")
            arguments += [row]
            if isAlone {
                parts.append(
                    """
                    NOT EXISTS (SELECT 1 FROM entry_reports AS own
                        JOIN entry_reports AS other ON other.entry_id = own.entry_id
                        JOIN reports AS told ON told.id = other.report_id
                        WHERE own.report_id = reports.id AND told.document_row <> ?)
                    """)
                arguments += [row]
            }
        }
        if let confidence {
            let least = try Self.condition(least: confidence, settled: try dossier.rulings(db).settled)
            parts.append(least.sql)
            arguments += least.arguments
        }
        let rejected = includesRejected ? [] : try dossier.rulings(db).rejected
        if !rejected.isEmpty {
            parts.append("reports.id NOT IN (SELECT value FROM json_each(?))")
            arguments += [try JSONLine.encode(rejected.sorted())]
        }
        return (parts.joined(separator: " AND "), arguments)
    }

    /// The condition on `reports` that one has a confidence at least so high, or needs none.
    static func condition(
        least confidence: Double, settled: Set<String>
    ) throws -> (sql: String, arguments: StatementArguments) {
        let sql = """
            (reports.confidence IS NULL OR reports.confidence >= ?
                OR reports.id IN (SELECT value FROM json_each(?)))
            """
        return (sql, [confidence, try JSONLine.encode(settled.sorted())])
    }

    /// The dates of the record that have an end alone, each with that end.
    private static func beginningless(_ db: Database) throws -> [(date: String, end: EDTF)] {
        let dates: [String] = try StoredRow.values(
            db, of: "reports", "date", sql: "SELECT DISTINCT date FROM reports WHERE date_from = ?",
            arguments: [ReportRow.openStart])
        return dates.compactMap { date in
            date.split(separator: "/").last.flatMap { EDTF(String($0)) }.map { (date, $0) }
        }
    }

    private func day(
        _ text: String?, in dossier: Dossier, _ name: String
    ) throws -> (first: CalendarDay?, last: CalendarDay?)? {
        guard let text, !text.isEmpty else { return nil }
        guard let value = EDTF(text), value.hasYear else {
            throw DossierError.invalid(
                dossier.path, "'\(text)' is no date for '\(name)'. Write 1996, 1996-12 or 1996-12-05.")
        }
        return value.bounds
    }
}
