import SpacyPipeline

/// Verbs that carry an event noun and lend it their arguments.
extension Grammar {
    /// The light verb that lends its arguments to an event noun: "carried out" over "attack".
    public func lightVerb(over noun: Int) -> Int? {
        var place = noun
        for _ in 0..<6 {
            guard let above = tree.head(of: place) else { return nil }
            switch tree.labels[place] {
            case .dobj, .nsubjpass, .attr, .oprd: return isLight(above) ? above : nil
            case .pobj:
                guard let upper = tree.head(of: above) else { return nil }
                if isVerb(upper) {
                    // "engaged in talks", "entered into negotiations", but not "in recognition of support, X made …"
                    let joins = words.lightPrepositions.contains(tree.lemmas[above]) && above > upper
                    return joins && isLight(upper) ? upper : nil
                }
                guard tree.lemmas[above] == "of", words.transparent.contains(tree.lemmas[upper]) else { return nil }
                place = upper
            case .conj: place = above
            default: return nil
            }
        }
        return nil
    }

    /// Whom an event noun befalls, by the verb over it: Osk of "Osk suffered a series of attacks", "Osk was subjected to an attack",
    /// "Osk came under attack".
    public func undergoer(of noun: Int) -> Int? {
        var place = noun
        for _ in 0..<6 {
            guard let above = tree.head(of: place) else { return nil }
            switch tree.labels[place] {
            case .dobj: return words.undergoing.contains(tree.lemmas[above]) ? subject(of: above)?.head : nil
            case .pobj:
                guard let upper = tree.head(of: above) else { return nil }
                switch tree.lemmas[above] {
                case "to" where words.undergoingTo.contains(tree.lemmas[upper]),
                    "under" where words.undergoingUnder.contains(tree.lemmas[upper]):
                    return subject(of: upper)?.head
                case "of" where words.transparent.contains(tree.lemmas[upper]): place = upper
                default: return nil
                }
            case .conj: place = above
            default: return nil
            }
        }
        return nil
    }

    /// Whether a verb can lend its arguments to the noun it governs.
    func isLight(_ verb: Int) -> Bool {
        isVerb(verb)
            && (words.lightVerbs.contains(tree.lemmas[verb]) || words.lightVerbs.contains(tree.lemmas[verb] + "e"))
            && (words.unestranged.contains(tree.lemmas[verb])
                || !tree.hasChild(of: verb, [.prt]) { words.estranging.contains(tree.lemmas[$0]) })
    }

    /// The verb by which an event noun tells of itself, and whose prepositions are the noun's: "broke out" of "war" in
    /// "war broke out between Osk and Tarn".
    public func occurrence(of noun: Int) -> Int? {
        guard tree.labels[noun] == .nsubj, let verb = tree.head(of: noun), isVerb(verb) else { return nil }
        let beside = tree.children(of: verb, [.prt, .dobj]).map { "\(tree.lemmas[verb]) \(tree.lemmas[$0])" }
        if beside.contains(where: { words.occurrences.contains($0) }) { return verb }
        return tree.child(of: verb, [.dobj, .prt]) == nil && words.occurrences.contains(tree.lemmas[verb]) ? verb : nil
    }

    /// Whether an event noun that a verb of happening tells of goes on with what was told before: "the talks failed", "hostilities
    /// resumed"; not one that the words make new ("war broke out", "another war", "no talks") or that has a name ("the Cold War").
    public func continuesTelling(of noun: Int, by verb: Int) -> Bool {
        let describing = tree.children(of: noun, [.det, .amod, .compound, .nmod, .nummod, .poss])
        if describing.contains(where: {
            tree.tokens[$0].text.first?.isUppercase == true && $0 > tree.extent(of: noun).lowerBound
        }) {
            return false
        }
        if describing.contains(where: { words.renewers.contains(tree.words[$0]) || tree.labels[$0] == .nummod }) {
            return false
        }
        if describing.contains(where: { words.pointers.contains(tree.words[$0]) }) { return true }
        guard !describing.contains(where: { tree.labels[$0] == .det || tree.labels[$0] == .poss }) else { return false }
        return !words.onsets.contains(tree.lemmas[verb])
    }

    /// Those whom any preposition of partners, doers or victims names at an event noun or its verb.
    public func partners(of index: Int) -> [Int] {
        words.partnerPrepositions.flatMap { objects(ofPreposition: $0, at: index) }
    }

    /// The verb that puts somebody behind an event noun: "was" in "Osk was behind a series of attacks".
    public func verbBehind(_ noun: Int) -> Int? {
        var place = noun
        while tree.labels[place] == .pobj, let above = tree.head(of: place), let upper = tree.head(of: above) {
            if tree.lemmas[above] == "behind" { return words.standingVerbs.contains(tree.lemmas[upper]) ? upper : nil }
            guard tree.lemmas[above] == "of", words.transparent.contains(tree.lemmas[upper]) else { return nil }
            place = upper
        }
        return nil
    }
}
