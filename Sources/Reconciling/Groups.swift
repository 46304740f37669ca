/// Disjoint groups of things, joined step by step (union-find with halved paths).
struct Groups<Member: Hashable & Sendable> {
    private var places: [Member: Int] = [:]
    private var members: [Member] = []
    private var parents: [Int] = []

    init(_ members: [Member]) {
        for member in members { add(member) }
    }

    /// Adds a member as a group of its own, unless it is there.
    @discardableResult
    mutating func add(_ member: Member) -> Int {
        if let known = places[member] { return known }
        places[member] = members.count
        parents.append(members.count)
        members.append(member)
        return members.count - 1
    }

    /// The number that stands for a group, until groups are joined again.
    mutating func root(of member: Member) -> Int {
        var at = add(member)
        while parents[at] != at {
            parents[at] = parents[parents[at]]
            at = parents[at]
        }
        return at
    }

    /// Joins two groups; false where they were one. The group of the member that was added first stands for both.
    @discardableResult
    mutating func join(_ a: Member, _ b: Member) -> Bool {
        let roots = (root(of: a), root(of: b))
        guard roots.0 != roots.1 else { return false }
        parents[max(roots.0, roots.1)] = min(roots.0, roots.1)
        return true
    }

    /// The members of every group, in the order in which they were added.
    mutating func all() -> [[Member]] {
        var found: [Int: [Member]] = [:]
        for member in members { found[root(of: member), default: []].append(member) }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }
}
