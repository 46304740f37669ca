/// The words and normalisation tables of the module's resource files, ready to be looked up.
struct Lexicon: Sendable {
    /// A unit of time.
    struct Unit: Sendable {
        /// The letter of TIMEX3, with T in front for units below a day.
        let symbol: String
        /// How many of the symbol's unit it holds.
        let factor: Int
        /// The unit that dates are counted in; nil below a day.
        let calendar: CalendarUnit?

        /// The TIMEX3 value of so many: `P6M`, `PT24H`, `PXY`. Decades and centuries are counted in years, and a half of
        /// what has a smaller unit in that: half a year is `P6M`.
        func duration(_ count: Count) -> String {
            if count == .half(0), let half = Self.halves[symbol] {
                return factor == 1 ? half : "P\(factor / 2)\(symbol)"
            }
            let number: String =
                switch count {
                case .whole(let whole): String(whole * factor)
                case .half(let whole) where factor > 1: String((whole * 2 + 1) * factor / 2)
                default: count.text
                }
            return symbol.hasPrefix("T") ? "PT" + number + symbol.dropFirst() : "P" + number + symbol
        }

        private static let halves = ["Y": "P6M", "D": "PT12H", "TH": "PT30M", "TM": "PT30S"]
    }

    /// What a word before a date does to it.
    enum Signal: String, Sendable { case from, to, between, range }

    /// The word classes that rules may name: the files of `Resources/en/words/`.
    static let classNames = [
        "approximations", "clock-halves", "counted-nouns", "day-directions", "day-halves", "day-nicknames", "day-parts",
        "decades",
        "frequencies", "holidays", "halves", "hours", "last", "modifiers",
        "month-leads",
        "months", "numbered-things", "numbers", "ordinals", "periods", "references", "relative-days", "repetitions",
        "roman-numerals",
        "seasons", "sets",
        "shifts", "time-zones", "told-directions", "told-shifts", "units", "vague-shifts", "weekday-plurals",
        "weekdays", "year-leads",
    ]
    /// The files of the same folder that the program reads by itself, to place a date and not to find it.
    static let contextNames = [
        "article-signals", "condition-words", "future-cues", "joints", "named-events", "schedule-verbs", "signals",
    ]

    let classes: [String: WordClass]
    let vocabulary: Vocabulary
    let units: [String: Unit]
    let holidays: [String: Holiday]
    /// Number words and phrases that count.
    let countPhrases: WordClass
    /// The words such a phrase can begin with.
    let countOpeners: [Int]
    /// The words by which such a phrase can go on after its first.
    let countGoesOn: [Int]
    private let numbers: [String: RuleValue]
    let signals: PhraseTable<Signal>
    /// The signals after which an article may stand.
    let articleSignals: PhraseTable<Bool>
    /// The words that join dates told together.
    let joints: Set<String>
    let futureCues: Set<String>
    let namedEvents: Set<String>
    let scheduleVerbs: Set<String>
    let conditionWords: Set<String>
    /// The words by which an expression is placed.
    let context: ContextWords

    /// Reads all files.
    ///
    /// - Throws: `ChronologyError` that names the file and line at fault.
    init() throws {
        var vocabulary = Vocabulary()
        let units = try Self.units()
        var classes: [String: WordClass] = [:]
        for name in Self.classNames {
            classes[name] = try WordClass(try WordList("words/\(name)"), vocabulary: &vocabulary) { entry in
                guard entry.fields.count > 1 else { return .text(entry.fields[0]) }
                let text = try entry.field(1)
                guard name == "units" else { return Int(text).map { .number($0) } ?? .text(text) }
                guard let unit = units[text] else {
                    throw ChronologyError.malformed(
                        entry.file, line: entry.line, "'\(text)' is no unit of normalisation/units.txt")
                }
                return .unit(unit)
            }
        }
        guard let counts = classes["numbers"] else { throw ChronologyError.missingResource("numbers", at: "words") }
        countPhrases = counts
        countOpeners = counts.openers
        countGoesOn = counts.openers + counts.seconds + (Piece.dashes + ["and"]).map { vocabulary.take($0) }
        var numbers: [String: RuleValue] = [:]
        for entry in try WordList("words/numbers").entries where entry.fields.count > 1 {
            numbers[entry.fields[0]] = Int(entry.fields[1]).map { .number($0) }
        }
        self.numbers = numbers
        self.classes = classes
        self.vocabulary = vocabulary
        self.units = units
        var holidays: [String: Holiday] = [:]
        for entry in try WordList("normalisation/holidays").entries {
            guard let holiday = Holiday(try entry.field(1)) else {
                throw ChronologyError.malformed(
                    entry.file, line: entry.line,
                    "'\(entry.fields[1])' is no day; write 'fixed 12-25', 'easter -2' or 'weekday 4 4 11'")
            }
            holidays[try entry.field(0)] = holiday
        }
        self.holidays = holidays
        signals = try Self.phrases("signals") { entry in
            guard let signal = Signal(rawValue: try entry.field(1)) else {
                throw ChronologyError.malformed(entry.file, line: entry.line, "write from, to, between or range")
            }
            return signal
        }
        articleSignals = try Self.phrases("article-signals") { _ in true }
        joints = try WordList("words/joints").words
        futureCues = try WordList("words/future-cues").words
        namedEvents = try WordList("words/named-events").words
        scheduleVerbs = try WordList("words/schedule-verbs").words
        conditionWords = try WordList("words/condition-words").words
        context = try ContextWords()
    }

    /// The value of a single number word.
    func number(_ word: String) -> RuleValue? { numbers[word] }

    private static func phrases<Value>(
        _ file: String, _ value: (WordList.Entry) throws -> Value
    ) throws -> PhraseTable<Value> {
        var table = PhraseTable<Value>()
        for entry in try WordList("words/\(file)").entries { table.add(try entry.field(0), try value(entry)) }
        return table
    }

    private static func units() throws -> [String: Unit] {
        let calendar: [String: CalendarUnit] = [
            "day": .day, "week": .week, "weekend": .weekend, "month": .month, "quarter": .quarter, "year": .year,
            "decade": .decade, "century": .century, "half-century": .decade, "quarter-century": .decade,
        ]
        var table: [String: Unit] = [:]
        for entry in try WordList("normalisation/units").entries {
            let name = try entry.field(0)
            table[name] = Unit(
                symbol: try entry.field(1), factor: try entry.number(2, in: 1...1000), calendar: calendar[name])
        }
        return table
    }
}
