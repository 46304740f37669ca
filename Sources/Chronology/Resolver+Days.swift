import ChanceryCore

/// Days told together, days told by their number alone, and years of two digits.
extension Resolver {
    /// All days from the first to the last: "12–15 May 2010".
    func days(_ year: Int?, _ month: Int, _ days: ClosedRange<Int>, _ place: Range<Int>) -> Value? {
        guard var value = calendar(year, month, days.lowerBound, place) else { return nil }
        let lastYear = value.date?.year
        guard let last = EDTF(year: lastYear, month: month, day: days.upperBound) else { return nil }
        value.value += "/" + TimexValue.date(year: lastYear, month: month, day: days.upperBound)
        value.date = EDTF.interval(from: value.date, to: last)
        return value
    }

    /// Several days of one month: "3, 4 and 7 May 1998".
    func dayList(_ year: Int?, _ month: Int?, _ days: [Int], isChoice: Bool, _ place: Range<Int>) -> Value? {
        guard let month, let first = days.first, var value = calendar(year, month, first, place) else { return nil }
        let known = value.date?.year
        let dates = days.compactMap { EDTF(year: known, month: month, day: $0) }
        guard dates.count == days.count, let whole = EDTF.joined(dates, isChoice: isChoice) else { return nil }
        let values = days.map { TimexValue.date(year: known, month: month, day: $0) }
        value.value =
            whole.precision == .interval
            ? "\(values[0])/\(values[values.count - 1])" : values.joined(separator: ",")
        value.date = whole
        return value
    }

    /// "The 15th": of the month told before, unless the story then stood later in it; of a text that has told no month,
    /// the last such day before the day of publication, or the next where the words point ahead.
    func dayAlone(_ day: Int, _ place: Range<Int>) -> Value {
        var value = Value(value: "XXXX-XX-" + EDTF.padded(day, 2))
        let sentence = pieces[place.lowerBound].sentence
        if let told = context.last(before: sentence, where: { $0.month ?? 13 <= 12 }), let month = told.month {
            guard told.day ?? 0 < day, let date = EDTF(year: told.year, month: month, day: day) else { return value }
            value.value = TimexValue.date(year: told.year, month: month, day: day)
            value.date = date
            value.from = told.span
            return value
        }
        guard let today = context.day else { return value }
        let isAhead = direction(at: place) == .future
        let months = [-1, 0, 1].map { today.adding(days: 1 - today.day).adding(months: $0) }
        let days = months.compactMap { CalendarDay(year: $0.year, month: $0.month, day: day) }
        guard let found = isAhead ? days.first(where: { $0 >= today }) : days.last(where: { $0 <= today }) else {
            return value
        }
        value.value = found.description
        value.date = EDTF(found)
        value.restsOnPublication = true
        return value
    }

    /// A year of two digits: the last of that ending that is not ahead of the text, and within living memory of it;
    /// without a day of publication, from 1940 to 2039.
    func shortDate(_ short: Int, _ month: Int?, _ day: Int?, _ place: Range<Int>) -> Value? {
        var year: Int? = short < 40 ? 2000 + short : 1900 + short
        if let published = context.year {
            let reach = direction(at: place) == .future ? 10 : 0
            let last = published + reach
            let found = last - ((last - short) % 100 + 100) % 100
            year = published - found <= 80 ? found : nil
        }
        guard let year else {
            return Value(value: TimexValue.date(year: nil, month: month, day: day))
        }
        guard let date = EDTF(year: year, month: month, day: day) else { return nil }
        return Value(value: TimexValue.date(year: year, month: month, day: day), date: date, isComplete: true)
    }
}

extension EDTF {
    /// Dates told together: from the first to the last where each follows right upon the other, else all of them; one
    /// of them where they are a choice. Nil where they cannot stand together.
    static func joined(_ dates: [EDTF], isChoice: Bool, mayTouch: Bool = true) -> EDTF? {
        let text = dates.map(\.description).joined(separator: ",")
        if isChoice { return EDTF("[" + text + "]") }
        if mayTouch, zip(dates, dates.dropFirst()).allSatisfy({ $0.isFollowed(by: $1) }),
            let whole = EDTF.interval(from: dates.first, to: dates.last)
        {
            return whole
        }
        return EDTF("{" + text + "}")
    }

    /// Whether another date begins right after this one; of two without a year, in a common year.
    private func isFollowed(by other: EDTF) -> Bool {
        guard precision == other.precision, hasYear == other.hasYear else { return false }
        // The winter of a year is given both its ends.
        if precision == .season, let year, year == other.year {
            return seasonNumber.map { $0 + 1 } == other.seasonNumber
        }
        guard hasYear else {
            guard let month, let next = other.month else { return false }
            if precision == .month { return month + 1 == next }
            return CalendarDay(year: 2001, month: month, day: day ?? 1)?.adding(days: 1)
                == CalendarDay(year: 2001, month: next, day: other.day ?? 1)
        }
        return bounds.last.map { $0.adding(days: 1) } == other.bounds.first
    }

    private var seasonNumber: Int? {
        guard precision == .season else { return nil }
        return description.split(separator: "-").last.flatMap { Int($0.prefix(2)) }
    }
}
