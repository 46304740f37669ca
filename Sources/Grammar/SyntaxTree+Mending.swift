import SpacyPipeline

extension SyntaxTree {
    /// The tree with changes: of several for one token the first; a head that would close a ring is left as it was.
    func changed(by changes: [Mending.Change]) -> SyntaxTree {
        var tokens = tokens
        var mended: Set<Int> = []
        var touched: Set<Int> = []
        for change in changes where touched.insert(change.index).inserted {
            var token = tokens[change.index]
            if let head = change.head {
                guard head == change.index || !leads(from: head, to: change.index, in: tokens) else { continue }
                token.head = head
            }
            if let label = change.label { token.dep = label.label }
            if let tag = change.tag {
                token.tag = String(describing: tag)
                token.pos = tag.isVerb ? "VERB" : token.pos
            }
            if let lemma = change.lemma { token.lemma = lemma }
            tokens[change.index] = token
            mended.insert(change.index)
        }
        return SyntaxTree(self, tokens: tokens, changed: mended)
    }

    /// Whether the heads lead from one token up to another.
    private func leads(from start: Int, to end: Int, in tokens: [Token]) -> Bool {
        var place = start
        for _ in 0..<Self.deepest {
            if place == end { return true }
            if tokens[place].head == place { return false }
            place = tokens[place].head
        }
        return true
    }
}
