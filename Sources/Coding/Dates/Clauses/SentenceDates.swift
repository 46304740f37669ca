import Grammar

/// Finds what the sentence itself tells of a token's date, be it a verb, a noun or a preposition.
struct SentenceDates: AnchoredDateStage {
    let context: DateContext

    private var verbs: VerbDates { VerbDates(context: context) }

    /// What the sentence tells, of the expressions that fit.
    func told(at token: Int, as use: DateUse, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        if use == .standing { return toldOfStanding(token, where: isFit) }
        if isVerb(token) { return verbs.told(of: token, as: use, where: isFit) }
        if classes[token] == .adp || labels[token] == .prep { return toldOfPhrase(token, where: isFit) }
        return NounDates(context: context).told(of: token, as: use, where: isFit)
    }

    /// "according to a 2024 study"
    private func toldOfPhrase(_ preposition: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        var at = preposition
        for _ in 0..<3 {
            guard let next = tree.child(of: at, [.pobj, .prep, .pcomp]) else { break }
            if let own = chooser.best(at: next, where: isFit) { return own }
            at = next
        }
        return nil
    }

    /// What somebody is while they do what the clause tells.
    private func toldOfStanding(_ token: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        if let own = chooser.best(at: token, where: isFit) { return own }
        if isVerb(token) { return verbs.told(of: token, as: .lasting, where: isFit) }
        guard let verb = clauses.verb(of: token) else { return nil }
        return verbs.told(of: verb, as: .lasting, where: { isFit($0) && $0.relation == .during })
    }
}
