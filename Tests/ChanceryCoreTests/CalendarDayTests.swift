import ChanceryCore
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: [
        (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 2, 29, 11_016, 2), (2024, 1, 26, 19_748, 5),
        (1600, 3, 1, -135_080, 3), (0, 3, 1, -719_468, 3),
    ])
    func dayNumberAndWeekdayFollowTheGregorianCalendar(
        _ year: Int, _ month: Int, _ day: Int, _ number: Int, _ weekday: Int
    )
        throws
    {
        let date = try #require(CalendarDay(year: year, month: month, day: day))
        #expect(date.dayNumber == number)
        #expect(date.weekday == weekday)
        #expect(CalendarDay(dayNumber: number) == date)
    }

    @Test func everyDayNumberLeadsToADayAndBack() {
        for number in stride(from: -800_000, through: 200_000, by: 37) {
            let day = CalendarDay(dayNumber: number)
            #expect(day.dayNumber == number)
            #expect(CalendarDay(year: day.year, month: day.month, day: day.day) == day)
        }
    }

    @Test(arguments: [(2023, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0), (1900, 2, 29)])
    func aDayTheCalendarLacksIsRefused(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        ("2024-01-31", 1, "2024-02-29"), ("2024-03-31", -1, "2024-02-29"), ("2023-11-30", 3, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-01-15", -13, "2022-12-15"),
    ])
    func addingMonthsKeepsToTheLastDayOfAShorterMonth(_ start: String, _ months: Int, _ expected: String) throws {
        let day = try #require(EDTF(start)?.bounds.first)
        #expect(day.adding(months: months).description == expected)
    }

    @Test(arguments: [("2008-12-29", 2009, 1), ("2006-03-28", 2006, 13), ("2010-01-03", 2009, 53)])
    func isoWeekBelongsToTheYearOfItsThursday(_ text: String, _ year: Int, _ week: Int) throws {
        let day = try #require(EDTF(text)?.bounds.first)
        #expect(day.isoWeek == (year, week))
    }
}
