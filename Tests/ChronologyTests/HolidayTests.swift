import ChanceryCore
import Testing

@testable import Chronology

/// Days with a name, found in any year.
@Suite struct HolidayTests {
    @Test(arguments: [
        (1818, "1818-03-22"), (1943, "1943-04-25"), (2000, "2000-04-23"), (2016, "2016-03-27"), (2024, "2024-03-31"),
        (2038, "2038-04-25"),
    ])
    func easterFollowsTheGregorianRule(_ year: Int, _ expected: String) {
        #expect(Holiday.easter(of: year)?.description == expected)
    }

    @Test(arguments: [
        ("fixed 12-25", "2024-12-25"), ("easter -2", "2024-03-29"), ("easter 50", "2024-05-20"),
        ("weekday 4 4 11", "2024-11-28"), ("weekday 1 -1 5", "2024-05-27"), ("weekday 1 1 9", "2024-09-02"),
        ("weekday 7 -1 12", "2024-12-29"),
    ])
    func aRuleGivesTheDayOfAYear(_ rule: String, _ expected: String) {
        #expect(Holiday(rule)?.day(in: 2024)?.description == expected)
    }

    @Test(arguments: ["", "fixed", "fixed 13-01", "easter", "easter x", "weekday 8 1 1", "weekday 1 5 1", "lunar 9"])
    func whatIsNoRuleIsRefused(_ text: String) { #expect(Holiday(text) == nil) }

    @Test func aLeapDayIsNotInEveryYear() {
        #expect(Holiday("fixed 02-29")?.day(in: 2023) == nil)
        #expect(Holiday("fixed 02-29")?.day(in: 2024)?.description == "2024-02-29")
    }
}
