/// The exceptions by the acts they are for, so that only those are asked.
struct ExceptionIndex: Sendable {
    private var ofConcept: [String: [Codebook.Exception]] = [:]
    private var ofRule: [String: [Codebook.Exception]] = [:]

    init(_ exceptions: [Codebook.Exception], concepts: [String: Codebook.Concept]) {
        for exception in exceptions {
            for concept in concepts.values where exception.scope.contains(concept, rule: "") {
                ofConcept[concept.name, default: []].append(exception)
            }
            for rule in exception.scope.rules { ofRule[rule, default: []].append(exception) }
        }
    }

    /// The exceptions for an act.
    func exceptions(for event: EventFinding) -> [Codebook.Exception] {
        (ofConcept[event.concept.name] ?? []) + (ofRule[event.ruleID] ?? [])
    }
}
