extension Grammar {
    /// The noun a relative pronoun stands for, if the token is one.
    func relativeAntecedent(_ index: Int, in verb: Int) -> Int? {
        let tag = tree.tags[index]
        guard tag == .WDT || tag == .WP || (tree.lemmas[index] == "that" && tag == .IN) else { return nil }
        var clause = verb
        for _ in 0..<8 {
            if tree.labels[clause] == .relcl {
                return tree.head(of: clause).map { tree.words[index] == "who" ? person(behind: $0) : $0 }
            }
            guard let head = tree.head(of: clause), isVerb(head) else { return nil }
            clause = head
        }
        return nil
    }

    /// Whom "who" means where the parser hangs its clause on a thing: the minister of "a minister under the last
    /// government who resigned".
    private func person(behind noun: Int) -> Int {
        var place = noun
        for _ in 0..<4 {
            guard tree.labels[place] == .pobj, let preposition = tree.head(of: place),
                let above = tree.head(of: preposition), !isVerb(above),
                words.impersonal.contains(tree.lemmas[place]) || serves(above)
            else { return place }
            place = above
        }
        return place
    }

    /// "An adviser to Osk, who declined": a nameless one of whom more is told.
    private func serves(_ noun: Int) -> Bool {
        words.servants.contains(tree.lemmas[noun])
            && tree.children(of: noun, [.det]).contains { tree.words[$0] == "a" || tree.words[$0] == "an" }
    }
}
