import Chronology
import Grammar

/// Finds the date of a verb: its own, that of a clause below it that tells of the same time, or that of one above it.
struct VerbDates: AnchoredDateStage {
    let context: DateContext

    private var relatives: RelativeDates { RelativeDates(context: context) }

    /// The date of a verb, of the expressions that fit.
    ///
    /// - Parameter depth: how many clauses have been climbed to it.
    func told(of verb: Int, as use: DateUse, depth: Int = 0, where isGiven: (DateAnchor) -> Bool) -> DateAnchor? {
        guard depth < 12 else { return nil }
        let chooser = chooser
        func isFit(_ anchor: DateAnchor) -> Bool { isGiven(anchor) && chooser.canTell(anchor, at: verb) }
        if let own = chooser.best(at: verb, where: isFit) { return own }
        if use == .lasting {
            // "a group led by a general was received in May"
            if labels[verb] == .acl, tags[verb] == .VBN || tags[verb] == .VBG, let host = clauses.verb(of: verb) {
                return chooser.best(at: host, where: { isFit($0) && $0.relation == .during && $0.way == .own })
            }
            return toldAbove(verb, as: use, depth: depth, where: isFit)
        }
        if let happening = toldOfHappening(verb, where: isFit) { return happening }
        if depth == 0 || labels[verb] == .root,
            let below = LowerClauseDates(context: context).told(below: verb, where: isFit)
        {
            return below
        }
        if let above = toldAbove(verb, as: use, depth: depth, where: isFit) { return above }
        return chooser.best(at: verb, allowWeak: true, where: isFit)
    }

    /// The date of the happening a verb carries out: "the May attack was staged by Osk".
    private func toldOfHappening(_ verb: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        guard words.hosts.contains(lemmas[verb]), clauses.time(of: verb) != .perfect else { return nil }
        for noun in tree.children(of: verb, [.dobj, .nsubjpass]) where isHappening(noun) {
            if let anchor = chooser.best(at: noun, where: isFit), anchor.relation == .during { return anchor }
        }
        return nil
    }

    /// The date of the clause a verb hangs on, where both tell of the same time.
    private func toldAbove(
        _ verb: Int, as use: DateUse, depth: Int, where isFit: (DateAnchor) -> Bool
    ) -> DateAnchor? {
        guard let above = tree.head(of: verb) else { return nil }
        if let dated = relatives.datedBefore(verb), isFit(dated) { return dated }
        if let main = relatives.mainVerbBefore(verb),
            let told = told(of: main, as: use, depth: depth + 1, where: isFit)
        {
            return told.with(.near)
        }
        if labels[verb] == .relcl {
            if use == .lasting { return nil }
            if let antecedent = relatives.toldOfAntecedent(verb, above, where: isFit) { return antecedent }
        }
        guard let host = HostClauseReader(facts: facts).host(of: verb, as: use) else { return nil }
        guard let limit = host.limit else {
            return told(of: host.verb, as: use, depth: depth + 1, where: isFit)
        }
        return told(of: host.verb, as: use, depth: depth + 1) { anchor in
            isFit(anchor) && timex(anchor.index).tokens.lowerBound < limit && anchor.way != .weak
        }
    }
}
