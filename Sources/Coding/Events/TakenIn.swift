import ChanceryCore
import Grammar
import SpacyPipeline

/// Which of the acts found are taken in by others: words that met another rule's conditions, clauses another act stands for.
struct TakenIn: Sendable {
    let parsed: ParsedDocument
    let roles: ArgumentStructure

    /// Triggers that belong to another event: words that met its conditions, and clauses it stands for.
    func triggers(of found: [EventFinding]) -> Set<Int> {
        var taken: Set<Int> = []
        let places = Dictionary(found.indices.map { (found[$0].trigger, $0) }, uniquingKeysWith: { first, _ in first })
        for other in found where parsed.tree.labels[other.trigger] != .conj {
            // "launched a group in support of Osk": the noun that leads to a party told already adds nothing.
            for place in parsed.ancestors(of: other.trigger).compactMap({ places[$0] })
            where found[place].concept.type == other.concept.type
                && Set(other.actors.map(\.name)).isSubset(of: found[place].actors.map(\.name))
                && Set(other.recipients.map(\.name)).isSubset(of: found[place].recipients.map(\.name))
            {
                taken.insert(other.trigger)
            }
        }
        let filled = Set(found.filter { !$0.actors.isEmpty && !$0.recipients.isEmpty }.map(\.trigger))
        for event in found {
            if !event.concept.leavesObject { taken.formUnion(event.conditionTokens.filter { $0 != event.trigger }) }
            guard event.concept.governsComplement else { continue }
            for clause in roles.complements(event.trigger) {
                // "denied that Osk had bombed the port": the bombing is an event of its own, told as denied.
                if event.concept.keepsClause, parsed.tree.child(of: clause, [.nsubj, .nsubjpass]) != nil {
                    continue
                }
                // "Promised to move its embassy to Osk": an act between parties, told as planned beside the promise.
                taken.formUnion(
                    parsed.subtree(of: clause).filter {
                        !isInOwnClause($0, below: clause) && !($0 == clause && filled.contains(clause))
                    })
            }
            // "rejected the request", "demanded the release": the noun is what the demand is about.
            taken.formUnion(parsed.tree.children(of: event.trigger, [.dobj]))
            for prep in parsed.tree.children(of: event.trigger, [.prep])
            where parsed.grammar.words.complementPrepositions.contains(parsed.lowerLemmas[prep]) {
                taken.formUnion(parsed.tree.children(of: prep, [.pobj]))
            }
        }
        return taken
    }

    /// Whether a token stands in a clause that tells on its own account: a relative clause, or one of time or cause that is
    /// past ("agreed to meet when Osk closed its border").
    private func isInOwnClause(_ token: Int, below clause: Int) -> Bool {
        ([token] + parsed.ancestors(of: token)).prefix { $0 != clause }.contains { place in
            if parsed.tree.labels[place] == .relcl { return true }
            return parsed.tree.labels[place] == .advcl && parsed.tree.tags[place] == .VBD
                && parsed.tree.child(of: place, [.nsubj, .nsubjpass]) != nil
                && parsed.tree.hasChild(of: place, [.advmod, .mark]) {
                    parsed.grammar.words.ownClauseMarks.contains(parsed.lowerTexts[$0])
                }
        }
    }
}
