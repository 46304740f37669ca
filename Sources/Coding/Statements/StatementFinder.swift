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
    private let lexicon: Kept<CueLexicon>

    /// Reads the word lists of the module.
    ///
    /// - Throws: a Foundation error where a list is missing, ``StatementError`` where one is malformed.
    public init() throws { lexicon = Kept(try CueLexicon()) }

    /// The statements of a document.
    ///
    /// - Parameter entities: who is who in the same document.
    public func statements(in parsed: ParsedDocument, entities: EntityIndex) -> StatementIndex {
        let parties = PartyLookup(
            participant: { entities.participant(at: $0) }, modifier: { entities.modifierParty(at: $0) },
            gender: { name in
                switch entities.gender(of: name) {
                case .male: .male
                case .female: .female
                case .unknown: nil
                }
            })
        let context = StatementContext(parsed: parsed, lexicon: lexicon, parties: parties)
        let found = StatementComposer(context: context).findings()
        return StatementIndex(found, stances: StanceFinder(context: context).stances(among: found))
    }
}
