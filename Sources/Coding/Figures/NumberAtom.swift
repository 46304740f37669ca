import ChanceryCore
import SpacyPipeline

/// What one token says about a number.
enum NumberAtom: Equatable {
    /// Digits: "68,700", "36.5".
    case digits(Double)
    /// A pair of bounds in one token: "53–66".
    case bounds(Double, Double)
    /// A small number in words: "six", "thirty".
    case word(Double)
    /// A word that multiplies what stands before it: "hundred", "million", "m", "bn".
    case scale(Double)
    /// A place in a row: "64th", "third".
    case ordinal(Double)
    /// Digits fixed to a word: "16-year" gives 16 and "year".
    case compound(Double, String)

    /// Reads a token's text, or gives nil where it is no number.
    ///
    /// "1980s", "67/19", "Ashraf-3" and "10.1080/03" are names or dates and give nil.
    init?(_ text: String) {
        let lower = text.lowercased()
        // Nearly every token is a word without a digit: one look-up decides.
        guard lower.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else {
            guard let atom = Self.inWords[lower] else { return nil }
            self = atom
            return
        }
        if let value = Self.number(lower[...]) {
            self = .digits(value)
        } else if let value = Self.shortened(lower) {
            self = .digits(value)
        } else if let value = Self.figureOrdinal(lower) {
            self = .ordinal(value)
        } else if let atom = Self.joined(lower) {
            self = atom
        } else {
            return nil
        }
    }

    /// Small numbers.
    static let words: [String: Double] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    /// Multipliers, long and short.
    static let scales: [String: Double] = [
        "dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
        "trillion": 1_000_000_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000,
    ]

    /// Ordinals in words.
    static let ordinals: [String: Double] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
        "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
        "hundredth": 100,
    ]

    /// All of them by word.
    private static let inWords: [String: NumberAtom] =
        words.mapValues { .word($0) }
        .merging(scales.mapValues { .scale($0) }) { first, _ in first }
        .merging(ordinals.mapValues { .ordinal($0) }) { first, _ in first }

    /// What settles for nearly every token that its word is no number.
    private static let sieve = WordSieve(inWords.keys)

    /// Whether a word in lower case with this key can be or begin with a number.
    static func mayBe(_ lower: String, key: UInt32) -> Bool {
        sieve.mayHold(key) || lower.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// Reads digits with thousands separators and a decimal point: "68,700", "36.5", "1,234.5"; nothing else. More than
    /// seven groups count nothing that a text could mean, and in the end no finite number.
    static func number(_ text: Substring) -> Double? {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = halves.first, !whole.isEmpty else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
        if groups.count > 1 {
            guard groups.count <= 7, groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
        } else if whole.count > 12 {
            return nil
        }
        if halves.count == 2 {
            guard !halves[1].isEmpty, halves[1].allSatisfy(isDigit) else { return nil }
        }
        return Double(text.filter { $0 != "," })
    }

    private static func isDigit(_ character: Character) -> Bool { character >= "0" && character <= "9" }

    /// "3.5bn", "20k": digits with a short scale. "5m" is left, it may be metres.
    private static func shortened(_ text: String) -> Double? {
        for (suffix, scale) in [("bn", 1e9), ("tn", 1e12), ("mn", 1e6), ("k", 1e3)] where text.hasSuffix(suffix) {
            return number(text.dropLast(suffix.count)).map { $0 * scale }
        }
        return nil
    }

    private static func figureOrdinal(_ text: String) -> Double? {
        guard text.count > 2, ["st", "nd", "rd", "th"].contains(text.suffix(2)) else { return nil }
        return number(text.dropLast(2))
    }

    private static func joined(_ text: String) -> NumberAtom? {
        guard let mark = text.firstIndex(where: { dashes.contains($0) }) else { return nil }
        let left = text[..<mark]
        let right = text[text.index(after: mark)...]
        guard let low = number(left) else { return nil }
        if let high = number(right) { return high > low ? .bounds(low, high) : nil }
        guard right.count > 1, right.allSatisfy(\.isLetter) else { return nil }
        return .compound(low, String(right))
    }

    /// The characters that join the bounds of a range, or a number and its unit.
    static let dashes: Set<Character> = ["-", "–", "—", "‑"]
}
