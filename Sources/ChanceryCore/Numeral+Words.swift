/// The words English numbers are made of.
enum NumeralWords {
    private static let cardinals: [String: Double] = [
        "zero": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
        "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
        "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "once": 1, "twice": 2,
        "thrice": 3, "both": 2, "single": 1,
    ]

    private static let ordinals: [String: Double] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
        "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    ]

    /// Words that multiply what stands before them.
    static let scale: [String: Double] = [
        "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "mn": 1e6,
        "mln": 1e6, "tn": 1e12, "lakh": 1e5, "crore": 1e7,
    ]

    static let ordinalScale: [String: Double] = ["thousandth": 1e3, "millionth": 1e6, "billionth": 1e9]

    /// Words that count in groups: "two dozen".
    static let groups: [String: Double] = ["dozen": 12, "couple": 2, "pair": 2, "score": 20, "half-dozen": 6]

    /// Round numbers whose count is not told: the least they can mean is their unit.
    static let plurals: [String: Double] = [
        "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    ]

    /// A number below 100, cardinal or ordinal.
    static func number(_ word: String) -> Double? { cardinals[word] ?? ordinals[word] }

    static func isOrdinal(_ word: String) -> Bool {
        ordinals[word] != nil || ordinalScale[word] != nil || word == "hundredth"
    }

    /// Into how many parts a word divides: "third" into 3, "quarters" into 4.
    static func fractionUnit(_ word: String, plural: Bool) -> Double? {
        var word = word
        if plural {
            guard word.hasSuffix("s") || word == "halves" else { return nil }
            word.removeLast()
        }
        switch word {
        case "half", "halve": return 2
        case "quarter": return 4
        case "first", "second": return nil
        default: return ordinals[word]
        }
    }
}
