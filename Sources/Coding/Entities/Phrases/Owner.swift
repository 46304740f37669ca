import ChanceryCore

/// Whom a noun's modifiers name: "Albanian" of "the Albanian government", "its" of "its president".
struct Owner: Sendable {
    /// Who it is.
    var entity: DocumentEntity
    var form: NameForm
    /// The tokens of the words that name it.
    var tokens: Range<Int>
    var span: ByteSpan
    /// Where a pronoun's name stands.
    var from: ByteSpan?
    /// The owner as a party of its own.
    var mention: Mention {
        Mention(
            name: entity.name, code: entity.code, sector: entity.sector, kind: entity.kind, span: span, from: from)
    }
    /// Whether the words are a possessive pronoun.
    var isPronoun: Bool { from != nil }
}
