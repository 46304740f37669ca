public import ChanceryCore

/// A number that can be cited, as coding finds it; offsets are UTF-8 bytes of the document's text.
///
/// "Some 80,000 people left." gives the value 80000, the unit `people`, the qualifier `some` and the number's bytes
/// 5..<11.
public struct FigureFinding: Hashable, Sendable {
    /// The value; of a range, its lower bound.
    public var value: Double
    /// `people` for persons of any sort, `rank` for ordinals, `percent` for %, otherwise the text's own word.
    public var unit: String
    /// What is counted, in the text's words; empty where they name nothing beyond the unit.
    public var of: String
    /// How exact the number is ("about", "more than", "at least"), or empty.
    public var qualifier: String
    /// The lower bound of a range.
    public var low: Double?
    /// The upper bound of a range.
    public var high: Double?
    /// The bytes of the number: the trigger, from which `value` can be read again.
    public var number: ByteSpan
    /// The bytes of the clause that tells it: the evidence.
    public var clause: ByteSpan
    /// The token of what is counted, or of the number itself.
    public var head: Int
    /// The tokens of the number.
    public var numberTokens: Range<Int>
    /// The id of the rule that fired; `Documentation/figures-and-states.md` lists them.
    public var rule: String

    /// Makes a finding from its parts.
    public init(
        value: Double, unit: String, of: String, qualifier: String = "", low: Double? = nil, high: Double? = nil,
        number: ByteSpan, clause: ByteSpan, head: Int, numberTokens: Range<Int>, rule: String
    ) {
        self.value = value
        self.unit = unit
        self.of = of
        self.qualifier = qualifier
        self.low = low
        self.high = high
        self.number = number
        self.clause = clause
        self.head = head
        self.numberTokens = numberTokens
        self.rule = rule
    }
}
