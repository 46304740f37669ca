import SpacyPipeline

/// Mends which noun phrases a list, a preposition and a verb that names something take.
struct MemberMending {
    private typealias Change = Mending.Change

    private let mending: Mending
    private var tree: SyntaxTree { mending.tree }
    private var words: GrammarWords { mending.words }

    init(_ mending: Mending) { self.mending = mending }

    private func isVerb(_ index: Int) -> Bool { mending.isVerb(index) }

    /// What is to be changed.
    func mend(_ changes: inout [Mending.Change]) {
        for index in tree.tokens.indices where tree.tags[index].isNoun || tree.labels[index] == .pobj {
            switch tree.labels[index] {
            case .conj: mendMember(index, &changes)
            case .dep: if !mendAcrossAside(index, &changes) { mendMember(index, &changes) }
            case .pobj: mendSecondObject(index, &changes)
            case .ccomp, .oprd: mendSmallClause(index, &changes)
            case .appos: if !mendAcrossAside(index, &changes) { mendNaming(index, &changes) }
            // A time stands so, too: "met, at the request of Osk, two days later".
            case .npadvmod where !tree.isTime(index): _ = mendAcrossAside(index, &changes)
            case .dobj where tree.head(of: index).flatMap({ tree.child(of: $0, [.xcomp]) }) != nil:
                _ = mendAcrossAside(index, &changes)
            default: break
            }
        }
    }

    /// "Met with Anna Rell, Ivo Tor, and the head of the bank, Vera Lind": behind the "and" of a list stands its last member, which
    /// the parser joins to the verb, or to a noun before the list, while it leaves the "and" with the list.
    private func mendMember(_ noun: Int, _ changes: inout [Change]) {
        guard let above = tree.head(of: noun), above < noun, isVerb(above) || tree.labels[noun] == .conj,
            tree.child(of: noun, [.nsubj, .nsubjpass, .expl]) == nil
        else { return }
        let conjunction = tree.extent(of: noun).lowerBound - 1
        guard conjunction > above, tree.labels[conjunction] == .cc, let member = tree.head(of: conjunction),
            member > above, member < conjunction, tree.tags[member].isNoun,
            tree.hasLabel(member, [.conj, .pobj, .dobj])
        else { return }
        changes.append(Change(index: noun, head: member, label: .conj))
    }

    /// "Recognised Osk in 1931, and in 1932 the embassy, with all its staff, was opened": a preposition has one object. Behind a time
    /// stands the subject of the verb that has none.
    private func mendSecondObject(_ noun: Int, _ changes: inout [Change]) {
        guard let link = tree.head(of: noun), !tree.isTime(noun),
            tree.hasChild(of: link, [.pobj], where: { $0 < noun })
        else { return }
        let start = tree.children(of: noun, [.det, .amod, .compound, .nmod, .poss, .nummod]).min() ?? noun
        guard start > 0, start <= noun, tree.isTime(start - 1), let time = preposition(of: start - 1),
            let verb = subjectless(behind: tree.extent(of: noun).upperBound, in: tree.sentence(of: noun))
        else { return }
        let isPassive = tree.child(of: verb, [.auxpass]) != nil
        changes.append(Change(index: noun, head: verb, label: isPassive ? .nsubjpass : .nsubj))
        if time > link || tree.labels[link] == .conj { changes.append(Change(index: time, head: verb, label: .prep)) }
        guard let first = tree.ancestors(of: link).first(where: isVerb), first < noun else { return }
        // The verb before is the sentence's, and this one is joined to it.
        if tree.head(of: first) == verb, tree.child(of: first, [.mark]) == nil {
            changes.append(Change(index: first, head: tree.head(of: verb) ?? first, label: tree.labels[verb]))
            changes.append(Change(index: verb, head: first, label: .conj))
        } else if tree.labels[verb] == .advcl, tree.head(of: verb) == first {
            changes.append(Change(index: verb, label: .conj))
        }
    }

    /// The preposition whose object a word of time belongs to.
    private func preposition(of time: Int) -> Int? {
        ([time] + tree.ancestors(of: time).prefix(3)).first { tree.labels[$0] == .prep || tree.words[$0] == "in" }
    }

