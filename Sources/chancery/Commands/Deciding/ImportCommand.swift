import ArgumentParser
import ChanceryCore
import DossierStore
import Record
import Reconciling

extension DecideCommand {
    /// Takes over decisions that were made elsewhere.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Takes over decisions made in another copy of the dossier.",
            discussion: """
                Reads what 'chancery decisions --export' or 'chancery export' wrote. What is there already changes \
                nothing, and the order of importing makes no difference. A line that holds no sound decision is \
                reported and left out.

                Example:
                  chancery decide import adriatic.dossier hers.jsonl his.jsonl
                """)

        @OptionGroup var target: DossierArgument

        @Argument(help: ArgumentHelp("Files of JSON Lines.", valueName: "file"))
        var files: [String]

        @Flag(help: "Stop at the first line that cannot be read.")
        var strict = false

        func run() throws {
            let dossier = try Dossier.open(at: target.dossier)
            var faults = Faults(isStrict: strict)
            var decisions: [Decision] = []
            try InputLines.each(of: files, failed: { try faults.tell($0) }) { place, number, line in
                switch DecisionLine(line) {
                case .decision(let decision): decisions.append(decision)
                case .other: break
                case .fault(let what): try faults.tell(InputLines.Fault.malformed(place, number, what))
                }
            }
            let before = try dossier.decisions().count
            try dossier.record(decisions)
            try dossier.reconcile()
            try tell(decisions, before: before, dossier)
            try faults.end()
        }

        private func tell(_ decisions: [Decision], before: Int, _ dossier: Dossier) throws {
            let rulings = try dossier.rulings()
            let read = Set(decisions.map(\.id)).count
            var parts = [
                "\(Wording.count(read, "decision", "decisions")) read",
                "\(Wording.number(Double(rulings.decisions.count - before))) new",
            ]
            let own = Dictionary(decisions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values
            let conflicting = own.filter { rulings.standing(of: $0.id).state == .inConflict }.count
            if conflicting > 0 { parts.append("\(Wording.number(Double(conflicting))) in conflict") }
            let present = try dossier.present(among: Array(own))
            let orphaned = own.filter {
                rulings.isOrphaned($0, reports: present.reports, documents: present.documents)
            }.count
            if orphaned > 0 { parts.append("\(Wording.number(Double(orphaned))) orphaned") }
            parts.append("\(Wording.count(try dossier.entryCount(), "entry", "entries")) in all")
            let output = StandardOutput()
            try output.line(parts.joined(separator: ", ") + ".")
            try output.flush()
        }
    }
}

/// A line of a stream that may hold a decision.
enum DecisionLine {
    /// A sound decision.
    case decision(Decision)
    /// A line of another kind, as an export has them.
    case other
    /// Neither, or a decision that says what cannot be.
    case fault(String)

    private static let others: Set<String> = [
        "document", "copy", "origin", "lineage", "entry", "dispute", "end", FaultLine.kind,
    ]

    /// Reads a line.
    init(_ line: String) {
        guard let kind = JSONLine.kind(of: line) else {
            self = .fault("no decision")
            return
        }
        guard kind == "decision" else {
            self =
                Self.others.contains(kind) || Report.Kind(rawValue: kind) != nil ? .other : .fault("no decision")
            return
        }
        guard let decision = try? JSONLine.decode(Decision.self, from: line) else {
            self = .fault("a decision with fields that are missing or not as they should be")
            return
        }
        self = decision.fault.map { .fault($0) } ?? .decision(decision)
    }
}
