import ChanceryCore
import Reconciling

/// Proves a whole record, line by line, from nothing but values: of a dossier's rows or of an export's lines.
///
/// Documents and their copies are given first, then reports, origins, entries, disputes and decisions; `finish` checks
/// what only all of them together can show.
struct RecordProof {
    private(set) var faults: [VerificationFault] = []
    private var documents: [String: KnownDocument] = [:]
    private var reports: [String: KnownReport] = [:]
    private var entries: [String: Set<String>] = [:]
    private var placed: [String: Int] = [:]
    private var decisions: [String: String] = [:]
    private var origins = OriginProof()
    private var rulings: [Decision] = []
    /// Entries whose dates are not those of their reports as coded: a correction may give them.
    private var redated: [Entry] = []
    private var statuses: [String: Entry.Status] = [:]
    /// The ids of entries whose confidence is not that of their reports.
    private var mistrusted: [String] = []
    /// The row hashes of origins, entries and disputes, by id.
    private var made: (origins: [String: String], entries: [String: String], disputes: [String: String]) = (
        [:], [:], [:]
    )
    /// What is stored of the lineage of documents, by hash; nil of an export.
    private var lineages: [String: String]?

    private struct KnownDocument {
        var line: DocumentLine
        var map: OffsetMap?
        var copies: [DocumentCopy] = []
        var reports: [(id: String, rowHash: String)] = []
    }

    private struct KnownReport {
        var document: String
        var documentHash: String
        var kind: Report.Kind
        var date: String
        var confidence: Double?
    }

    mutating func fail(_ item: String, _ document: String = "", _ check: VerificationFault.Check, _ detail: String) {
        faults.append(VerificationFault(item: item, document: document, check: check, detail: detail))
    }

    /// Takes over what was found elsewhere.
    mutating func take(_ found: [VerificationFault]) { faults += found }

    /// A document: its text must have the hash it is named by, and its line its row hash.
    mutating func document(_ line: DocumentLine, text: String, rowHash: String, content: String) {
        let name = line.doc
        if Digest.sha256(text) != line.docHash {
            fail(line.docHash, name, .text, "the text does not have the hash it is named by")
        }
        if Digest.sha256(content) != rowHash { fail(line.docHash, name, .row, "the document's line was altered") }
        let map = OffsetMap(text)
        for mark in line.originMarks where mark.start < 0 || mark.end > map.codePointCount || mark.start > mark.end {
            fail(line.docHash, name, .evidence, "a mark of origin at \(mark.start)..<\(mark.end) is not in the text")
        }
        for span in line.declaredStance ?? [] where map.text(span) == nil {
            fail(line.docHash, name, .evidence, "a declared stance at \(span.start)..<\(span.end) is not in the text")
        }
        documents[line.docHash] = KnownDocument(line: line, map: map)
    }

    /// A copy: of a known document, with its row hash.
    mutating func copy(_ copy: DocumentCopy, rowHash: String, content: String) {
        if Digest.sha256(content) != rowHash {
            fail(copy.documentHash, copy.name, .row, "the line of the copy '\(copy.name)' was altered")
        }
        if documents[copy.documentHash] == nil {
            fail(copy.documentHash, copy.name, .entry, "a copy of a document that is not there")
        }
        if !copy.isConsistent {
            fail(
                copy.documentHash, copy.name, .line, "what is known of it is not what was found and what was said of it"
            )
        }
        documents[copy.documentHash]?.copies.append(copy)
    }

    /// What is stored of where a document's telling comes from.
    mutating func lineage(_ stored: String, ofDocument hash: String) {
        lineages = (lineages ?? [:]).merging([hash: stored]) { $1 }
    }

    /// A report: its row hash, its document, and its proof against the text.
    mutating func report(_ report: Report, rowHash: String, content: String) {
        if Digest.sha256(content) != rowHash { fail(report.id, report.document, .row, "the report was altered") }
        if reports[report.id] != nil { fail(report.id, report.document, .id, "the id stands twice") }
        reports[report.id] = KnownReport(
            document: report.document, documentHash: report.documentHash, kind: report.kind,
            date: report.date?.edtf ?? "", confidence: report.confidence)
        guard let document = documents[report.documentHash], let map = document.map else {
            fail(report.id, report.document, .reports, "the document \(report.documentHash.prefix(12)) is not there")
            return
        }
        if report.document != document.line.doc {
            fail(report.id, report.document, .reports, "the document's name is '\(document.line.doc)'")
        }
        faults += ReportProof.faults(of: report, in: map)
        documents[report.documentHash]?.reports.append((report.id, rowHash))
    }

