@testable import ChanceryCore
import Testing

@Suite struct EDTFTests {
    @Test(arguments: [
        "1996", "1996-12", "1996-12-05", "197X", "19XX", "XXXX-10-07", "XXXX-10", "XXXX-02-29", "1996-12-XX",
        "1996-XX-XX", "1996-21", "1996-36", "1996-41", "1996-12~", "1996?", "197X%", "1991/..", "../2024-10",
        "1949/1991", "1967~/2023-10", "XXXX-05/XXXX-06", "{1971,1973-05}", "[1971,1973]", "-0043-03-15", "0000",
    ])
    func aValueKeepsItsText(_ text: String) {
        #expect(EDTF(text)?.description == text)
    }

    @Test(arguments: [
        "", "X", "96", "1996-1", "1996-13", "1996-00", "1996-25", "2023-02-29", "2023-12-32", "1X96", "1XXX", "XXXX",
        "1996-21-03", "../..", "/", "1991/1949", "1991/1992/1993", "..", "1996~~", "~1996", "+996", "{}", "{1971,}",
        "{1971]", "July 1996", "1996-12-05T10:00", "-0000", "-XXXX-10",
    ])
    func aTextThatIsNoDateIsRefused(_ text: String) {
        #expect(EDTF(text) == nil)
    }

    @Test(arguments: [
        ("1996", "1996-01-01", "1996-12-31"), ("1996-02", "1996-02-01", "1996-02-29"),
        ("197X", "1970-01-01", "1979-12-31"), ("19XX", "1900-01-01", "1999-12-31"),
        ("1996-22", "1996-06-01", "1996-08-31"), ("1996-24", "1996-01-01", "1997-02-28"),
        ("1996-34", "1996-04-01", "1996-06-30"), ("1996-41", "1996-07-01", "1996-12-31"),
        ("1991/..", "1991-01-01", nil), ("../2024-10", nil, "2024-10-31"), ("XXXX-10-07", nil, nil),
        ("{1971,1969-03}", "1969-03-01", "1971-12-31"), ("1996-12~", "1996-12-01", "1996-12-31"),
    ])
    func boundsAreTheFirstAndLastDay(_ text: String, _ first: String?, _ last: String?) {
        let bounds = EDTF(text)?.bounds
        #expect(bounds?.first?.description == first)
        #expect(bounds?.last?.description == last)
    }

    @Test(arguments: [
        ("1996-12-05", EDTF.Precision.day), ("XXXX-10-07", .day), ("1996-12", .month), ("1996-12-XX", .month),
        ("1996-21", .season), ("1996-33", .quarter), ("1996-40", .half), ("1996~", .year), ("197X", .decade),
        ("19XX", .century), ("1991/..", .interval), ("{1991,1992}", .set),
    ])
    func precisionIsWhatTheTextStates(_ text: String, _ expected: EDTF.Precision) {
        #expect(EDTF(text)?.precision == expected)
    }

    @Test(arguments: [("1996", true), ("197X", true), ("XXXX-10", false), ("1991/..", true), ("1991/XXXX-10", false)])
    func hasYearAsksEveryDateOfTheValue(_ text: String, _ expected: Bool) {
        #expect(EDTF(text)?.hasYear == expected)
    }

    @Test(arguments: [
        ("1996", "1996-12", true), ("1996-12", "1996", false), ("1949/1991", "1967", true),
        ("1991/..", "2024-10", true),
        ("1991/..", "1990/..", false), ("XXXX-10", "XXXX-10-07", true), ("XXXX-10", "2023-10-07", false),
        ("2023", "XXXX-10-07", false), ("{1971,1973}", "1973-05", true), ("{1971,1973}", "1972", false),
        ("../2024", "2024-12-31", true), ("196X", "1970", false),
    ])
    func containsHoldsOnlyWhereItIsCertain(_ outer: String, _ inner: String, _ expected: Bool) throws {
        #expect(try #require(EDTF(outer)).contains(try #require(EDTF(inner))) == expected)
    }

