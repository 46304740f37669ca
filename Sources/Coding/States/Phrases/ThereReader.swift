import ChanceryCore
import Grammar

/// Reads where "there" is: the place told last in the sentence before.
struct ThereReader: StateStage {
    let context: StateFindingContext

    /// The place of a "there" below a noun or its verb; nil where there is none.
    func place(below heads: [Int]) -> Mention? {
        let there = heads.flatMap { tree.children(of: $0, [.advmod, .pcomp]) }.first { lists.there.contains(lower($0)) }
        guard let there, let found = placeBefore(there) else { return nil }
        var carried = found
        carried.from = found.from ?? found.span
        carried.span = parsed.span(there)
        return carried
    }

    /// The last city told before, in this sentence or the one before it; else the last state.
    private func placeBefore(_ there: Int) -> Mention? {
        let sentence = tree.sentence(of: there)
        guard sentence > 0 else { return nil }
        let block = parsed.sentences[sentence].block
        guard parsed.sentences[sentence - 1].block == block else { return nil }
        let before = tree.sentences[sentence - 1].reversed().filter { classes[$0] == .propn }
        let places = before.compactMap { entities.place(at: $0) }
        return places.first { place in entities.state(code: place.code, span: place.span)?.name != place.name }
            ?? places.first
    }
}
