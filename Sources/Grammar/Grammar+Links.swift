/// What a clause hangs on.
extension Grammar {
    func link(of verb: Int, _ finiteness: Clause.Finiteness) -> Clause.Link {
        guard let head = tree.head(of: verb) else { return .main }
        switch tree.labels[verb] {
        case .ccomp where standsApart(verb, before: head): return .coordination(with: head)
        case .ccomp, .xcomp: return .complement(of: head)
        case .csubj, .csubjpass: return .subject(of: head)
        case .relcl: return .relative(of: head)
        case .acl: return linkToNoun(verb, head, finiteness)
        case .pcomp: return .gerund(preposition: tree.words[head], of: tree.head(of: head) ?? head)
        case .pobj where tree.tags[verb] == .VBG:
            return .gerund(preposition: tree.words[head], of: tree.head(of: head) ?? head)
        case .advcl: return linkToVerb(verb, head, finiteness)
        case .conj: return .coordination(with: head)
        case .parataxis: return .aside(of: head)
        case .dep, .punct, .meta, .intj, .root, .other: return .main
        default: return finiteness == .finite ? .main : .complement(of: head)
        }
    }

    private func linkToNoun(_ verb: Int, _ noun: Int, _ finiteness: Clause.Finiteness) -> Clause.Link {
        // "In order to recognise Veldania".
        if finiteness == .infinitive, words.purposeNouns.contains(tree.words[noun]), tree.labels[noun] == .pobj,
            let preposition = tree.head(of: noun), let above = tree.head(of: preposition)
        {
            return .purpose(of: above)
        }
        let isContent =
            finiteness == .infinitive || tree.child(of: verb, [.mark]) != nil && finiteness == .finite
        return isContent ? .complement(of: noun) : .participle(of: noun)
    }

    private func linkToVerb(_ verb: Int, _ head: Int, _ finiteness: Clause.Finiteness) -> Clause.Link {
        let mark =
            tree.children(of: verb, [.mark]).last
            ?? tree.children(of: verb, [.advmod]).first {
                tree.tags[$0] == .WRB && $0 < verb
            }
        if finiteness == .infinitive, mark == nil || mark.map({ tree.words[$0] == "so" }) == true {
            let isControl =
                words.objectControl.contains(tree.lemmas[head]) && tree.child(of: head, [.dobj]) != nil && verb > head
            return isControl ? .complement(of: head) : .purpose(of: head)
        }
        return .adverbial(conjunction: mark.map { tree.words[$0] }, of: head)
    }
}
