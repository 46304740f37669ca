/// Reads numbers as English texts write them: in digits, in words, or in both.
///
/// | written | value |
/// |---|---|
/// | `1,200`, `1 200`, `1'200`, `1.234,56`, `3.5`, `3½` | 1200, 1200, 1200, 1234.56, 3.5, 3.5 |
/// | `64th`, `twenty-first`, `first` | 64, 21, 1 |
/// | `20%`, `20 percent`, `$30bn`, `1.5 million`, `20k` | 20, 20, 30 000 000 000, 1 500 000, 20 000 |
/// | `one hundred and five`, `a thousand`, `half a million` | 105, 1000, 500 000 |
/// | `two dozen`, `a couple`, `two-thirds`, `tens of thousands` | 24, 2, 0.666…, 10 000 |
///
/// Coding reads figures with it, and `verify` reads their words again with the same reader. Words that only may be
/// numbers ("second" of a minute, "one" for somebody) are read as numbers: whether they are is for the caller.
public enum Numeral {
    /// The one number in a text, or nil where it holds none or several: "some 30 fighters" is 30, "20-30" is nil.
    public static func value(of text: String) -> Double? {
        let found = values(in: text)
        return found.count == 1 ? found[0] : nil
    }

    /// Every number in a text, from left to right: "between 20 and thirty" holds 20 and 30.
    ///
    /// Digits too many for a finite value, such as 310 of them, are no number.
    public static func values(in text: String) -> [Double] {
        var reader = NumeralReader(tokens: NumeralScanner.tokens(of: text))
        return reader.readAll().filter(\.isFinite)
    }

    /// The tens that the name of a decade tells: 8 of "eighties"; nil of another word.
    public static func tens(ofDecade word: String) -> Int? { NumeralWords.decade(word) }

    /// Whether two values are the same but for what binary fractions lose.
    public static func same(_ a: Double, _ b: Double) -> Bool {
        a == b || abs(a - b) <= 1e-9 * max(abs(a), abs(b))
    }
}

/// A piece of a text that may be part of a number.
enum NumeralToken: Equatable {
    /// Digits, with what their suffix multiplies them by; an ordinal ends its number.
    case digits(Double, isOrdinal: Bool)
    /// A vulgar fraction, such as ½.
    case fraction(Double)
    /// A word in lower case; a hyphenated word is several.
    case word(String)
    /// Something that no number runs across.
    case stop
}

/// Puts tokens together to numbers.
struct NumeralReader {
    private let tokens: [NumeralToken]
    private var position = 0

    init(tokens: [NumeralToken]) { self.tokens = tokens }

    private func token(_ ahead: Int = 0) -> NumeralToken {
        position + ahead < tokens.count ? tokens[position + ahead] : .stop
    }

    private func word(_ ahead: Int = 0) -> String? {
        if case .word(let word) = token(ahead) { word } else { nil }
    }

    mutating func readAll() -> [Double] {
        var values: [Double] = []
        while position < tokens.count {
            if let value = read() { values.append(value) } else { position += 1 }
        }
        return values
    }

    private mutating func read() -> Double? {
        switch token() {
        case .stop: return nil
        case .fraction(let value):
            position += 1
            return value * takeScales()
        case .digits(let value, let isOrdinal):
            position += 1
            if isOrdinal { return value }
            if case .fraction(let part) = token() {
                position += 1
                return (value + part) * takeScales()
            }
            if let part = takeFractionUnit(after: value) { return part }
            return value * takeScales()
        case .word(let word):
            if word == "minus", case .word = token(1) {
                position += 1
                return read().map { -$0 }
            }
            return readWords()
        }
    }

    /// "million" after a number, "thousand million" as well.
    private mutating func takeScales() -> Double {
        var product = 1.0
        while let word = word(), let scale = NumeralWords.scale(word) ?? (word == "dozen" ? 12 : nil) {
            product *= scale
            position += 1
        }
        return product
    }

    /// "thirds" after 2, "third" after 1.
    private mutating func takeFractionUnit(after value: Double) -> Double? {
        guard let word = word(), let parts = NumeralWords.fractionUnit(word, plural: value != 1) else { return nil }
        position += 1
        return value / parts
    }

