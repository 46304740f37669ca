public import ChanceryCore
import GRDB
public import Reconciling

/// A report with the words it rests on.
public struct ReportItem: Hashable, Sendable, Identifiable {
    /// The report; as the dossier gives it, after the corrections and aliases in force.
    public var report: Report
    /// The report as it was coded; nil where no correction or alias changes it.
    public var coded: Report?
    /// The words of the clause or sentence that reports it, as the document has them.
    public var words: String
    /// The decisions that cite the report, in the order of the record, also those that take no effect.
    public var decisions: [RuledDecision]
    /// Whether people accepted it or corrected something of it (``Rulings/settled``).
    public var isSettled: Bool
    /// The report's id.
    public var id: String { report.id }

    /// Whether it is doubtful: of low confidence, and not settled by people.
    public var isDoubtful: Bool { report.isDoubtful && !isSettled }

    /// Makes an item from its parts.
    public init(
        report: Report, words: String, coded: Report? = nil, decisions: [RuledDecision] = [], isSettled: Bool = false
    ) {
        self.report = report
        self.coded = coded
        self.words = words
        self.decisions = decisions
        self.isSettled = isSettled
    }
}

/// A decision with how it stands among the others.
public struct RuledDecision: Hashable, Sendable, Identifiable {
    /// The decision.
    public var decision: Decision
    /// How it stands.
    public var standing: Rulings.Standing
    /// The decision's id.
    public var id: String { decision.id }

    /// Makes it from its parts.
    public init(_ decision: Decision, _ standing: Rulings.Standing) {
        self.decision = decision
        self.standing = standing
    }
}

/// An entry with its reports and the disputes on it.
public struct EntryItem: Hashable, Sendable, Identifiable {
    /// The entry.
    public var entry: Entry
    /// Its reports, by document and place in the text.
    public var reports: [ReportItem]
    /// The disputes that concern it.
    public var disputes: [Dispute]
    /// The entry's id.
    public var id: String { entry.id }

    /// Makes an item from its parts.
    public init(entry: Entry, reports: [ReportItem], disputes: [Dispute]) {
        self.entry = entry
        self.reports = reports
        self.disputes = disputes
    }

    /// Whether it is doubtful: all of its reports are, and no two origins tell it that are known to be independent.
    public var isDoubtful: Bool {
        entry.independentOrigins < 2 && !reports.isEmpty && reports.allSatisfy(\.isDoubtful)
    }

    /// Whether a report of it is doubtful: what independent origins tell alike is not.
    public func holdsDoubtful(_ item: ReportItem) -> Bool { entry.independentOrigins < 2 && item.isDoubtful }

    /// The highest confidence among its reports; nil where none has any.
    public var confidence: Double? { reports.compactMap(\.report.confidence).max() }
}

/// What an id leads to.
public enum DossierItem: Hashable, Sendable {
    /// An entry.
    case entry(EntryItem)
    /// A report, with the id of the entry it belongs to.
    case report(ReportItem, entry: String)
}

extension Dossier {
    /// The reports a filter lets through, by document name, place in the text and id.
    public func reports(matching filter: ItemFilter = ItemFilter()) throws(DossierError) -> [ReportItem] {
        try reading { db in
            let condition = try filter.condition(db, in: self)
            return try ReportSelection.fetch(
                db, where: condition.sql, arguments: condition.arguments, rulings: try self.rulings(db),
                known: self.decoded)
        }
    }

    /// Every report as it was coded, by document hash, place and id: what `reconcile` reads beside the decisions.
    public func reports() throws(DossierError) -> [Report] {
        try reading { db in
            try ReportSelection.fetch(db, order: "documents.hash, reports.start, reports.id", known: self.decoded)
                .map(\.report)
        }
    }

    /// The entries of which the filter lets at least one report through, each with all of its reports; in the order of
    /// their dates, those without a year and those without a date last.
    ///
    /// A report that is in no entry yet, because nothing was reconciled since it was added, is an entry of its own.
    public func entries(matching filter: ItemFilter = ItemFilter()) throws(DossierError) -> [EntryItem] {
        try reading { db in
            let condition = try filter.condition(db, in: self)
            return try EntrySelection.fetch(
                db, reportsWhere: condition.sql, arguments: condition.arguments, rulings: try self.rulings(db),
                known: self.decoded)
        }
    }

