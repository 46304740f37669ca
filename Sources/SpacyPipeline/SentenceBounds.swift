/// What follows from a parse's heads: the reach of each token's subtree, sentence starts, and arcs that projective
/// parsing had to move.
///
/// Method: spaCy's `set_children_from_heads` and `nonproj.deprojectivize` (Nivre and Nilsson 2005, scheme HEAD).
struct SentenceBounds {
    private(set) var left: [Int32]
    private(set) var right: [Int32]

    /// Works out how far each token's subtree reaches.
    init(heads: [Int32]) {
        left = heads.indices.map { Int32($0) }
        right = left
        // Arcs that cross need more than one round; spaCy stops after twelve.
        for _ in 0..<12 where widen(heads) { break }
    }

    /// One round over all arcs, forwards and backwards; true when no head lies outside its sentence.
    private mutating func widen(_ heads: [Int32]) -> Bool {
        for child in heads.indices { take(child, Int(heads[child])) }
        for child in heads.indices.reversed() { take(child, Int(heads[child])) }
        let starts = sentenceStarts(heads)
        var start = 0
        for index in heads.indices where (index > 0 && starts[index]) || index == heads.count - 1 {
            for token in start..<index where Int(heads[token]) < start || Int(heads[token]) > index { return false }
            start = index
        }
        return true
    }

    private mutating func take(_ child: Int, _ head: Int) {
        left[head] = min(left[head], left[child])
        right[head] = max(right[head], right[child])
    }

    /// Whether each token begins a sentence: the left edge of a root.
    func sentenceStarts(_ heads: [Int32]) -> [Bool] {
        var starts = Array(repeating: false, count: heads.count)
        for index in heads.indices where Int(heads[index]) == index { starts[Int(left[index])] = true }
        return starts
    }

    /// The tokens whose head is `token`, left to right, within its reach.
    func children(of token: Int, _ heads: [Int32]) -> [Int] {
        (Int(left[token])...Int(right[token])).filter { $0 != token && Int(heads[$0]) == token }
    }

    /// Gives arcs whose label is decorated (`acl||dobj`) the head they had before they were made projective: the
    /// first token below their head, breadth first, whose arc has the label named after the bars.
    ///
    /// `decorated` says of a label what it stands for; `isSpace` which tokens are white space.
    func restore(_ parse: inout Parse, decorated: (Int32) -> (label: Int32, head: Int32)?, isSpace: (Int) -> Bool) {
        for token in parse.heads.indices {
            guard let parts = decorated(parse.labels[token]) else { continue }
            if let head = find(parts.head, below: Int(parse.heads[token]), besides: token, parse, isSpace) {
                parse.heads[token] = Int32(head)
            }
            parse.labels[token] = parts.label
        }
    }

    private func find(
        _ label: Int32, below head: Int, besides token: Int, _ parse: Parse, _ isSpace: (Int) -> Bool
    ) -> Int? {
        var queue = [head]
        // A tree has no more levels than tokens; the bound is against heads that form a circle.
        for _ in parse.heads.indices where !queue.isEmpty {
            var below: [Int] = []
            for parent in queue {
                for child in children(of: parent, parse.heads) where child != token && !isSpace(child) {
                    if parse.labels[child] == label { return child }
                    below.append(child)
                }
            }
            queue = below
        }
        return nil
    }
}
