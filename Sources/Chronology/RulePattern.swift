/// One thing a pattern asks for, in a row of such things.
struct PatternItem: Sendable {
    /// What is read.
    enum Atom: Sendable {
        /// One piece that is this word.
        case word(Int)
        /// One piece that is one of these words.
        case words([Int])
        /// An entry of a word class.
        case wordClass(WordClass)
        /// A run of digits.
        case number(NumberRange)
        /// A count in digits or words.
        case count(CountKind)
        /// What other rules read: those of a kind of meaning, or single rules by their place.
        case rules(MeaningKind?, Set<Int>)
        /// Any one piece.
        case any

        /// One piece that is one of some words; most patterns name one, which is compared without a list.
        static func oneOf(_ symbols: [Int]) -> Atom { symbols.count == 1 ? .word(symbols[0]) : .words(symbols) }
    }

    /// A run of digits within bounds.
    struct NumberRange: Sendable {
        /// How far the neighbours are looked at.
        enum Care: Sendable {
            /// It is no part of a longer number.
            case plain
            /// It may be: days, months and hours with points or colons between them.
            case loose
            /// It is a year: no part of a code either.
            case year
        }
        let bounds: ClosedRange<Int>
        let digits: ClosedRange<Int>
        let care: Care
    }

    /// Which counts fit.
    enum CountKind: String, Sendable { case count, one, many }

    /// What a piece must be besides.
    enum Test: Sendable {
        case tags(Set<String>)
        case capital, letters, digits
        case dash
        case exact(Set<String>)
        case words([Int])
        case wordClass(WordClass)
    }

    /// Whether it touches what stands before it.
    enum Glue: Sendable { case free, glued, apart }

    var atom: Atom
    var tests: [(test: Test, isWanted: Bool)] = []
    var name: String?
    var glue = Glue.free
}

/// Reads patterns into plain rows of items: what is optional or alternative is unfolded.
struct PatternReader {
    typealias Row = [PatternItem]

    /// The most rows that one pattern may unfold into.
    private static let mostRows = 600

    var vocabulary: Vocabulary
    /// The class of a name, with the part of it that has a mark.
    let classes: [String: WordClass]
    /// The place of each rule by its name.
    let places: [String: Int]
    /// What has been defined by `part NAME:`.
    var parts: [String: [Row]] = [:]

    /// The rows of a pattern.
    ///
    /// - Throws: `ChronologyError` that names the file and line at fault.
    mutating func rows(_ line: RuleFile.Line) throws -> [Row] {
        var tokens = try Self.tokens(line)[...]
        let rows = try alternatives(&tokens, line)
        guard tokens.isEmpty else { throw line.fault("'\(tokens.first ?? "")' closes what was not opened") }
        return rows
    }

    private mutating func alternatives(_ tokens: inout ArraySlice<String>, _ line: RuleFile.Line) throws -> [Row] {
        var all: [Row] = []
        var rows: [Row] = [[]]
        while let token = tokens.first, token != "]", token != ")" {
            tokens.removeFirst()
            switch token {
            case "|":
                all += rows
                rows = [[]]
            case "[", "(":
                var inner = try alternatives(&tokens, line)
                let closing = token == "[" ? "]" : ")"
                guard tokens.first == closing else { throw line.fault("a '\(closing)' is missing") }
                tokens.removeFirst()
                if token == "[" { inner.append([]) }
                Self.append(inner, to: &rows)
            default: Self.append(try parts[token] ?? [items(token, line)], to: &rows)
            }
            guard rows.count <= Self.mostRows else {
                throw line.fault("the pattern unfolds too far; make it two rules")
            }
        }
        return all + rows
    }

    /// Lets each row go on in each of some ways.
    private static func append(_ ways: [Row], to rows: inout [Row]) {
        if ways.count == 1 {
            for place in rows.indices { rows[place] += ways[0] }
        } else {
            rows = rows.flatMap { row in ways.map { row + $0 } }
        }
    }

    /// The items of one word of a pattern.
    private mutating func items(_ token: String, _ line: RuleFile.Line) throws -> Row {
        var text = token[...]
        var item = PatternItem(atom: .any)
        if text.count > 1, let first = text.first, first == "^" || first == "_" {
            item.glue = first == "^" ? .glued : .apart
            text.removeFirst()
        }
        if let equals = text.firstIndex(of: "="), text.first?.isLetter == true {
            item.name = String(text[..<equals])
            text = text[text.index(after: equals)...]
        }
        let facets = text.count > 1 ? text.split(separator: "&").map(String.init) : [String(text)]
        var rest = facets[...]
        if let first = rest.first, let atom = try atom(first, line) {
            item.atom = atom
            rest.removeFirst()
        } else if let first = rest.first, Piece.split(Self.unquoted(first)).count > 1, !first.contains("|"),
            !"%/!".contains(first.first ?? " ")
        {
            // "o'clock" is three pieces.
            return Piece.split(Self.unquoted(first)).enumerated().map { offset, word in
                PatternItem(atom: .word(vocabulary.take(word)), glue: offset == 0 ? item.glue : .free)
            }
        }
        for facet in rest {
            let isWanted = !facet.hasPrefix("!")
            item.tests.append((try test(isWanted ? facet : String(facet.dropFirst()), line), isWanted))
        }
        if isOfWords(item.atom), let first = facets.first, Self.unquoted(first).contains(where: \.isUppercase) {
            item.tests.append((.exact(Set(first.split(separator: "|").map { Self.unquoted(String($0)) })), true))
        }
        return [item]
    }

