import ChanceryCore

/// Finds relations that hold over time: missions, membership, offices, recognition, stance, class, location.
///
/// The rules are data (`Resources/states/rules.txt`); `Documentation/figures-and-states.md` tells their format.
/// What happened at a time ("recognised Osk in May") is an event, and left to the event coder.
public struct StateFinder: Sendable {
    private let rules: Kept<StateRules>
    /// What was learnt of states; nil where the rules alone are to speak.
    var model: StateModel?

    /// Reads the rules.
    ///
    /// - Throws: ``StateRuleError`` with file and line, ``ChanceryCore/WordLists/Fault`` for a list of words, or an error
    ///   of the file system.
    public init() throws {
        rules = Kept(try StateRules())
        model = try StateModel.standard()
    }

    /// Every state of affairs of the coded blocks, in text order.
    ///
    /// A person's office is given at each place that tells it.
    ///
    /// - Parameters:
    ///   - author: who speaks in the text's own voice, where somebody does.
    ///   - acts: the words that tell acts.
    public func states(
        in parsed: ParsedDocument, entities: EntityIndex, author: Mention? = nil, acts: Set<Int> = []
    ) -> [StateFinding] {
        let context = context(in: parsed, entities: entities, author: author)
        let told = StateComposer(context: context).findings()
        guard let model else { return told }
        let weighed = StateWeigher(context: context, model: model, acts: acts).states(besides: told)
        return (told + weighed).sorted { ($0.clause.start, $0.trigger) < ($1.clause.start, $1.trigger) }
    }

    /// What every stage reads of a document.
    func context(in parsed: ParsedDocument, entities: EntityIndex, author: Mention?) -> StateFindingContext {
        StateFindingContext(parsed: parsed, entities: entities, rules: rules, author: author)
    }
}
