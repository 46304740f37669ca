import ChanceryCore

/// Finds which decisions are taken back.
///
/// A decision is taken back where an undo of it is not taken back itself. Decisions that come from elsewhere may form
/// chains of any length, and undoes that take back each other in a circle: those take back nothing.
enum Undoing {
    /// - Returns: The ids of those taken back, and by which undoes in force each is.
    static func settle(_ decisions: [Decision]) -> (undone: Set<String>, undoers: [String: [String]]) {
        let undoes = decisions.filter { $0.ruling == .undo }
        let undoesOf = Dictionary(grouping: undoes, by: \.undoes)
        // From the ends of the chains inwards: an undo is settled when all that undo it are.
        var waiting: [String: Int] = [:]
        var front: [Decision] = []
        for undo in undoes {
            let count = undoesOf[undo.id]?.count ?? 0
            if count == 0 { front.append(undo) } else { waiting[undo.id] = count }
        }
        let byID = Dictionary(undoes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var undone: Set<String> = []
        var undoers: [String: [String]] = [:]
        while let undo = front.popLast() {
            if !undone.contains(undo.id) {
                undone.insert(undo.undoes)
                undoers[undo.undoes, default: []].append(undo.id)
            }
            guard let left = waiting[undo.undoes] else { continue }
            waiting[undo.undoes] = left - 1
            if left == 1, let next = byID[undo.undoes] {
                waiting[undo.undoes] = nil
                front.append(next)
            }
        }
        // What is still waiting hangs in a circle, and took back nothing.
        return (undone, undoers.mapValues { $0.sorted() })
    }
}
