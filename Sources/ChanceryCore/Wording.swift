/// A word or phrase of a clause by which accounts of one thing differ: "cult-like", "invasion", "a series of raids".
///
/// Which words count, and under which head, is in `Resources/wording.txt`. A clause has few of them, and most have none.
public struct Wording: Hashable, Sendable {
    /// The head it stands under: "reproving", "degree", "names entering/invasion".
    public var list: String
    /// The word as the list has it, in lower case, and what it is about where it needs it: the act of "a series of", whom somebody is
    /// "against", the three words behind a "not".
    public var words: String
    /// Where it stands.
    public var span: CodePointSpan
    /// Whether a word before it turns it round: "not a resistance movement", "no significant harm".
    public var isNegated: Bool
    /// The places in ``Report/participants`` of those it is said of; empty where the clause does not tell.
    public var of: [Int]

    /// Makes wording from its parts.
    public init(list: String, words: String, span: CodePointSpan, isNegated: Bool = false, of: [Int] = []) {
        self.list = list
        self.words = words
        self.span = span
        self.isNegated = isNegated
        self.of = of
    }

    /// The family of names it is of, and its group there ("entering", "invasion"); nil of any other.
    public var naming: (family: Substring, group: Substring)? {
        guard list.hasPrefix(Self.namesPrefix), let slash = list.firstIndex(of: "/") else { return nil }
        return (
            list[list.index(list.startIndex, offsetBy: Self.namesPrefix.count)..<slash],
            list[list.index(after: slash)...]
        )
    }

    static let namesPrefix = "names "
}

extension Wording: Codable {
    private enum CodingKeys: String, CodingKey { case list, words, start, end, negated, of }

    /// Reads one of a report's `wording`.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            list: try values.decode(String.self, forKey: .list), words: try values.decode(String.self, forKey: .words),
            span: try CodePointSpan(values, .start, .end),
            isNegated: try values.decodeIfPresent(Bool.self, forKey: .negated) ?? false,
            of: try values.decodeIfPresent([Int].self, forKey: .of) ?? [])
    }

    /// Writes one of a report's `wording`.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(list, forKey: .list)
        try values.encode(words, forKey: .words)
        try values.encode(span.start, forKey: .start)
        try values.encode(span.end, forKey: .end)
        if isNegated { try values.encode(true, forKey: .negated) }
        if !of.isEmpty { try values.encode(of, forKey: .of) }
    }
}

extension Wording: JSONWritable {
    func write(to text: inout JSONText) throws {
        try text.object {
            try $0.member("end", span.end)
            try $0.member("list", list)
            if isNegated { try $0.member("negated", true) }
            if !of.isEmpty { try $0.member("of", of) }
            try $0.member("start", span.start)
            try $0.member("words", words)
        }
    }
}
