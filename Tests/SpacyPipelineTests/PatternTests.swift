import Testing

@testable import SpacyPipeline

/// Expected matches are those of Python's `re`.
@Suite struct PatternTests {
    private func search(_ pattern: String, _ text: String) throws -> Range<Int>? {
        let scalars = text.unicodeScalars.map(\.value)
        return try Pattern(pattern).search(scalars, in: 0..<scalars.count)
    }

    @Test(
        arguments: [
            ("a|ab", "ab", 0..<1), ("^a", "ba", nil), ("b$", "ab\n", 1..<2), ("b$", "ab\n\n", nil),
            ("(?<=[0-9])km$", "10km", 2..<4), ("(?<=[0-9])km$", "km", nil), ("\\.\\.+", "a...b", 1..<4),
            ("^\\+(?![0-9])", "+4", nil), ("^\\+(?![0-9])", "+a", 0..<1), ("x{2,3}", "axxxxb", 1..<4),
            ("x{2,3}?", "axxxxb", 1..<3), ("[^a-c]+", "abcdefabc", 3..<6), ("[\\w-]{2,}", "- é_9- x", 2..<6),
            ("\\d+", "a٣٤b5", 1..<3), ("\\s", "a\u{a0}b", 1..<2), ("(?:ab)*c", "ababc", 0..<5),
            ("a.c", "a\nc abc", 4..<7), ("\\bto\\b", "into to", 5..<7), ("[\\u00e0-\\u00ff]", "caf\u{e9}", 3..<4),
            ("(?<![a-z])b", "ab b", 3..<4), ("(a|b)+?c", "ababc", 0..<5), ("]", "a]", 1..<2), ("[]a]+", "x]a]", 1..<4),
            ("x{,2}y", "xxxy", 1..<4), ("a{b", "a{b", 0..<3), ("\\U0001F600", "x😀", 1..<2), ("(?u)é", "é", 0..<1),
        ] as [(String, String, Range<Int>?)])
    func searches(_ pattern: String, _ text: String, _ match: Range<Int>?) throws {
        #expect(try search(pattern, text) == match)
    }

    @Test func allMatchesAreFound() throws {
        let scalars = "a-b/c-".unicodeScalars.map(\.value)
        #expect(try Pattern("[-/]").matches(scalars, in: 0..<6) == [1..<2, 3..<4, 5..<6])
        let others = "axxb".unicodeScalars.map(\.value)
        #expect(try Pattern("x*").matches(others, in: 0..<4) == [0..<0, 1..<3, 3..<3, 4..<4])
    }

    @Test func aRangeCountsAsTheWholeText() throws {
        let scalars = "1km".unicodeScalars.map(\.value)
        #expect(try Pattern("(?<=[0-9])km$").search(scalars, in: 0..<3) == 1..<3)
        #expect(try Pattern("(?<=[0-9])km$").search(scalars, in: 1..<3) == nil)
    }

    @Test(arguments: ["(", "a)", "[a", "a{2,1}", "*a", "(?<=a+)b", "(?i)a", "(a)\\1", "(a*)*", "\\u12", "(?>a)"])
    func whatIsNotUnderstoodIsRefused(_ pattern: String) {
        #expect(throws: PatternFault.self) { try Pattern(pattern) }
    }

    /// Python takes exponential time here; the matcher gives up and the pattern counts as not matching.
    @Test func hostileInputEnds() throws {
        let text = String(repeating: "a", count: 5000) + "!"
        #expect(try !Pattern("^(?:a|a)+(?:a|aa)+$").matches(text))
    }
}
