/// A party as a person names it in a correction: `Osk (state OSK)`, `Ana Dol (person OSK GOV)`, `Osk`.
///
/// A list of them is separated by semicolons. In brackets stand what sort of thing it is, the alpha-3 code of the state
/// it belongs to, and PLOVER's sector; without brackets it is the party of that name that the report has already.
public struct DecidedParty: Hashable, Sendable, CustomStringConvertible {
    /// The canonical name.
    public var name: String
    /// What sort of thing it is; nil where the name alone is given.
    public var kind: EntityKind?
    /// The alpha-3 code of the state it belongs to, or empty.
    public var code: String
    /// PLOVER's sector, or empty.
    public var sector: String

    /// Makes a party from its parts.
    public init(name: String, kind: EntityKind? = nil, code: String = "", sector: String = "") {
        self.name = name
        self.kind = kind
        self.code = code
        self.sector = sector
    }

    /// Reads one party; nil where it has no name, or where the brackets hold something else.
    public init?(_ text: some StringProtocol) {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard text.hasSuffix(")"), let opening = text.lastIndex(of: "(") else {
            guard !text.isEmpty, !text.contains("(") else { return nil }
            self.init(name: text)
            return
        }
        let name = text[..<opening].split(separator: " ").joined(separator: " ")
        let parts = text[text.index(after: opening)...].dropLast().split(separator: " ").map(String.init)
        guard !name.isEmpty, let first = parts.first, let kind = EntityKind(rawValue: first), parts.count <= 3,
            parts.dropFirst().allSatisfy(Self.isCode)
        else { return nil }
        self.init(
            name: name, kind: kind, code: parts.count > 1 ? parts[1] : "", sector: parts.count > 2 ? parts[2] : "")
    }

    /// Reads a list; nil where one of it cannot be read. `none` is the empty list.
    public static func list(_ text: String) -> [DecidedParty]? {
        if text == Decision.nothing { return [] }
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { DecidedParty($0) }
        let read = parts.compactMap { $0 }
        return read.count == parts.count ? read : nil
    }

    /// The party as a correction writes it.
    public var description: String {
        guard let kind else { return name }
        let classes = [kind.rawValue, code, code.isEmpty ? "" : sector].filter { !$0.isEmpty }
        return "\(name) (\(classes.joined(separator: " ")))"
    }

    /// Whether a text is three letters in capitals, as alpha-3 codes and PLOVER's sectors are.
    public static func isCode(_ text: String) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0) }
    }
}
