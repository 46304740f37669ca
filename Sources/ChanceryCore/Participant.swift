/// What sort of thing a name stands for.
public enum EntityKind: String, Hashable, Sendable, Codable, CaseIterable {
    case state, organisation, person, group, place
}

/// Who acts, speaks or is acted upon, with the words that name them.
public struct Participant: Hashable, Sendable {
    /// The canonical name: "Albania", not "the regime".
    public var name: String
    /// The ISO 3166-1 alpha-3 code of the state it belongs to, or empty.
    public var code: String
    /// PLOVER's sector (GOV, MIL, OPP, …), or empty.
    public var sector: String
    /// What sort of thing it is.
    public var kind: EntityKind
    /// The words in the evidence that name it, perhaps a pronoun.
    public var span: CodePointSpan
    /// The words elsewhere that tell who is meant: a pronoun's antecedent, an interview's speaker label.
    public var from: CodePointSpan?
    /// The id of the decision that names it; then no words of the text do, and `span` is empty.
    public var decidedBy: String?

    /// Makes a participant from its parts.
    public init(
        name: String, code: String = "", sector: String = "", kind: EntityKind, span: CodePointSpan,
        from: CodePointSpan? = nil, decidedBy: String? = nil
    ) {
        self.name = name
        self.code = code
        self.sector = sector
        self.kind = kind
        self.span = span
        self.from = from
        self.decidedBy = decidedBy
    }
}

/// A span as it stands in JSON: `start`, `end` and, where it was taken over from elsewhere, `from`.
public struct Evidence: Hashable, Sendable, Codable {
    /// The words in the evidence.
    public var span: CodePointSpan
    /// The words elsewhere from which the value was taken over.
    public var from: CodePointSpan?

    /// Makes evidence from a span.
    public init(_ span: CodePointSpan, from: CodePointSpan? = nil) {
        self.span = span
        self.from = from
    }

    private enum CodingKeys: String, CodingKey { case start, end, from }

    /// Reads `start`, `end` and perhaps `from`.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        span = try CodePointSpan(values, .start, .end)
        from = try values.decodeIfPresent(CodePointSpan.self, forKey: .from)
    }

    /// Writes `start`, `end` and perhaps `from`.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(span.start, forKey: .start)
        try values.encode(span.end, forKey: .end)
        try values.encodeIfPresent(from, forKey: .from)
    }
}

extension Participant: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, code, sector, kind, start, end, from, decidedBy = "decided_by"
    }

    /// Reads a participant of the report format.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try values.decode(String.self, forKey: .name),
            code: try values.decodeIfPresent(String.self, forKey: .code) ?? "",
            sector: try values.decodeIfPresent(String.self, forKey: .sector) ?? "",
            kind: try values.decode(EntityKind.self, forKey: .kind),
            span: try CodePointSpan(values, .start, .end),
            from: try values.decodeIfPresent(CodePointSpan.self, forKey: .from),
            decidedBy: try values.decodeIfPresent(String.self, forKey: .decidedBy))
    }

    /// Writes a participant of the report format.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(name, forKey: .name)
        try values.encode(code, forKey: .code)
        try values.encode(sector, forKey: .sector)
        try values.encode(kind, forKey: .kind)
        try values.encode(span.start, forKey: .start)
        try values.encode(span.end, forKey: .end)
        try values.encodeIfPresent(from, forKey: .from)
        try values.encodeIfPresent(decidedBy, forKey: .decidedBy)
    }
}
