import ChanceryCore

/// Finds who says, thinks or shows what in a parsed document.
///
/// Statements are found by reporting verbs, nouns and phrases (the lists of `Resources/statements`) over the parse, by
/// quotation marks, and by layout (block quotes, interview turns, speakers' labels). `Documentation/statements.md`
/// tells the rules in order.
///
/// "The mayor told reporters that Osk would vote." gives one statement: source "The mayor", cue "told", content "that
/// Osk would vote".
public struct StatementFinder: Sendable {
    private let lexicon: CueLexicon

    /// Reads the word lists of the module.
    ///
    /// - Throws: a Foundation error where a list is missing, ``StatementError`` where one is malformed.
    public init() throws { lexicon = try CueLexicon() }

    /// The statements of a document.
    ///
    /// - Parameter entities: who is who in the same document.
    public func statements(in parsed: ParsedDocument, entities: EntityIndex) -> StatementIndex {
        statements(
            in: parsed, participant: { entities.participant(at: $0) }, modifier: { entities.modifierParty(at: $0) })
    }

    /// The statements of a document whose noun phrases `participant`, whose modifiers `modifier` resolves.
    func statements(
        in parsed: ParsedDocument, participant: @escaping @Sendable (_ head: Int) -> Mention?,
        modifier: @escaping @Sendable (_ token: Int) -> Mention?
    ) -> StatementIndex {
        var builder = StatementBuilder(
            parsed: parsed, lexicon: lexicon, parties: PartyLookup(participant: participant, modifier: modifier))
        let found = builder.build()
        return StatementIndex(found, stances: builder.stances(among: found))
    }
}
