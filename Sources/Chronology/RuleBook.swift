import Foundation

/// All rules of the module, compiled, with an index by the piece a rule can begin at.
struct RuleBook: Sendable {
    /// A compiled rule.
    struct Rule: Sendable {
        let id: String
        let means: RuleMeaning
        let neighbours: [Neighbour]
        let conditions: [RuleCondition]
        /// Whether it reads only inside another rule that names it.
        let isInner: Bool
        /// Where its examples stand.
        let source: RuleFile.Source

        /// Its examples and counterexamples.
        ///
        /// - Throws: `ChronologyError` that names the file and line at fault.
        func examples() throws -> [RuleExample] {
            try source.examples.map { try RuleExample($0) } + source.counterexamples.map { RuleExample(nothingIn: $0) }
        }
    }

    /// A condition on the words beside an expression.
    struct Neighbour: Sendable {
        let isLeft: Bool
        let isWanted: Bool
        let rows: [[PatternItem]]
    }

    /// One unfolded pattern of a rule.
    struct Row: Sendable {
        let rule: Int
        let items: [PatternItem]
        /// The pieces that can come second.
        var second = Opening()
    }

    /// The pieces that an item can begin with.
    struct Opening: Sendable {
        var symbols = SymbolSet()
        var takesDigits = false
        var takesAny = false

        mutating func formUnion(_ other: Opening) {
            symbols.formUnion(other.symbols)
            takesDigits = takesDigits || other.takesDigits
            takesAny = takesAny || other.takesAny
        }

        func takes(symbol: Int, isNumber: Bool) -> Bool {
            takesAny || takesDigits && isNumber || symbols.contains(symbol)
        }
    }

    /// Which rows a piece can stand second in, a bit for each row: one piece is asked for hundreds of rows.
    struct GoingOn: Sendable {
        private var bits: [UInt64] = []
        private var any: [UInt64] = []
        private var numbers: [UInt64] = []

        init() {}

        init(_ openings: [Opening], symbols: Int) {
            let width = (openings.count + 63) / 64
            any = Array(repeating: 0, count: width)
            numbers = any
            bits = Array(repeating: 0, count: width * symbols)
            for (row, opening) in openings.enumerated() {
                let (place, bit) = (row / 64, UInt64(1) << UInt64(row % 64))
                if opening.takesAny { any[place] |= bit }
                if opening.takesDigits { numbers[place] |= bit }
                opening.symbols.forEach { bits[$0 * width + place] |= bit }
            }
        }

        /// Whether a piece can stand second in a row.
        func takes(symbol: Int, isNumber: Bool, in row: Int) -> Bool {
            let place = row / 64
            var found = any[place]
            if isNumber { found |= numbers[place] }
            if symbol >= 0 { found |= bits[symbol * any.count + place] }
            return found & (1 << UInt64(row % 64)) != 0
        }
    }

    /// The files of rules, in the order in which of two equally long readings the first is taken.
    static let files = ["parts", "dates", "years", "relative", "durations", "times", "sets", "vague"]

    let vocabulary: Vocabulary
    private(set) var rules: [Rule] = []
    private(set) var rows: [Row] = []
    /// For each row the place of its rule, and whether that reads only inside another: a row is large.
    private(set) var rulesOfRows: [Int] = []
    private(set) var innerRows: [Bool] = []
    /// The rows that can begin at a word.
    private(set) var bySymbol: [[Int]] = []
    /// For each word the rows in which it can come second.
    private(set) var goingOn = GoingOn()
    /// For each word what can come second in any row that begins at it, or where nothing does.
    private(set) var secondBySymbol: [Opening] = []
    /// The rows that can begin at a run of so many digits.
    private(set) var byDigits: [[Int]] = Array(repeating: [], count: 10)
    /// The rows that go on after what another rule has read.
    private(set) var continuing: [Int] = []

    /// Reads and compiles the files of `Resources/en/rules/`.
    ///
    /// - Throws: `ChronologyError` that names the file and line at fault.
    init(lexicon: Lexicon) throws {
        let files = try Self.files.map { name in
            let file = "en/rules/\(name).txt"
            return try RuleFile(file, text: String(decoding: try ModuleResources.data(file), as: UTF8.self))
        }
        try self.init(files, lexicon: lexicon)
    }

    /// Compiles rules already read.
    init(_ files: [RuleFile], lexicon: Lexicon) throws {
        let sources = files.flatMap(\.rules)
        var places: [String: Int] = [:]
        for (place, source) in sources.enumerated() {
            guard places.updateValue(place, forKey: source.id) == nil else {
                throw source.line.fault("there are two rules '\(source.id)'; rename one")
            }
        }
        var reader = PatternReader(vocabulary: lexicon.vocabulary, classes: lexicon.classes, places: places)
        for part in files.flatMap(\.parts) {
            let rows = try reader.rows(part.pattern)
            guard reader.parts.updateValue(rows, forKey: part.name) == nil else {
                throw part.pattern.fault("there are two parts '\(part.name)'; remove one")
            }
        }
        var compiled: [(Rule, [[PatternItem]])] = []
        for source in sources { compiled.append(try Self.compile(source, &reader, lexicon)) }
        rules = compiled.map(\.0)
        for (place, rule) in compiled.enumerated() {
            for items in rule.1 { rows.append(Row(rule: place, items: items)) }
        }
        var vocabulary = reader.vocabulary
        vocabulary.close()
        self.vocabulary = vocabulary
        index(lexicon)
    }

