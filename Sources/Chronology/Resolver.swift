import ChanceryCore

/// Gives expressions their values, one after the other, so that each may rest on those before it.
struct Resolver {
    /// An expression with its value.
    struct Resolved {
        var timex: Timex
        let pieces: Range<Int>
    }

    /// A value before it is bound to its words.
    struct Value {
        var type = TimexType.date
        var value: String
        var date: EDTF?
        var isComplete = false
        var from: ByteSpan?
        var quantifier: String?
        var frequency: String?
        /// Computed from the day of publication.
        var restsOnPublication = false
    }

    let lexicon: Lexicon
    let book: RuleBook
    let pieces: [Piece]
    /// The token ranges of headings, in order.
    let headings: [Range<Int>]
    var context: Context
    /// The first pieces of expressions whose year the text tells, though not clearly.
    private(set) var unclear: Set<Int> = []
    /// How many expressions of each sentence tell a year.
    private(set) var yearsTold: [Int: Int] = [:]
    /// How many headings the story has gone past.
    var headingsPassed = 0

    init(lexicon: Lexicon, book: RuleBook, pieces: [Piece], publishedOn: EDTF?, headings: [Range<Int>] = []) {
        self.lexicon = lexicon
        self.book = book
        self.pieces = pieces
        self.headings = headings
        context = Context(publishedOn: publishedOn)
    }

    mutating func resolve(_ expressions: [Expression]) -> [Resolved] {
        var found: [Resolved] = []
        let shared = SharedYears(
            pieces: pieces, joints: lexicon.joints, signals: lexicon.signals, words: lexicon.context
        ).apply(
            to: expressions)
        unclear = shared.unclear
        context.looksBack = looksBack(expressions)
        yearsTold = yearsTold(shared.expressions)
        for expression in shared.expressions {
            enterHeading(before: expression)
            guard var value = value(of: expression.meaning, at: expression.pieces) else { continue }
            if let last = found.last, let end = endOfWeekdays(expression, value, after: last) { value = end }
            value.date = value.date.map { refine($0, expression) }
            if value.isComplete, let source = shared.sources[expression.pieces.lowerBound], let last = source.last {
                value.isComplete = false
                value.from = pieces[source.lowerBound].span.union(pieces[last].span)
            }
            let first = pieces[expression.pieces.lowerBound]
            let last = pieces[expression.pieces.upperBound - 1]
            let span = first.span.union(last.span)
            let timex = Timex(
                tokens: first.token..<last.token + 1, span: span, type: value.type, value: value.value,
                date: value.date, isComplete: value.isComplete,
                part: expression.part, resolvedFrom: value.from,
                quantifier: value.quantifier, frequency: value.frequency,
                rules: expression.rules.map { book.rules[$0].id })
            found.append(Resolved(timex: timex, pieces: expression.pieces))
            tell(value, expression, span)
        }
        return found
    }

    /// Narrows a year to the part of it that is meant, always as an approximate month; parts of shorter times are
    /// left, since no month or day of them is told.
    private func refine(_ date: EDTF, _ expression: Expression) -> EDTF {
        if expression.isApproximate { return date.qualified(.approximate) }
        guard let part = expression.part, date.precision == .year, let year = date.year else { return date }
        let month =
            switch part {
            case .start: 1
            case .middle: 6
            case .end: 12
            }
        return EDTF(year: year, month: month)?.qualified(.approximate) ?? date
    }

