/// Turns a pattern's tree into the instructions of the backtracking matcher.
struct PatternCompiler {
    private(set) var instructions: [Pattern.Instruction] = []
    private(set) var classes: [ScalarClass] = []
    private(set) var dispatches: [Pattern.Dispatch] = []

    /// The most instructions a pattern may need: spaCy's longest takes about two thousand.
    private static let limit = 100_000

    /// Compiles the whole pattern.
    mutating func compile(_ tree: PatternNode) throws(PatternFault) {
        try emit(tree)
        instructions.append(.match)
    }

    private mutating func emit(_ node: PatternNode) throws(PatternFault) {
        guard instructions.count < PatternCompiler.limit else { throw PatternFault(reason: "too long") }
        switch node {
        case .empty:
            break
        case .set(let scalars):
            classes.append(scalars)
            instructions.append(.set(classes.count - 1))
        case .sequence(let parts):
            for part in parts { try emit(part) }
        case .alternatives(let branches):
            try emit(alternatives: branches)
        case .repetition(let body, let least, let most, let isGreedy):
            try emit(body, least: least, most: most, isGreedy: isGreedy)
        case .start:
            instructions.append(.start)
        case .end:
            instructions.append(.end)
        case .wordBoundary(let wanted):
            instructions.append(.wordBoundary(wanted))
        case .look(let body, let isAhead, let isNegative):
            var width = 0
            if !isAhead {
                guard let fixed = body.width else { throw PatternFault(reason: "a look-behind of varying width") }
                width = fixed
            }
            let place = instructions.count
            instructions.append(.match)
            try emit(body)
            instructions.append(.match)
            instructions[place] = .look(next: instructions.count, width: width, isNegative: isNegative)
        }
    }

    private mutating func emit(alternatives branches: [PatternNode]) throws(PatternFault) {
        var table = Pattern.Dispatch(branches: Array(repeating: [], count: 130))
        instructions.append(.dispatch(dispatches.count))
        let place = dispatches.count
        dispatches.append(table)
        var jumps: [Int] = []
        for branch in branches {
            let first = branch.first
            for key in 0..<130 where first.allows(key) { table.branches[key].append(instructions.count) }
            try emit(branch)
            jumps.append(instructions.count)
            instructions.append(.match)
        }
        for jump in jumps { instructions[jump] = .jump(instructions.count) }
        dispatches[place] = table
    }

    private mutating func emit(
        _ body: PatternNode, least: Int, most: Int?, isGreedy: Bool
    ) throws(PatternFault) {
        for _ in 0..<least { try emit(body) }
        if let most {
            var splits: [Int] = []
            for _ in least..<most {
                splits.append(instructions.count)
                instructions.append(.match)
                try emit(body)
            }
            for split in splits { setSplit(split, to: split + 1, or: instructions.count, isGreedy: isGreedy) }
        } else {
            if body.first.isNullable { throw PatternFault(reason: "an endless repetition of what may be empty") }
            let split = instructions.count
            instructions.append(.match)
            try emit(body)
            instructions.append(.jump(split))
            setSplit(split, to: split + 1, or: instructions.count, isGreedy: isGreedy)
        }
    }

    private mutating func setSplit(_ place: Int, to body: Int, or exit: Int, isGreedy: Bool) {
        instructions[place] =
            isGreedy ? .split(first: body, second: exit) : .split(first: exit, second: body)
    }
}

/// What a match of a pattern can begin with: a filter that saves most attempts.
struct PatternFirst: Sendable {
    var ascii: (UInt64, UInt64) = (0, 0)
    var others = false
    /// Whether the match can be empty, so that nothing about its first scalar is known.
    var isNullable = false
    /// Whether every match begins at the start of the text.
    var isAnchored = false

    /// Whether a match can begin before this scalar, or at the end of the text.
    func allows(_ scalar: UInt32?) -> Bool {
        guard let scalar else { return isNullable }
        return allows(Int(min(scalar, 128)))
    }

    /// The same by key: 0..<128 for ASCII, 128 for any other scalar, 129 for the end.
    func allows(_ key: Int) -> Bool {
        if isNullable { return true }
        switch key {
        case 0..<64: return ascii.0 >> UInt64(key) & 1 == 1
        case 64..<128: return ascii.1 >> UInt64(key - 64) & 1 == 1
        case 128: return others
        default: return false
        }
    }

    mutating func formUnion(_ other: PatternFirst) {
        ascii.0 |= other.ascii.0
        ascii.1 |= other.ascii.1
        others = others || other.others
    }
}

extension PatternNode {
    /// What a match of this part can begin with.
    var first: PatternFirst {
        switch self {
        case .empty, .end, .wordBoundary, .look:
            return PatternFirst(isNullable: true)
        case .start:
            return PatternFirst(isNullable: true, isAnchored: true)
        case .set(let scalars):
            return PatternFirst(ascii: scalars.ascii, others: true)
        case .sequence(let parts):
            var result = PatternFirst(isNullable: true)
            for part in parts where result.isNullable {
                let next = part.first
                result.formUnion(next)
                result.isAnchored = result.isAnchored || next.isAnchored
                result.isNullable = next.isNullable
            }
            return result
        case .alternatives(let branches):
            var result = PatternFirst(isAnchored: true)
            for branch in branches {
                let next = branch.first
                result.formUnion(next)
                result.isNullable = result.isNullable || next.isNullable
                result.isAnchored = result.isAnchored && next.isAnchored
            }
            return result
        case .repetition(let body, let least, _, _):
            var result = body.first
            if least == 0 {
                result.isNullable = true
                result.isAnchored = false
            }
            return result
        }
    }

    /// Scalars of which every match holds at least one.
    var required: ScalarClass? {
        switch self {
        case .set(let scalars): scalars
        case .sequence(let parts): parts.compactMap(\.required).min { $0.asciiCount < $1.asciiCount }
        case .alternatives(let branches):
            if let first = branches.first?.required, branches.allSatisfy({ $0.required?.isSame(as: first) ?? false }) {
                first
            } else {
                nil
            }
        case .repetition(let body, let least, _, _): least > 0 ? body.required : nil
        case .empty, .start, .end, .wordBoundary, .look: nil
        }
    }

    /// The number of scalars every match has, where it is always the same.
    var width: Int? {
        switch self {
        case .empty, .start, .end, .wordBoundary, .look: return 0
        case .set: return 1
        case .sequence(let parts):
            var sum = 0
            for part in parts {
                guard let width = part.width else { return nil }
                sum += width
            }
            return sum
        case .alternatives(let branches):
            guard let first = branches.first?.width else { return nil }
            return branches.allSatisfy { $0.width == first } ? first : nil
        case .repetition(let body, let least, let most, _):
            guard let width = body.width, most == least else { return nil }
            return width * least
        }
    }
}