    /// The entries by which the texts place the given ones before, after or during, and those by which they are placed
    /// in turn; without the given ones.
    public func anchors(of items: [EntryItem]) throws(DossierError) -> [EntryItem] {
        var held = Set(items.flatMap { $0.reports.map(\.id) })
        var found: [EntryItem] = []
        var wanted = Set(items.flatMap { $0.reports.flatMap { $0.report.order.map(\.report) } })
        // A chain of things told one after the other is short; what lies further on places nothing a reader would see.
        for _ in 0..<4 {
            wanted.subtract(held)
            wanted.remove("")
            if wanted.isEmpty { break }
            let ids = wanted.sorted()
            let next = try reading { db in
                let rulings = try self.rulings(db)
                return try EntrySelection.fetch(
                    db, reportsWhere: "reports.id IN (SELECT value FROM json_each(?))",
                    arguments: [try JSONLine.encode(ids.filter { rulings.status(of: $0) != .rejected })],
                    rulings: rulings, known: self.decoded)
            }
            held.formUnion(wanted)
            held.formUnion(next.flatMap { $0.reports.map(\.id) })
            wanted = Set(next.flatMap { $0.reports.flatMap { $0.report.order.map(\.report) } })
            found += next
        }
        return found
    }

    /// The entry or report of an id, or of the beginning of one that fits no other.
    ///
    /// - Throws: ``DossierError`` with `noSuchItem`, or `ambiguous` with what fits.
    public func item(withID id: String) throws(DossierError) -> DossierItem {
        try reading { db in
            let prefix = id.lowercased()
            let arguments: StatementArguments = [prefix, prefix + "~", prefix, prefix + "~"]
            let found = try StoredRow.fetchAll(
                db, of: "entries",
                sql: """
                    SELECT id, 'entry' AS kind FROM entries WHERE id >= ? AND id < ?
                    UNION ALL SELECT id, 'report' FROM reports WHERE id >= ? AND id < ? ORDER BY id LIMIT 20
                    """, arguments: arguments)
            let exact = try found.filter { try $0.value("id") == prefix }
            let fitting = exact.isEmpty ? found : exact
            guard let first = fitting.first, !prefix.isEmpty else {
                throw DossierError.noSuchItem(self.path, what: "entry or report", name: id)
            }
            guard fitting.count == 1 else {
                throw DossierError.ambiguous(
                    self.path, what: "entry or report", name: id, candidates: try fitting.map { try $0.value("id") })
            }
            return try self.item(db, id: try first.value("id"), isEntry: try first.value("kind") == "entry")
        }
    }

    private func item(_ db: Database, id: String, isEntry: Bool) throws -> DossierItem {
        let rulings = try self.rulings(db)
        if isEntry {
            let items = try EntrySelection.fetch(
                db, reportsWhere: "reports.id IN (SELECT report_id FROM entry_reports WHERE entry_id = ?)",
                arguments: [id], rulings: rulings, known: decoded)
            if let item = items.first { return .entry(item) }
        } else if let item = try ReportSelection.fetch(
            db, where: "reports.id = ?", arguments: [id], rulings: rulings, known: decoded
        ).first {
            let entry: String? = try StoredRow.value(
                db, of: "entry_reports", "entry_id",
                sql: "SELECT entry_id FROM entry_reports WHERE report_id = ?", arguments: [id])
            return .report(item, entry: entry ?? "")
        }
        throw DossierError.noSuchItem(path, what: "entry or report", name: id)
    }
}

/// Reads reports: as they were coded, or, where rulings are given, as these have them.
enum ReportSelection {
    static func fetch(
        _ db: Database, where condition: String = "1", arguments: StatementArguments = [],
        order: String = "documents.name, documents.hash, reports.start, reports.id", rulings: Rulings? = nil,
        known: DecodedRecord = .none
    ) throws -> [ReportItem] {
        let rows = try StoredRow.fetchAll(
            db, of: "reports",
            sql: """
                SELECT reports.id, \(known.reports.column), reports.words FROM reports
                JOIN documents ON documents.row = reports.document_row WHERE \(condition) ORDER BY \(order)
                """, arguments: arguments)
        let reports = try known.reports.values(db, rows)
        let words: [String] = try rows.map { try $0.value("words") }
        let settled = rulings?.settled ?? []
        guard let rulings else { return zip(reports, words).map { ReportItem(report: $0, words: $1) } }
        return zip(reports, words).map { report, words in
            let effective = rulings.effective(report)
            return ReportItem(
                report: effective, words: words, coded: effective == report ? nil : report,
                decisions: rulings.decisions(onReport: report.id).map {
                    RuledDecision($0, rulings.standing(of: $0.id))
                }, isSettled: settled.contains(report.id))
        }
    }
}
