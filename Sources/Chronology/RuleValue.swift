/// What a named part of a rule's pattern stands for.
enum RuleValue: Sendable {
    case number(Int)
    case text(String)
    case unit(Lexicon.Unit)
    case count(Count)
    /// What an inner expression means, and the rules that read it.
    case inner(Meaning, rules: [Int])
}

/// How many of a unit.
enum Count: Sendable, Hashable {
    /// A number.
    case whole(Int)
    /// A number and a half.
    case half(Int)
    /// "several", "a few".
    case open

    /// As TIMEX3 writes it.
    var text: String {
        switch self {
        case .whole(let number): String(number)
        case .half(let number): "\(number).5"
        case .open: "X"
        }
    }
}
