/// Names put into groups by joining them two by two (union-find: Tarjan 1975).
public struct DisjointGroups: Hashable, Sendable {
    private var parents: [String: String]

    /// Starts with each name in a group of its own.
    public init(_ names: [String] = []) {
        parents = Dictionary(names.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The name that stands for a group: its first by bytes. A name that is in no group stands for itself.
    public mutating func root(of name: String) -> String {
        var at = name
        while let above = parents[at], above != at {
            parents[at] = parents[above]
            at = parents[at] ?? above
        }
        return at
    }

    /// Joins two groups; false where they were one. A name that is in no group yet comes in.
    @discardableResult
    public mutating func join(_ a: String, _ b: String) -> Bool {
        for name in [a, b] where parents[name] == nil { parents[name] = name }
        let roots = [root(of: a), root(of: b)].sorted()
        guard roots[0] != roots[1] else { return false }
        parents[roots[1]] = roots[0]
        return true
    }

    /// Every group, each sorted, in the order of their first names.
    public var groups: [[String]] {
        var copy = self
        return Dictionary(grouping: parents.keys) { copy.root(of: $0) }.values
            .map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}
