/// Clauses whose verb is left out: "Osk has recognised Veldania, but Tarn has not", "… has not done so", "as did Tarn".
extension Grammar {
    /// The verb that an auxiliary or a "do so" stands for; nil where the word says its own.
    ///
    /// It is the verb of the clause that this one is joined to ("Osk left, but Tarn did not"), of the sentence before ("Osk
    /// left. Tarn did not."), or what that verb wants where this one is wanted too ("Osk agreed to leave, Tarn refused to do
    /// so").
    public func antecedent(ofEllipsis index: Int) -> Int? {
        guard words.auxiliaries.contains(tree.lemmas[index]), isVerb(index), standsForAnother(index) else { return nil }
        var clause = index
        var depth = 0
        while tree.hasLabel(clause, [.xcomp, .ccomp, .acl, .pcomp]), depth < Self.deepest,
            let above = verbAbove(clause), above < index
        {
            clause = above
            depth += 1
        }
        guard let other = clauseBefore(clause, isOwn: clause == index), other != index, other < index else {
            return nil
        }
        // What both verbs want: "agreed to leave" answers "refused to do so", not "did not".
        var found = other
        if clause != index, let wanted = tree.child(of: other, [.xcomp]), isVerb(wanted), wanted < index {
            found = wanted
        }
        if antecedent(ofEllipsis: found) != nil || words.auxiliaries.contains(tree.lemmas[found]) {
            return antecedent(ofEllipsis: found)
        }
        return found
    }

    /// Whether an auxiliary stands in its clause without the verb it helps, and something says that one is meant: a negation,
    /// "so", "too", "the same", an "as" or a verb before its subject.
    private func standsForAnother(_ index: Int) -> Bool {
        let label = tree.labels[index]
        guard label != .aux, label != .auxpass, label != .relcl else { return false }
        let children = tree.children(of: index)
        var isMarked = index > 0 && words.turning.contains(tree.words[index - 1])
        for child in children {
            switch tree.labels[child] {
            case .neg: isMarked = true
            case .advmod, .preconj, .cc: isMarked = isMarked || words.ellipsisMarks.contains(tree.words[child])
            case .mark, .prep: isMarked = isMarked || tree.words[child] == "as" && child < index
            case .dobj:
                guard words.ellipsisObjects.contains(tree.words[child]) else { return false }
                isMarked = true
            case .attr, .acomp, .xcomp, .ccomp, .oprd, .expl, .prt, .dative: return false
            default: break
            }
        }
        guard tree.lemmas[index] == "be" else { return isMarked }
        // "Was not in the league", "was not over", "let it be so": what is said stands there.
        return isMarked && tree.tags[index].isFinite
            && !children.contains {
                $0 > index && tree.hasLabel($0, [.prep, .advmod, .prt, .advcl])
                    && !(words.ellipsisMarks.contains(tree.words[$0]) && tree.words[$0] != "so")
            }
    }

    /// The nearest verb that governs a clause, across a noun or preposition.
    private func verbAbove(_ clause: Int) -> Int? { tree.ancestors(of: clause).first { isVerb($0) } }

    /// The clause that one is joined to, that describes its subject, or the main clause of the sentence before.
    private func clauseBefore(_ clause: Int, isOwn: Bool) -> Int? {
        if tree.labels[clause] == .advcl {
            // "Osk left, as did Tarn"; but what "if Tarn did not" leaves out need not be what it is a condition of.
            let isBeside = tree.hasChild(of: clause, [.mark, .prep, .advmod]) {
                $0 < clause && words.contrasting.contains(tree.words[$0])
            }
            return isBeside ? verbAbove(clause) : nil
        }
        if tree.hasLabel(clause, [.conj, .dep, .parataxis]) { return verbAbove(clause) }
        guard tree.head(of: clause) == nil, isOwn else { return nil }
        // The parser may make the first clause the content of the second.
        if let inner = tree.children(of: clause, [.ccomp, .advcl]).first(where: { $0 < clause && isVerb($0) }) {
            return inner
        }
        // "Most of those who left did so in secret".
        if let subject = tree.child(of: clause, [.nsubj]),
            let described = tree.subtree(of: subject).first(where: { tree.labels[$0] == .relcl })
        {
            return described
        }
        let sentence = tree.sentence(of: clause)
        guard sentence > 0, tree.tags[clause].isFinite else { return nil }
        return tree.sentences[sentence - 1].first { tree.head(of: $0) == nil && isVerb($0) }
    }

    /// The predicate of such a clause: its own subject, and all else from the verb it stands for.
    func elliptical(_ index: Int, _ antecedent: Int) -> Predicate {
        let role: Role = isPassive(antecedent) && tree.lemmas[index] == "be" ? .patient : .agent
        var found: [Argument] = []
        if let subject = subject(of: index) ?? subject(of: antecedent) {
            found.append(Argument(role: role, head: subject.head, path: subject.path.union(.ellipsis)))
        }
        found +=
            predicate(at: antecedent)?.arguments.filter { $0.role != role }.map {
                var argument = $0
                argument.path.insert(.ellipsis)
                return argument
            } ?? []
        return Predicate(
            head: index, kind: .verb, lemma: lemmaWithParticle(antecedent), carrier: nil, antecedent: antecedent,
            arguments: once(found))
    }
}
