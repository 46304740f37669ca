/// A date as the record writes it: the part of the Extended Date/Time Format (ISO 8601-2) that dealings between
/// states need.
///
/// | written | means |
/// |---|---|
/// | `1996`, `1996-12`, `1996-12-05` | a year, a month, a day |
/// | `197X`, `19XX` | the 1970s, the years 1900 to 1999 |
/// | `XXXX-10-07`, `XXXX-10` | a day or month whose year is not known; `1996-12-XX` some day of a month |
/// | `1996-21` … `1996-24` | spring, summer, autumn, winter |
/// | `1996-33` … `1996-36`, `1996-40`, `1996-41` | quarters, halves |
/// | `1996-12~`, `1996?`, `1996%` | approximate, uncertain, both |
/// | `1949/1991`, `1991/..`, `../2024-10` | from, to; `..` is an open end |
/// | `{1971,1973}`, `[1971,1973]` | all of these, one of these |
///
/// A value is valid by construction: nothing but `init?(_:)` and the checked makers build one. What is missing stays
/// missing; no default month, day or year is ever put in.
public struct EDTF: Hashable, Sendable {
    /// How sure the date is.
    public enum Qualifier: String, Hashable, Sendable {
        /// Near this date: `~`.
        case approximate = "~"
        /// The source is not sure: `?`.
        case uncertain = "?"
        /// Both: `%`.
        case both = "%"
    }

    /// The fineness of a date, finest first.
    public enum Precision: String, Hashable, Sendable, CaseIterable {
        /// One day.
        case day
        /// One month.
        case month
        /// A season, `21` to `24`.
        case season
        /// A quarter of a year, `33` to `36`.
        case quarter
        /// Half a year, `40` and `41`.
        case half
        /// One year.
        case year
        /// Ten years, `197X`.
        case decade
        /// A hundred years, `19XX`.
        case century
        /// A span with two ends, one of which may be open.
        case interval
        /// Several dates.
        case set
    }

    /// One date without interval or set around it.
    struct Point: Hashable, Sendable {
        /// The known leading digits of the year: 1996, 197 with one unknown digit, 19 with two; nil is `XXXX`.
        var digits: Int?
        /// The number of unknown digits at the year's end, 0 to 2.
        var unknownDigits = 0
        /// 1 to 12 a month, 21 to 24 a season, 33 to 36 a quarter, 40 and 41 a half; nil where not stated.
        var month: Int?
        /// The month is written `XX`.
        var monthUnknown = false
        /// The day of the month, nil where not stated.
        var day: Int?
        /// The day is written `XX`.
        var dayUnknown = false
        /// How sure the date is.
        var qualifier: Qualifier?
    }

    /// What stands at one side of an interval.
    enum End: Hashable, Sendable {
        case open
        case point(Point)
    }

    /// The three shapes of a value.
    enum Form: Hashable, Sendable {
        case point(Point)
        case interval(End, End)
        case set(allOf: Bool, [Point])
    }

    let form: Form

    init(form: Form) { self.form = form }

    /// Reads a value, or gives nil where the text is no date of this subset: `2023-02-30` and `1991/1949` are none.
    public init?(_ string: String) {
        guard let form = Self.plain(string) ?? Self.parse(string) else { return nil }
        self.form = form
    }

    /// Makes the value of a day.
    public init(_ day: CalendarDay) {
        form = .point(Point(digits: day.year, month: day.month, day: day.day))
    }

    /// Makes a year, a month or a day, or nil where the calendar has none such; a nil year is `XXXX`.
    public init?(year: Int?, month: Int? = nil, day: Int? = nil) {
        let point = Point(digits: year, month: month, day: day)
        guard point.isValid else { return nil }
        form = .point(point)
    }

    /// The interval from one date to another, nil for an open end; nil where it is no interval: both ends open, an
    /// end that is itself an interval or set, or an end before the start.
    public static func interval(from start: EDTF?, to end: EDTF?) -> EDTF? {
        func side(_ value: EDTF?) -> End? {
            guard let value else { return .open }
            guard case .point(let point) = value.form else { return nil }
            return .point(point)
        }
        guard let first = side(start), let last = side(end), validInterval(first, last) else { return nil }
        return EDTF(form: .interval(first, last))
    }

    /// The same date with a qualifier, or without one; intervals and sets are given back as they are.
    public func qualified(_ qualifier: Qualifier?) -> EDTF {
        guard case .point(var point) = form else { return self }
        point.qualifier = qualifier
        return EDTF(form: .point(point))
    }

    /// The qualifier of a single date.
    public var qualifier: Qualifier? {
        guard case .point(let point) = form else { return nil }
        return point.qualifier
    }

    /// The year of a single date whose four digits are known.
    public var year: Int? {
        guard case .point(let point) = form, point.unknownDigits == 0 else { return nil }
        return point.digits
    }

    /// The month of a single date, 1 to 12, where it is stated.
    public var month: Int? {
        guard case .point(let point) = form, let month = point.month, month <= 12 else { return nil }
        return month
    }

    /// The day of the month of a single date, where it is stated.
    public var day: Int? {
        guard case .point(let point) = form else { return nil }
        return point.day
    }

    /// The start of an interval, nil where it is open or this is no interval.
    public var intervalStart: EDTF? {
        guard case .interval(.point(let point), _) = form else { return nil }
        return EDTF(form: .point(point))
    }

    /// The end of an interval, nil where it is open or this is no interval.
    public var intervalEnd: EDTF? {
        guard case .interval(_, .point(let point)) = form else { return nil }
        return EDTF(form: .point(point))
    }

    /// The single dates the value is made of, as they are written: itself, the known ends of an interval, those of a set.
    public var members: [EDTF] { points.map { EDTF(form: .point($0)) } }

    /// The fineness of the date.
    public var precision: Precision {
        switch form {
        case .interval: return .interval
        case .set: return .set
        case .point(let point): return point.precision
        }
    }

    /// Whether every date in the value tells its year, or at least its decade or century.
    public var hasYear: Bool { points.allSatisfy { $0.digits != nil } }

    /// The dates the value is made of.
    var points: [Point] {
        switch form {
        case .point(let point): return [point]
        case .set(_, let points): return points
        case .interval(let start, let end):
            return [start, end].compactMap { if case .point(let point) = $0 { point } else { nil } }
        }
    }
}

extension EDTF.Point {
    var precision: EDTF.Precision {
        if day != nil { return .day }
        if let month {
            switch month {
            case ...12: return .month
            case ...24: return .season
            case ...36: return .quarter
            default: return .half
            }
        }
        switch unknownDigits {
        case 1: return .decade
        case 2: return .century
        default: return .year
        }
    }

    /// Whether the calendar has such a date.
    var isValid: Bool {
        if let digits, !(-9999...9999).contains(digits) { return false }
        if digits == nil && month == nil { return false }
        guard let month else { return day == nil && (!dayUnknown || monthUnknown) }
        if !(1...12).contains(month) { return Self.partsOfYear.contains(month) && day == nil && !dayUnknown }
        guard let day else { return true }
        // A year with unknown digits may be a leap year, so 29 February stands.
        let year = unknownDigits == 0 ? digits ?? 2000 : 2000
        return CalendarDay(year: year, month: month, day: day) != nil
    }

    /// The numbers that stand in the month's place for a part of the year.
    static let partsOfYear: Set<Int> = [21, 22, 23, 24, 33, 34, 35, 36, 40, 41]
}
