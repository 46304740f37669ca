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
}

/// What an expression means before its context is known.
indirect enum Meaning: Sendable {
    /// A date by its parts; `month` above 12 is a season, quarter or half as in EDTF.
    case date(year: Int?, month: Int?, day: Int?)
    /// Days of one month, from the first to the last: "May 12-15, 2010".
    case days(year: Int?, month: Int, first: Int, last: Int)
    /// Years from the first to the last, where the second is shortened: "1991–96".
    case years(Int, Int)
    /// The decade that begins with a year; the century is not stated where `isShort`.
    case decade(Int, isShort: Bool)
    /// The hundred years that begin with a year.
    case century(Int)
    /// A financial year, by its number.
    case fiscalYear(Int)
    /// A unit so many steps away.
    case shifted(CalendarUnit, Int, Base)
    /// A month or season so many years away: last (-1), this (0), next (1) July.
    case shiftedMonth(Int, Int)
    /// A month, season or day of the year of an inner meaning: "July of that year", "the spring of last year".
    case within(month: Int, day: Int?, of: Meaning)
    /// A weekday; nil steps where no word tells the direction.
    case weekday(Int, Int?)
    /// The weekend before or after, as the verb points.
    case weekend
    /// A part or time of a day; nil where the day is not stated.
    case timeOfDay(Meaning?, String)
    /// A length of time, as its TIMEX3 value.
    case duration(String)
    /// A length of time that begins at the last date told, "the following two years".
    case durationFromTold(CalendarUnit, Int, value: String)
    /// A length of time away from the last date told, "two years later"; the value stands where that is not known.
    case shiftedDuration(CalendarUnit, Int, value: String)
    /// What comes again and again, as its TIMEX3 value.
    case set(String)
    /// Now, once, some day.
    case reference(String)
    /// A period of history, as its TIMEX3 value.
    case period(String)
}

/// An expression found in the text, its context not yet known.
struct Expression: Sendable {
    /// The first piece and the piece after the last.
    var pieces: Range<Int>
    var meaning: Meaning
    var part: TimexPart?
    /// Whether a word such as "about" stands before it.
    var isApproximate = false
}
