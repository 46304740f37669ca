/// The names of a rule and of what it yields, as the features of acts have them.
///
/// A codebook makes those of its rules once; one reference, since every act that may be told has them.
final class ActNames: Sendable {
    let rule: Symbol
    let concept: Symbol
    let type: Symbol

    init(rule: String, _ concept: Codebook.Concept) {
        self.rule = Symbol(rule)
        self.concept = Symbol(concept.name)
        type = Symbol(concept.type)
    }
}
