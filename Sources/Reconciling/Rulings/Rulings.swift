public import ChanceryCore

/// What people decided, as far as it is in force: what reconciling and views ask of the decisions.
///
/// ```swift
/// let rulings = Rulings(decisions)          // in any order; the same decision twice counts once
/// rulings.isInForce(decision.id)            // neither taken back nor in conflict
/// ```
///
/// An undo takes back what it names, and an undo of that undo puts it in force again.
public struct Rulings: Hashable, Sendable {
    /// All decisions, each once, in the order of the record.
    public private(set) var decisions: [Decision]
    /// The ids of decisions that are taken back.
    public private(set) var undone: Set<String>

    /// Works out what is in force.
    public init(_ decisions: [Decision] = []) {
        var byID: [String: Decision] = [:]
        for decision in decisions { byID[decision.id] = decision }
        self.decisions = byID.values.sorted { $0.precedes($1) }
        undone = []
        undone = Self.undone(self.decisions)
    }

    /// The decisions that are in force, in the order of the record; without the undoes themselves.
    public var inForce: [Decision] { decisions.filter { $0.ruling != .undo && !undone.contains($0.id) } }

    /// Whether a decision is in force.
    public func isInForce(_ id: String) -> Bool { inForce.contains { $0.id == id } }

    /// A decision's id hashes the id it undoes, so undoes form chains without circles: each is settled by those that
    /// undo it.
    private static func undone(_ decisions: [Decision]) -> Set<String> {
        let undoes = Dictionary(grouping: decisions.filter { $0.ruling == .undo }) { $0.undoes }
        var settled: [String: Bool] = [:]
        func isUndone(_ id: String) -> Bool {
            if let known = settled[id] { return known }
            let value = (undoes[id] ?? []).contains { !isUndone($0.id) }
            settled[id] = value
            return value
        }
        return Set(decisions.map(\.id).filter { isUndone($0) })
    }
}
