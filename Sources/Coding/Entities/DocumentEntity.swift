import ChanceryCore

/// One entity as a document tells of it.
struct DocumentEntity: Sendable {
    /// The canonical name.
    var name: String
    var code: String
    var sector: String
    var kind: EntityKind
    /// The list it comes from; nil for one that only the document knows.
    var sort: LexiconEntry.Sort?
    /// An index into the lexicon's entries.
    var entry: Int?
    /// Whether the text calls the person Mr, Mrs, he or she.
    var gender: Gender = .unknown
    /// How often the document names it.
    var count = 0
    /// The words that name it first.
    var first = ByteSpan(0, 0)

    enum Gender: Sendable { case unknown, male, female }

    /// Whether it is a body that has offices of its own: a movement, an organisation, a paper.
    var isBody: Bool { isListedBody || sort == nil && kind == .organisation }

    /// Whether it is such a body of the lists.
    var isListedBody: Bool {
        switch sort {
        case .movement, .organisation, .media: true
        default: false
        }
    }

    /// Whether it is a place that is no party unless syntax makes it one.
    var isPlace: Bool {
        switch sort {
        case .territory, .capital, .city, .seat, .region: true
        default: kind == .place
        }
    }
}

/// Words of a document that name an entity.
struct NameSpan: Sendable {
    var tokens: Range<Int>
    /// The token that the rest of the name hangs on.
    var head: Int
    var span: ByteSpan
    /// An index into the document's entities.
    var entity: Int
    var form: NameForm
}

extension NameSpan {
    /// A run of tokens as an entity's own name.
    init(_ tokens: Range<Int>, entity: Int, in text: EntityText) {
        self.init(
            tokens: tokens, head: text.head(of: tokens), span: text.parsed.span(tokens), entity: entity, form: .name)
    }
}

extension DocumentEntity {
    /// A listed entity, before the document has told anything of it.
    init(_ listed: LexiconEntry, entry: Int) {
        self.init(
            name: listed.name, code: listed.code, sector: listed.sector, kind: listed.kind, sort: listed.sort,
            entry: entry)
    }
}
