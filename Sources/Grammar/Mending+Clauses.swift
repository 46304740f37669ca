/// Which verb governs which clause.
extension Mending {
    func mendClauses(_ changes: inout [Change]) {
        for index in tree.tokens.indices where isVerb(index) {
            mendTurnedSubject(index, &changes)
            mendFrontedClause(index, &changes)
            switch tree.labels[index] {
            case .acl:
                if let noun = tree.head(of: index) { mendDescription(index, of: noun, &changes) }
            case .conj:
                mendInfinitive(index, &changes)
                mendTense(index, &changes)
            case .advcl, .ccomp: mendGardenPath(index, &changes)
            default: break
            }
        }
    }

    /// A participle that is none: the verb of the sentence, or a clause beside it.
    private func mendDescription(_ verb: Int, of noun: Int, _ changes: inout [Change]) {
        if tree.tags[verb] == .VBG {
            // "Ended the dispute, hosting Tarn": set off by a comma, it is what the subject does.
            guard tree.labels[noun] == .dobj, tree.tags[noun].isCommonNoun, let above = tree.head(of: noun),
                verb > noun,
                isVerb(above), tree.words[tree.extent(of: verb).lowerBound - 1] == ",",
                !words.servants.contains(tree.lemmas[noun]), !words.offices.contains(tree.lemmas[noun])
            else { return }
            changes.append(Change(index: verb, head: above, label: .advcl))
            return
        }
        guard tree.tags[verb] == .VBD || tree.tags[verb] == .VBN, verb > noun,
            tree.child(of: verb, [.agent, .aux, .auxpass, .nsubj, .nsubjpass]) == nil
        else { return }
        mendBareRelative(verb, of: noun, &changes)
        mendMainVerb(verb, of: noun, &changes)
    }

    /// "The embargo Tarn imposed on Osk": a name between a noun and a past tense is who did it.
    private func mendBareRelative(_ verb: Int, of noun: Int, _ changes: inout [Change]) {
        guard let name = tree.child(of: noun, [.appos]), tree.tags[name].isProperNoun, name == verb - 1,
            tree.words[tree.extent(of: name).lowerBound - 1] != ",", tree.child(of: noun, [.det]) != nil,
            tree.tags[noun].isCommonNoun
        else { return }
        changes.append(Change(index: verb, label: .relcl, tag: .VBD))
        changes.append(Change(index: name, head: verb, label: .nsubj))
    }

    /// "Osk, a small republic, traded with Tarn": a sentence without another verb, whose participle has an object or stands
    /// behind an aside, tells what its noun did.
    private func mendMainVerb(_ verb: Int, of noun: Int, _ changes: inout [Change]) {
        let sentence = tree.sentences[tree.sentence(of: verb)]
        var root = noun
        if tree.labels[root] == .appos, let named = tree.head(of: root) { root = named }
        guard tree.head(of: root) == nil, tree.tags[root].isNoun,
            !sentence.contains(where: { isFinite($0) && $0 != verb })
        else { return }
        let isBehindAside =
            tree.words[tree.extent(of: verb).lowerBound - 1] == ","
            && tree.hasChild(of: root, [.appos, .acl]) { $0 < verb }
        let hasObject = tree.hasChild(of: verb, [.dobj, .npadvmod]) { $0 > verb }
        guard isBehindAside || hasObject && tree.tags[verb] == .VBD else { return }
        changes.append(Change(index: verb, head: verb, label: .root, tag: .VBD))
        changes.append(Change(index: root, head: verb, label: .nsubj))
    }

    /// "Nor has Tarn", "so did Tarn": behind such a word the auxiliary stands before its subject.
    private func mendTurnedSubject(_ verb: Int, _ changes: inout [Change]) {
        guard verb > 0, words.auxiliaries.contains(tree.lemmas[verb]), words.turning.contains(tree.words[verb - 1]),
            tree.child(of: verb, [.nsubj, .nsubjpass, .csubj, .csubjpass, .expl]) == nil,
            let noun = tree.child(of: verb, [.dobj, .attr]),
            tree.extent(of: noun).lowerBound == verb + 1
        else { return }
        changes.append(Change(index: noun, label: .nsubj))
    }

