/// The words of the module's resource files, ready to be looked up.
struct Lexicon: Sendable {
    /// A word with a number that may also be another word.
    struct Name: Sendable {
        let number: Int
        let isAmbiguous: Bool
    }

    /// A unit in its singular or plural form.
    struct Unit: Sendable {
        /// The letter of TIMEX3, with T in front for units below a day.
        let symbol: String
        /// How many of the symbol's unit it holds.
        let factor: Int
        let isPlural: Bool
        /// The unit that dates are counted in; nil below a day.
        let calendar: CalendarUnit?
    }

    /// What a word before a date does to it.
    enum Signal: String, Sendable { case from, to, between, range }

    let months: [String: Name]
    let monthLeads: Set<String>
    let weekdays: [String: Name]
    let seasons: [String: Int]
    let holidays: PhraseTable<(month: Int, day: Int)>
    /// The value, nil where the word gives no definite number.
    let numbers: [String: Int?]
    let ordinals: [String: Int]
    let units: [String: Unit]
    let decades: [String: Int]
    let relativeDays: PhraseTable<(days: Int, part: String?)>
    let shifts: [String: Int]
    let toldShifts: PhraseTable<Int>
    let vagueShifts: [String: String]
    let dayParts: [String: String]
    let references: PhraseTable<String>
    let modifiers: PhraseTable<TimexPart>
    let approximations: PhraseTable<Bool>
    let signals: PhraseTable<Signal>
    /// The signals after which an article may stand.
    let articleSignals: PhraseTable<Bool>
    let sets: [String: String]
    let numberedThings: Set<String>
    let countedNouns: Set<String>
    let futureCues: Set<String>
    let namedEvents: Set<String>
    let periods: PhraseTable<String>
    /// Every word that an expression can begin with, so that most words are passed over at once.
    let openers: Set<String>

    /// Reads all files.
    ///
    /// - Throws: `ChronologyError` that names the file and line at fault.
    init() throws {
        func names(_ file: String, _ bounds: ClosedRange<Int>) throws -> [String: Name] {
            var table: [String: Name] = [:]
            for entry in try WordList(file).entries {
                let isAmbiguous = entry.fields.count > 2
                table[try entry.field(0)] = Name(number: try entry.number(1, in: bounds), isAmbiguous: isAmbiguous)
            }
            return table
        }
        func numbers(_ file: String, _ bounds: ClosedRange<Int>) throws -> [String: Int] {
            var table: [String: Int] = [:]
            for entry in try WordList(file).entries { table[try entry.field(0)] = try entry.number(1, in: bounds) }
            return table
        }
        func texts(_ file: String) throws -> [String: String] {
            var table: [String: String] = [:]
            for entry in try WordList(file).entries { table[try entry.field(0)] = try entry.field(1) }
            return table
        }
        func phrases<Value>(_ file: String, _ value: (WordList.Entry) throws -> Value) throws -> PhraseTable<Value> {
            var table = PhraseTable<Value>()
            for entry in try WordList(file).entries { table.add(try entry.field(0), try value(entry)) }
            return table
        }
        months = try names("months", 1...12)
        monthLeads = try WordList("month-leads").words
        weekdays = try names("weekdays", 1...7)
        seasons = try numbers("seasons", 21...41)
        holidays = try phrases("holidays") { entry in
            let parts = try entry.field(1).split(separator: "-").compactMap { Int($0) }
            guard parts.count == 2 else {
                throw ChronologyError.malformed(entry.file, line: entry.line, "write the day as MM-DD")
            }
            return (parts[0], parts[1])
        }
        var values: [String: Int?] = [:]
        for entry in try WordList("numbers").entries {
            let isOpen = try entry.field(1) == "X"
            values.updateValue(isOpen ? nil : try entry.number(1, in: 1...1000), forKey: try entry.field(0))
        }
        self.numbers = values
        ordinals = try numbers("ordinals", 1...31)
        units = try Self.units()
        decades = try numbers("decades", 10...90)
        relativeDays = try phrases("relative-days") { entry in
            (try entry.number(1, in: -9...9), entry.fields.count > 2 ? entry.fields[2] : nil)
        }
        shifts = try numbers("shifts", -1...1)
        toldShifts = try phrases("told-shifts") { try $0.number(1, in: -1...1) }
        vagueShifts = try texts("vague-shifts")
        dayParts = try texts("day-parts")
        references = try phrases("references") { try $0.field(1) }
        modifiers = try phrases("modifiers") { entry in
            guard let part = TimexPart(rawValue: try entry.field(1)) else {
                throw ChronologyError.malformed(entry.file, line: entry.line, "write start, middle or end")
            }
            return part
        }
        approximations = try phrases("approximations") { _ in true }
        signals = try phrases("signals") { entry in
            guard let signal = Signal(rawValue: try entry.field(1)) else {
                throw ChronologyError.malformed(entry.file, line: entry.line, "write from, to, between or range")
            }
            return signal
        }
        articleSignals = try phrases("article-signals") { _ in true }
        sets = try texts("sets")
        numberedThings = try WordList("numbered-things").words
        countedNouns = try WordList("counted-nouns").words
        futureCues = try WordList("future-cues").words
        namedEvents = try WordList("named-events").words
        periods = try phrases("periods") { entry in
            "\(try entry.number(1, in: 1...2100))/\(try entry.number(2, in: 1...2100))"
        }
        openers = try Self.openers()
    }

    private static func units() throws -> [String: Unit] {
        let calendar: [String: CalendarUnit] = [
            "day": .day, "week": .week, "weekend": .weekend, "month": .month, "quarter": .quarter, "year": .year,
            "decade": .decade, "century": .century,
        ]
        var table: [String: Unit] = [:]
        for entry in try WordList("units").entries {
            let factor = try entry.number(3, in: 1...1000)
            for (index, isPlural) in [(0, false), (1, true)] {
                table[try entry.field(index)] = Unit(
                    symbol: try entry.field(2), factor: factor, isPlural: isPlural,
                    calendar: calendar[try entry.field(0)])
            }
        }
        return table
    }

    private static func openers() throws -> Set<String> {
        // "the" and "a" open many expressions; "one" and "each" open sets and durations.
        var words: Set<String> = ["the", "a", "an", "half", "every", "each", "'", "mid", "q", "fiscal", "financial"]
        for file in [
            "months", "weekdays", "seasons", "holidays", "numbers", "ordinals", "decades", "relative-days", "shifts",
            "told-shifts", "day-parts", "references", "modifiers", "approximations", "sets", "periods", "units",
            "vague-shifts",
        ] {
            for entry in try WordList(file).entries { words.formUnion(Piece.split(entry.fields[0]).prefix(1)) }
        }
        for entry in try WordList("units").entries { words.insert(try entry.field(1)) }
        return words.union(words.map { $0.lowercased() })
    }
}
