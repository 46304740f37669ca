/// What one token says about a number; ``NumberWords`` reads it.
enum NumberAtom: Equatable, Sendable {
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
}
