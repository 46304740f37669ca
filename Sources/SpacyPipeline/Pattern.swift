/// A regular expression with the meaning it has in Python, for chunks of a text given as Unicode scalars.
///
/// The matcher backtracks, as Python's does, and finds the same match: leftmost, first alternative first. Unlike
/// Python's it gives up on a text after a number of steps that grows with the text's length, so that hostile
/// input cannot hold it; the pattern then counts as not matching.
struct Pattern: Sendable {
    enum Instruction: Sendable {
        case set(Int)
        case split(first: Int, second: Int)
        /// An alternation: the branches that can begin with each ASCII scalar, with any other, and at the end.
        case dispatch(Int)
        case jump(Int)
        case start
        case end
        case wordBoundary(Bool)
        /// A look-around whose body begins after this instruction; `width` is 0 for a look-ahead.
        case look(next: Int, width: Int, isNegative: Bool)
        case match
    }

    /// The branches of an alternation by the scalar at hand: 0..<128 for ASCII, 128 any other, 129 no scalar.
    struct Dispatch: Sendable {
        var branches: [[Int]]
    }

    let instructions: [Instruction]
    let classes: [ScalarClass]
    let dispatches: [Dispatch]
    /// What a match can begin with.
    private let first: PatternFirst
    /// Scalars of which every match holds at least one; nothing where there is no such set.
    private let required: ScalarClass?

    /// Compiles a pattern in Python's syntax.
    init(_ source: String) throws(PatternFault) {
        let tree = try PatternSyntax.read(source)
        var compiler = PatternCompiler()
        try compiler.compile(tree)
        instructions = compiler.instructions
        classes = compiler.classes
        dispatches = compiler.dispatches
        first = tree.first
        required = tree.required
    }

    /// The leftmost match in `text[range]`, where the range counts as the whole text (`re.search`).
    func search(_ text: [UInt32], in range: Range<Int>, from start: Int? = nil) -> Range<Int>? {
        if let required, !text[range].contains(where: { required.contains($0) }) { return nil }
        var run = PatternRun(pattern: self, text: text, range: range)
        var position = start ?? range.lowerBound
        while position <= range.upperBound {
            if first.allows(position < range.upperBound ? text[position] : nil),
                let end = run.match(at: position)
            {
                return position..<end
            }
            if first.isAnchored { return nil }
            position += 1
        }
        return nil
    }

    /// Whether a match begins at the start of `text[range]` (`re.match`).
    func matchesPrefix(_ text: [UInt32], in range: Range<Int>) -> Bool {
        if let required, !text[range].contains(where: { required.contains($0) }) { return false }
        guard first.allows(range.isEmpty ? nil : text[range.lowerBound]) else { return false }
        var run = PatternRun(pattern: self, text: text, range: range)
        return run.match(at: range.lowerBound) != nil
    }

    /// All matches in `text[range]`, left to right, not overlapping (`re.finditer`).
    func matches(_ text: [UInt32], in range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = range.lowerBound
        while position <= range.upperBound, let match = search(text, in: range, from: position) {
            found.append(match)
            position = match.isEmpty ? match.upperBound + 1 : match.upperBound
        }
        return found
    }

    /// Whether the pattern matches anywhere in a string.
    func matches(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.map(\.value)
        return search(scalars, in: 0..<scalars.count) != nil
    }
}

/// One run of a pattern over a text.
private struct PatternRun {
    let pattern: Pattern
    let text: [UInt32]
    let range: Range<Int>
    private var stack: [(instruction: Int, position: Int)] = []
    private var steps: Int

    init(pattern: Pattern, text: [UInt32], range: Range<Int>) {
        self.pattern = pattern
        self.text = text
        self.range = range
        steps = 20_000 + 500 * range.count
    }

    /// The end of the match that begins at `position`.
    mutating func match(at position: Int) -> Int? {
        run(from: 0, at: position)
    }

    private mutating func run(from instruction: Int, at start: Int) -> Int? {
        let base = stack.count
        defer { stack.removeLast(stack.count - base) }
        var current = instruction
        var position = start
        while true {
            steps -= 1
            if steps < 0 { return nil }
            var isAlive = true
            switch pattern.instructions[current] {
            case .match:
                return position
            case .set(let index):
                if position < range.upperBound, pattern.classes[index].contains(text[position]) {
                    position += 1
                    current += 1
                } else {
                    isAlive = false
                }
            case .split(let first, let second):
                stack.append((second, position))
                current = first
            case .dispatch(let index):
                let scalar = position < range.upperBound ? Int(min(text[position], 128)) : 129
                let branches = pattern.dispatches[index].branches[scalar]
                if let first = branches.first {
                    for branch in branches.dropFirst().reversed() { stack.append((branch, position)) }
                    current = first
                } else {
                    isAlive = false
                }
            case .jump(let target):
                current = target
            case .start:
                isAlive = position == range.lowerBound
                current += 1
            case .end:
                isAlive = position == range.upperBound || (position == range.upperBound - 1 && text[position] == 0x0a)
                current += 1
            case .wordBoundary(let wanted):
                isAlive = (isWord(position - 1) != isWord(position)) == wanted
                current += 1
            case .look(let next, let width, let isNegative):
                let from = position - width
                let found = from >= range.lowerBound && run(from: current + 1, at: from) != nil
                isAlive = found != isNegative
                current = next
            }
            if !isAlive {
                guard stack.count > base, let other = stack.popLast() else { return nil }
                current = other.instruction
                position = other.position
            }
        }
    }

    private func isWord(_ position: Int) -> Bool {
        guard range.contains(position), let scalar = Unicode.Scalar(text[position]) else { return false }
        return PythonText.isWord(scalar)
    }
}
