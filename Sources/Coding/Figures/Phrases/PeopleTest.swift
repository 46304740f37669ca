import ChanceryCore
import Grammar
import SpacyPipeline

/// Tells nouns that count persons from others.
struct PeopleTest: FigureStage {
    let context: FigureContext

    /// Whether the noun counts persons.
    func isPeople(_ head: Int) -> Bool {
        if isStateMember(head) { return false }
        let text = tokens[head].text
        if lexicon.demonyms.contains(text) { return true }
        let word = lower(head)
        let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
        if [word, lemma(head), singular].contains(where: { lexicon.people.contains($0) }) { return true }
        if let joined = nouns.joinedName(head), lexicon.people.contains(joined) { return true }
        return tokens[head].ent.hasSuffix("NORP") && text.hasSuffix("s") && isCapital(head)
    }

    /// Whether a noun names a body whose members are states.
    func isStateBody(_ index: Int) -> Bool {
        guard lexicon.has(lower(index), in: .stateBodies) else { return false }
        return classes[index] == .propn || !tokens[index].text.contains(where: \.isLowercase)
    }

    /// "the 193 UN members", "members of the European Union": states, not persons.
    private func isStateMember(_ head: Int) -> Bool {
        guard lemma(head) == "member" else { return false }
        let of = tree.children(of: head, [.prep]).filter { lower($0) == "of" }
            .flatMap { tree.children(of: $0, [.pobj]) }
        return (tree.children(of: head, [.compound, .nmod]) + of).contains { isStateBody($0) }
    }
}
