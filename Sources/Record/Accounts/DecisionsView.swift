package import ChanceryCore
import DossierStore
package import Reconciling

/// The rulings with how each stands: what `decisions` shows.
package struct DecisionsView: Hashable, Sendable {
    /// A report or document a ruling rests on.
    package struct Ground: Hashable, Sendable, Encodable {
        /// The report's id; empty where a document is meant.
        package var report: String
        /// The document's name as it was then, or empty.
        package var doc: String
        /// The document's hash.
        package var docHash: String
        /// The words, as they were then.
        package var words: String
        /// What a reader calls the document, or empty.
        package var source: String
        /// Whether the report tells it as fact; absent where it is gone, or where a document is meant.
        package var modality: String?
        /// The chain of sources of the report; absent likewise.
        package var sources: [String]?
        /// Whose word it is, in words; absent likewise.
        package var voice: String?
        /// Whether the others are kept apart from it, in a split.
        package var isApart: Bool
        /// Why it is not there any more: `document-gone`, `not-coded`; empty where it is.
        package var missing: String

        private enum CodingKeys: String, CodingKey {
            case report, doc, docHash = "doc_hash", words, source, modality, sources, voice, isApart = "apart", missing
        }
    }

    /// One ruling.
    package struct Item: Hashable, Sendable, Encodable {
        /// The decision's id.
        package var id: String
        /// What sort of ruling it is.
        package var ruling: String
        /// What is ruled, in words.
        package var what: String
        /// What it rests on.
        package var grounds: [Ground]
        /// Why.
        package var reason: String
        /// Who decided.
        package var author: String
        /// When it was recorded.
        package var recordedAt: String
        /// `in-force`, `undone`, `replaced`, `in-conflict`.
        package var standing: String
        /// The ids of those that take it back.
        package var undoneBy: [String]
        /// The ids of those that stand in its place, wholly or in part.
        package var replacedBy: [String]
        /// The ids of those it is in conflict with, wholly or in part.
        package var conflictsWith: [String]
        /// Whether too little is left of what it rests on for it to mean anything.
        package var isOrphaned: Bool
        /// How it stands, in words.
        package var remarks: [String]

        private enum CodingKeys: String, CodingKey {
            case id, ruling, what, grounds, reason, author, recordedAt = "recorded_at", standing
            case undoneBy = "undone_by", replacedBy = "replaced_by", conflictsWith = "conflicts_with"
            case isOrphaned = "orphaned"
        }

        /// Those of its grounds that are gone.
        package var missing: [Ground] { grounds.filter { !$0.missing.isEmpty } }
    }

    /// The rulings, in the order of the record.
    package private(set) var items: [Item]
    private let conflicts: [Rulings.Conflict]

    /// Makes the view.
    ///
    /// - Parameters:
    ///   - reports: The ids of reports that are there.
    ///   - documents: The hashes of documents that are there.
    ///   - names: The names of documents, by hash.
    ///   - tellings: The reports that are there, by id.
    package init(
        of rulings: Rulings, reports: Set<String>, documents: Set<String>, names: [String: String] = [:],
        tellings: [String: Report] = [:], _ shelf: Shelf = Shelf()
    ) {
        conflicts = rulings.conflicts
        items = rulings.decisions.map { decision in
            let standing = rulings.standing(of: decision.id)
            let missing = rulings.missing(of: decision, reports: reports, documents: documents)
            let reasons = Dictionary(
                missing.map { ($0.cited?.report ?? $0.document, $0.reason.rawValue) },
                uniquingKeysWith: { first, _ in first })
            func ground(_ cited: Decision.Cited, _ isApart: Bool) -> Ground {
                let label = shelf.source(hash: cited.docHash, name: cited.doc).label
                let told = tellings[cited.report]
                return Ground(
                    report: cited.report, doc: cited.doc, docHash: cited.docHash, words: cited.words, source: label,
                    modality: told?.modality.rawValue, sources: told?.attribution.map(\.source),
                    voice: told.map { "\(Wording.voice($0)) \(label)" }, isApart: isApart,
                    missing: reasons[cited.report] ?? "")
            }
            var grounds: [Ground] = decision.reports.map { ground($0, false) }
            grounds += decision.apart.map { ground($0, true) }
            for hash in decision.documents {
                grounds.append(
                    Ground(
                        report: "", doc: names[hash] ?? "", docHash: hash, words: "",
                        source: shelf.source(hash: hash, name: names[hash] ?? "").label, isApart: false,
                        missing: reasons[hash] ?? ""))
            }
            var item = Item(
                id: decision.id, ruling: decision.ruling.rawValue, what: DecisionWords.what(decision),
                grounds: grounds, reason: decision.reason, author: decision.author, recordedAt: decision.recordedAt,
                standing: standing.state.rawValue, undoneBy: standing.undoneBy, replacedBy: standing.replacedBy,
                conflictsWith: standing.conflictsWith,
                isOrphaned: rulings.isOrphaned(decision, reports: reports, documents: documents), remarks: [])
            item.remarks = item.standingWords(standing, rulings)
            return item
        }
    }

    /// Leaves only what fits.
    package mutating func keep(_ fits: (Item) -> Bool) { items = items.filter(fits) }

    /// The page: one item a ruling.
    package func page() -> Page {
        let blocks = items.map { Page.Block.item($0.item) }
        return Page(
            title: "Decisions", sections: blocks.isEmpty ? [] : [Page.Section(nil, blocks)], summary: summary)
    }

    /// The page of conflicts: those that rule differently on one thing stand side by side.
    package func pageOfConflicts() -> Page {
        let byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        // Decisions that differ on several reports are told once.
        var questions: [[String]: [Question]] = [:]
        var order: [[String]] = []
        for conflict in conflicts {
            if questions[conflict.decisions] == nil { order.append(conflict.decisions) }
            questions[conflict.decisions, default: []].append(conflict.question)
        }
        let sections = order.compactMap { ids -> Page.Section? in
            let blocks = ids.compactMap { byID[$0] }.map { Page.Block.item($0.item) }
            return blocks.isEmpty ? nil : Page.Section(Self.heading(questions[ids] ?? []), blocks)
        }
        return Page(title: "Decisions in conflict", sections: sections, summary: summary)
    }

    private static func heading(_ questions: [Question]) -> String {
        guard let first = questions.first else { return "" }
        let subject = SafeText.oneLine(first.subject)
        let count = questions.count { $0.about == first.about }
        let report = count > 1 ? Wording.count(count, "report", "reports") : "report \(subject)"
        return switch first.about {
        case .standing: "Whether \(report) \(count > 1 ? "are" : "is") right"
        case .correction(let field): "The \(field.rawValue) of \(report)"
        case .alias: "What “\(subject)” stands for"
        case .reliability: "The reliability of “\(subject)”"
        case .oneThing: "Whether report \(subject) and others tell of one thing"
        }
    }

    private var summary: String {
        if items.isEmpty { return "Nothing here matches." }
        let states: [(state: String, words: String)] = [
            ("in-force", "in force"), ("undone", "taken back"), ("replaced", "replaced"),
            ("in-conflict", "in conflict"),
        ]
        var parts: [String] = []
        // What takes another back says nothing of the record itself.
        let undoing = items.filter { $0.ruling == Decision.Ruling.undo.rawValue && $0.standing == "in-force" }.count
        for (state, words) in states {
            let count = items.filter { $0.standing == state }.count - (state == "in-force" ? undoing : 0)
            if count > 0 { parts.append("\(Wording.number(Double(count))) \(words)") }
        }
        if undoing > 0 { parts.append("\(Wording.number(Double(undoing))) that take others back") }
        let orphaned = items.filter(\.isOrphaned).count
        if orphaned > 0 { parts.append("\(Wording.number(Double(orphaned))) orphaned") }
        return "\(Wording.count(items.count, "decision", "decisions")): \(parts.joined(separator: ", "))"
    }
}

