extension EDTF {
    /// The first and last day a value can mean; nil where an end is open or no year is known.
    ///
    /// Seasons are those of the northern hemisphere; as winter straddles two years and writers mean either, it is
    /// given both: `1996-24` runs from 1996-01-01 to the last day of February 1997. Qualifiers change nothing here.
    public var bounds: (first: CalendarDay?, last: CalendarDay?) {
        switch form {
        case .point(let point): return (point.bounds?.first, point.bounds?.last)
        case .interval(let start, let end): return (start.bounds?.first, end.bounds?.last)
        case .set(_, let points):
            let all = points.map(\.bounds)
            guard all.allSatisfy({ $0 != nil }) else { return (nil, nil) }
            return (all.compactMap { $0?.first }.min(), all.compactMap { $0?.last }.max())
        }
    }

    /// Whether all of `other` lies in this value for certain: `1996` contains `1996-12`, `XXXX-10` contains
    /// `XXXX-10-07`, and neither `1996` nor `XXXX-10` contains a date of which that cannot be known.
    public func contains(_ other: EDTF) -> Bool {
        if self == other { return true }
        let inner = other.pieces.map { $0.range(inYear: Self.leapYear) }
        let outer = pieces
        guard other.hasYear == hasYear, other.points.allSatisfy({ ($0.digits != nil) == hasYear }) else { return false }
        let mine = outer.map { $0.range(inYear: Self.leapYear) }
        return inner.allSatisfy { part in
            mine.contains { $0.lowerBound <= part.lowerBound && part.upperBound <= $0.upperBound }
        }
    }

    /// Whether two values can mean the same time: their days overlap, in some year where a year is not known.
    ///
    /// An approximate date (`~`, `%`) reaches one more of its own unit to either side, so `1996-12~` agrees with
    /// `1996-11` but not with `1996-09`. An open end reaches for ever.
    public func agrees(with other: EDTF) -> Bool {
        for mine in pieces {
            for theirs in other.pieces where Self.overlap(mine, theirs) { return true }
        }
        return false
    }

    /// A leap year, in which dates of unknown year are compared with one another.
    private static let leapYear = 2000

    private static func overlap(_ a: Piece, _ b: Piece) -> Bool {
        switch (a.hasYear, b.hasYear) {
        case (true, true), (false, false):
            return a.wideRange(inYear: leapYear).overlaps(b.wideRange(inYear: leapYear))
        case (true, false): return overlap(b, a)
        case (false, true):
            let range = b.wideRange(inYear: leapYear)
            // Beyond a leap cycle every day of the year comes round, so a longer range needs no look.
            if range.upperBound == .max || range.lowerBound == .min || range.count > 366 * 8 { return true }
            let first = CalendarDay(dayNumber: range.lowerBound).year
            let last = CalendarDay(dayNumber: range.upperBound).year
            return ((first - 1)...(last + 1)).contains { a.wideRange(inYear: $0).overlaps(range) }
        }
    }

    /// The value as ranges: one for a date or interval, several for a set.
    private var pieces: [Piece] {
        switch form {
        case .point(let point): return [Piece(start: point, end: point)]
        case .interval(let start, let end): return [Piece(start: start.point, end: end.point)]
        case .set(_, let points): return points.map { Piece(start: $0, end: $0) }
        }
    }

    /// One stretch of time with its two ends, nil where open.
    private struct Piece {
        var start: Point?
        var end: Point?

        var hasYear: Bool { start?.digits != nil || end?.digits != nil }

        /// Day numbers, with a year put in where none is known.
        func range(inYear year: Int) -> ClosedRange<Int> {
            let first = start.flatMap { $0.bounds(inYear: year)?.first.dayNumber } ?? .min
            let last = end.flatMap { $0.bounds(inYear: year)?.last.dayNumber } ?? .max
            return first...max(first, last)
        }

        /// The same, one unit wider at each approximate end.
        func wideRange(inYear year: Int) -> ClosedRange<Int> {
            let plain = range(inYear: year)
            let before = plain.lowerBound == .min ? 0 : start?.slack ?? 0
            let after = plain.upperBound == .max ? 0 : end?.slack ?? 0
            return (plain.lowerBound - before)...(plain.upperBound + after)
        }
    }
}

extension EDTF.End {
    var point: EDTF.Point? { if case .point(let point) = self { point } else { nil } }
    var bounds: (first: CalendarDay, last: CalendarDay)? { point?.bounds }
}

extension EDTF.Point {
    /// The first and last day, nil where the year is not known.
    var bounds: (first: CalendarDay, last: CalendarDay)? { digits == nil ? nil : bounds(inYear: 0) }

    /// The first and last day, in the given year where none is known; nil where that year has no such day.
    func bounds(inYear year: Int) -> (first: CalendarDay, last: CalendarDay)? {
        let scale = [1, 10, 100][unknownDigits]
        let firstYear = digits.map { $0 * scale } ?? year
        let lastYear = firstYear + scale - 1
        guard let month else { return (.first(of: 1, firstYear), .last(of: 12, lastYear)) }
        if let day {
            // 29 February of an unknown year is looked for in the nearest leap year at or before the end.
            let first = CalendarDay(year: firstYear, month: month, day: day)
            let last = CalendarDay(year: lastYear, month: month, day: day)
            let fallback = CalendarDay.last(of: month, firstYear)
            return (first ?? fallback, last ?? CalendarDay.last(of: month, lastYear))
        }
        let months: (Int, Int)
        switch month {
        case 1...12: months = (month, month)
        case 21: months = (3, 5)
        case 22: months = (6, 8)
        case 23: months = (9, 11)
        case 24: months = (1, 14)
        case 33...36: months = ((month - 33) * 3 + 1, (month - 33) * 3 + 3)
        case 40: months = (1, 6)
        default: months = (7, 12)
        }
        return (.first(of: months.0, firstYear), .last(of: months.1, lastYear))
    }

    /// The days that an approximate date reaches further to either side.
    var slack: Int {
        guard qualifier == .approximate || qualifier == .both else { return 0 }
        switch precision {
        case .day: return 1
        case .month: return 31
        case .season, .quarter: return 92
        case .half: return 184
        case .year: return 366
        case .decade: return 3653
        default: return 36_525
        }
    }
}

extension EDTF: Comparable {
    /// Orders for views: by first day, the wider span first, then by text; dates without a year come last.
    public static func < (a: EDTF, b: EDTF) -> Bool {
        let keys = (a.sortKey, b.sortKey)
        return keys.0 == keys.1 ? a.description < b.description : keys.0 < keys.1
    }

    /// A text that sorts, byte by byte, as the values do in time: for a database column.
    ///
    /// A value with an open start sorts under its end. Values without a year sort after all others, by month and day.
    public var sortKey: String {
        let (first, last) = bounds
        if let day = first ?? last {
            // Wider spans first, so that 1996 stands before 1996-01.
            let length = first == nil || last == nil ? 9_999_999 : (last?.dayNumber ?? 0) - day.dayNumber
            return Self.key(day) + " " + Self.padded(9_999_999 - length, 7)
        }
        return "~" + (points.first?.description.dropFirst(4) ?? "")
    }

    /// The day so that earlier sorts lower; years before 0 count up from -9999.
    private static func key(_ day: CalendarDay) -> String {
        let year = day.year < 0 ? "-" + padded(9999 + day.year, 4) : padded(day.year, 4)
        return year + "-" + padded(day.month, 2) + "-" + padded(day.day, 2)
    }
}
