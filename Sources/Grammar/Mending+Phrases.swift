import SpacyPipeline

/// What phrases hang on.
extension Mending {
    func mendPhrases(_ changes: inout [Change]) {
        for index in tree.tokens.indices {
            switch tree.labels[index] {
            case .prep, .agent, .dative:
                if let pronoun = stranded(by: index) {
                    changes.append(Change(index: pronoun, head: index, label: .pobj))
                } else if let head = straying(index) ?? byPhrase(index) ?? blamed(index) {
                    changes.append(Change(index: index, head: head, label: .prep))
                } else if let noun = addressed(index) {
                    changes.append(Change(index: index, head: noun, label: .prep))
                } else if tellsWhoServes(index) {
                    changes.append(Change(index: index, label: .dep))
                }
            case .conj:
                if let partner = parallel(index) {
                    changes.append(Change(index: index, head: partner))
                } else {
                    mendOwners(index, &changes)
                }
            case .nmod: mendTitledNames(index, &changes)
            case .npadvmod:
                if let verb = tree.head(of: index), isObject(index, of: verb) {
                    changes.append(Change(index: index, label: .dobj))
                }
            default: break
            }
        }
    }

    /// What a preposition belongs to that the parser hung on a bare name in another phrase: "attack" of "on" in "the attack by
    /// Osk on Tarn", "discussions" of "by" in "the discussions with Tarn by Osk". Names take "of" and "in" rarely, and only
    /// where what the phrase hangs on has an "of" already do they keep it.
    private func straying(_ preposition: Int) -> Int? {
        guard let name = tree.head(of: preposition), name < preposition, isBareName(name), !tree.isTime(name),
            tree.labels[name] == .pobj, let outer = tree.head(of: name), let above = tree.head(of: outer),
            tree.words[outer] == "by" || tree.words[preposition] == "by",
            tree.tags[above].isCommonNoun || isVerb(above)
        else { return nil }
        let own = tree.words[preposition]
        if own == "of" {
            let noun = tree.tags[above].isCommonNoun ? above : tree.head(of: above) ?? above
            return tree.hasChild(of: noun, [.prep]) { tree.words[$0] == "of" } ? nil : above
        }
        return above
    }

    /// The noun that a "by" tells the doer of, where the parser hung it on an active verb behind its object: "attack" in "Tarn
    /// condemned the attack on Veldania by Osk". An active verb has its doer before it.
    private func byPhrase(_ preposition: Int) -> Int? {
        guard tree.words[preposition] == "by", let verb = tree.head(of: preposition), isVerb(verb), isFinite(verb),
            tree.child(of: verb, [.nsubj]) != nil, tree.child(of: verb, [.auxpass]) == nil,
            let name = tree.child(of: preposition, [.pobj]), tree.tags[name].isProperNoun, !tree.isTime(name),
            let object = tree.child(of: verb, [.dobj]), object < preposition, tree.tags[object].isCommonNoun
        else { return nil }
        return object
    }

    /// The verb whose "of" or "for" the parser hung on the name it blames: "accused" in "accused Osk of closing the border". A
    /// name takes no gerund.
    private func blamed(_ preposition: Int) -> Int? {
        guard let name = tree.head(of: preposition), tree.tags[name].isProperNoun, tree.labels[name] == .dobj,
            let verb = tree.head(of: name), words.gerundControl.contains(tree.lemmas[verb]),
            words.blamingPrepositions.contains(tree.words[preposition]), tree.child(of: preposition, [.pcomp]) != nil
        else { return nil }
        return verb
    }

    /// The noun that a "to" addresses, where the parser hung it on a verb that gives nothing: "apology" in "condemned Osk's
    /// apology to Tarn".
    private func addressed(_ preposition: Int) -> Int? {
        guard tree.words[preposition] == "to", let verb = tree.head(of: preposition), isVerb(verb),
            !words.lightVerbs.contains(tree.lemmas[verb])
        else { return nil }
        var before = preposition - 1
        if before >= 0, tree.labels[before] == .pobj, let link = tree.head(of: before), tree.head(of: link) == verb {
            // "Criticised Osk for the loan to Tarn".
            before = tree.words[link] == "for" ? before : -1
        } else if before >= 0, tree.labels[before] != .dobj || tree.head(of: before) != verb {
            before = -1
        }
        guard before >= 0, words.addressedNouns.contains(tree.lemmas[before]) else { return nil }
        return before
    }

