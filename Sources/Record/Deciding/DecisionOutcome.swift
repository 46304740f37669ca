package import ChanceryCore
package import DossierStore
import Reconciling

/// Says in plain words what a decision changed.
package struct DecisionOutcome {
    private let decision: Decision
    private let dossier: Dossier
    /// The decision itself, or what it takes back, and so on: what the record follows or no longer follows.
    private let concerned: Decision

    /// How things stand at one time.
    package struct State: Hashable {
        /// The entry of each report concerned.
        package var entries: [String: String]
        /// How many entries there are in all.
        package var count: Int
    }

    /// Looks at what a decision concerns.
    package init(_ decision: Decision, _ dossier: Dossier) {
        self.decision = decision
        self.dossier = dossier
        var at = decision
        var seen: Set<String> = []
        let decisions: [Decision] = (try? dossier.decisions()) ?? []
        let known: [String: Decision] = Dictionary(
            decisions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        while at.ruling == .undo, seen.insert(at.id).inserted, let next = known[at.undoes] { at = next }
        concerned = at
    }

    /// How things stand now.
    package func state() throws -> State {
        State(entries: try dossier.entryIDs(ofReports: reports), count: try dossier.entryCount())
    }

    private var reports: [String] { (concerned.reports + concerned.apart).map(\.report) }

    /// What it did and what changed.
    package func lines(before: State) throws -> [String] {
        let rulings = try dossier.rulings()
        let after = try state()
        var lines: [String] = []
        if decision.ruling == .undo {
            let undone = rulings.standing(of: concerned.id).state == .undone
            let which = "\(concerned.id), “\(DecisionWords.what(concerned))” by \(concerned.author)"
            lines.append(undone ? "Taken back: \(which)." : "In force again: \(which).")
        }
        let standing = rulings.standing(of: concerned.id)
        switch standing.state {
        case .inForce: lines.append(try told(after, rulings))
        case .inConflict:
            lines.append(
                "It takes no effect: \(DecisionWords.others(standing.conflictsWith, rulings)) ruled otherwise. "
                    + "Both are shown until one is taken back.")
        case .undone, .replaced: break
        }
        if standing.state == .inForce, !standing.conflictsWith.isEmpty {
            lines.append(
                "In part it takes no effect: \(DecisionWords.others(standing.conflictsWith, rulings)) ruled otherwise.")
        }
        let replaced = rulings.decisions.filter {
            rulings.standing(of: $0.id).replacedBy.contains(concerned.id)
        }
        if !replaced.isEmpty, standing.state == .inForce {
            lines.append("It replaces \(replaced.map(\.id).joined(separator: ", ")).")
        }
        lines += entryLines(before, after)
        return lines
    }

    private func told(_ after: State, _ rulings: Rulings) throws -> String {
        let count = Wording.count(concerned.reports.count, "report", "reports")
        let are = concerned.reports.count == 1 ? "is" : "are"
        switch concerned.ruling {
        case .accept: return "\(count) \(are) accepted: \(named(after))."
        case .reject:
            let them = concerned.reports.count == 1 ? "it" : "them"
            return "\(count) \(are) rejected: \(named(after)); views leave \(them) out."
        case .merge:
            let homes = Set(concerned.reports.compactMap { after.entries[$0.report] })
            if homes.count == 1, let home = homes.first { return "\(count) \(are) one entry now: \(home)." }
            return "\(count) stand in \(Wording.count(homes.count, "entry", "entries")); other rulings keep them apart."
        case .split:
            let homes = Set(concerned.reports.compactMap { after.entries[$0.report] }).sorted()
            let stand = concerned.reports.count == 1 ? "stands" : "stand"
            return "\(count) \(stand) apart now: \(homes.joined(separator: ", "))."
        case .correct: return "\(DecisionWords.what(concerned)), in \(count): \(named(after))."
        case .alias:
            let name = NameFolding.fold(concerned.value)
            let party = try dossier.participants().filter { NameFolding.fold($0.name) == name }
            let total = party.reduce(0) { $0 + $1.total }
            return "“\(concerned.name)” stands for \(DecisionWords.party(concerned)), whom "
                + "\(Wording.count(total, "report names", "reports name")) now."
        case .sameOrigin:
            return "\(Wording.count(concerned.documents.count, "document", "documents")) are of one origin."
        case .reliability: return "The source “\(concerned.name)” is of reliability \(concerned.value)."
        case .note:
            var parts: [String] = []
            if !concerned.reports.isEmpty { parts.append("\(count) (\(named(after)))") }
            if !concerned.documents.isEmpty {
                parts.append(Wording.count(concerned.documents.count, "document", "documents"))
            }
            return "Noted with \(parts.joined(separator: " and "))."
        case .undo: return ""
        }
    }

    /// The entries in which the reports concerned stand, by ids that `show` takes; of what is in no entry the report.
    private func named(_ after: State) -> String {
        let homes = Set(concerned.reports.compactMap { after.entries[$0.report] }).sorted()
        let homeless = concerned.reports.map(\.report).filter { after.entries[$0] == nil }
        return [("entry", homes), ("report", homeless)].filter { !$0.1.isEmpty }
            .map { "\($0.0) \($0.1.joined(separator: ", "))" }.joined(separator: "; ")
    }

    private func entryLines(_ before: State, _ after: State) -> [String] {
        guard before != after else { return [] }
        let (old, new) = (Set(before.entries.values), Set(after.entries.values))
        var lines: [String] = []
        if old != new {
            let came = new.subtracting(old).sorted()
            let went = old.subtracting(new).sorted()
            if !went.isEmpty { lines.append("Gone: \(Self.list(went)).") }
            if !came.isEmpty { lines.append("New: \(Self.list(came)).") }
        }
        if before.count != after.count {
            lines.append("\(Wording.count(after.count, "entry", "entries")) in all; before \(before.count).")
        }
        return lines
    }

    private static func list(_ ids: [String]) -> String {
        let count = ids.count == 1 ? "entry " : "\(Wording.count(ids.count, "entry", "entries")): "
        return count + ids.prefix(5).joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
    }
}
