import Grammar

/// The time a finite verb tells of.
enum VerbTime: Sendable {
    case past, pastPerfect, perfect, present, ahead, none
}

/// What the form of a clause tells: its verb, the time of that, what joins it to another and whether it is denied.
struct ClauseReader: DateStage {
    let facts: DateFacts

    /// The verb of the clause a noun stands in, with no other clause between.
    func verb(of token: Int) -> Int? {
        var at = token
        for _ in 0..<32 {
            guard let above = tree.head(of: at) else { return nil }
            if isVerb(above) { return above }
            if labels[at] == .relcl || labels[at] == .acl { return nil }
            at = above
        }
        return nil
    }

    /// The time a verb tells of, by its form and its helpers.
    func time(of verb: Int) -> VerbTime {
        let helpers = tree.children(of: verb, [.aux, .auxpass])
        let tag = tags[verb]
        if helpers.isEmpty, labels[verb] == .conj, tag == .VBN, let above = tree.head(of: verb), isVerb(above) {
            return time(of: above)
        }
        if helpers.contains(where: { forms[$0] == "to" }) { return .none }
        if let helper = helpers.first, let time = time(ofHelper: forms[helper], tag) { return time }
        switch tag {
        case .VBD: return .past
        case .VBZ, .VBP: return .present
        default: return .none
        }
    }

    private func time(ofHelper helper: String, _ tag: PennTag) -> VerbTime? {
        if words.pastHelpers.contains(helper) { return .past }
        if words.upToNow.contains(helper) { return tag == .VBN ? .perfect : .present }
        if words.beforePast.contains(helper) { return .pastPerfect }
        if words.toCome.contains(helper) { return .ahead }
        return words.presentHelpers.contains(helper) ? .present : nil
    }

    /// Whether a clause joined to another may tell of the same time.
    func agreesInTime(_ verb: Int, _ above: Int) -> Bool {
        let (own, other) = (time(of: verb), time(of: above))
        return own == .none || other == .none || own == other || (own == .past && other == .pastPerfect)
    }

    /// The word that joins a clause: "when", "after".
    func mark(of verb: Int) -> String? {
        let mark = tree.child(of: verb, [.mark]) ?? tree.children(of: verb, [.advmod]).first { tags[$0] == .WRB }
        return mark.map { forms[$0] }
    }

    /// Whether a verb is denied, as up to a time: "did not recognise it until", "no relations were established until".
    func isDenied(_ verb: Int) -> Bool {
        func denies(_ token: Int) -> Bool { words.denials.contains(forms[token]) }
        return tree.children(of: verb, [.neg, .advmod]).contains(where: denies)
            || tree.children(of: verb, [.nsubjpass, .dobj]).contains { noun in
                tree.children(of: noun, [.det]).contains(where: denies)
            }
    }

    /// Whether a clause says itself that it tells of another time: "was later attacked".
    func isAfterwards(_ verb: Int) -> Bool {
        tree.children(of: verb, [.advmod]).contains { words.breaks.contains(forms[$0]) }
    }
}