    private static func compile(
        _ source: RuleFile.Source, _ reader: inout PatternReader, _ lexicon: Lexicon
    ) throws -> (Rule, [[PatternItem]]) {
        var rows: [[PatternItem]] = []
        for pattern in source.patterns {
            for row in try reader.rows(pattern) {
                guard let first = row.first else { throw pattern.fault("the pattern may not be empty") }
                if case .any = first.atom { throw pattern.fault("a pattern begins with words, a number or a class") }
                rows.append(row)
            }
        }
        var neighbours: [Neighbour] = []
        for neighbour in source.neighbours {
            neighbours.append(
                Neighbour(
                    isLeft: neighbour.isLeft, isWanted: neighbour.isWanted, rows: try reader.rows(neighbour.pattern)))
        }
        let slots = Set(rows.flatMap { $0 }.compactMap(\.name))
        guard let line = source.means else { throw source.line.fault("the rule has no line 'means:'") }
        var meaning = MeaningReader(line, slots: slots, units: lexicon.units)
        let rule = Rule(
            id: source.id, means: try meaning.read(), neighbours: neighbours,
            conditions: try source.conditions.map { try RuleCondition($0, slots: slots) }, isInner: source.isInner,
            source: source)
        return (rule, rows)
    }

    private mutating func index(_ lexicon: Lexicon) {
        bySymbol = Array(repeating: [], count: vocabulary.count)
        defer {
            rulesOfRows = rows.map(\.rule)
            innerRows = rows.map { rules[$0.rule].isInner }
            goingOn = GoingOn(rows.map(\.second), symbols: vocabulary.count)
            secondBySymbol = bySymbol.map { places in
                var opening = Opening()
                for place in places { opening.formUnion(rows[place].second) }
                return opening
            }
        }
        for (place, row) in rows.enumerated() {
            guard let first = row.items.first else { continue }
            rows[place].second = second(row, lexicon)
            switch first.atom {
            case .word(let symbol): bySymbol[symbol].append(place)
            case .words(let symbols): for symbol in Set(symbols) { bySymbol[symbol].append(place) }
            case .wordClass(let words): for symbol in words.openers { bySymbol[symbol].append(place) }
            case .number(let range): for digits in range.digits where digits < 10 { byDigits[digits].append(place) }
            case .count:
                for digits in 1...4 { byDigits[digits].append(place) }
                for symbol in lexicon.countOpeners { bySymbol[symbol].append(place) }
            case .rules: continuing.append(place)
            case .any: break
            }
        }
    }

    /// The pieces that can come second in what a row reads.
    private func second(_ row: Row, _ lexicon: Lexicon) -> Opening {
        var opening = Opening()
        if row.items.count > 1 { add(row.items[1], to: &opening, lexicon) }
        switch row.items[0].atom {
        case .wordClass(let words):
            for symbol in words.seconds { opening.symbols.insert(symbol) }
            if row.items.count == 1, words.hasSingles { opening.takesAny = true }
        case .count: for symbol in lexicon.countGoesOn { opening.symbols.insert(symbol) }
        case .word, .words, .number, .rules, .any: if row.items.count == 1 { opening.takesAny = true }
        }
        return opening
    }

    private func add(_ item: PatternItem, to opening: inout Opening, _ lexicon: Lexicon) {
        switch item.atom {
        case .word(let symbol): opening.symbols.insert(symbol)
        case .words(let symbols): for symbol in symbols { opening.symbols.insert(symbol) }
        case .wordClass(let words): for symbol in words.openers { opening.symbols.insert(symbol) }
        case .number: opening.takesDigits = true
        case .count:
            opening.takesDigits = true
            for symbol in lexicon.countOpeners { opening.symbols.insert(symbol) }
        case .rules, .any: opening.takesAny = true
        }
    }
}

/// A condition on the numbers of a rule: `first < last`, `quarter <= 4`, `day = month`.
struct RuleCondition: Sendable {
    private let left: String
    private let sign: String
    private let right: String
    private let bound: Int?

    init(_ line: RuleFile.Line, slots: Set<String>) throws {
        let words = line.text.split(separator: " ").map(String.init)
        guard words.count == 3, ["<", "<=", "=", ">"].contains(words[1]), slots.contains(words[0]),
            slots.contains(words[2]) || Int(words[2]) != nil
        else { throw line.fault("write a condition as 'first < last' or 'quarter <= 4', of parts of the pattern") }
        left = words[0]
        sign = words[1]
        right = words[2]
        bound = Int(words[2])
    }

    /// Whether it holds; a part that the text does not have breaks no condition.
    func holds(_ number: (String) -> Int?) -> Bool {
        guard let first = number(left), let second = bound ?? number(right) else { return true }
        return switch sign {
        case "<": first < second
        case "<=": first <= second
        case ">": first > second
        default: first == second
        }
    }
}
