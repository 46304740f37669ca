import ChanceryCore

/// Writes TIMEX3 values (guidelines 1.2.1): what is not known is `X`.
enum TimexValue {
    private static let parts = [
        21: "SP", 22: "SU", 23: "FA", 24: "WI", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 40: "H1", 41: "H2",
    ]

    static func date(year: Int?, month: Int? = nil, day: Int? = nil) -> String {
        // The year 0 of ISO 8601 is 1 BC.
        var text = year.map { $0 > 0 ? EDTF.padded($0, 4) : "BC" + EDTF.padded(1 - $0, 4) } ?? "XXXX"
        guard let month else { return text }
        text += "-" + (parts[month] ?? EDTF.padded(month, 2))
        if let day { text += "-" + EDTF.padded(day, 2) }
        return text
    }

    static func week(of day: CalendarDay) -> String {
        let (year, week) = day.isoWeek
        return EDTF.padded(year, 4) + "-W" + EDTF.padded(week, 2)
    }

    /// The value of a unit of which nothing is known.
    static func unknown(_ unit: CalendarUnit) -> String {
        switch unit {
        case .day: "XXXX-XX-XX"
        case .week: "XXXX-WXX"
        case .weekend: "XXXX-WXX-WE"
        case .month: "XXXX-XX"
        case .quarter: "XXXX-QX"
        case .year: "XXXX"
        case .decade: "XXX"
        case .century: "XX"
        }
    }
}
