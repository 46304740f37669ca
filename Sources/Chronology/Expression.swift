/// A unit of time that dates are counted in.
enum CalendarUnit: Int, Sendable, Comparable {
    case day, week, weekend, month, quarter, year, decade, century

    static func < (a: CalendarUnit, b: CalendarUnit) -> Bool { a.rawValue < b.rawValue }
}

/// What an offset counts from.
enum Base: Sendable {
    /// The day of publication.
    case publication
    /// The last date told.
    case told
    /// The last date told, else the day of publication.
    case story
}

/// What an expression means before its context is known.
indirect enum Meaning: Sendable {
    /// A date by its parts; `month` above 12 is a season, quarter or half as in EDTF. Years before Christ are negative.
    /// A day alone, "the 15th", lies in the month told before.
    case date(year: Int?, month: Int?, day: Int?)
    /// A date whose year is written with its last two digits: "9-Aug-07", "'98".
    case shortDate(year: Int, month: Int?, day: Int?)
    /// Several days of one month: "3, 4 and 7 May 1998"; one of them, and not all, where it is a choice.
    case dayList(year: Int?, month: Int?, days: [Int], isChoice: Bool)
    /// Days of one month, from the first to the last: "May 12-15, 2010".
    case days(year: Int?, month: Int, first: Int, last: Int)
    /// Years from the first to the last, where the second is shortened: "1991–96".
    case years(Int, Int)
    /// The decade that begins with a year; the century is not stated where `isShort`.
    case decade(Int, isShort: Bool)
    /// The hundred years that begin with a year; those before Christ are counted from their first year, -100 on.
    case century(Int, isBeforeChrist: Bool)
    /// A financial year, by its number, and a quarter of it.
    case fiscalYear(Int, quarter: Int?)
    /// A financial year so many steps away from that of publication.
    case shiftedFiscalYear(Int)
    /// A unit so many steps away.
    case shifted(CalendarUnit, Int, Base)
    /// A month or season so many years away: last (-1), this (0), next (1) July.
    case shiftedMonth(Int, Int, Base)
    /// A month, season or day of the year of an inner meaning: "July of that year", "the spring of last year".
    case within(month: Int, day: Int?, of: Meaning)
    /// A weekday; nil steps where no word tells the direction.
    case weekday(Int, Int?, Base)
    /// A day so many days away from another: "the eve of", "the day after Christmas".
    case beside(Meaning, days: Int)
    /// A weekday of a week: "Monday of last week".
    case weekdayOf(Int, Meaning)
    /// The first, second … weekday of a month; -1 is the last.
    case nthWeekday(Int, Int, of: Meaning)
    /// The week that a day lies in.
    case weekOf(Meaning)
    /// The weekend before or after, as the verb points.
    case weekend
    /// A day of the year that has a name, in a year or so many years away.
    case holiday(Holiday, year: Int?, steps: Int?)
    /// The same in the year of an inner meaning.
    case holidayOf(Holiday, Meaning)
    /// A part or time of a day; nil where the day is not stated.
    case timeOfDay(Meaning?, String)
    /// A length of time, as its TIMEX3 value.
    case duration(String)
    /// A length of time that begins at the last date told, "the following two years".
    case durationFromTold(CalendarUnit, Int, value: String)
    /// A length of time away from the last date told, "two years later"; the value stands where that is not known.
    case shiftedDuration(CalendarUnit, Int, value: String)
    /// What comes again and again, as its TIMEX3 value, quantifier and frequency.
    case set(String, quantifier: String?, frequency: String?)
    /// Now, once, some day.
    case reference(String)
    /// A period of history or day that all know, as its TIMEX3 value, with the month and day that the words give.
    case period(String, month: Int?, day: Int?)
    /// A part of something longer.
    case part(TimexPart, Meaning)
    /// About this time.
    case about(Meaning)
    /// No expression of time, though it looks like one.
    case nothing
}

/// Kinds of meaning that a rule can ask of what stands inside it.
enum MeaningKind: String, Sendable, CaseIterable {
    /// A day or several of one month: "3 May", "3 and 4 May", "Monday", "yesterday".
    case day
    /// A part or time of a certain day: "last night", "Friday morning".
    case moment
    /// A year: "1998", "last year".
    case year
    /// A week: "last week".
    case week
    /// A decade or century.
    case long
    /// A season told from another date: "the next summer".
    case season
    /// A month: "May 2004", "last month".
    case month
    /// A day, month, year or longer time of the calendar, stated or counted, that can have an early or late part.
    case date

    func holds(_ meaning: Meaning) -> Bool {
        switch (self, meaning) {
        case (.day, .date(_, _, .some)), (.day, .weekday), (.day, .weekdayOf), (.day, .shifted(.day, _, _)),
            (.day, .holiday), (.day, .holidayOf), (.day, .within(_, .some, _)), (.day, .beside), (.day, .nthWeekday),
            (.day, .days), (.day, .dayList), (.day, .shortDate(_, _, .some)):
            true
        case (.moment, .timeOfDay(.some, _)): true
        case (.year, .shifted(.year, _, _)), (.year, .date(.some, nil, nil)), (.year, .shortDate(_, nil, nil)): true
        case (.week, .shifted(.week, _, _)), (.long, .decade), (.long, .century): true
        case (.month, .date(_, .some(let month), nil)), (.month, .within(let month, nil, _)),
            (.month, .shiftedMonth(let month, _, _)):
            month <= 12
        case (.month, .shifted(.month, _, _)), (.month, .shortDate(_, .some, nil)): true
        // Winter lies in two years.
        case (.season, .shiftedMonth(let month, _, .told)): (21...23).contains(month)
        case (.date, .date), (.date, .decade), (.date, .century), (.date, .fiscalYear), (.date, .shifted),
            (.date, .shiftedFiscalYear), (.date, .shiftedMonth), (.date, .within), (.date, .holiday),
            (.date, .holidayOf), (.date, .weekday), (.date, .shortDate), (.date, .weekOf), (.date, .weekend),
            (.date, .timeOfDay(.some, _)):
            true
        default: false
        }
    }
}

/// An expression found in the text, its context not yet known.
struct Expression: Sendable {
    /// The first piece and the piece after the last.
    let pieces: Range<Int>
    var meaning: Meaning
    var part: TimexPart?
    /// Whether a word such as "about" stands before it.
    var isApproximate = false
    /// The rules that read it, the outermost first.
    let rules: [Int]

    init(_ pieces: Range<Int>, _ meaning: Meaning, _ rules: [Int]) {
        self.pieces = pieces
        self.rules = rules
        var inner = meaning
        while true {
            switch inner {
            case .part(let part, let of):
                self.part = self.part ?? part
                inner = of
                continue
            case .about(let of):
                isApproximate = true
                inner = of
                continue
            default: break
            }
            break
        }
        self.meaning = inner
    }
}
