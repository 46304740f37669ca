import ChanceryCore

/// Finds relations that hold over time: missions, membership, offices, recognition, stance, class, location.
///
/// The rules are data (`Resources/states/rules.txt`); `Documentation/figures-and-states.md` tells their format.
/// What happened at a time ("recognised Osk in May") is an event, and left to the event coder.
public struct StateFinder: Sendable {
    private let rules: Kept<StateRules>

    /// Reads the rules.
    ///
    /// - Throws: ``StateRuleError`` with file and line, ``ChanceryCore/WordLists/Fault`` for a list of words, or an error
    ///   of the file system.
    public init() throws { rules = Kept(try StateRules()) }

    /// Every state of affairs of the coded blocks, in text order.
    ///
    /// A person's office is given at each place that tells it.
    ///
    /// - Parameter author: who speaks in the text's own voice, where somebody does.
    public func states(in parsed: ParsedDocument, entities: EntityIndex, author: Mention? = nil) -> [StateFinding] {
        StateComposer(
            context: StateFindingContext(parsed: parsed, entities: entities, rules: rules, author: author)
        ).findings()
    }
}
