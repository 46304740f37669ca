public import ChanceryCore

/// A participant as coding handles it: like ``ChanceryCore/Participant``, in UTF-8 bytes.
public struct Mention: Hashable, Sendable {
    /// The canonical name.
    public var name: String
    /// The alpha-3 code of the state it belongs to, or empty.
    public var code: String
    /// PLOVER's sector, or empty.
    public var sector: String
    /// What sort of thing it is.
    public var kind: EntityKind
    /// The words that name it here.
    public var span: ByteSpan
    /// The words elsewhere that tell who is meant.
    public var from: ByteSpan?

    /// Makes a mention from its parts.
    public init(
        name: String, code: String = "", sector: String = "", kind: EntityKind, span: ByteSpan, from: ByteSpan? = nil
    ) {
        self.name = name
        self.code = code
        self.sector = sector
        self.kind = kind
        self.span = span
        self.from = from
    }

    /// The same mention in code points.
    public func participant(_ map: ReadingMap) -> Participant {
        Participant(
            name: name, code: code, sector: sector, kind: kind, span: map.codePoints(span),
            from: from.map { map.codePoints($0) })
    }
}
