/// One part of a regular expression.
indirect enum PatternNode: Sendable {
    case empty
    case set(ScalarClass)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    case repetition(PatternNode, least: Int, most: Int?, isGreedy: Bool)
    case start
    case end
    case wordBoundary(Bool)
    case look(PatternNode, isAhead: Bool, isNegative: Bool)
}

/// Why a pattern was not understood.
struct PatternFault: Error {
    let reason: String
}

/// Reads the syntax of Python's `re`, as far as tokenizer and matcher patterns of spaCy models use it.
///
/// Reference: https://docs.python.org/3/library/re.html. Back references, conditionals, and flags other than
/// `(?u)` are refused.
struct PatternSyntax {
    private let source: [UInt32]
    private var position = 0
    private var depth = 0

    /// The pattern's tree.
    static func read(_ pattern: String) throws(PatternFault) -> PatternNode {
        var reader = PatternSyntax(source: pattern.unicodeScalars.map(\.value))
        let node = try reader.alternatives()
        guard reader.position == reader.source.count else { throw PatternFault(reason: "unbalanced parenthesis") }
        return node
    }

    private init(source: [UInt32]) {
        self.source = source
    }

    private func peek(_ text: String) -> Bool {
        var index = position
        for scalar in text.unicodeScalars {
            guard index < source.count, source[index] == scalar.value else { return false }
            index += 1
        }
        return true
    }

    private mutating func take(_ text: String) -> Bool {
        guard peek(text) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    private mutating func next() throws(PatternFault) -> UInt32 {
        guard position < source.count else { throw PatternFault(reason: "ends too early") }
        position += 1
        return source[position - 1]
    }

    private mutating func alternatives() throws(PatternFault) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { throw PatternFault(reason: "nested too deeply") }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws(PatternFault) -> PatternNode {
        var parts: [PatternNode] = []
        while position < source.count, !peek("|"), !peek(")") {
            if take("(?u)") { continue }
            parts.append(try repeated(try atom()))
        }
        return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func repeated(_ atom: PatternNode) throws(PatternFault) -> PatternNode {
        var least = 0
        var most: Int?
        if take("*") {
        } else if take("+") {
            least = 1
        } else if take("?") {
            most = 1
        } else if peek("{"), let bounds = countBounds() {
            (least, most) = bounds
        } else {
            return atom
        }
        guard least <= 1000, most.map({ $0 <= 1000 && $0 >= least }) ?? true else {
            throw PatternFault(reason: "a repetition out of range")
        }
        let isGreedy = !take("?")
        return .repetition(atom, least: least, most: most, isGreedy: isGreedy)
    }

    /// The bounds of `{m}`, `{m,}`, `{,n}` or `{m,n}`; nothing where the brace is a plain character.
    private mutating func countBounds() -> (Int, Int?)? {
        let start = position
        position += 1
        let low = number()
        let hasComma = take(",")
        let high = hasComma ? number() : low
        guard take("}"), low != nil || high != nil else {
            position = start
            return nil
        }
        return (low ?? 0, high)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while position < source.count, (0x30...0x39).contains(source[position]), (value ?? 0) < 100_000 {
            value = (value ?? 0) * 10 + Int(source[position] - 0x30)
            position += 1
        }
        return value
    }

    private mutating func atom() throws(PatternFault) -> PatternNode {
        if take("(?:") { return try group() }
        if take("(?=") { return .look(try group(), isAhead: true, isNegative: false) }
        if take("(?!") { return .look(try group(), isAhead: true, isNegative: true) }
        if take("(?<=") { return .look(try group(), isAhead: false, isNegative: false) }
        if take("(?<!") { return .look(try group(), isAhead: false, isNegative: true) }
        if take("(?P<") {
            while try next() != 0x3e {}
            return try group()
        }
        if peek("(?") { throw PatternFault(reason: "a group of an unknown kind") }
        if take("(") { return try group() }
        if take("[") { return .set(try characterClass()) }
        if take("^") { return .start }
        if take("$") { return .end }
        if take(".") {
            var notNewline = ScalarClass()
            notNewline.insert(0x0a...0x0a)
            notNewline.finish(negated: true)
            return .set(notNewline)
        }
        if take("\\") { return try escape() }
        let scalar = try next()
        if scalar == 0x2a || scalar == 0x2b || scalar == 0x3f { throw PatternFault(reason: "nothing to repeat") }
        return .set(ScalarClass(scalar))
    }

    private mutating func group() throws(PatternFault) -> PatternNode {
        let node = try alternatives()
        guard take(")") else { throw PatternFault(reason: "a parenthesis is not closed") }
        return node
    }

    private mutating func escape() throws(PatternFault) -> PatternNode {
        if take("b") { return .wordBoundary(true) }
        if take("B") { return .wordBoundary(false) }
        if take("A") { return .start }
        if let category = category() {
            var result = ScalarClass(categories: category)
            result.finish(negated: false)
            return .set(result)
        }
        return .set(ScalarClass(try escapedScalar()))
    }

    private mutating func category() -> ScalarClass.Category? {
        if take("w") { return .word }
        if take("W") { return .notWord }
        if take("d") { return .digit }
        if take("D") { return .notDigit }
        if take("s") { return .space }
        if take("S") { return .notSpace }
        return nil
    }

    private mutating func escapedScalar() throws(PatternFault) -> UInt32 {
        let scalar = try next()
        switch scalar {
        case 0x75: return try hexadecimal(4)
        case 0x55: return try hexadecimal(8)
        case 0x78: return try hexadecimal(2)
        case 0x6e: return 0x0a
        case 0x74: return 0x09
        case 0x72: return 0x0d
        case 0x66: return 0x0c
        case 0x76: return 0x0b
        case 0x61: return 0x07
        case 0x30...0x39, 0x41...0x5a, 0x62...0x7a: throw PatternFault(reason: "an unknown escape")
        default: return scalar
        }
    }

    private mutating func hexadecimal(_ width: Int) throws(PatternFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<width {
            let digit = try next()
            switch digit {
            case 0x30...0x39: value = value << 4 | (digit - 0x30)
            case 0x41...0x46: value = value << 4 | (digit - 0x37)
            case 0x61...0x66: value = value << 4 | (digit - 0x57)
            default: throw PatternFault(reason: "a hexadecimal escape cut short")
            }
        }
        return value
    }

    private mutating func characterClass() throws(PatternFault) -> ScalarClass {
        var result = ScalarClass()
        let isNegated = take("^")
        var isFirst = true
        while isFirst || !peek("]") {
            isFirst = false
            guard let low = try classItem(&result) else { continue }
            if peek("-"), position + 1 < source.count, source[position + 1] != 0x5d {
                position += 1
                guard let high = try classItem(&result), high >= low else {
                    throw PatternFault(reason: "a bad range in a character class")
                }
                result.insert(low...high)
            } else {
                result.insert(low...low)
            }
        }
        position += 1
        result.finish(negated: isNegated)
        return result
    }

    /// One scalar of a class; a category goes straight into the class and yields nothing.
    private mutating func classItem(_ result: inout ScalarClass) throws(PatternFault) -> UInt32? {
        guard take("\\") else { return try next() }
        if let category = category() {
            result.insert(category)
            return nil
        }
        return take("b") ? 0x08 : try escapedScalar()
    }
}
