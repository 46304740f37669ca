public import ChanceryCore

extension Rulings {
    /// How a decision stands among the others.
    public struct Standing: Hashable, Sendable {
        /// The four ways to stand.
        public enum State: String, Hashable, Sendable, CaseIterable {
            /// It takes effect, at least in part.
            case inForce = "in-force"
            /// It is taken back.
            case undone
            /// Later decisions of its author on the same questions stand in its place.
            case replaced
            /// Another author ruled otherwise; neither takes effect.
            case inConflict = "in-conflict"
        }

        /// How it stands.
        public var state: State
        /// The undoes in force that take it back, by id.
        public var undoneBy: [String]
        /// The decisions that replace it, wholly or in part, by id.
        public var replacedBy: [String]
        /// The decisions it is in conflict with, wholly or in part, by id.
        public var conflictsWith: [String]
    }

    /// How a decision stands; one that is not there counts as taken back by nobody.
    public func standing(of id: String) -> Standing {
        guard places[id] != nil, !undone.contains(id) else {
            return Standing(state: .undone, undoneBy: undoers[id] ?? [], replacedBy: [], conflictsWith: [])
        }
        guard let tally = tallies[id] else {
            return Standing(state: .inForce, undoneBy: [], replacedBy: [], conflictsWith: [])
        }
        let conflicting = Set(tally.conflicts.flatMap { conflicts[$0].decisions }).subtracting([id])
        let isOfGroups = tally.conflicts.contains { conflicts[$0].question.about == .oneThing }
        let left = tally.asked - tally.replaced - tally.conflicts.count
        let state: Standing.State =
            if !tally.conflicts.isEmpty, isOfGroups || left <= 0 {
                .inConflict
            } else if left <= 0, tally.asked > 0 {
                .replaced
            } else {
                .inForce
            }
        return Standing(
            state: state, undoneBy: [], replacedBy: tally.replacing.sorted(), conflictsWith: conflicting.sorted())
    }

    /// A cited report or document that is no longer there.
    public struct Missing: Hashable, Sendable {
        /// Why it is not there.
        public enum Reason: String, Hashable, Sendable, CaseIterable {
            /// Its document is not in the dossier.
            case documentGone = "document-gone"
            /// The document is there; no report is coded from these words any more.
            case notCoded = "not-coded"
        }

        /// Why it is not there.
        public var reason: Reason
        /// The report with the words it rested on; nil where a document was cited.
        public var cited: Decision.Cited?
        /// The hash of the document.
        public var document: String
    }

    /// What a decision cites and that is no longer there. It takes no effect on that, and is never moved onto other
    /// words.
    ///
    /// - Parameters:
    ///   - reports: The ids of the reports that are there.
    ///   - documents: The hashes of the documents that are there.
    public func missing(
        of decision: Decision, reports: Set<String>, documents: Set<String>
    ) -> [Missing] {
        (decision.reports + decision.apart).filter { !reports.contains($0.report) }.map {
            Missing(
                reason: documents.contains($0.docHash) ? .notCoded : .documentGone, cited: $0, document: $0.docHash)
        }
            + decision.documents.filter { !documents.contains($0) }.map {
                Missing(reason: .documentGone, cited: nil, document: $0)
            }
    }

    /// Whether too little is left of what a decision cites for it to mean anything: none of its reports or documents,
    /// of a merge or of one origin fewer than two, of a split none of one side.
    public func isOrphaned(_ decision: Decision, reports: Set<String>, documents: Set<String>) -> Bool {
        func left(_ cited: [Decision.Cited]) -> Int { Set(cited.map(\.report)).filter(reports.contains).count }
        let papers = decision.documents.filter(documents.contains).count
        switch decision.ruling {
        case .accept, .reject, .correct: return left(decision.reports) == 0
        case .merge: return left(decision.reports) < 2
        case .split: return left(decision.reports) == 0 || left(decision.apart) == 0
        case .sameOrigin: return papers < 2
        case .note: return left(decision.reports) == 0 && papers == 0
        case .undo: return self.decision(decision.undoes) == nil
        case .alias, .reliability: return false
        }
    }

    /// Every decision that cites a report, whatever its standing, in the order of the record.
    public func decisions(onReport id: String) -> [Decision] { (ofReport[id] ?? []).map { decisions[$0] } }

    /// Every decision that names a document by its hash, whatever its standing, in the order of the record.
    public func decisions(onDocument hash: String) -> [Decision] { (ofDocument[hash] ?? []).map { decisions[$0] } }

    /// The decision in force on the reliability of a source, whose value is the letter.
    public func reliability(of source: String) -> Decision? {
        letters[NameFolding.fold(source)].map { decisions[$0] }
    }
}