    /// Says that all copies and reports of a document were given: none may be missing or too many. Its text is let go.
    mutating func close(document hash: String) {
        guard let document = documents[hash] else { return }
        documents[hash]?.map = nil
        let name = document.line.doc
        if DocumentRow.hash(ofReports: document.reports) != document.line.reportsHash {
            fail(hash, name, .reports, "reports were altered, taken away or put in since the document was coded")
        }
        guard let leading = DocumentCopy.leading(document.copies) else {
            fail(hash, name, .original, "the document has no copy")
            return
        }
        if (try? DocumentRow.hash(ofCopies: document.copies)) != document.line.copiesHash {
            fail(hash, name, .original, "copies were altered, taken away or put in")
        }
        if leading.name != name { fail(hash, name, .columns, "the leading copy's name is '\(leading.name)'") }
        if leading.metadata != document.line.metadata {
            fail(hash, name, .columns, "its metadata are not those of its leading copy")
        }
    }

    /// An entry: its row hash, its id, and reports that are there.
    mutating func entry(_ entry: Entry, rowHash: String, content: String) {
        if Digest.sha256(content) != rowHash { fail(entry.id, .row, "the entry was altered") }
        if made.entries.updateValue(rowHash, forKey: entry.id) != nil { fail(entry.id, .id, "the id stands twice") }
        let again = Entry(
            kind: entry.kind, reports: entry.reports, documents: entry.documents, date: entry.date, dates: entry.dates)
        if again.id != entry.id { fail(entry.id, .id, "the id does not follow from its reports") }
        entries[entry.id] = Set(entry.reports)
        for id in entry.reports {
            placed[id, default: 0] += 1
            guard let report = reports[id] else {
                fail(entry.id, .entry, "it names the report \(id), which is not there")
                continue
            }
            if report.kind != entry.kind { fail(entry.id, .entry, "the report \(id) is of another kind") }
        }
        let known = entry.reports.compactMap { reports[$0] }
        if Set(known.map(\.document)) != Set(entry.documents) {
            fail(entry.id, .entry, "its documents are not those of its reports")
        }
        if !Self.fits(entry, Set(known.map(\.date))) { redated.append(entry) }
        if entry.confidence != known.compactMap(\.confidence).max() { mistrusted.append(entry.id) }
        if entry.status != .none { statuses[entry.id] = entry.status }
        let told = reports
        fail(origins.entry(entry) { told[$0].map { ($0.document, $0.documentHash) } })
    }

    private static func fits(_ entry: Entry, _ told: Set<String>) -> Bool {
        let dates = told.subtracting([""])
        return Set(entry.dates) == dates && (entry.date.isEmpty || dates.contains(entry.date))
    }

