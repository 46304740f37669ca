import ChanceryCore

/// Days with a name, weeks called by a day, days of a week, centuries.
extension Resolver {
    /// A day with a name: where its date moves from year to year, it has one only if the year is known.
    func holiday(_ holiday: Holiday, _ year: Int?, _ steps: Int?, _ place: Range<Int>) -> Value? {
        if let year {
            guard let day = holiday.day(in: year) else { return nil }
            return Value(value: day.description, date: EDTF(day), isComplete: true)
        }
        if let steps { return self.holiday(holiday, from: steps) }
        if case .fixed(let month, let day) = holiday {
            return value(of: .date(year: nil, month: month, day: day), at: place)
        }
        // Any year will do to see in which month it falls; then that day of the year that the words point to.
        guard let year = context.year, let near = holiday.day(in: year),
            let (found, from) = self.year(ofMonth: near.month, day: near.day, at: place),
            let day = holiday.day(in: found)
        else { return Value(value: "XXXX") }
        return Value(value: day.description, date: EDTF(day), from: from, restsOnPublication: from == nil)
    }

    /// "Last Easter", "next Christmas": the one before or after the day of publication.
    private func holiday(_ holiday: Holiday, from steps: Int) -> Value? {
        var value = Value(value: "XXXX", restsOnPublication: true)
        guard let today = context.day, let year = context.year else { return value }
        let days = [year - 1, year, year + 1].compactMap { holiday.day(in: $0) }
        let day =
            steps < 0 ? days.last { $0 < today } : steps > 0 ? days.first { $0 > today } : holiday.day(in: year)
        guard let day else { return nil }
        value.value = day.description
        value.date = EDTF(day)
        return value
    }

    /// The day with a name in the year that another value names.
    func holidayValue(_ holiday: Holiday, _ inner: Value) -> Value {
        var value = inner
        let day = inner.date?.year.flatMap { holiday.day(in: $0) }
        value.value = day?.description ?? "XXXX"
        value.date = day.map { EDTF($0) }
        if day == nil, case .fixed(let month, let day) = holiday {
            value.value = TimexValue.date(year: nil, month: month, day: day)
            value.date = EDTF(year: nil, month: month, day: day)
        }
        return value
    }

    /// A day so many days before or after another.
    func beside(_ inner: Meaning, _ days: Int, _ place: Range<Int>) -> Value? {
        guard var value = value(of: inner, at: place) else { return nil }
        guard value.date?.precision == .day, let day = value.date?.bounds.first?.adding(days: days) else {
            return besideUnknown(value, days)
        }
        value.value = day.description
        value.date = EDTF(day)
        return value
    }

    /// The day beside one whose year is not known, where that is the same in every year.
    private func besideUnknown(_ value: Value, _ days: Int) -> Value {
        var value = value
        let date = value.date
        value.date = nil
        value.value = TimexValue.unknown(.day)
        let place = date?.description.split(separator: "-").dropFirst().compactMap { Int($0) } ?? []
        guard date?.hasYear == false, place.count == 2,
            let common = CalendarDay(year: 2001, month: place[0], day: place[1])?.adding(days: days),
            let leap = CalendarDay(year: 2000, month: place[0], day: place[1])?.adding(days: days),
            common.month == leap.month, common.day == leap.day
        else { return value }
        value.value = TimexValue.date(year: nil, month: common.month, day: common.day)
        value.date = EDTF(year: nil, month: common.month, day: common.day)
        return value
    }

    /// "The following Monday": the first of its name after the last day told, or before it.
    func weekdayFromTold(_ weekday: Int, _ steps: Int, _ place: Range<Int>) -> Value {
        let sentence = pieces[place.lowerBound].sentence
        guard let told = context.last(before: sentence, within: Context.reach, where: { $0.day != nil }),
            let from = told.date.bounds.first
        else { return Value(value: "XXXX-WXX-\(weekday)") }
        let back = (from.weekday - weekday + 7) % 7
        let ahead = (weekday - from.weekday + 7) % 7
        let days = steps < 0 ? -(back == 0 ? 7 : back) : steps > 0 ? (ahead == 0 ? 7 : ahead) : -back
        let day = from.adding(days: days)
        return Value(value: day.description, date: EDTF(day), from: told.span)
    }

    /// The week from Monday to Sunday that a day lies in.
    func weekOf(_ meaning: Meaning, _ place: Range<Int>) -> Value? {
        guard var value = value(of: meaning, at: place) else { return nil }
        guard let day = value.date?.precision == .day ? value.date?.bounds.first : nil else {
            value.value = TimexValue.unknown(.week)
            value.date = nil
            return value
        }
        let monday = day.adding(days: 1 - day.weekday)
        value.value = TimexValue.week(of: day)
        value.date = EDTF.interval(from: EDTF(monday), to: EDTF(monday.adding(days: 6)))
        return value
    }

    /// "Monday of last week".
    func weekdayOf(_ weekday: Int, _ week: Meaning, _ place: Range<Int>) -> Value? {
        guard var value = value(of: week, at: place) else { return nil }
        let first = value.date?.bounds.first
        value.value = first.map { $0.adding(days: weekday - $0.weekday).description } ?? "XXXX-WXX-\(weekday)"
        value.date = first.map { EDTF($0.adding(days: weekday - $0.weekday)) }
        return value
    }

    /// "The previous March": seen from the last date told, else from the day of publication.
    func monthFromTold(_ month: Int, _ steps: Int, _ place: Range<Int>) -> Value {
        let sentence = pieces[place.lowerBound].sentence
        guard let told = context.last(before: sentence, within: Context.reach) else {
            return shiftedMonth(month, steps)
        }
        let from = told.month.map { Self.firstMonth(of: $0) }
        var year = told.year
        // "The next summer" after May may be that of the same year or of the next.
        if steps > 0, (21...24).contains(month), let from, (1...3).contains(Self.firstMonth(of: month) - from) {
            return Value(value: TimexValue.date(year: nil, month: month))
        }
        if steps < 0, from.map({ Self.firstMonth(of: month) >= $0 }) ?? true { year -= 1 }
        if steps > 0, from.map({ Self.firstMonth(of: month) <= $0 }) ?? true { year += 1 }
        return Value(
            value: TimexValue.date(year: year, month: month), date: EDTF(year: year, month: month), from: told.span)
    }

    /// A hundred years; before Christ the first year of the century is -100 times its number, and 1 BC is the year 0.
    func century(_ start: Int, _ isBeforeChrist: Bool) -> Value {
        if isBeforeChrist {
            let first = start + 1
            let date = EDTF.interval(from: EDTF(year: first), to: EDTF(year: first + 99))
            return Value(value: "BC" + EDTF.padded(-start / 100 - 1, 2), date: date, isComplete: true)
        }
        let digits = EDTF.padded(start / 100, 2)
        return Value(value: digits, date: EDTF(digits + "XX"), isComplete: true)
    }
}
