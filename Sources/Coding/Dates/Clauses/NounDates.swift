import Grammar

/// Finds the date of a noun: its own, or that of the noun or verb it hangs on where both tell of one time.
struct NounDates: AnchoredDateStage {
    let context: DateContext

    private var verbs: VerbDates { VerbDates(context: context) }

    /// The date of a noun, of the expressions that fit.
    ///
    /// - Parameter depth: how many words have been climbed to it.
    func told(of noun: Int, as use: DateUse, depth: Int = 0, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        guard depth < 6 else { return nil }
        if let own = chooser.best(at: noun, where: isFit) { return own }
        // "the onset of the uprising": the date of what it hangs on, or of the happening it is part of.
        for child in tree.children(of: noun, [.conj]) where !isVerb(child) {
            if let shared = chooser.best(at: child, where: isFit), !shared.isBeforeNoun { return shared }
        }
        guard let above = tree.head(of: noun) else { return nil }
        switch labels[noun] {
        case .compound, .nmod, .amod:
            guard !isVerb(above), isHappening(above) || use == .figure else { return nil }
            return told(of: above, as: use, depth: depth + 1, where: isFit)
        case .conj:
            guard !isVerb(above) else { return verbs.told(of: above, as: use, depth: depth + 1, where: isFit) }
            if let shared = chooser.best(at: above, where: isFit), shared.isBeforeNoun { return shared }
            return told(of: above, as: use, depth: depth + 1, where: { isFit($0) && !isOwn($0, of: above) })
        case .pobj:
            return told(ofObject: noun, preposition: above, as: use, depth: depth, where: isFit)
        case .dobj, .attr, .oprd, .dative, .pcomp, .csubj, .xcomp, .npadvmod, .nsubjpass:
            guard isVerb(above), words.hosts.contains(lemmas[above]) || use == .figure else { return nil }
            return verbs.told(of: above, as: use, depth: depth + 1, where: isFit)
        case .nsubj:
            guard isVerb(above), words.befalls.contains(lemmas[above]) || use == .figure else { return nil }
            return verbs.told(of: above, as: use, depth: depth + 1, where: isFit)
        default: return nil
        }
    }

    private func isOwn(_ anchor: DateAnchor, of noun: Int) -> Bool {
        anchors[noun].contains { $0.index == anchor.index && $0.way == .own }
    }

    private func told(
        ofObject noun: Int, preposition: Int, as use: DateUse, depth: Int, where isFit: (DateAnchor) -> Bool
    ) -> DateAnchor? {
        guard let above = tree.head(of: preposition) else { return nil }
        if isVerb(above) {
            guard use == .figure || takesPlace(noun, preposition, with: above) else { return nil }
            return verbs.told(of: above, as: use, depth: depth + 1, where: isFit)
        }
        let form = forms[preposition]
        let isPart =
            // "the onset of the uprising"
            form == "of" && words.carriers.contains(lemmas[above])
            // "a visit to Osk for a meeting"
            || words.parts.contains(form) && isHappening(above)
        guard use == .figure || isPart else { return nil }
        return told(of: above, as: use, depth: depth + 1, where: isFit)
    }

    /// Whether the object of a verb's preposition takes place with what the verb tells.
    private func takesPlace(_ noun: Int, _ preposition: Int, with verb: Int) -> Bool {
        let form = forms[preposition]
        return words.circumstances.contains(form)
            || form == "on" && words.journeys.contains(lemmas[noun])
            || form == "by" && classes[noun] != .propn && classes[noun] != .pron
            || words.hosts.contains(lemmas[verb]) && words.governing.contains(form)
    }
}
