/// How one party stands to what a report tells: the one who claims it, and those who back, confirm or reject the claim.
///
/// Stances settle nothing: they stand side by side, each with its words.
public struct Stance: Hashable, Sendable {
    /// The stance taken.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case claims, confirms, backs, doubts, rejects
    }

    /// The stance.
    public var kind: Kind
    /// Whose it is.
    public var party: String
    /// The alpha-3 code of the state the party belongs to, or empty.
    public var code: String
    /// The words that take it ("backed", "rejected").
    public var cue: String
    /// Where the party stands.
    public var evidence: Evidence
    /// The words of the stance: from party to what it is about.
    public var words: CodePointSpan

    /// Makes a stance from its parts.
    public init(
        kind: Kind, party: String, code: String = "", cue: String, evidence: Evidence, words: CodePointSpan
    ) {
        self.kind = kind
        self.party = party
        self.code = code
        self.cue = cue
        self.evidence = evidence
        self.words = words
    }
}

extension Stance: Codable {
    private enum CodingKeys: String, CodingKey { case stance, party, code, cue, words }

    /// Reads a stance of the report format.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        kind = try values.decode(Kind.self, forKey: .stance)
        party = try values.decode(String.self, forKey: .party)
        code = try values.decodeIfPresent(String.self, forKey: .code) ?? ""
        cue = try values.decode(String.self, forKey: .cue)
        words = try values.decode(CodePointSpan.self, forKey: .words)
        evidence = try Evidence(from: decoder)
    }

    /// Writes a stance of the report format.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(kind, forKey: .stance)
        try values.encode(party, forKey: .party)
        try values.encode(code, forKey: .code)
        try values.encode(cue, forKey: .cue)
        try values.encode(words, forKey: .words)
        try evidence.encode(to: encoder)
    }
}
