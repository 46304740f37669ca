import ChanceryCore
import Grammar
import SpacyPipeline

/// What hangs on what.
extension StatementStage {
    /// The objects of the prepositions of a list that hang on a token, in text order.
    func objects(of index: Int, after prepositions: Set<String>, _ labels: Dependencies = [.prep]) -> [Int] {
        tree.children(of: index, labels).filter { prepositions.contains(forms[$0]) }
            .flatMap { tree.children(of: $0, [.pobj]) }
    }

    /// The first token above one that is not reached by arcs of these labels: of a conjunct, the first of its row.
    func top(of index: Int, through labels: Dependencies) -> Int {
        var at = index
        while labels.contains(self.labels[at]), let above = tree.head(of: at) { at = above }
        return at
    }

    /// The same, as long as each stands before what hangs on it.
    func topBefore(_ index: Int, through labels: Dependencies) -> Int {
        var at = index
        while labels.contains(self.labels[at]), let above = tree.head(of: at), above < at { at = above }
        return at
    }

    /// Whether one of the words of a list hangs on a token.
    func hasChild(_ index: Int, _ labels: Dependencies, in list: Set<String>) -> Bool {
        tree.firstChild(of: index) { labels.contains(self.labels[$0]) && list.contains(forms[$0]) } != nil
    }

    /// Whether a word hangs on a token.
    func hasChild(_ index: Int, _ labels: Dependencies, _ word: String) -> Bool {
        tree.firstChild(of: index) { labels.contains(self.labels[$0]) && forms[$0] == word } != nil
    }

    /// Whether a verb stands in the main clause of its sentence.
    func isMain(_ verb: Int) -> Bool {
        labels[top(of: verb, through: [.conj, .parataxis])] == .root
    }

    /// Whether a verb is an infinitive with "to".
    func hasTo(_ verb: Int) -> Bool { tree.firstChild(of: verb) { tags[$0] == .TO } != nil }

    /// The tokens of the sentence that a token stands in.
    func sentence(around index: Int) -> Range<Int> { parsed.sentences[parsed.sentence(of: index)].tokens }

    /// The sort of entity the language model marks a token as part of: "PERSON"; empty where it marks none.
    func entity(_ index: Int) -> Substring { tokens[index].ent.dropFirst(2) }
}
