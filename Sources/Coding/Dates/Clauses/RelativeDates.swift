import Chronology
import Grammar
import SpacyPipeline

/// Finds the date of a clause that "which", "when" or "where" joins to what stands before it.
struct RelativeDates: AnchoredDateStage {
    let context: DateContext

    /// The date that stands right before the word which joins a verb's clause.
    func datedBefore(_ verb: Int) -> DateAnchor? {
        guard clauses.time(of: verb) == .past else { return nil }
        return datedBeforeWhich(verb) ?? datedBeforeWhen(verb)
    }

    /// "the raid of May 1990, which killed five": the date right before "which".
    private func datedBeforeWhich(_ verb: Int) -> DateAnchor? {
        guard tags[verb] == .VBD || tags[verb] == .VBN,
            ([.relcl, .advcl, .ccomp] as Dependencies).contains(labels[verb]),
            let subject = tree.child(of: verb, [.nsubj, .nsubjpass, .advmod]),
            tags[subject] == .WDT || tags[subject] == .WRB, subject > 1
        else { return nil }
        let last = tree.tokens[subject - 1].text == "," ? subject - 2 : subject - 1
        // "during the 1996 campaign, when she opposed it"
        if last >= 0, tags[subject] == .WRB, forms[subject] == "when", !isVerb(last),
            let anchor = anchors[last].first(where: { $0.way == .own && $0.relation == .during })
        {
            return anchor
        }
        guard last >= 0, tree.sentence(of: last) == tree.sentence(of: verb), !clauses.isAfterwards(verb),
            let index = expressions.firstIndex(where: { $0.timex.tokens.contains(last) }),
            !datesPaper(index) || tags[subject] == .WRB
        else { return nil }
        return .shared(index)
    }

    /// "relations began on 3 May 1990, when the chargé d'affaires presented his letters": the first verb in the past after
    /// "when", whatever the parser hung it on.
    private func datedBeforeWhen(_ verb: Int) -> DateAnchor? {
        for index in expressions(around: verb) {
            var word = timex(index).tokens.upperBound
            if word < verb, tree.tokens[word].text == "," { word += 1 }
            guard word < verb, forms[word] == "when",
                !(word..<verb).contains(where: { tags[$0] == .VBD && tree.head(of: $0) != verb })
            else { continue }
            return .shared(index)
        }
        return nil
    }

    /// Whether the word before an expression gives it to a paper: "the accord of 1990, which".
    private func datesPaper(_ index: Int) -> Bool {
        words.datings.contains(forms[max(0, timex(index).tokens.lowerBound - 1)])
    }

    /// The receiving of "received an envoy in May, after which Tarn agreed": what a verb tells came soon after it.
    func mainVerbBefore(_ verb: Int) -> Int? {
        guard clauses.time(of: verb) == .past,
            tree.children(of: verb, [.prep]).contains(where: { preposition in
                forms[preposition] == "after"
                    && tree.child(of: preposition, [.pobj]).map { tags[$0] == .WDT } == true
            })
        else { return nil }
        return tree.ancestors(of: verb).first { isVerb($0) && clauses.time(of: $0) == .past }
    }

    /// "the 1990 raid, which killed five"
    func toldOfAntecedent(_ verb: Int, _ noun: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        guard clauses.time(of: verb) == .past, !clauses.isAfterwards(verb) else { return nil }
        // "flew to Osk on Monday, where she met the envoy", "paid a visit to Osk in May, where …"
        if clauses.mark(of: verb) == "where", let host = clauses.verb(of: noun), clauses.time(of: host) == .past,
            words.moving.contains(lemmas[host])
                || tree.hasChild(of: host, [.dobj], where: { words.moving.contains(lemmas[$0]) })
        {
            return chooser.best(at: host, where: { isFit($0) && $0.way == .own && $0.relation == .during })
        }
        guard let subject = tree.child(of: verb, [.nsubj, .nsubjpass]),
            tags[subject] == .WDT || forms[subject] == "that", isHappening(noun)
        else { return nil }
        return chooser.best(at: noun, where: isFit)
    }
}
