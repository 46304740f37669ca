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
    /// - Throws: ``StatementError`` where a list is missing or malformed.
    public init() throws { lexicon = try CueLexicon() }

    /// The statements of a document whose noun phrases `participant` resolves.
    ///
    /// - Parameter participant: who the noun phrase or pronoun with a given head token names, if that is known.
    public func statements(
        in parsed: ParsedDocument, participant: @escaping @Sendable (_ head: Int) -> Mention?
    ) -> StatementIndex {
        var builder = StatementBuilder(
            parsed: parsed, lexicon: lexicon, parties: PartyLookup(participant: participant))
        return StatementIndex(builder.build())
    }
}
