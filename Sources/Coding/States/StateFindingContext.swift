import ChanceryCore

/// What every stage of finding states reads, and none changes: the parse, who is who, the rules and the word lists.
///
/// It is one reference, so that stages are made wherever one is asked.
struct StateFindingContext: Sendable {
    private let content: Content

    private final class Content: Sendable {
        let parsed: ParsedDocument
        let entities: EntityIndex
        let arguments: ArgumentStructure
        let rules: Kept<StateRules>
        let lists: StateWords
        let author: Mention?

        init(parsed: ParsedDocument, entities: EntityIndex, rules: Kept<StateRules>, author: Mention?) {
            self.parsed = parsed
            self.entities = entities
            self.rules = rules
            self.author = author
            lists = rules.value.words
            arguments = ArgumentStructure(parsed)
        }
    }

    init(parsed: ParsedDocument, entities: EntityIndex, rules: Kept<StateRules>, author: Mention? = nil) {
        content = Content(parsed: parsed, entities: entities, rules: rules, author: author)
    }

    var parsed: ParsedDocument { content.parsed }
    var entities: EntityIndex { content.entities }
    var arguments: ArgumentStructure { content.arguments }
    var rules: StateRules { content.rules.value }
    var lists: StateWords { content.lists }
    /// Who speaks in the text's own voice, where somebody does.
    var author: Mention? { content.author }
}