    private mutating func readWords() -> Double? {
        guard let first = word() else { return nil }
        if let value = readHalf(first) ?? readIndefinite(first) { return value }
        return readCardinal()
    }

    /// "half a million", "half".
    private mutating func readHalf(_ first: String) -> Double? {
        guard first == "half" else { return nil }
        position += 1
        if word() == "a" || word() == "an", let next = word(1), NumeralWords.scale(next) != nil || next == "dozen" {
            position += 1
        }
        return 0.5 * takeScales()
    }

    /// "a hundred", "a dozen", "a couple", "a third"; "tens of thousands", "dozens".
    private mutating func readIndefinite(_ first: String) -> Double? {
        if first == "a" || first == "an" {
            guard let next = word(1) else { return nil }
            if let parts = NumeralWords.fractionUnit(next, plural: false) {
                position += 2
                return 1 / parts
            }
            guard NumeralWords.scale(next) != nil || NumeralWords.group(next) != nil else { return nil }
            position += 1
            return readCardinal()
        }
        guard let many = NumeralWords.plural(first) else { return nil }
        position += 1
        if word() == "of", let next = word(1), let more = NumeralWords.plural(next) {
            position += 2
            return many * more
        }
        return many
    }

    private mutating func readCardinal() -> Double? {
        var sum = NumeralSum()
        while let word = word() {
            if word == "and", sum.acceptsAnd, let next = self.word(1), sum.accepts(next) || isHalf(ahead: 1) {
                position += 1
                continue
            }
            if isHalf(ahead: 0), sum.hasValue {
                position += 2
                return sum.value + 0.5
            }
            guard sum.accepts(word) else { break }
            let isOrdinal = sum.take(word)
            position += 1
            if isOrdinal { return sum.value }
        }
        guard sum.hasValue else { return nil }
        if sum.value < 20, let part = takeFractionUnit(after: sum.value) { return part }
        if word() == "and", isHalf(ahead: 1) {
            position += 3
            return (sum.value + 0.5) * takeScales()
        }
        return sum.value
    }

    /// "a half", which stands after "and".
    private func isHalf(ahead: Int) -> Bool { word(ahead) == "a" && word(ahead + 1) == "half" }
}

/// A number in words as it grows, from the largest scale to the smallest.
private struct NumeralSum {
    private var total = 0.0
    private var current = 0.0
    private var smallestScale = Double.infinity
    /// What may still follow inside the current thousand: numbers below this.
    private var room = 1000.0
    private(set) var hasValue = false
    private var isClosed = false

    var value: Double { total + current }

    /// "and" stands after hundreds and larger, not between units.
    var acceptsAnd: Bool { hasValue && !isClosed && room >= 100 && (current == 0 || current >= 100) }

    func accepts(_ word: String) -> Bool {
        if isClosed { return false }
        if let number = NumeralWords.number(word) { return number < room && (number > 0 || !hasValue) }
        if word == "hundred" || word == "hundredth" { return (1..<100).contains(current) || !hasValue }
        if let scale = NumeralWords.scale(word) ?? NumeralWords.ordinalScale(word) {
            return scale < smallestScale && (current > 0 || !hasValue)
        }
        return NumeralWords.group(word) != nil && (current > 0 || !hasValue)
    }

    /// Takes a word it accepts; true where it is an ordinal, which ends the number.
    mutating func take(_ word: String) -> Bool {
        if let number = NumeralWords.number(word) {
            current += number
            room = number >= 20 && number.truncatingRemainder(dividingBy: 10) == 0 ? 10 : 0
        } else if word == "hundred" || word == "hundredth" {
            current = max(current, 1) * 100
            room = 100
        } else if let scale = NumeralWords.scale(word) ?? NumeralWords.ordinalScale(word) {
            total += (hasValue ? current : 1) * scale
            current = 0
            smallestScale = scale
            room = 1000
        } else if let group = NumeralWords.group(word) {
            current = (hasValue ? current : 1) * group
            isClosed = true
        }
        hasValue = true
        return NumeralWords.isOrdinal(word)
    }
}