    /// The verb that comes next, adverbs and marks aside, where it has no subject.
    private func subjectless(behind start: Int, in sentence: Int) -> Int? {
        let words = tree.sentences[sentence]
        guard
            let place = (start..<max(start, words.upperBound)).first(where: {
                !tree.hasLabel($0, [.punct, .advmod])
            })
        else { return nil }
        let verb = tree.hasLabel(place, [.aux, .auxpass]) ? tree.head(of: place) ?? place : place
        guard isVerb(verb), mending.isFinite(verb), tree.hasLabel(verb, [.root, .conj, .advcl]),
            tree.child(of: verb, [.nsubj, .nsubjpass, .expl]) == nil,
            // A clause with a subject and a tense of its own stands beside the verb, whatever the parser calls it.
            tree.children(of: verb, [.csubj, .csubjpass]).allSatisfy({
                mending.isFinite($0) && tree.child(of: $0, [.nsubj]) != nil && tree.child(of: $0, [.mark]) == nil
            })
        else { return nil }
        return verb
    }

    /// "Declared Osk an enemy": two nouns in a row, one said of the other, are an object and what it is called. The parser makes the
    /// first the subject of the second.
    private func mendSmallClause(_ noun: Int, _ changes: inout [Change]) {
        guard tree.tags[noun].isCommonNoun, let verb = tree.head(of: noun), isVerb(verb), verb < noun,
            tree.child(of: noun, [.mark, .aux, .auxpass]) == nil, !tree.isTime(noun)
        else { return }
        let subject = tree.child(of: noun, [.nsubj])
        if let subject {
            guard subject > verb, tree.child(of: verb, [.dobj]) == nil else { return }
            changes.append(Change(index: subject, head: verb, label: .dobj))
        } else if tree.labels[noun] == .ccomp {
            guard let object = tree.child(of: verb, [.dobj]), object < noun, words.naming.contains(tree.lemmas[verb])
            else { return }
        }
        if tree.labels[noun] == .ccomp { changes.append(Change(index: noun, label: .oprd)) }
    }

    /// "Called Osk a threat": what stands behind the object of such a verb without a comma is what it is called.
    private func mendNaming(_ noun: Int, _ changes: inout [Change]) {
        guard tree.tags[noun].isCommonNoun, let object = tree.head(of: noun), object < noun,
            tree.labels[object] == .dobj, let verb = tree.head(of: object), words.naming.contains(tree.lemmas[verb]),
            tree.child(of: noun, [.det]) != nil, tree.child(of: verb, [.oprd]) == nil
        else { return }
        let start = tree.extent(of: noun).lowerBound
        guard start > object, !(object..<start).contains(where: { tree.labels[$0] == .punct && tree.words[$0] == "," })
        else { return }
        changes.append(Change(index: noun, head: verb, label: .oprd))
    }

    /// "Began hosting, at the request of Osk, members of a sect": what stands behind an aside that opens right behind a verb without
    /// an object is its object. The parser sets it beside a name told before, or hangs it on the verb above.
    private func mendAcrossAside(_ noun: Int, _ changes: inout [Change]) -> Bool {
        // The mark that closes the aside may hang on the noun.
        let start = (tree.extent(of: noun).lowerBound...noun).first { !tree.hasLabel($0, [.punct]) } ?? noun
        guard let named = tree.head(of: noun), start > 1, tree.hasLabel(start - 1, [.punct]),
            let opening = (named + 1..<max(named + 1, start - 1)).first(where: {
                tree.words[$0] == tree.words[start - 1] && tree.hasLabel($0, [.punct])
            }), opening + 1 < start - 1
        else { return false }
        let verb = opening - 1
        guard verb >= named, isVerb(verb), tree.tags[verb] != .VBN, tree.child(of: verb, [.dobj, .auxpass]) == nil,
            tree.hasLabel(opening + 1, [.prep, .mark, .advmod])
        else { return false }
        changes.append(Change(index: noun, head: verb, label: .dobj))
        return true
    }
}
