import ChanceryCore
import SpacyPipeline

/// A text with its names: what stages read that ask what names do in it.
struct NamedText: EntityStage, Sendable {
    /// Kept once: a copy of this struct is one reference.
    private let content: Content

    private final class Content: Sendable {
        let text: EntityText
        let entities: [DocumentEntity]
        let names: NameLayer
        let listed: NameLayer
        let held: HeldOffices
        let genders: [String: DocumentEntity.Gender]

        init(
            _ text: EntityText, _ entities: [DocumentEntity], names: NameLayer, listed: NameLayer, held: HeldOffices,
            genders: [String: DocumentEntity.Gender]
        ) {
            self.text = text
            self.entities = entities
            self.names = names
            self.listed = listed
            self.held = held
            self.genders = genders
        }
    }

    init(
        _ text: EntityText, entities: [DocumentEntity], names: NameLayer, listed: NameLayer, held: HeldOffices
    ) {
        content = Content(text, entities, names: names, listed: listed, held: held, genders: [:])
    }

    private init(_ content: Content) { self.content = content }

    /// The same text once its persons are known.
    func knowing(_ persons: KnownPersons) -> NamedText {
        NamedText(
            Content(
                text, persons.entities, names: names, listed: listed, held: held, genders: persons.genders))
    }

    var text: EntityText { content.text }
    var entities: [DocumentEntity] { content.entities }
    /// Names that stand by themselves, in text order, not overlapping.
    var names: NameLayer { content.names }
    /// Listed names, also inside longer ones ("Albanian" in "Albanian Parliament").
    var listed: NameLayer { content.listed }
    /// Offices that are told with the names of their holders.
    var held: HeldOffices { content.held }

    func entity(of name: NameSpan) -> DocumentEntity { content.entities[name.entity] }

    /// Whether a person of a canonical name is a man or a woman, as far as titles and first names tell.
    func gender(of name: String) -> DocumentEntity.Gender { content.genders[name] ?? .unknown }

    /// The name a token stands in: a name of its own, or a listed one.
    func name(at token: Int) -> NameSpan? { content.names.last(at: token) ?? content.listed.last(at: token) }

    /// The listed names that a hyphen joins within one token, in the order of the text: both of "U.S.-Oskan".
    func joined(within token: Int) -> [NameSpan] {
        let within = content.listed.at[token].map { content.listed[$0] }.filter { $0.tokens == token..<(token + 1) }
        return within.count > 1 ? within.sorted { $0.span < $1.span } : []
    }

    /// Whether a token stands in no name of its own.
    func isUnnamed(_ token: Int) -> Bool { content.names.at[token].isEmpty }

    /// Whether a token stands in the listed name of a region.
    func namesRegion(_ token: Int) -> Bool {
        content.listed.at[token].contains { entity(of: content.listed[$0]).sort == .region }
    }

    /// What a name mentions, told by its own words or by others.
    func mention(of name: NameSpan, span: ByteSpan? = nil) -> Mention {
        let entity = entity(of: name)
        return Mention(
            name: entity.name, code: entity.code, sector: entity.sector, kind: entity.kind, span: span ?? name.span)
    }

    /// The state of a code, as a party.
    func state(_ code: String, sector: String = "", span: ByteSpan, from: ByteSpan? = nil) -> Mention? {
        guard let state = lexicon.state(code) else { return nil }
        return Mention(name: state.name, code: code, sector: sector, kind: .state, span: span, from: from)
    }

    /// Whom an office's own word, or the first holder's name, stands for: all its holders.
    func holders(at token: Int) -> [Mention] {
        content.held.holders(at: token).compactMap { holder in
            content.names.first(at: holder.name.lowerBound).map { mention(of: $0) }
        }
    }

    /// The plural word for a state's people: "Palestinians", "British people".
    func demonym(_ entity: DocumentEntity) -> String {
        guard let entry = entity.entry else { return entity.name }
        return lexicon.demonyms[entry] ?? "people of " + entity.name
    }
}