    /// Whether a "with" tells who serves there rather than with whom it is done: "with Anna Rell as consul" in "The embassy
    /// was opened in May, with Anna Rell as consul".
    private func tellsWhoServes(_ preposition: Int) -> Bool {
        guard tree.words[preposition] == "with", let name = tree.child(of: preposition, [.pobj]),
            tree.tags[name].isProperNoun, let above = tree.head(of: preposition), !isVerb(above) || isPassive(above)
        else { return false }
        let sentence = tree.sentences[tree.sentence(of: name)]
        // "Ivo Tor, Jr., as": a suffix may stand between.
        let near = (name + 1)..<min(name + 5, sentence.upperBound)
        guard let role = near.first(where: { tree.words[$0] == "as" }) else { return false }
        return ((role + 1)..<min(role + 6, sentence.upperBound)).contains { words.offices.contains(tree.lemmas[$0]) }
    }

    /// Whether a verb is passive, its participle alone too; "has met" is none.
    private func isPassive(_ verb: Int) -> Bool {
        tree.child(of: verb, [.auxpass]) != nil || tree.tags[verb] == .VBN && tree.child(of: verb, [.aux]) == nil
    }

    /// The pronoun before the clause that a preposition without an object belongs to: "which" of "with" in "Tarn, which Osk
    /// severed relations with". The parser makes it the object of the verb.
    private func stranded(by preposition: Int) -> Int? {
        guard tree.labels[preposition] == .prep,
            tree.children(of: preposition).allSatisfy({ tree.labels[$0] == .prep }),
            let above = tree.head(of: preposition), above < preposition
        else { return nil }
        let verb = isVerb(above) ? above : tree.head(of: above) ?? above
        guard isVerb(verb), verb == above || tree.labels[above] == .dobj else { return nil }
        return tree.children(of: verb, [.dobj]).first { $0 < verb && (tree.tags[$0] == .WDT || tree.tags[$0] == .WP) }
    }

    /// The noun that another is really joined to, where both have an "of" and the parser joined the second to what the first
    /// is of: "Rell" of "Tor" in "Anna Rell of Osk and Ivo Tor of Tarn".
    private func parallel(_ noun: Int) -> Int? {
        guard tree.tags[noun].isNoun, hasOf(noun) != nil, let place = tree.head(of: noun), tree.labels[place] == .pobj,
            let of = tree.head(of: place), tree.words[of] == "of", let partner = tree.head(of: of),
            tree.tags[partner].isNoun, tree.tags[partner].isProperNoun == tree.tags[noun].isProperNoun,
            hasOf(place) == nil
        else { return nil }
        // Like is joined to like: two common nouns may well be joined where the parser says.
        guard tree.tags[place].isProperNoun || tree.tags[noun].isProperNoun else { return nil }
        return partner
    }

    private func hasOf(_ noun: Int) -> Int? {
        tree.children(of: noun, [.prep]).first { tree.words[$0] == "of" && $0 > noun }
    }

    /// Two owners with one "'s": the parser joins the first to what they own in "Osk and Tarn's attack".
    private func mendOwners(_ noun: Int, _ changes: inout [Change]) {
        guard tree.tags[noun].isCommonNoun, !words.servants.contains(tree.lemmas[noun]),
            !words.offices.contains(tree.lemmas[noun]), let first = tree.head(of: noun), isBareName(first),
            let second = tree.child(of: noun, [.poss]), isBareName(second),
            tree.labels[second] == .poss, second == first + 2, tree.labels[first + 1] == .cc,
            tree.children(of: first, [.conj]).count == 1
        else { return }
        let above = tree.head(of: first)
        changes.append(Change(index: noun, head: above ?? noun, label: tree.labels[first]))
        changes.append(Change(index: first, head: noun, label: .poss))
        changes.append(Change(index: second, head: first, label: .conj))
    }

    /// Two names with their titles: in "Secretary of State Anna Rell and Tarnian Foreign Minister Ivo Tor agreed" the parser makes the
    /// first a part of the second's name, and joins it to the second's title.
    private func mendTitledNames(_ first: Int, _ changes: inout [Change]) {
        guard tree.tags[first].isProperNoun, let second = tree.head(of: first), second > first + 2,
            tree.tags[second].isProperNoun, tree.child(of: first, [.cc]) != nil,
            let title = tree.child(of: first, [.conj]), title > first, title < second, tree.tags[title].isNoun,
            tree.labels[second] != .root
        else { return }
        let above = tree.head(of: second)
        changes.append(Change(index: first, head: above ?? second, label: tree.labels[second]))
        changes.append(Change(index: second, head: first, label: .conj))
        changes.append(Change(index: title, head: second, label: .compound))
    }

    /// Whether a name right behind a verb without an object is its object, which the parser took for a time or measure:
    /// "annexing Tarn".
    private func isObject(_ noun: Int, of verb: Int) -> Bool {
        isVerb(verb) && tree.tags[noun].isProperNoun && tree.extent(of: noun).lowerBound == verb + 1
            && tree.child(of: verb, [.dobj, .auxpass, .nsubjpass, .attr, .acomp]) == nil
            && !tree.isTime(noun)
    }
}