    /// The value of a meaning; nil where the words turn out to be no date at all, such as 31 April.
    func value(of meaning: Meaning, at place: Range<Int>) -> Value? {
        switch meaning {
        case .date(let year, let month, let day): return calendar(year, month, day, place)
        case .shortDate(let short, let month, let day): return shortDate(short, month, day, place)
        case .days(let year, let month, let first, let last): return days(year, month, first...last, place)
        case .dayList(let year, let month, let days, let isChoice):
            return dayList(year, month, days, isChoice: isChoice, place)
        case .years(let first, let last):
            let date = EDTF("\(EDTF.padded(first, 4))/\(EDTF.padded(last, 4))")
            return Value(value: "\(first)/\(last)", date: date, isComplete: true)
        case .decade(let start, let isShort): return decade(start, isShort)
        case .century(let start, let isBeforeChrist): return century(start, isBeforeChrist)
        case .fiscalYear(let year, let quarter):
            return Value(value: "FY\(year)" + (quarter.map { "-Q\($0)" } ?? ""), isComplete: true)
        case .shifted(let unit, let steps, .publication): return fromPublication(unit, steps)
        case .shifted(let unit, let steps, .told): return fromTold(unit, steps, place)
        case .shifted(let unit, let steps, .story):
            let value = fromTold(unit, steps, place)
            return value.date == nil ? fromPublication(unit, steps) : value
        case .shiftedFiscalYear(let steps):
            return Value(value: context.year.map { "FY\($0 + steps)" } ?? "FYXXXX", restsOnPublication: true)
        case .shiftedMonth(let month, let steps, .publication): return shiftedMonth(month, steps)
        case .shiftedMonth(let month, let steps, _): return monthFromTold(month, steps, place)
        case .within(let month, let day, let inner):
            guard var value = value(of: inner, at: place) else { return nil }
            value.value = TimexValue.date(year: value.date?.year, month: month, day: day)
            value.date = EDTF(year: value.date?.year, month: month, day: day)
            return value
        case .weekday(let day, let steps, .publication): return weekday(day, steps, place)
        case .weekday(let day, let steps, _): return weekdayFromTold(day, steps ?? 0, place)
        case .beside(let inner, let days): return beside(inner, days, place)
        case .weekdayOf(let day, let week): return weekdayOf(day, week, place)
        case .weekOf(let day): return weekOf(day, place)
        case .nthWeekday(let day, let nth, let month):
            guard let month = value(of: month, at: place) else { return nil }
            guard let number = month.date?.month else { return Value(value: "XXXX-WXX-\(day)") }
            return holidayValue(.weekday(day, ordinal: nth, month: number), month)
        case .holiday(let holiday, let year, let steps): return self.holiday(holiday, year, steps, place)
        case .holidayOf(let holiday, let inner):
            guard let inner = value(of: inner, at: place) else { return nil }
            return holidayValue(holiday, inner)
        case .weekend:
            // On a Saturday or Sunday it is still running.
            let isRunning = context.day.map { $0.weekday >= 6 } ?? false
            return fromPublication(.weekend, isRunning || direction(at: place) == .future ? 0 : -1)
        case .timeOfDay(let inner, let suffix): return timeOfDay(inner, suffix, place)
        case .duration(let value): return Value(type: .duration, value: value, isComplete: true)
        case .shiftedDuration(let unit, let steps, let length):
            let value = fromTold(unit, steps, place)
            // What happened later lies no later than the text; and "today, 200 years later" looks back.
            let isTooLate =
                steps > 0 && isAfterPublication(value.date)
                && (direction(at: place) == .past || isToldOfPublication(place))
            if value.date != nil, !isTooLate { return value }
            // "From a year earlier" in a text that has told no date looks back from its own day.
            let now = fromPublication(unit, steps)
            return steps < 0 && now.date != nil ? now : Value(type: .duration, value: length, isComplete: true)
        case .durationFromTold(let unit, let steps, let length): return durationFromTold(unit, steps, length, place)
        case .set(let value, let quantifier, let frequency):
            return Value(
                type: .set, value: value, isComplete: true, quantifier: quantifier, frequency: frequency)
        case .reference(let value): return Value(value: value)
        case .period(let value, let month, let day):
            return Value(value: value, date: month.flatMap { EDTF(year: nil, month: $0, day: day) })
        case .part(_, let inner), .about(let inner): return value(of: inner, at: place)
        case .nothing: return nil
        }
    }

    /// Whether a date begins after the day of publication; false where either is not known.
    private func isAfterPublication(_ date: EDTF?) -> Bool {
        guard let first = date?.bounds.first, let year = context.year else { return false }
        return context.day.map { first > $0 } ?? (first.year > year)
    }

    /// Whether the last date told is the day of publication itself.
    private func isToldOfPublication(_ place: Range<Int>) -> Bool {
        let told = context.last(before: pieces[place.lowerBound].sentence, within: Context.reach + 2)
        return told != nil && told?.date.bounds.first == context.day
    }

    func calendar(_ year: Int?, _ month: Int?, _ day: Int?, _ place: Range<Int>) -> Value? {
        if let year {
            guard let date = EDTF(year: year, month: month, day: day) else { return nil }
            return Value(value: TimexValue.date(year: year, month: month, day: day), date: date, isComplete: true)
        }
        guard let month else { return day.map { dayAlone($0, place) } }
        guard let bare = EDTF(year: nil, month: month, day: day) else { return nil }
        guard let (year, from) = self.year(ofMonth: month, day: day, at: place),
            let date = EDTF(year: year, month: month, day: day)
        else { return Value(value: TimexValue.date(year: nil, month: month, day: day), date: bare) }
        return Value(
            value: TimexValue.date(year: year, month: month, day: day), date: date, from: from,
            restsOnPublication: from == nil)
    }

    private func decade(_ start: Int, _ isShort: Bool) -> Value {
        var first = start
        if isShort {
            // The last decade of that name that had begun when the text was written; without a day of publication
            // only the decades that no later century has yet had.
            if let year = context.year {
                first += (year - start) / 100 * 100
            } else if start >= 30 {
                first += 1900
            } else {
                return Value(value: "XX\(start / 10)")
            }
        }
        let digits = EDTF.padded(first / 10, 3)
        return Value(value: digits, date: EDTF(digits + "X"), isComplete: !isShort)
    }

    private func timeOfDay(_ inner: Meaning?, _ suffix: String, _ place: Range<Int>) -> Value? {
        let sentence = pieces[place.lowerBound].sentence
        var value: Value
        if let inner {
            guard let found = self.value(of: inner, at: place) else { return nil }
            value = found
        } else if let told = context.last(before: sentence, within: 0, where: { $0.day != nil }) {
            value = Value(value: told.date.description, date: told.date, from: told.span)
        } else {
            value = Value(value: context.day?.description ?? TimexValue.unknown(.day))
        }
        value.type = .time
        value.value += suffix
        return value
    }
}
