import ChanceryCore
import Chronology
import Grammar
import SpacyPipeline

/// Finds the date of a clause or phrase below a verb that tells of the same time: "resigned when the talks failed in May".
struct LowerClauseDates: AnchoredDateStage {
    let context: DateContext

    /// The date of the first clause or phrase below a verb whose time is the verb's.
    func told(below verb: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        let subject = tree.child(of: verb, [.nsubj, .nsubjpass]) ?? verb
        for child in tree.children(of: verb, [.conj, .advcl, .prep]) {
            let told =
                switch labels[child] {
                case .conj: toldOfJoined(child, to: verb, where: isFit)
                case .advcl: toldOfClause(child, below: verb, subject: subject, where: isFit)
                default: toldOfPhrase(child, below: verb, subject: subject, where: isFit)
                }
            if let told { return told }
        }
        return nil
    }

    /// "killed five and wounded ten on Monday"
    private func toldOfJoined(_ child: Int, to verb: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        guard isVerb(child), sharesItsEnd(verb, with: child), let anchor = chooser.best(at: child, where: isFit),
            timex(anchor.index).tokens.lowerBound > child
        else { return nil }
        return anchor
    }

    /// Whether two joined verbs may share a date at the end of the second: "killed five and wounded ten on Monday", "the embassy was
    /// reopened and relations were resumed in May".
    private func sharesItsEnd(_ verb: Int, with child: Int) -> Bool {
        guard tags[child] == tags[verb], !(verb..<child).contains(where: { tree.tokens[$0].text == "," }) else {
            return false
        }
        if tree.child(of: child, [.nsubj, .nsubjpass, .aux]) == nil { return true }
        return [verb, child].allSatisfy {
            tree.child(of: $0, [.nsubjpass]) != nil && clauses.time(of: $0) == .past
        }
    }

    private func toldOfClause(
        _ child: Int, below verb: Int, subject: Int, where isFit: (DateAnchor) -> Bool
    ) -> DateAnchor? {
        guard isVerb(child) else { return nil }
        let mark = clauses.mark(of: child)
        guard let mark else {
            // "Speaking on Monday, she condemned it"
            guard tags[child] == .VBG, child < subject || words.speaking.contains(lemmas[child]),
                tree.child(of: child, [.nsubj, .aux]) == nil
            else { return nil }
            return chooser.best(at: child, where: isFit)
        }
        if words.meanwhile.contains(mark) || (mark == "as" && !words.standIns.contains(lemmas[child])),
            clauses.time(of: child) == clauses.time(of: verb), let anchor = date(of: child, where: isFit),
            anchor.relation == .during
        {
            return anchor
        }
        if words.ends.contains(mark), clauses.isDenied(verb), clauses.time(of: child) == .past,
            let anchor = date(of: child, where: isFit)
        {
            return anchor
        }
        guard words.havingDone.contains(mark), clauses.time(of: verb) == .past,
            let anchor = chooser.best(at: child, where: isFit) ?? datedSubject(of: child, where: isFit)
        else { return nil }
        // "after it signed the pact last month": who knows how long after.
        let timex = timex(anchor.index)
        return anchor.with(timex.isComplete || timex.date?.precision == .day ? .near : .after)
    }

    private func toldOfPhrase(
        _ preposition: Int, below verb: Int, subject: Int, where isFit: (DateAnchor) -> Bool
    ) -> DateAnchor? {
        if words.ends.contains(forms[preposition]), clauses.isDenied(verb) {
            return onlyDate(in: preposition, where: isFit)
        }
        guard preposition < subject else { return nil }
        // "In spite of its support for the talks in 1982, Osk refused": a date at the end of the opening phrase.
        let range = tree.extent(of: preposition)
        for index in expressions(around: verb) where clauses.time(of: verb) == .past {
            let first = timex(index).tokens.lowerBound
            guard range.contains(first), first > preposition + 3, words.phraseDates.contains(forms[first - 1]),
                !range.contains(where: { labels[$0] == .relcl || labels[$0] == .ccomp })
            else { continue }
            let anchor = DateAnchor.shared(index)
            if isFit(anchor) { return anchor }
        }
        return nil
    }

    private func date(of clause: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        chooser.best(at: clause, where: isFit) ?? onlyDate(in: clause, where: isFit)
    }

    /// The one date inside a clause or phrase, if no clause of its own lies between: "when he was named to act as consul in May".
    private func onlyDate(in head: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        let range = tree.extent(of: head)
        let inside = expressions(around: head).filter { range.contains(expressions[$0].head) }
        guard inside.count == 1, let index = inside.first else { return nil }
        var at = expressions[index].head
        while at != head {
            let isClause = ([.relcl, .ccomp, .acl, .advcl, .appos] as Dependencies).contains(labels[at])
            guard !isClause || tags[at] == .VB, let above = tree.head(of: at) else { return nil }
            at = above
        }
        let anchor = DateAnchor.shared(index)
        return isFit(anchor) ? anchor : nil
    }

    /// The date of a clause whose verb only finds out: "after it emerged that the May attack was staged".
    private func datedSubject(of verb: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        let inner = tree.child(of: verb, [.ccomp]) ?? verb
        for place in [verb, inner] {
            if let anchor = chooser.best(at: place, where: isFit) { return anchor }
            for child in tree.children(of: place, [.nsubj, .nsubjpass, .dobj]) where isHappening(child) {
                if let anchor = chooser.best(at: child, where: isFit) { return anchor }
            }
        }
        return nil
    }
}
