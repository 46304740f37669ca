import ChanceryCore
import Chronology
import Grammar

/// Finds the main clauses of a sentence, their dates, and whether they turn to another time: what a text goes on by.
struct MainClauseReader: AnchoredDateStage {
    let context: DateContext

    /// The date of a main clause.
    struct Dated {
        /// The expression.
        let index: Int
        /// The time the clause's verb tells of.
        let verbTime: VerbTime
    }

    /// The verb through which a token is told by its sentence's main clause; nil where another clause lies between.
    func verb(of trigger: Int) -> Int? {
        var at = trigger
        for step in 0..<32 {
            guard let above = tree.head(of: at) else { return isVerb(at) ? at : nil }
            if isVerb(at) {
                switch labels[at] {
                case .conj: if clauses.time(of: at) != .none { return at }
                case .relcl where isTimeBefore(above): return at
                default: guard sharesClause(at, with: above) else { return nil }
                }
            } else if step < 4 {
                guard isTold(at, by: above) else { return nil }
            }
            at = above
        }
        return nil
    }

    /// Whether a verb below another tells the same clause.
    private func sharesClause(_ verb: Int, with above: Int) -> Bool {
        switch labels[verb] {
        case .advcl: tags[verb] == .VBG && tree.child(of: verb, [.mark, .nsubj]) == nil
        case .xcomp: !words.ahead.contains(lemmas[above])
        case .pcomp: words.means.contains(forms[above])
        case .acomp: true
        default: false
        }
    }

    /// Whether what hangs on a word is told with it.
    private func isTold(_ token: Int, by above: Int) -> Bool {
        switch labels[token] {
        case .dobj, .nsubjpass: isVerb(above) && words.hosts.contains(lemmas[above])
        case .nsubj: isVerb(above) && words.befalls.contains(lemmas[above])
        case .pobj: words.toldIn.contains(forms[above])
        // "Is ready to help"
        case .prep, .acomp, .attr: isVerb(above)
        case .conj: true
        default: false
        }
    }

    /// "This was the only time Osk gave aid": the time told before.
    private func isTimeBefore(_ noun: Int) -> Bool {
        guard words.times.contains(lemmas[noun]), labels[noun] == .attr, var verb = tree.head(of: noun) else {
            return false
        }
        while labels[verb] == .xcomp, let above = tree.head(of: verb) { verb = above }
        guard let subject = tree.child(of: verb, [.nsubj]), tree.head(of: verb) == nil else { return false }
        return words.timePronouns.contains(forms[subject])
    }

    /// The dates of a sentence's main clauses, in text order, with the time their verbs tell of.
    func dates(of sentence: Int) -> [Dated] {
        var found: [Dated] = []
        for index in expressions(ofSentence: sentence) {
            guard let edtf = timex(index).edtf,
                edtf.precision != .interval || edtf.intervalEnd != nil && edtf.intervalStart != nil
            else { continue }
            let verb = tree.sentences[sentence].first { token in
                isVerb(token) && isMain(token)
                    && anchors[token].contains { $0.index == index && $0.way != .weak && $0.relation == .during }
            }
            if let verb { found.append(Dated(index: index, verbTime: clauses.time(of: verb))) }
        }
        return found
    }

    private func isMain(_ verb: Int) -> Bool {
        var at = verb
        for _ in 0..<16 {
            guard let above = tree.head(of: at) else { return true }
            guard labels[at] == .conj || labels[at] == .xcomp, isVerb(above) else { return false }
            at = above
        }
        return false
    }

    /// The verb at a sentence's root.
    func root(of sentence: Int) -> Int? {
        tree.sentences[sentence].first { tree.head(of: $0) == nil && isVerb($0) }
    }

    /// Whether words of a clause say that it tells of another time, or of what is usual.
    func breaksOff(_ verb: Int, _ trigger: Int) -> Bool {
        if breaks(verb) || verb != trigger && breaks(trigger) { return true }
        // "the day before", "two days later"
        let isTurned = tree.children(of: verb, [.npadvmod, .advmod, .prep, .dobj]).contains { child in
            tree.subtree(of: child).prefix(8).contains(where: turns)
        }
        return isTurned || tree.children(of: verb, [.aux]).contains { forms[$0] == "used" }
    }

    private func breaks(_ token: Int) -> Bool {
        tree.children(of: token, [.advmod, .npadvmod, .prep]).contains { words.breaks.contains(forms[$0]) }
    }

    private func turns(_ token: Int) -> Bool {
        words.turns.contains(forms[token])
            || words.turnsByUnit.contains(forms[token]) && token > 0 && words.units.contains(lemmas[token - 1])
    }
}
