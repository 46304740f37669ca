public import ChanceryCore
import Grammar
import SpacyPipeline

extension ParsedDocument {
    private static let phraseLabels: Dependencies = [
        .det, .amod, .compound, .nmod, .poss, .caseMarker, .nummod, .quantmod, .pobj, .npadvmod,
    ]

    /// The bytes of the noun phrase of a head: what stands before it and the places and owners behind it, without those
    /// joined to it and without the clauses that describe it.
    public func nounPhrase(at head: Int) -> ByteSpan {
        var low = head
        var high = head + 1
        var open = [head]
        while let next = open.popLast() {
            low = min(low, next)
            high = max(high, next + 1)
            open += children(of: next).filter { child in
                Self.phraseLabels.contains(tree.labels[child])
                    || (tree.labels[child] == .prep && child > head
                        && grammar.words.phrasePrepositions.contains(tokens[child].lemma))
            }
        }
        return span(low..<high)
    }

    /// The tokens that a span touches, found by halving: tokens stand in the order of the text.
    public func tokens(in span: ByteSpan) -> Range<Int> {
        /// The first token for which something holds that holds for all after it.
        func first(where holds: (Token) -> Bool) -> Int {
            var low = 0
            var high = tokens.count
            while low < high {
                let middle = (low + high) / 2
                if holds(tokens[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let low = first { $0.end > span.start }
        return low..<max(low, first { $0.start >= span.end })
    }

    /// The head of the words in a span: the one whose own head stands outside it.
    public func head(of span: ByteSpan) -> Int? {
        let inside = tokens(in: span)
        return inside.first { token in head(of: token).map { !inside.contains($0) } ?? true }
    }
}
