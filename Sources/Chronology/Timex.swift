public import ChanceryCore

/// The kinds of time expression of TIMEX3.
public enum TimexType: String, Hashable, Sendable, Codable, CaseIterable {
    /// A day or something longer.
    case date = "DATE"
    /// A time of day.
    case time = "TIME"
    /// A length of time.
    case duration = "DURATION"
    /// Something that comes again and again.
    case set = "SET"
}

/// An expression of time in a text, with its value in TIMEX3 and, where it names a date, in EDTF.
///
/// In "since the end of 1996" the words are "the end of 1996", `value` is `1996`, `date` is `1996-12~` and `edtf` is
/// `1996-12~/..`, with "since the end of 1996" as `extent`.
public struct Timex: Hashable, Sendable {
    /// The tokens it covers; the first and last may reach further than `span`, as in "pro-1991".
    public var tokens: Range<Int>
    /// The words of the expression, in UTF-8 bytes.
    public var span: ByteSpan
    /// Its kind.
    public var type: TimexType
    /// The TIMEX3 value, such as `1996-12`, `P6M`, `PRESENT_REF`; unknown digits are `X`.
    public var value: String
    /// The date the words themselves name; nil where they name none that the text lets us know.
    public var date: EDTF?
    /// The date with the words around it taken into account: `1991/..` after "since", `../1991` after "until" and
    /// "before", the whole interval at both ends of a range; else the same as `date`.
    public var edtf: EDTF?
    /// Whether the text states it in full, year included; else it was worked out from the day of publication or from
    /// another date of the text, or is not known in full.
    public var isComplete: Bool
    /// The qualifier of `date`.
    public var qualifier: EDTF.Qualifier? { date?.qualifier }
    /// The part of a longer time that is meant: "early", "mid", "the end of".
    public var part: TimexPart?
    /// The earlier or later expression it took its year, month or day from; nil where it took none, or took it from
    /// the day of publication.
    public var resolvedFrom: ByteSpan?
    /// The words that tell `edtf`: the expression with the word that opens or closes the span of time, and both ends
    /// of a range.
    public var extent: ByteSpan
    /// The TIMEX3 attribute `quant` of a set: "every", "every-other".
    public var quantifier: String?
    /// The TIMEX3 attribute `freq` of a set: `2X` in "twice a week".
    public var frequency: String?
    /// The names of the rules of `Resources/en/rules/` that read it, the outermost first.
    public var rules: [String]

    /// Makes an expression from its parts.
    public init(
        tokens: Range<Int>, span: ByteSpan, type: TimexType, value: String, date: EDTF? = nil, edtf: EDTF? = nil,
        isComplete: Bool, part: TimexPart? = nil, resolvedFrom: ByteSpan? = nil, extent: ByteSpan? = nil,
        quantifier: String? = nil, frequency: String? = nil, rules: [String] = []
    ) {
        self.tokens = tokens
        self.span = span
        self.type = type
        self.value = value
        self.date = date
        self.edtf = edtf ?? date
        self.isComplete = isComplete
        self.part = part
        self.resolvedFrom = resolvedFrom
        self.extent = extent ?? span
        self.quantifier = quantifier
        self.frequency = frequency
        self.rules = rules
    }
}

/// A part of a longer time.
public enum TimexPart: String, Hashable, Sendable, Codable {
    case start, middle, end
}
