import Grammar

/// Finds the subject of a verb where the clause leaves it to a verb above.
struct SubjectFinder: StateStage {
    let context: StateFindingContext

    /// The subject of a verb, also where a verb above gives it: "leading it to view".
    func subject(of verb: Int) -> Int? {
        if let own = tree.child(of: verb, [.nsubj, .nsubjpass]) { return arguments.surfaceSubject(verb) ?? own }
        if let head = tree.head(of: verb), [.advcl, .xcomp, .ccomp].contains(labels[verb]),
            tree.children(of: verb, [.aux]).contains(where: { tags[$0] == .TO }), lists.leading.contains(lemma(head)),
            let object = tree.child(of: head, [.dobj]), object < verb
        {
            return object
        }
        return arguments.surfaceSubject(verb)
    }
}
