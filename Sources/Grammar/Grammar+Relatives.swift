extension Grammar {
    /// The noun that a relative pronoun at a preposition or before a noun stands for: Veldania of "Veldania, with which Osk
    /// traded", "Veldania, whose envoy left".
    func antecedent(ofRelative index: Int) -> Int? {
        guard tree.tags[index].isRelative, tree.tags[index] != .WRB,
            let clause = tree.ancestors(of: index).first(where: { isVerb($0) })
        else { return nil }
        return relativeAntecedent(index, in: clause)
    }

    /// The noun a relative pronoun stands for, if the token is one.
    func relativeAntecedent(_ index: Int, in verb: Int) -> Int? {
        let tag = tree.tags[index]
        guard tag == .WDT || tag == .WP || tag == .WPS || (tree.lemmas[index] == "that" && tag == .IN) else {
            return nil
        }
        var clause = verb
        for _ in 0..<8 {
            if tree.labels[clause] == .relcl {
                return tree.head(of: clause).map { tree.words[index] == "who" ? person(behind: $0) : $0 }
            }
            guard let head = tree.head(of: clause), isVerb(head) else { return nil }
            if let cleft = cleft(head, over: clause) { return cleft }
            clause = head
        }
        return nil
    }

    /// What a cleft sentence sets off: Osk of "It was Osk that recognised Veldania". The parser reads its clause as content.
    private func cleft(_ verb: Int, over clause: Int) -> Int? {
        guard tree.lemmas[verb] == "be",
            tree.hasChild(of: verb, [.nsubj, .expl], where: { tree.words[$0] == "it" })
        else { return nil }
        return tree.children(of: verb, [.attr]).first { $0 < clause }
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
            && tree.hasChild(of: noun, [.det]) { tree.words[$0] == "a" || tree.words[$0] == "an" }
    }
}