    /// "While visiting Osk, the president left": what stands between the comma behind a clause and a verb without a subject is
    /// its subject; the parser sets it beside the clause's last noun.
    private func mendFrontedClause(_ verb: Int, _ changes: inout [Change]) {
        guard isFinite(verb), tree.hasLabel(verb, [.root, .ccomp, .advcl]),
            tree.child(of: verb, [.nsubj, .nsubjpass, .csubj, .csubjpass, .expl]) == nil
        else { return }
        let start = tree.children(of: verb, [.aux, .auxpass, .neg]).filter { $0 < verb }.min() ?? verb
        let fronted = tree.children(of: verb, [.advcl, .prep]).filter { $0 < start }
        guard let clause = fronted.last, tree.extent(of: clause).upperBound == start,
            let noun = tree.subtree(of: clause).first(where: {
                tree.labels[$0] == .appos && tree.extent(of: $0).upperBound == start
            }), tree.words[tree.extent(of: noun).lowerBound - 1] == ","
        else { return }
        let label: Dependency = tree.child(of: verb, [.auxpass]) == nil ? .nsubj : .nsubjpass
        changes.append(Change(index: noun, head: verb, label: label))
    }

    /// "Decided to leave the league and rescue Tarn": an infinitive is joined to an infinitive, and the noun behind it is its
    /// object.
    private func mendInfinitive(_ verb: Int, _ changes: inout [Change]) {
        guard tree.tags[verb] == .VB, let noun = tree.head(of: verb), tree.tags[noun].isNoun,
            let governor = tree.ancestors(of: noun).first(where: { tree.tags[$0] == .VB && $0 < verb }),
            tree.words[verb - 1] == "and" || tree.words[verb - 1] == "or"
        else { return }
        changes.append(Change(index: verb, head: governor, label: .conj))
        if tree.head(of: verb - 1) == noun { changes.append(Change(index: verb - 1, head: governor, label: .cc)) }
        guard let object = tree.children(of: governor, [.dobj]).first(where: { $0 > verb }) else { return }
        changes.append(Change(index: object, head: verb, label: .dobj))
        // The first object went with the second: "leave the league and sever relations".
        if tree.head(of: noun) == object, noun < verb {
            changes.append(Change(index: noun, head: governor, label: .dobj))
            for article in tree.children(of: object, [.det]) where article < noun {
                changes.append(Change(index: article, head: noun))
            }
        }
    }

    /// "Realised that the note would cause trouble and asked Tarn to wait", "citing arrears, demanded": a past or present tense is joined
    /// to one of its kind, and neither to an infinitive nor to a gerund.
    private func mendTense(_ verb: Int, _ changes: inout [Change]) {
        guard tree.tags[verb] == .VBD || tree.tags[verb] == .VBZ,
            tree.child(of: verb, [.nsubj, .nsubjpass, .expl, .aux, .auxpass, .csubj]) == nil,
            let partner = tree.head(of: verb), partner < verb, tree.tags[partner] == .VB || tree.tags[partner] == .VBG,
            !isFinite(partner) || tree.tags[partner] == .VB
        else { return }
        let governor = tree.ancestors(of: partner).first {
            $0 < partner && tree.tags[$0] == tree.tags[verb] && tree.child(of: $0, [.nsubj]) != nil
        }
        guard let governor else { return }
        changes.append(Change(index: verb, head: governor, label: .conj))
    }

    /// "The retreat Osk began from Tarn surprised the council", "The protest staged by Osk surprised the council": the parser
    /// takes the first verb for the main one; the second, a past tense with neither subject nor conjunction, is it.
    private func mendGardenPath(_ verb: Int, _ changes: inout [Change]) {
        guard tree.tags[verb] == .VBD, let first = tree.head(of: verb), first < verb, tree.tags[first] == .VBD,
            tree.child(of: verb, [.nsubj, .nsubjpass, .expl, .mark, .aux, .auxpass, .csubj]) == nil,
            tree.words[tree.extent(of: verb).lowerBound - 1] != ",", tree.labels[first] == .root
        else { return }
        let subjects = tree.children(of: first, [.nsubj]).filter { $0 < first }
        guard let noun = subjects.first, tree.tags[noun].isCommonNoun, tree.child(of: noun, [.det]) != nil else {
            return
        }
        let isPassive = tree.child(of: first, [.agent]) != nil && subjects.count == 1
        let isRelative = subjects.count == 2 && subjects[1] == first - 1 && tree.tags[subjects[1]].isProperNoun
        guard isPassive || isRelative else { return }
        changes.append(Change(index: verb, head: verb, label: .root))
        changes.append(Change(index: noun, head: verb, label: .nsubj))
        changes.append(Change(index: first, head: noun, label: isPassive ? .acl : .relcl, tag: isPassive ? .VBN : .VBD))
    }
}