    private func isOfWords(_ atom: PatternItem.Atom) -> Bool {
        switch atom {
        case .word, .words: true
        case .wordClass, .number, .count, .rules, .any: false
        }
    }

    /// What a word of a pattern reads; nil where it is only a test.
    private mutating func atom(_ text: String, _ line: RuleFile.Line) throws -> PatternItem.Atom? {
        switch text.first {
        case "@": return .wordClass(try wordClass(text, line))
        case "<": return try number(text.dropFirst().dropLast(), line)
        case "{": return try rules(text.dropFirst().dropLast(), line)
        case "%", "!": return nil
        case "/" where text.count > 1: return nil
        case "-" where text.count == 1: return .words(Piece.dashes.map { vocabulary.take($0) })
        default:
            let words = text.hasPrefix("\"") ? [Self.unquoted(text)] : text.split(separator: "|").map(String.init)
            guard words.allSatisfy({ Piece.split($0).count == 1 }) else { return nil }
            return .oneOf(
                words.flatMap { $0 == "-" && words.count > 1 ? Piece.dashes : [$0] }.map { vocabulary.take($0) })
        }
    }

    private mutating func test(_ text: String, _ line: RuleFile.Line) throws -> PatternItem.Test {
        switch text {
        case "%capital": return .capital
        case "%letters": return .letters
        case "%digits": return .digits
        case "-": return .dash
        default: break
        }
        if text.hasPrefix("@") { return .wordClass(try wordClass(text, line)) }
        if text.hasPrefix("/") { return .tags(Set(text.dropFirst().split(separator: ",").map(String.init))) }
        guard !text.isEmpty, !text.hasPrefix("%"), !text.hasPrefix("<"), !text.hasPrefix("{") else {
            throw line.fault("'\(text)' is no test; write %capital, %letters, %digits, /TAG, @class or words")
        }
        return .words(text.split(separator: "|").map { vocabulary.take(Self.unquoted(String($0))) })
    }

    private func wordClass(_ text: String, _ line: RuleFile.Line) throws -> WordClass {
        let halves = text.dropFirst().split(separator: ":", maxSplits: 1).map(String.init)
        guard let name = halves.first, let whole = classes[name] else {
            throw line.fault("there is no word class '\(text)'; make the file words/\(text.dropFirst()).txt")
        }
        guard halves.count > 1 else { return whole }
        let isWanted = !halves[1].hasPrefix("!")
        let part = whole.marked(isWanted ? halves[1] : String(halves[1].dropFirst()), isWanted)
        guard !part.isEmpty else { throw line.fault("no word of '@\(name)' has that mark: \(halves[1])") }
        return part
    }

    /// `<1..31>`, `<~01..12>`, `<year 1800..2059>`, `<count>`, `<one>`, `<many>`.
    private func number(_ inner: Substring, _ line: RuleFile.Line) throws -> PatternItem.Atom {
        if let kind = PatternItem.CountKind(rawValue: String(inner)) { return .count(kind) }
        var text = inner
        var care = PatternItem.NumberRange.Care.plain
        if text.hasPrefix("~") {
            care = .loose
            text = text.dropFirst()
        } else if text.hasPrefix("year ") {
            care = .year
            text = text.dropFirst(5)
        }
        let ends = text.split(separator: ".").map(String.init)
        guard ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]), low <= high else {
            throw line.fault("'<\(inner)>' is no number; write <1..31>, <~1..31>, <year 1800..2059> or <count>")
        }
        return .number(
            PatternItem.NumberRange(bounds: low...high, digits: ends[0].utf8.count...ends[1].utf8.count, care: care))
    }

    private func rules(_ inner: Substring, _ line: RuleFile.Line) throws -> PatternItem.Atom {
        if let kind = MeaningKind(rawValue: String(inner)) { return .rules(kind, []) }
        let names = inner.split(separator: "|").map(String.init)
        let found = names.compactMap { places[$0] }
        guard found.count == names.count else {
            let kinds = MeaningKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw line.fault("'{\(inner)}' names no rule and no kind of meaning (\(kinds))")
        }
        return .rules(nil, Set(found))
    }

    private static func unquoted(_ text: String) -> String {
        text.count > 2 && text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
    }

    /// The words of a pattern; brackets are words of their own, and what stands in `<>`, `{}` or quotes is kept whole.
    private static func tokens(_ line: RuleFile.Line) throws -> [String] {
        var tokens: [String] = []
        // By bytes: all that parts words is ASCII.
        let bytes = line.text.utf8
        var start: String.Index?
        var closing: UInt8?
        for index in bytes.indices {
            let byte = bytes[index]
            if let end = closing {
                if byte == end { closing = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("),
                UInt8(ascii: ")"):
                if let from = start { tokens.append(String(line.text[from..<index])) }
                start = nil
                if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
                    tokens.append(String(Unicode.Scalar(byte)))
                }
            default:
                if start == nil { start = index }
                closing = Self.closing(byte)
            }
        }
        if let closing { throw line.fault("a '\(Unicode.Scalar(closing))' is missing") }
        if let from = start { tokens.append(String(line.text[from...])) }
        return tokens
    }

    /// What closes a stretch of a pattern that is kept whole.
    private static func closing(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "\""): byte
        default: nil
        }
    }
}