    @Test(arguments: [
        ("1996", "1996-12-05", true), ("1996", "1997", false), ("1996-12~", "1996-11", true),
        ("1996-12~", "1996-09", false), ("1967~", "1968", true), ("XXXX-10-07", "2023-10-07", true),
        ("XXXX-10-07", "2023-10", true), ("XXXX-10-07", "2023-10-08", false), ("XXXX-10-07", "2023-11/2024-09", false),
        ("XXXX-10-07", "2023-11/2024-11", true), ("XXXX-10-07", "XXXX-10", true), ("XXXX-10-07", "XXXX-11", false),
        ("1991/..", "1990", false), ("1991/..", "1991-05", true), ("../2024-10", "1900", true),
        ("[1971,1973]", "1973-05", true), ("[1971,1973]", "1972", false), ("XXXX-10-07", "../2000", true),
        ("XXXX-02-29", "2024-02", true),
    ])
    func valuesAgreeWhereTheyCanMeanTheSameTime(_ a: String, _ b: String, _ expected: Bool) throws {
        let first = try #require(EDTF(a))
        let second = try #require(EDTF(b))
        #expect(first.agrees(with: second) == expected)
        #expect(second.agrees(with: first) == expected)
    }

    @Test func valuesSortByTimeAndUnknownYearsComeLast() {
        let expected = [
            "-0100", "-0043", "../1944", "1949/..", "1949/1991", "1949", "1949-01", "1949-01-01", "1949-06", "195X",
            "1991", "XXXX-01-26", "XXXX-10", "XXXX-10-07",
        ]
        let sorted = expected.reversed().compactMap { EDTF($0) }.sorted()
        #expect(sorted.map(\.description) == expected)
        #expect(sorted.map(\.sortKey) == sorted.map(\.sortKey).sorted())
    }

    @Test func aValueIsWrittenAndReadAsItsText() throws {
        let value = try #require(EDTF("1991/.."))
        #expect(try JSONLine.encode([value]) == #"["1991/.."]"#)
        #expect(try JSONLine.decode([EDTF].self, from: #"["1991/.."]"#) == [value])
        #expect(throws: DecodingError.self) { try JSONLine.decode([EDTF].self, from: #"["last week"]"#) }
    }

    @Test func intervalsAreMadeOnlyFromSingleDatesInOrder() throws {
        let early = try #require(EDTF("1949"))
        let late = try #require(EDTF("1991-05"))
        #expect(EDTF.interval(from: early, to: late)?.description == "1949/1991-05")
        #expect(EDTF.interval(from: nil, to: late)?.description == "../1991-05")
        #expect(EDTF.interval(from: late, to: early) == nil)
        #expect(EDTF.interval(from: nil, to: nil) == nil)
        #expect(EDTF.interval(from: EDTF("1949/.."), to: late) == nil)
    }

    /// Most dates are digits alone and are read by a shorter way, which must read what the long one does.
    @Test func theShortWayReadsWhatTheLongOneDoes() {
        func two(_ number: Int) -> String { EDTF.padded(number, 2) }
        for year in [0, 1, 1900, 1996, 2023, 2024].map({ EDTF.padded($0, 4) }) {
            #expect(EDTF.plain(year) == EDTF.parse(year))
            for month in (0...45).map(two) {
                #expect(EDTF.plain("\(year)-\(month)") == EDTF.parse("\(year)-\(month)"))
                for day in (0...33).map(two) {
                    let text = "\(year)-\(month)-\(day)"
                    #expect(EDTF.plain(text) == EDTF.parse(text), "\(text)")
                }
            }
        }
        for text in ["", "199", "19966", "1996-1", "1996-123", "1996/12", "1996-12-5", "199X", "1996~", "１９９６"] {
            #expect(EDTF.plain(text) == nil, "\(text)")
        }
    }
}