extension DecisionsView.Item {
    /// How it stands: `in force`, `taken back by k41a… (Ben)`; what is gone.
    fileprivate func standingWords(_ standing: Rulings.Standing, _ rulings: Rulings) -> [String] {
        var words: [String] = []
        switch standing.state {
        case .inForce: words.append(isOrphaned ? "without effect" : "in force")
        case .undone: words.append("taken back by \(DecisionWords.others(undoneBy, rulings))")
        case .replaced: words.append("replaced by \(DecisionWords.others(replacedBy, rulings))")
        case .inConflict: words.append("in conflict with \(DecisionWords.others(conflictsWith, rulings))")
        }
        if standing.state == .inForce {
            if !replacedBy.isEmpty { words.append("in part replaced by \(DecisionWords.others(replacedBy, rulings))") }
            if !conflictsWith.isEmpty {
                words.append("in part in conflict with \(DecisionWords.others(conflictsWith, rulings))")
            }
        }
        let gone = missing.filter { $0.missing == Rulings.Missing.Reason.documentGone.rawValue }
        let uncoded = missing.count - gone.count
        let opening = isOrphaned ? "orphaned: " : "in part orphaned: "
        if !gone.isEmpty {
            let names = Set(gone.map { $0.doc.isEmpty ? String($0.docHash.prefix(12)) : $0.doc }).sorted()
            words.append("\(opening)not in the dossier any more: \(names.joined(separator: ", "))")
        }
        if uncoded > 0 {
            let which = uncoded == 1 ? "these words" : "\(uncoded) of these passages"
            words.append("\(opening)no report is coded from \(which) any more")
        }
        if isOrphaned, missing.isEmpty { words.append("orphaned: what it takes back is not here") }
        return words
    }

    /// The item as a page sets it.
    fileprivate var item: Page.Item {
        let notes = grounds.map { ground in
            let place = ground.source.isEmpty ? "document \(ground.docHash)" : ground.source
            let gone =
                switch Rulings.Missing.Reason(rawValue: ground.missing) {
                case .documentGone: ", which is gone"
                case .notCoded: ", from which it is not coded any more"
                case nil: ""
                }
            let apart = ground.isApart ? "apart from this, " : ""
            let report = ground.report.isEmpty ? "" : "report \(ground.report) "
            let told =
                ground.modality.flatMap { Modality(rawValue: $0) }
                .map { "\(ModalityWords.short($0)), \(ground.voice ?? "in \(place)")" } ?? "in \(place)"
            return Page.Note(quote: ground.words, voice: SafeText.oneLine("\(apart)\(report)\(told)\(gone)"))
        }
        var said: [String] = ["“\(reason)”", author]
        said += remarks
        said = said.map { SafeText.oneLine($0) }
        let about = grounds.isEmpty ? "" : " · \(counted)"
        return Page.Item(
            margin: DateWords.of(String(recordedAt.prefix(10))), headline: SafeText.oneLine(what + about),
            tag: ruling, notes: notes, shownNotes: 3,
            remarks: said, ids: [id])
    }

    private var counted: String {
        let documents = grounds.filter(\.report.isEmpty).count
        let reports = grounds.filter { !$0.report.isEmpty && !$0.isApart }.count
        var parts: [String] = []
        if reports > 0 { parts.append(Wording.count(reports, "report", "reports")) }
        if documents > 0 { parts.append(Wording.count(documents, "document", "documents")) }
        return parts.joined(separator: ", ")
    }
}
