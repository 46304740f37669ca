/// A civil day of the proleptic Gregorian calendar, without time zone: what dates are counted in.
///
/// Years count astronomically: 0 is 1 BC. No Foundation calendar stands behind it, so the same day gives the same
/// number on every machine. Day numbers follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
public struct CalendarDay: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    /// The year, astronomically counted.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31.
    public let day: Int

    /// Makes a day, or nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
        self.init(unchecked: year, month, day)
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Makes the day with a number; 0 is 1970-01-01.
    public init(dayNumber: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The number of days since 1970-01-01; negative before it.
    public var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day of the week, 1 is Monday and 7 is Sunday, as ISO 8601 counts.
    public var weekday: Int { Self.modulo(dayNumber + 3, 7) + 1 }

    /// The ISO 8601 week the day lies in; 2008-12-29 lies in week 1 of 2009.
    public var isoWeek: (year: Int, week: Int) {
        let thursday = adding(days: 4 - weekday)
        let newYear = CalendarDay(unchecked: thursday.year, 1, 1)
        return (thursday.year, (thursday.dayNumber - newYear.dayNumber) / 7 + 1)
    }

    /// The day that lies `days` later; earlier where negative.
    public func adding(days: Int) -> CalendarDay { CalendarDay(dayNumber: dayNumber + days) }

    /// The day that lies `months` later; the 31st becomes the month's last day where it has no 31st.
    public func adding(months: Int) -> CalendarDay {
        let total = year * 12 + month - 1 + months
        let newMonth = Self.modulo(total, 12)
        let newYear = (total - newMonth) / 12
        return CalendarDay(
            unchecked: newYear, newMonth + 1, min(day, Self.days(inMonth: newMonth + 1, of: newYear)))
    }

    /// The day that lies `years` later; 29 February becomes the 28th where the year has none.
    public func adding(years: Int) -> CalendarDay { adding(months: years * 12) }

    /// The number of days of a month, 1 to 12, of a year.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: return isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// Whether the year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool {
        modulo(year, 4) == 0 && (modulo(year, 100) != 0 || modulo(year, 400) == 0)
    }

    /// The first day of a month; a month outside 1 to 12 runs over into the neighbouring years.
    static func first(of month: Int, _ year: Int) -> CalendarDay {
        CalendarDay(unchecked: year, 1, 1).adding(months: month - 1)
    }

    /// The last day of a month; a month outside 1 to 12 runs over into the neighbouring years.
    static func last(of month: Int, _ year: Int) -> CalendarDay { first(of: month + 1, year).adding(days: -1) }

    private static func modulo(_ value: Int, _ divisor: Int) -> Int {
        let rest = value % divisor
        return rest < 0 ? rest + divisor : rest
    }

    /// Orders by time.
    public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    /// The day as `YYYY-MM-DD`.
    public var description: String {
        EDTF.padded(year, 4) + "-" + EDTF.padded(month, 2) + "-" + EDTF.padded(day, 2)
    }
}
