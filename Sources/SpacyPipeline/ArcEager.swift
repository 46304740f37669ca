/// The parse of one text: each token's head, and the label of its arc.
struct Parse {
    /// The index of each token's head; a root is its own head.
    var heads: [Int32]
    /// The label of each token's arc, as an index of the parser's labels.
    var labels: [Int32]
}

/// The arc-eager transition system with spaCy's additions: words may go back to the buffer, and a break marks where
/// a sentence begins.
///
/// Method: Nivre's arc-eager system, non-monotonic as in Honnibal and Johnson (2015), with the validity rules of
/// spaCy's `ArcEager`.
struct ArcEager {
    private enum Move {
        static let shift = 0
        static let reduce = 1
        static let left = 2
        static let right = 3
        static let sentenceBreak = 4
    }

    /// The moves and labels of the actions, as small integers.
    struct Actions: Sendable {
        let moves: [Int]
        let labels: [Int32]
        /// The actions of each move, in order.
        let byMove: [[Int]]

        /// Numbers the labels in the order of `names`.
        init(_ actions: [TransitionModel.Action], names: [String]) {
            moves = actions.map(\.move)
            labels = actions.map { action in Int32(names.firstIndex(of: action.label) ?? 0) }
            byMove = (0..<5).map { move in actions.indices.filter { actions[$0].move == move } }
        }
    }

    private var heads: [Int32] = []
    private var labels: [Int32] = []
    private var stack: [Int32] = []
    /// Words that went back to the buffer, the next one last.
    private var returned: [Int32] = []
    private var next = 0
    private var count = 0
    private var isUnshiftable: [Bool] = []
    private var isSentenceStart: [Bool] = []
    /// The child last added to each head, on the left and on the right; -1 for none.
    private var lastLeft: [Int32] = []
    private var lastRight: [Int32] = []
    /// The right child added to the same head before this one.
    private var earlierRight: [Int32] = []

    /// Parses a text that `run` has begun; root tokens get `rootLabel`.
    mutating func parse(count: Int, actions: Actions, rootLabel: Int32, run: inout TransitionRun) -> Parse {
        reset(count)
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 8) { context in
            while !(stack.isEmpty && bufferCount == 0) {
                fill(context)
                let scores = run.scores(UnsafeBufferPointer(context))
                let valid = (canShift, canReduce, canAttach, canBreak)
                var best = -1
                consider(valid.0, actions.byMove[Move.shift], scores, &best)
                consider(valid.1, actions.byMove[Move.reduce], scores, &best)
                consider(valid.2, actions.byMove[Move.left], scores, &best)
                consider(valid.2, actions.byMove[Move.right], scores, &best)
                consider(valid.3, actions.byMove[Move.sentenceBreak], scores, &best)
                if best < 0 { break }
                apply(actions.moves[best], actions.labels[best])
            }
        }
        for index in 0..<count where heads[index] < 0 {
            heads[index] = Int32(index)
            labels[index] = rootLabel
        }
        return Parse(heads: heads, labels: labels)
    }

    @inline(__always)
    private func consider(_ isValid: Bool, _ actions: [Int], _ scores: UnsafePointer<Float>, _ best: inout Int) {
        if !isValid { return }
        for action in actions where best < 0 || scores[action] > scores[best] { best = action }
    }

    private mutating func reset(_ count: Int) {
        self.count = count
        next = 0
        stack.removeAll(keepingCapacity: true)
        returned.removeAll(keepingCapacity: true)
        heads = Array(repeating: -1, count: count)
        labels = Array(repeating: 0, count: count)
        isUnshiftable = Array(repeating: false, count: count)
        isSentenceStart = Array(repeating: false, count: count)
        lastLeft = Array(repeating: -1, count: count)
        lastRight = lastLeft
        earlierRight = lastLeft
    }

    private var bufferCount: Int { count - next + returned.count }

    @inline(__always)
    private func buffer(_ index: Int) -> Int {
        if index < returned.count { return Int(returned[returned.count - 1 - index]) }
        let place = next + index - returned.count
        return place < count ? place : -1
    }

    @inline(__always)
    private func stack(_ index: Int) -> Int {
        index < stack.count ? Int(stack[stack.count - 1 - index]) : -1
    }

    private func fill(_ context: UnsafeMutableBufferPointer<Int32>) {
        let first = buffer(0)
        let top = stack(0)
        context[0] = Int32(first)
        context[1] = Int32(buffer(1))
        context[2] = Int32(top)
        context[3] = Int32(stack(1))
        context[4] = Int32(stack(2))
        context[5] = first >= 0 ? lastLeft[first] : -1
        context[6] = top >= 0 ? lastLeft[top] : -1
        context[7] = top >= 0 ? lastRight[top] : -1
    }

    private var canShift: Bool {
        if stack.isEmpty { return true }
        if bufferCount < 2 { return false }
        let first = buffer(0)
        return !isSentenceStart[first] && !isUnshiftable[first]
    }

    private var canReduce: Bool { !stack.isEmpty }

    private var canAttach: Bool {
        !stack.isEmpty && bufferCount > 0 && !isSentenceStart[buffer(0)]
    }

    private var canBreak: Bool {
        if bufferCount < 2 { return false }
        let second = buffer(1)
        return second == buffer(0) + 1 && !isSentenceStart[second]
    }

    private mutating func apply(_ move: Int, _ label: Int32) {
        let first = buffer(0)
        let top = stack(0)
        switch move {
        case Move.shift:
            push()
        case Move.reduce:
            if heads[top] >= 0 || stack.count == 1 {
                stack.removeLast()
            } else {
                isUnshiftable[top] = true
                returned.append(Int32(top))
                stack.removeLast()
            }
        case Move.left:
            attach(top, to: first, label)
            isUnshiftable[first] = false
            stack.removeLast()
        case Move.right:
            attach(first, to: top, label)
            push()
        default:
            isSentenceStart[buffer(1)] = true
        }
    }

    private mutating func push() {
        stack.append(Int32(buffer(0)))
        if returned.popLast() == nil { next += 1 }
    }

    private mutating func attach(_ child: Int, to head: Int, _ label: Int32) {
        // A word that gets another head was its head's last right child: it lay on the stack right above it.
        let old = Int(heads[child])
        if old >= 0, old < child, lastRight[old] == Int32(child) { lastRight[old] = earlierRight[child] }
        if head > child {
            lastLeft[head] = Int32(child)
        } else {
            earlierRight[child] = lastRight[head]
            lastRight[head] = Int32(child)
        }
        heads[child] = Int32(head)
        labels[child] = label
    }
}
