/// What a clause denies: "not", "never", "no", "neither … nor", "without"; verbs such as "fail" are words, and deny nothing here.
extension Grammar {
    /// Whether a clause is negative by its own words, or by those it shares with the clause it is joined to.
    func isNegative(_ verb: Int, _ auxiliaries: [Int]) -> Bool {
        if isNegated(verb) || auxiliaries.contains(where: isNegated) { return true }
        // "Has not visited or recognised": one "not" for both.
        if let first = auxiliaries.first, let owner = tree.head(of: first), owner != verb, isNegated(owner) {
            return true
        }
        if let preposition = tree.head(of: verb), tree.labels[verb] == .pcomp,
            words.negatingPrepositions.contains(tree.words[preposition])
        {
            return true
        }
        if tree.labels[verb] == .conj, let head = tree.head(of: verb), isAfterNor(verb, joinedTo: head) { return true }
        return tree.hasChild(of: verb, [.nsubj, .nsubjpass, .dobj, .attr, .expl]) { names(nobody: $0) }
    }

    /// Whether a "not" or "never" hangs on a word, unless it means "not only".
    func isNegated(_ index: Int) -> Bool {
        tree.hasChild(of: index, [.neg, .advmod, .preconj, .det, .cc]) { child in
            if words.negators.contains(tree.words[child]) {
                let next = child + 1
                return tree.labels[child] != .cc
                    && !(next < tree.tokens.count && words.negationLimits.contains(tree.words[next]))
                    && (tree.labels[child] != .det || !isVerb(index))
            }
            // "No longer recognises".
            return tree.labels[child] == .advmod && words.lapses.contains(tree.words[child])
                && tree.children(of: child).contains { words.negators.contains(tree.words[$0]) }
        }
    }

    /// Whether "nor" joins a verb to the one before.
    private func isAfterNor(_ verb: Int, joinedTo head: Int) -> Bool {
        let start = tree.extent(of: verb).lowerBound
        return (tree.children(of: head, [.cc]) + tree.children(of: verb, [.cc, .preconj])).contains {
            tree.words[$0] == "nor" && ($0 < start || tree.head(of: $0) == verb) && $0 > head
        }
    }

    /// Whether a noun phrase names nobody: "no state", "none of them", "neither of the sides".
    private func names(nobody noun: Int) -> Bool {
        words.negators.contains(tree.words[noun])
            || tree.hasChild(of: noun, [.det, .preconj]) {
                words.negators.contains(tree.words[$0])
                    && !($0 + 1 < tree.tokens.count && words.negationLimits.contains(tree.words[$0 + 1]))
            }
    }
}
