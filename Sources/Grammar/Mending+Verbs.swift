import SpacyPipeline

/// Words that are verbs though the tagger did not see it.
extension Mending {
    func mendVerbs(_ changes: inout [Change]) {
        for sentence in tree.sentences {
            let hasVerb = sentence.contains { isFinite($0) && !isNounLike($0) }
            if !hasVerb, let verb = unseenVerb(sentence) {
                mendVerbless(verb, sentence, &changes)
                continue
            }
            for index in sentence {
                mendSubject(index, &changes)
                mendPlural(index, &changes)
                mendBareForm(index, &changes)
                mendDroppedVowel(index, &changes)
                mendGerund(index, sentence, &changes)
            }
        }
    }

    /// A finite tag before a noun, which is no verb of a clause.
    private func isNounLike(_ index: Int) -> Bool { Dependencies.modifiers.contains(tree.labels[index]) }

    /// The verb of a sentence in which the tagger saw none: a plural or a word in -ed between a noun and what only a verb takes
    /// behind it, a name or an article: "Osk attacks Tarn", "Osk petitioned the council". A noun stands before neither.
    private func unseenVerb(_ sentence: Range<Int>) -> Int? {
        sentence.dropFirst().first { index in
            guard index + 1 < sentence.upperBound, tree.tokens[index].text.first?.isLowercase == true else {
                return false
            }
            let isForm =
                tree.tags[index] == .NNS || tree.tags[index] == .VBZ || tree.words[index].hasSuffix("ed")
            guard isForm else { return false }
            let before = tree.tags[index - 1]
            let isBehindSubject =
                before.isNoun || tree.words[index - 1] == "," || before == .CD
                || before == .JJ && tree.tokens[index - 1].text.first?.isUppercase == true
            let next = tree.tags[index + 1]
            let isObject = next.isProperNoun || [.DT, .PRPS].contains(next)
            return isBehindSubject && isObject && tree.child(of: index, [.agent, .auxpass]) == nil
        }
    }

    /// Builds the clause of a verb that the tagger did not see: the noun phrase before it is its subject, the one behind it its
    /// object.
    private func mendVerbless(_ verb: Int, _ sentence: Range<Int>, _ changes: inout [Change]) {
        guard let subject = head(of: sentence.lowerBound..<verb, leftOf: verb),
            let object = phraseHead(from: verb + 1, in: sentence, behind: verb)
        else { return }
        changes.append(
            Change(
                index: verb, head: verb, label: .root, tag: tree.words[verb].hasSuffix("ed") ? .VBD : .VBZ,
                lemma: base(of: verb)))
        changes.append(Change(index: subject, head: verb, label: .nsubj))
        changes.append(Change(index: object, head: verb, label: .dobj))
        // "The refusal to meet Tarn angered Osk": the name before the verb takes the place that the object had.
        if let above = tree.head(of: object), above < verb,
            let name = (above + 1..<verb).last(where: { tree.head(of: $0) == object || tree.head(of: $0) == verb }),
            tree.tags[name].isNoun, name != subject
        {
            changes.append(Change(index: name, head: above, label: tree.labels[object]))
        }
        // What hung on the verb as a noun stays with it; what else was a root hangs on it.
        for index in sentence where tree.head(of: index) == nil && index != verb && index != subject && index != object
        {
            changes.append(Change(index: index, head: verb, label: .dep))
        }
        for index in sentence where index > verb && index != object {
            guard let head = tree.head(of: index), head < verb,
                tree.labels[index] == .punct || tree.labels[index] == .prep
            else { continue }
            changes.append(Change(index: index, head: verb))
        }
    }

    /// The head of the noun phrase that the words before a verb are.
    private func head(of range: Range<Int>, leftOf verb: Int) -> Int? {
        let nouns = range.filter {
            tree.tags[$0].isNoun || tree.tags[$0] == .PRP || tree.classes[$0] == .propn || isCapital($0)
        }
        return nouns.first { noun in
            let above = tree.head(of: noun)
            guard let above else { return true }
            return above >= verb && tree.labels[noun] != .pobj
        } ?? nouns.last
    }

    private func isCapital(_ index: Int) -> Bool {
        tree.tags[index].isAdjective && tree.tokens[index].text.first?.isUppercase == true
    }

