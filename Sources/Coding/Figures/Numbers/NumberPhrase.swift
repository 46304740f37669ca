import ChanceryCore

/// The words of one number, with what they say.
///
/// "two thousand three hundred" is one phrase with the value 2,300; "between 200 and 300" is two until
/// ``NumberReader`` joins them.
struct NumberPhrase: Hashable, Sendable {
    /// How the number is written.
    enum Form: Hashable, Sendable {
        case digits, words, ordinal
    }

    /// The tokens of the number, currency and percent signs aside.
    var tokens: Range<Int>
    /// The bytes of the number.
    var span: ByteSpan
    /// The value; of a range, its lower bound.
    var value: Double
    /// The bounds, where it is a range.
    var low: Double?
    var high: Double?
    /// How it is written.
    var form: Form
    /// A unit written into the same token: the "year" of "16-year".
    var fixedUnit: String?
    /// Whether a word such as "million" stands in it.
    var isScaled = false
    /// Whether it is digits without separator or point, as a year is.
    var isPlain = false

    /// Whether the number looks like a year: four digits from 1000 to 2100 without separator.
    var isYearLike: Bool { isPlain && value >= 1_000 && value <= 2_100 && span.count == 4 }
}
