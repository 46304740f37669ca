import ChanceryCore
import Testing

@Suite struct NumeralTests {
    static let written: [(String, Double)] = [
        ("64", 64), ("1,200", 1200), ("1 200", 1200), ("1\u{202F}200\u{202F}300", 1_200_300), ("1'200", 1200),
        ("1,234,567.89", 1_234_567.89), ("1.234.567", 1_234_567), ("1.234,56", 1234.56), ("3.5", 3.5), ("0.75", 0.75),
        ("3½", 3.5), ("½", 0.5), ("-5", -5), ("minus five", -5), ("64th", 64), ("1st", 1), ("22nd", 22),
        ("20%", 20), ("20 percent", 20), ("twenty per cent", 20), ("$30bn", 3e10), ("€1.5m", 1.5e6), ("20k", 20_000),
        ("1.5 million", 1.5e6), ("3 thousand million", 3e9), ("5km", 5), ("thirty", 30), ("Twenty-one", 21),
        ("one hundred and five", 105), ("a hundred", 100), ("a thousand", 1000), ("two thousand and one", 2001),
        ("three hundred thousand", 300_000), ("one million two hundred thousand", 1_200_000), ("half a million", 5e5),
        ("half", 0.5), ("two and a half million", 2.5e6), ("two dozen", 24), ("a dozen", 12), ("dozens", 12),
        ("a couple", 2), ("two-thirds", 2.0 / 3), ("a third", 1.0 / 3), ("one quarter", 0.25), ("third", 3),
        ("twenty-first", 21), ("hundredth", 100), ("tens of thousands", 10_000), ("hundreds", 100), ("twice", 2),
        ("some 30 fighters", 30), ("the six months", 6), ("1990s", 1990), ("hundred", 100), ("zero", 0),
    ]

    @Test(arguments: written)
    func aNumberIsReadAsItIsWritten(text: String, value: Double) throws {
        let read = try #require(Numeral.value(of: text))
        #expect(Numeral.same(read, value), "\(text) was read as \(read)")
    }

    static let several: [(String, [Double])] = [
        ("between 20 and thirty", [20, 30]), ("20-30", [20, 30]), ("20–30 people", [20, 30]), ("one, two", [1, 2]),
        ("five and six", [5, 6]), ("nineteen eighty-nine", [19, 89]), ("1,200 or 1,300", [1200, 1300]),
        ("from 5 to 10 million", [5, 10e6]), ("", []), ("no number here", []), ("a house and an oak", []),
        // No finite number has 310 digits.
        (String(repeating: "9", count: 310), []), ("1" + String(repeating: ",000", count: 110) + " or 7", [7]),
    ]

    @Test(arguments: several)
    func allNumbersOfATextComeInOrder(text: String, values: [Double]) {
        #expect(Numeral.values(in: text) == values)
    }

    @Test(arguments: ["", "fighters", "20-30", "a", "and", "hundredweight"])
    func aTextWithoutExactlyOneNumberHasNoValue(text: String) {
        #expect(Numeral.value(of: text) == nil)
    }
}
