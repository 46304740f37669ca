import ChanceryCore

/// A day of the year that has a name, and how its date is found.
enum Holiday: Sendable, Hashable {
    /// Every year on the same day.
    case fixed(month: Int, day: Int)
    /// So many days after Easter Sunday of the western churches.
    case easter(Int)
    /// The first, second … weekday of a month; -1 is the last.
    case weekday(Int, ordinal: Int, month: Int)

    /// Reads `fixed 12-25`, `easter -2` or `weekday 4 4 11` (the fourth Thursday of November).
    init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        let numbers = words.dropFirst().flatMap { word in
            words.first == "fixed" ? word.split(separator: "-").compactMap { Int($0) } : [Int(word)].compactMap { $0 }
        }
        switch (words.first, numbers.count) {
        case ("fixed", 2) where (1...12).contains(numbers[0]) && (1...31).contains(numbers[1]):
            self = .fixed(month: numbers[0], day: numbers[1])
        case ("easter", 1): self = .easter(numbers[0])
        case ("weekday", 3)
        where (1...7).contains(numbers[0]) && (1...12).contains(numbers[2]) && [-1, 1, 2, 3, 4].contains(numbers[1]):
            self = .weekday(numbers[0], ordinal: numbers[1], month: numbers[2])
        default: return nil
        }
    }

    /// The day in a year.
    func day(in year: Int) -> CalendarDay? {
        switch self {
        case .fixed(let month, let day): return CalendarDay(year: year, month: month, day: day)
        case .easter(let days): return Self.easter(of: year)?.adding(days: days)
        case .weekday(let weekday, let ordinal, let month):
            if ordinal < 0 {
                guard let next = CalendarDay(year: year, month: month, day: 1)?.adding(months: 1) else { return nil }
                let last = next.adding(days: -1)
                return last.adding(days: -((last.weekday - weekday + 7) % 7))
            }
            guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
            return first.adding(days: (weekday - first.weekday + 7) % 7 + (ordinal - 1) * 7)
        }
    }

    /// Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher.
    static func easter(of year: Int) -> CalendarDay? {
        let golden = year % 19
        let (century, rest) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let moon = (19 * golden + century - century / 4 - correction + 15) % 30
        let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
        let shift = (golden + 11 * moon + 22 * sunday) / 451
        let days = moon + sunday - 7 * shift + 114
        return CalendarDay(year: year, month: days / 31, day: days % 31 + 1)
    }
}
