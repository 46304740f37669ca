import ChanceryCore

/// Values counted from the day of publication or from the last date told.
extension Resolver {
    func fromPublication(_ unit: CalendarUnit, _ steps: Int) -> Value {
        var value = Value(value: TimexValue.unknown(unit), restsOnPublication: true)
        switch unit {
        case .day:
            guard let day = context.day?.adding(days: steps) else { return value }
            value.value = day.description
            value.date = EDTF(day)
        case .week, .weekend:
            guard let day = context.day?.adding(days: steps * 7) else { return value }
            let monday = day.adding(days: 1 - day.weekday)
            value.value = TimexValue.week(of: day) + (unit == .weekend ? "-WE" : "")
            value.date = EDTF.interval(
                from: EDTF(unit == .weekend ? monday.adding(days: 5) : monday), to: EDTF(monday.adding(days: 6)))
        case .month, .quarter:
            guard let year = context.year, let month = context.month else { return value }
            shift(&value, unit, year, month, steps)
        case .year, .decade, .century:
            guard let year = context.year else { return value }
            shift(&value, unit, year, nil, steps)
        }
        return value
    }

    /// Counts units of a month or longer from a year and month.
    private func shift(_ value: inout Value, _ unit: CalendarUnit, _ year: Int, _ month: Int?, _ steps: Int) {
        var year = year
        var month = month
        switch unit {
        case .month, .quarter:
            guard let start = month else { return }
            let size = unit == .month ? 1 : 3
            let total = year * 12 + (start - 1) / size * size + steps * size
            year = total / 12
            month = unit == .month ? total % 12 + 1 : total % 12 / 3 + 33
        case .year:
            year += steps
            month = nil
        case .decade:
            value.value = EDTF.padded(year / 10 + steps, 3)
            value.date = EDTF(value.value + "X")
            return
        default:
            value.value = EDTF.padded(year / 100 + steps, 2)
            value.date = EDTF(value.value + "XX")
            return
        }
        value.value = TimexValue.date(year: year, month: month)
        value.date = EDTF(year: year, month: month)
        // "Ten years ago" is seldom meant to the year; "last year" is.
        if abs(steps) > 1 { value.date = value.date?.qualified(.approximate) }
    }

    /// Counts from the last date told, where that is fine enough for the unit.
    func fromTold(_ unit: CalendarUnit, _ steps: Int, _ place: Range<Int>) -> Value {
        var value = Value(value: TimexValue.unknown(unit))
        let sentence = pieces[place.lowerBound].sentence
        guard let told = context.last(before: sentence, within: Context.reach + 2) else { return value }
        switch unit {
        case .day:
            guard let day = told.day == nil ? nil : told.date.bounds.first?.adding(days: steps) else { return value }
            value.value = day.description
            value.date = EDTF(day)
        case .week, .weekend:
            guard let day = told.day == nil ? nil : told.date.bounds.first?.adding(days: steps * 7) else {
                return value
            }
            let monday = day.adding(days: 1 - day.weekday)
            value.value = TimexValue.week(of: day) + (unit == .weekend ? "-WE" : "")
            value.date = EDTF.interval(
                from: EDTF(unit == .weekend ? monday.adding(days: 5) : monday), to: EDTF(monday.adding(days: 6)))
        default:
            shift(&value, unit, told.year, told.month, steps)
        }
        if value.date != nil { value.from = told.span }
        return value
    }

    /// "The following two years" after 1972 is `1972/1974`; nil dates where the date told is too coarse.
    func durationFromTold(_ unit: CalendarUnit, _ steps: Int, _ length: String, _ place: Range<Int>) -> Value {
        var value = Value(type: .duration, value: length, isComplete: true)
        let sentence = pieces[place.lowerBound].sentence
        guard let told = context.last(before: sentence, within: Context.reach), let first = told.date.bounds.first
        else {
            return value
        }
        let end: EDTF?
        switch unit {
        case .day: end = told.day == nil ? nil : EDTF(first.adding(days: steps))
        case .week: end = told.day == nil ? nil : EDTF(first.adding(days: steps * 7))
        case .month:
            let last = first.adding(months: steps)
            end = told.month == nil || told.month ?? 13 > 12 ? nil : EDTF(year: last.year, month: last.month)
        case .year: end = EDTF(year: told.year + steps)
        default: end = nil
        }
        guard let end else { return value }
        let start =
            unit >= .year
            ? EDTF(year: told.year) : unit == .month ? EDTF(year: told.year, month: told.month) : told.date
        value.date = EDTF.interval(from: start, to: end)
        value.from = told.span
        value.isComplete = false
        return value
    }

    func shiftedMonth(_ month: Int, _ steps: Int) -> Value {
        var value = Value(value: TimexValue.date(year: nil, month: month), restsOnPublication: true)
        guard let year = context.year, let now = context.month else {
            value.date = EDTF(year: nil, month: month)
            return value
        }
        // Winter runs into the next year, so that of the year before ends in this one.
        let end = [21: 5, 22: 8, 23: 11, 24: 14][month] ?? month
        let shift =
            switch steps {
            case ..<0: end < now ? 0 : end - 12 < now ? -1 : -2
            case 0: 0
            default: (Self.firstMonth(of: month)) > now ? 0 : 1
            }
        value.value = TimexValue.date(year: year + shift, month: month)
        value.date = EDTF(year: year + shift, month: month)
        return value
    }

    func weekday(_ weekday: Int, _ steps: Int?, _ place: Range<Int>) -> Value {
        var value = Value(value: "XXXX-WXX-\(weekday)", restsOnPublication: true)
        guard let today = context.day, !standsInThePast(place) else { return value }
        let back = (today.weekday - weekday + 7) % 7
        let ahead = (weekday - today.weekday + 7) % 7
        let days: Int
        switch steps {
        case .some(..<0): days = back == 0 ? -7 : -back
        case .some(1...): days = ahead == 0 ? 7 : ahead
        case .some: days = direction(at: place) == .past ? -back : ahead
        case nil: days = direction(at: place) == .future ? ahead : -back
        }
        let day = today.adding(days: days)
        value.value = day.description
        value.date = EDTF(day)
        return value
    }

    /// The second of two weekdays that bound a span, "from Monday through Wednesday", where it would else lie before the
    /// first: the next of its name after that.
    func endOfWeekdays(_ expression: Expression, _ value: Value, after last: Resolved) -> Value? {
        guard case .weekday(let weekday, nil, .publication) = expression.meaning,
            let from = last.timex.date?.precision == .day ? last.timex.date?.bounds.first : nil,
            let found = value.date?.bounds.first, found < from,
            expression.pieces.lowerBound - last.pieces.upperBound == 1
        else { return nil }
        let joint = pieces[last.pieces.upperBound]
        guard joint.isDash || lexicon.context.weekdaySpan.contains(joint.lower) else { return nil }
        let day = from.adding(days: (weekday - from.weekday + 7) % 7)
        return Value(value: day.description, date: EDTF(day), restsOnPublication: true)
    }

    /// Whether the story stands in another year than that of publication, so that a weekday is not one of this week.
    private func standsInThePast(_ place: Range<Int>) -> Bool {
        let sentence = pieces[place.lowerBound].sentence
        guard let year = context.year, let told = context.last(before: sentence, within: 1, where: \.isFrame) else {
            return false
        }
        return told.year < year && told.month != nil
    }

    static func firstMonth(of month: Int) -> Int {
        switch month {
        case 21...24: (month - 20) * 3
        case 33...36: (month - 33) * 3 + 1
        case 40: 1
        case 41: 7
        default: month
        }
    }
}