    /// The head of the noun phrase that begins at a token.
    private func phraseHead(from start: Int, in sentence: Range<Int>, behind verb: Int) -> Int? {
        var place = start
        for _ in 0..<sentence.count {
            guard let above = tree.head(of: place), above > verb, sentence.contains(above),
                tree.hasLabel(place, [.det, .compound, .amod, .nmod, .poss, .nummod, .predet, .advmod])
            else { break }
            place = above
        }
        return tree.tags[place].isNoun ? place : nil
    }

    /// "Tarn appeals to Osk", "Osk to recognise Tarn": the name that the parser took for a part of the verb's name is its
    /// subject, where it has no other.
    private func mendSubject(_ index: Int, _ changes: inout [Change]) {
        guard tree.hasLabel(index, [.compound, .amod, .nmod, .dep, .npadvmod]), let verb = tree.head(of: index),
            verb > index,
            isNominal(index), tree.child(of: verb, .subjects) == nil, isVerb(verb)
        else { return }
        let isClause =
            tree.tags[verb] == .VBZ || tree.tags[verb] == .VBP || tree.tags[verb] == .VBD && index == verb - 1
            || tree.tags[verb] == .VB && tree.child(of: verb, [.aux]).map { $0 == index + 1 } == true
        guard isClause, !tree.tokens[index].ent.hasSuffix("DATE") else { return }
        changes.append(Change(index: index, label: .nsubj))
    }

    private func isNominal(_ index: Int) -> Bool {
        tree.tags[index].isProperNoun || tree.tags[index] == .NN && isCapitalised(index) || isCapital(index)
    }

    private func isCapitalised(_ index: Int) -> Bool { tree.tokens[index].text.first?.isUppercase == true }

    /// "We, the ministers, condemn it": a base form with a subject and no helper is a present tense.
    private func mendBareForm(_ index: Int, _ changes: inout [Change]) {
        guard tree.tags[index] == .VB, tree.labels[index] == .root, tree.child(of: index, [.nsubj]) != nil,
            tree.child(of: index, [.aux, .auxpass]) == nil
        else { return }
        changes.append(Change(index: index, tag: .VBP))
    }

    /// "Osk plans to recognise Tarn", "Osk issues a warning": a plural with a subject or an object of its own is a verb.
    private func mendPlural(_ index: Int, _ changes: inout [Change]) {
        guard tree.tags[index] == .NNS,
            tree.labels[index] == .root || tree.labels[index] == .advcl || tree.labels[index] == .ccomp
        else { return }
        let takesObject = tree.hasChild(of: index, [.dobj, .xcomp]) { $0 > index }
        let subject =
            tree.child(of: index, [.nsubj]) ?? tree.child(of: index, [.compound]).flatMap { isNominal($0) ? $0 : nil }
        guard takesObject, let subject, subject < index else { return }
        changes.append(Change(index: index, tag: .VBZ))
        changes.append(Change(index: subject, label: .nsubj))
    }

    /// "Besieging Tarn, Osk …": a word in -ing at the head of a sentence whose verb has two subjects is a participle, and the
    /// first of them its object; "threatening", which the parser reads as a clause, is one though its capital misled the tagger.
    private func mendGerund(_ index: Int, _ sentence: Range<Int>, _ changes: inout [Change]) {
        guard tree.tags[index].isNoun, tree.words[index].hasSuffix("ing"), tree.words[index].count > 4 else { return }
        if tree.labels[index] == .advcl || tree.labels[index] == .xcomp || tree.labels[index] == .pcomp {
            changes.append(Change(index: index, tag: .VBG, lemma: base(of: index)))
            return
        }
        guard index == sentence.lowerBound, let noun = tree.head(of: index), noun > index, tree.labels[noun] == .nsubj,
            let verb = tree.head(of: noun), tree.children(of: verb, [.nsubj]).count == 2,
            let end = Optional(tree.extent(of: noun).upperBound), end < sentence.upperBound, tree.words[end] == ","
        else { return }
        changes.append(Change(index: index, head: verb, label: .advcl, tag: .VBG, lemma: base(of: index)))
        changes.append(Change(index: noun, head: index, label: .dobj))
    }
}
