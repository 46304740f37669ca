extension Grammar {
    /// The noun phrases a preposition joins to a verb or noun: "with" gives Osk in "met with Osk".
    public func objects(ofPreposition word: String, at index: Int) -> [Int] {
        var found: [Int] = []
        for prep in tree.children(of: index, [.prep, .agent, .dative]) {
            let own = tree.words[prep]
            if own == word {
                found += tree.children(of: prep, [.pobj, .pcomp])
            } else if let inner = tree.children(of: prep, [.prep]).first(where: {
                (tree.words[$0] == word && !words.compoundPrepositions.contains(own))
                    || own.utf8.count + 1 + tree.words[$0].utf8.count == word.utf8.count
                        && "\(own) \(tree.words[$0])" == word
            }) {
                found += tree.children(of: inner, [.pobj])
            }
            // "in Osk and in Veldania"
            for other in tree.children(of: prep, [.conj]) where tree.words[other] == word {
                found += tree.children(of: other, [.pobj])
            }
        }
        if word == "as", found.isEmpty { found = offices(givenBy: index) }
        if found.isEmpty { found = objectsBehindAdverb(word, at: index) + objectsBehindManner(word, at: index) }
        return found.isEmpty ? objectsAcrossAside(word, at: index) : found
    }

    /// What somebody is made by an infinitive: the consul in "named him to be its consul", "to serve as its consul".
    private func offices(givenBy verb: Int) -> [Int] {
        guard isVerb(verb), tree.child(of: verb, [.dobj]) != nil || isPassive(verb) else { return [] }
        return tree.children(of: verb, [.xcomp, .advcl]).filter { tree.tags[$0] == .VB }.flatMap { inner -> [Int] in
            guard words.servingVerbs.contains(tree.lemmas[inner]) else { return [] }
            return tree.children(of: inner, [.attr]) + objects(ofPreposition: "as", at: inner)
        }
    }

    /// What a preposition joins to a verb whose adverb the parser tied it to: Osk in "sent its envoy back to Osk".
    private func objectsBehindAdverb(_ word: String, at verb: Int) -> [Int] {
        guard isVerb(verb) else { return [] }
        return tree.children(of: verb, [.advmod, .prt]).filter { $0 > verb }.flatMap { adverb in
            tree.children(of: adverb, [.prep])
                .filter { $0 == adverb + 1 && tree.words[$0] == word && tree.children(of: adverb).count == 1 }
                .flatMap { tree.children(of: $0, [.pobj, .pcomp]) }
        }
    }

    /// What a preposition joins to a verb, where the parser tied it to a phrase of manner: Osk in "negotiated in good faith with
    /// Osk", "met in secret with Osk". Such a noun has no article and takes no partner.
    private func objectsBehindManner(_ word: String, at verb: Int) -> [Int] {
        guard isVerb(verb), tree.hasChild(of: verb, [.prep], where: { tree.words[$0] == "in" }),
            words.crossingPrepositions.contains(word)
        else { return [] }
        return tree.children(of: verb, [.prep]).filter { tree.words[$0] == "in" }.flatMap { manner in
            tree.children(of: manner, [.pobj, .amod]).filter { noun in
                !tree.tags[noun].isProperNoun && tree.tags[noun] != .NNS
                    && tree.child(of: noun, [.det, .poss, .nummod]) == nil
                    && !words.talkNouns.contains(tree.lemmas[noun])
            }
            .flatMap { noun in
                tree.children(of: noun, [.prep]).filter { tree.words[$0] == word }
                    .flatMap { tree.children(of: $0, [.pobj]) }
            }
        }
    }

    /// What a preposition joins to a verb across a phrase set off by commas, to which the parser tied it: Osk in
    /// "supplied arms via Veldania, then ruled by a junta, to Osk".
    private func objectsAcrossAside(_ word: String, at verb: Int) -> [Int] {
        guard isVerb(verb) else { return [] }
        let sentence = tree.sentences[tree.sentence(of: verb)]
        for preposition in sentence where preposition > verb + 1 {
            guard tree.labels[preposition] == .prep, tree.words[preposition] == word,
                tree.words[preposition - 1] == ",", let aside = tree.head(of: preposition), aside > verb,
                isPassive(aside), tree.labels[aside] == .acl || tree.labels[aside] == .advcl,
                tree.words[max(verb, tree.extent(of: aside).lowerBound - 1)] == ",",
                !(verb + 1..<aside).contains(where: { isVerb($0) && tree.labels[$0] != .acl }),
                words.crossingPrepositions.contains(word)
            else { continue }
            return tree.children(of: preposition, [.pobj])
        }
        return []
    }
}
