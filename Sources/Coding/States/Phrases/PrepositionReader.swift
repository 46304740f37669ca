import ChanceryCore
import Grammar

/// Reads what the prepositions of a rule lead to.
struct PrepositionReader: StateStage {
    /// The head of a noun phrase, and the preposition before it; nil where another word leads to it.
    typealias Link = (head: Int, preposition: Int?)

    let context: StateFindingContext

    /// The objects of prepositions below a token, with the preposition.
    func objects(of prepositions: Set<String>, at index: Int) -> [Link] {
        var found: [Link] = []
        for preposition in tree.children(of: index, [.prep, .agent, .dative]) {
            if prepositions.contains(lower(preposition)), let object = tree.child(of: preposition, [.pobj]) {
                found.append((object, preposition))
            }
            for inner in tree.children(of: preposition, [.prep]) where prepositions.contains(lower(inner)) {
                if let object = tree.child(of: inner, [.pobj]) { found.append((object, inner)) }
            }
        }
        // "in Osk, where the embassy stands"
        if labels[index] == .relcl, prepositions.contains("in"), let head = tree.head(of: index),
            tree.children(of: index, [.advmod]).contains(where: { lower($0) == "where" })
        {
            found.append((head, nil))
        }
        return found
    }
}
