package import ChanceryCore
package import DossierStore
package import Foundation
import Reconciling

/// A ruling that cannot be recorded, and what is possible instead.
package struct Refusal: Error, Hashable, CustomStringConvertible {
    /// What is told to the user.
    package let description: String

    /// Makes the refusal.
    package init(_ description: String) { self.description = description }
}

/// Records decisions of one person in a dossier, and says what came of each.
package struct Deciding {
    /// The dossier, open for writing and reconciled.
    package let dossier: Dossier
    private let author: String
    private let reason: String
    private let now: () -> Date
    private let say: (String) -> Void

    /// Brings a dossier up to date, so that what is cited, and what changes, is told from entries as they are now.
    ///
    /// - Parameters:
    ///   - dossier: the dossier, open for writing.
    ///   - author: who decides.
    ///   - reason: why; it is kept with the decision.
    ///   - now: gives the time of recording.
    ///   - say: what is done with a remark on a name that nobody bears.
    package init(
        _ dossier: Dossier, by author: String, because reason: String, now: @escaping () -> Date,
        say: @escaping (String) -> Void = { _ in }
    ) throws {
        self.dossier = dossier
        self.author = author
        self.reason = reason
        self.now = now
        self.say = say
        try dossier.reconcile()
    }

    // MARK: What is ruled on

    /// The reports of ids of entries or reports.
    package func cited(_ ids: [String]) throws -> [Decision.Cited] { try items(ids).map { Self.citation($0) } }

    /// The same, two or more and all of one kind.
    package func citedOfOneKind(_ ids: [String]) throws -> [Decision.Cited] {
        let items = try items(ids)
        if let first = items.first, let other = items.first(where: { $0.report.kind != first.report.kind }) {
            throw Refusal(
                "'\(first.id)' is \(Self.kind(first)), '\(other.id)' is \(Self.kind(other)). "
                    + "Only reports of one kind can tell of one thing.")
        }
        return items.map { Self.citation($0) }
    }

    /// The reports that leave an entry, and those that stay.
    package func parts(
        of entry: String, leaving ids: [String]
    ) throws -> (leaving: [Decision.Cited], staying: [Decision.Cited]) {
        guard case .entry(let item) = try dossier.item(withID: entry) else {
            throw Refusal("'\(entry)' is a report. Name the entry it is to leave; 'show' tells which.")
        }
        let leaving = Set(try items(ids).map(\.id))
        if let stranger = leaving.subtracting(item.entry.reports).min() {
            throw Refusal("'\(stranger)' is not in the entry '\(item.id)'. 'show' lists its reports.")
        }
        let staying = item.reports.filter { !leaving.contains($0.id) }
        if staying.isEmpty { throw Refusal("These are all reports of '\(item.id)'. Name some of them.") }
        return (item.reports.filter { leaving.contains($0.id) }.map(Self.citation), staying.map(Self.citation))
    }

    /// The hashes of documents.
    package func hashes(_ names: [String]) throws -> [String] {
        try names.map { try dossier.hash(ofDocument: $0) }
    }

    /// The reports of ids, and the hashes of documents, whichever each is.
    package func citedOrDocuments(_ ids: [String]) throws -> (reports: [Decision.Cited], documents: [String]) {
        var reports: [Decision.Cited] = []
        var documents: [String] = []
        for id in ids {
            let thing = try ShownThing.find(id, in: dossier)
            switch thing.kind {
            case .document: documents.append(thing.id)
            case .entry, .report: reports += try cited([thing.id])
            case .dispute, .origin, .decision:
                throw Refusal(
                    "'\(id)' is the \(thing.kind.rawValue) \(thing.id). Name entries, reports or documents.")
            }
        }
        return (reports, documents)
    }

    /// The decision of an id, or of the beginning of one that fits no other.
    package func decision(_ id: String) throws -> Decision {
        let wanted = id.lowercased()
        let fitting = try dossier.decisions().filter { !wanted.isEmpty && $0.id.hasPrefix(wanted) }
        guard let first = fitting.first else {
            throw Refusal("There is no decision '\(id)'. 'chancery decisions' lists them.")
        }
        guard fitting.count == 1 || fitting.contains(where: { $0.id == wanted }) else {
            let shown = fitting.prefix(5).map(\.id).joined(separator: ", ")
            throw Refusal("'\(id)' fits more than one decision: \(shown). Give more of it.")
        }
        return fitting.first { $0.id == wanted } ?? first
    }

    /// The name and the code of the party that an alias is to stand for: the record's name of whom a code or a surname
    /// means, otherwise the name as it was given, which may well be a better one than the record's.
    package func canonical(_ name: String) throws -> (name: String, code: String) {
        let names = try PartyNames(dossier)
        guard let party = try names.party(name) else {
            let nearest = try names.nearest(name)
            say(
                "Nobody in this record is called '\(name)'\(nearest.isEmpty ? "." : ". \(Nearest.question(nearest))")")
            return (name, "")
        }
        let isShort = party.code == name.uppercased() || party.kind == .person && party.name.hasSuffix(" " + name)
        return (isShort ? party.name : name, party.code)
    }

    private func items(_ ids: [String]) throws -> [ReportItem] {
        var seen: Set<String> = []
        return try ids.flatMap { id -> [ReportItem] in
            switch try dossier.item(withID: id) {
            case .entry(let item): item.reports
            case .report(let item, entry: _): [item]
            }
        }.filter { seen.insert($0.id).inserted }
    }

    private static func citation(_ item: ReportItem) -> Decision.Cited {
        Decision.Cited(
            report: item.id, doc: item.report.document, docHash: item.report.documentHash, words: item.words)
    }

    private static func kind(_ item: ReportItem) -> String { DecisionWords.kind(item.report.kind) }

    // MARK: Correcting

    /// Corrects a field of the reports of an id.
    @discardableResult
    package func correct(_ id: String, field: Decision.Field, to value: String) throws -> [String] {
        let items = try items([id])
        for item in items {
            switch (field, item.report.kind) {
            case (.type, .statement), (.type, .figure), (.type, .state), (.actors, .figure), (.recipients, .figure):
                throw Refusal("'\(item.id)' is \(Self.kind(item)), which has no \(field.rawValue).")
            default: break
            }
        }
        var value = value
        switch field {
        case .type: value = value.uppercased()
        case .modality: value = value.lowercased()
        case .date: break
        case .actors, .recipients: value = try completed(value, items)
        }
        if let fault = Decision.fault(of: value, for: field) { throw Refusal("\(fault).") }
        return try decide(.correct, reports: items.map(Self.citation), field: field.rawValue, value: value)
    }

    /// Parties in full: those that the reports do not name are looked up in the record.
    private func completed(_ value: String, _ items: [ReportItem]) throws -> String {
        guard let parties = DecidedParty.list(value) else { return value }
        if parties.isEmpty { return value }
        let names = try PartyNames(dossier)
        return try parties.map { party in
            let folded = NameFolding.fold(party.name)
            let isNamed = items.allSatisfy { $0.report.participants.contains { NameFolding.fold($0.name) == folded } }
            if isNamed || party.kind != nil { return party.description }
            guard let known = try names.party(party.name) else {
                let nearest = try names.nearest(party.name)
                throw Refusal(
                    "The record knows nobody named '\(party.name)'. "
                        + (nearest.isEmpty ? "Say what it is: " : "\(Nearest.question(nearest)) Or say what it is: ")
                        + "'\(party.name) (person)', or state, organisation, group, place; with a code "
                        + "'\(party.name) (state OSK)'.")
            }
            return DecidedParty(
                name: known.name, kind: known.kind, code: known.code, sector: known.code.isEmpty ? "" : known.sector
            ).description
        }.joined(separator: "; ")
    }

    // MARK: Recording

    /// Records a decision and reconciles.
    ///
    /// - Returns: the decision's id first, then what changed, a line each.
    package func decide(
        _ ruling: Decision.Ruling, reports: [Decision.Cited] = [], apart: [Decision.Cited] = [],
        documents: [String] = [], name: String = "", field: String = "", value: String = "", code: String = "",
        undoes: String = ""
    ) throws -> [String] {
        let decision = Decision(
            ruling, reports: reports, apart: apart, documents: documents, name: name, field: field, value: value,
            code: code, undoes: undoes, reason: reason, author: author, recordedAt: try time())
        if let fault = decision.fault { throw Refusal("\(fault).") }
        let outcome = DecisionOutcome(decision, dossier)
        let before = try outcome.state()
        try dossier.record([decision])
        try dossier.reconcile()
        return (["Recorded \(decision.id), by \(author)."] + (try outcome.lines(before: before))).map(SafeText.oneLine)
    }

    /// Now, or just after what this author decided last: the later of two decisions is the one that stands.
    private func time() throws -> String {
        let folded = NameFolding.fold(author)
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let whole = Date.ISO8601FormatStyle()
        var time = now()
        for decision in try dossier.decisions() where NameFolding.fold(decision.author) == folded {
            var recorded: Date? = try? style.parse(decision.recordedAt)
            if recorded == nil { recorded = try? whole.parse(decision.recordedAt) }
            // A thousandth of a second alone might be lost in rounding.
            if let recorded, time.timeIntervalSince(recorded) < 0.002 { time = recorded.addingTimeInterval(0.002) }
        }
        return time.formatted(style)
    }
}