    /// Entries follow their reports and the decisions in force: the dates that these correct, and whether somebody accepted
    /// or rejected the reports.
    private mutating func proveRuled(isReconciled: Bool) {
        let rulings = Rulings(rulings)
        let everCorrected = Set(self.rulings.filter { $0.ruling == .correct }.flatMap { $0.reports.map(\.report) })
        func date(_ id: String) -> String {
            let decided = rulings.correction(of: .date, report: id)?.value
            return decided == Decision.nothing ? "" : decided ?? reports[id]?.date ?? ""
        }
        let redated = Dictionary(redated.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (id, entry) in redated {
            // Until the next reconciling an entry may have the dates of before a correction.
            if !isReconciled, !everCorrected.isDisjoint(with: entry.reports) { continue }
            if !Self.fits(entry, Set(entry.reports.map(date))) {
                fail(id, .entry, "its dates are not those of its reports")
            }
        }
        guard isReconciled else { return }
        for id in mistrusted { fail(id, .entry, "its confidence is not the highest of its reports") }
        let touched = rulings.ruledOn.union(rulings.corrected)
        for (id, held) in entries where statuses[id] != nil || !touched.isDisjoint(with: held) {
            if rulings.status(of: held.sorted()) != statuses[id] ?? .none {
                fail(id, .entry, "its status is not what the decisions in force say")
            }
            let isCorrected = held.contains { rulings.correction(of: .date, report: $0) != nil }
            if isCorrected, redated[id] == nil, Set(held.map(date)) != Set(held.map { reports[$0]?.date ?? "" }) {
                fail(id, .entry, "its dates are not those of its reports")
            }
        }
    }

    /// An origin: its row hash, its id, and documents that are there and in no other.
    mutating func origin(_ origin: Origin, rowHash: String, content: String) {
        if Digest.sha256(content) != rowHash { fail(origin.id, .row, "the origin was altered") }
        if made.origins.updateValue(rowHash, forKey: origin.id) != nil { fail(origin.id, .id, "the id stands twice") }
        let given = documents
        fail(origins.origin(origin) { given[$0] != nil })
    }

    private mutating func fail(_ found: [OriginProof.Fault]) {
        for fault in found { fail(fault.item, documents[fault.item]?.line.doc ?? "", fault.check, fault.detail) }
    }

    /// A dispute: its row hash, its id, entries that are there, and reports of theirs.
    mutating func dispute(_ dispute: Dispute, rowHash: String, content: String) {
        if Digest.sha256(content) != rowHash { fail(dispute.id, .row, "the dispute was altered") }
        if made.disputes.updateValue(rowHash, forKey: dispute.id) != nil {
            fail(dispute.id, .id, "the id stands twice")
        }
        let again = Dispute(dimension: dispute.dimension, entries: dispute.entries, sides: dispute.sides)
        if again.id != dispute.id { fail(dispute.id, .id, "the id does not follow from its reports") }
        var held: Set<String> = []
        for id in dispute.entries {
            guard let reports = entries[id] else {
                fail(dispute.id, .entry, "it names the entry \(id), which is not there")
                continue
            }
            held.formUnion(reports)
        }
        if !held.isSuperset(of: dispute.reports) {
            fail(dispute.id, .entry, "it names reports that are not in its entries")
        }
    }

    /// A decision: its id and its row hash.
    mutating func decision(_ decision: Decision, rowHash: String, content: String) {
        if decision.derivedID != decision.id || Digest.sha256(content) != rowHash {
            fail(decision.id, .decision, "the decision was altered")
        }
        if decisions.updateValue(rowHash, forKey: decision.id) != nil {
            fail(decision.id, .decision, "the decision stands twice")
        }
        rulings.append(decision)
    }

    /// What all lines together must show, besides the faults found so far.
    ///
    /// - Parameters:
    ///   - head: What all decisions must hash to together.
    ///   - recordHead: What all origins, entries and disputes must hash to together, if they are up to date.
    ///   - isReconciled: Whether every report must be in exactly one entry.
    mutating func finish(head: String, recordHead: String, isReconciled: Bool) -> [VerificationFault] {
        for hash in documents.keys.sorted() where documents[hash]?.map != nil { close(document: hash) }
        let wanted =
            isReconciled
            ? RecordHead.hash(
                [made.origins, made.entries, made.disputes].flatMap { $0.sorted { $0.key < $1.key }.map(\.value) }) : ""
        if recordHead != wanted {
            fail(
                "record", .entry,
                isReconciled
                    ? "origins, entries or disputes were altered, taken away or put in since they were made"
                    : "it says that entries are not up to date, and they were")
        }
        if head != DecisionRecord.head(decisions.sorted { $0.key < $1.key }.map(\.value)) {
            fail("decisions", .decision, "decisions were taken away or put in")
        }
        proveRuled(isReconciled: isReconciled)
        for (id, count) in placed where count > 1 { fail(id, .entry, "the report is in \(count) entries") }
        if isReconciled {
            for (id, report) in reports where placed[id] == nil {
                fail(id, report.document, .entry, "it is in no entry")
            }
            let lines = documents.sorted { $0.key < $1.key }.map(\.value.line)
            fail(origins.finish(lines, Rulings(rulings), lineages: lineages))
        }
        return faults.sorted {
            ($0.document, $0.item, $0.check.rawValue, $0.detail) < ($1.document, $1.item, $1.check.rawValue, $1.detail)
        }
    }

    private mutating func fail(_ item: String, _ check: VerificationFault.Check, _ detail: String) {
        fail(item, "", check, detail)
    }
}
