import ChanceryCore
import Grammar

/// Tells whether what a verb or noun says holds, held or has ended, as the text tells it.
struct StateTruth: StateStage {
    let context: StateFindingContext

    /// The verb whose tense decides for a token: the first auxiliary of its group, or itself.
    func finite(_ verb: Int) -> Int { tree.child(of: verb, [.aux, .auxpass]) ?? verb }

    /// Whether the verb's tense is past.
    func isPast(_ verb: Int) -> Bool { tags[finite(verb)] == .VBD }

    /// Whether a plural verb stands with one person: then the parse has taken the wrong subject.
    func disagrees(_ verb: Int, with parties: [Mention]) -> Bool {
        guard parties.count == 1, parties[0].kind == .person, parties[0].from == nil else { return false }
        return lists.pluralVerbs.contains(lower(finite(verb)))
    }

    /// Whether a copula, if there is one, tells of what holds or held.
    func holdsIfVerb(_ verb: Int?) -> Bool {
        guard let verb else { return true }
        return holds(verb, allowsPast: true) && !isReported(verb)
    }

    /// Whether the verb stands under "if", a question or another word that takes it out of what is told.
    func isReported(_ verb: Int) -> Bool {
        tree.children(of: verb, [.mark]).contains { lists.conditions.contains(lower($0)) }
    }

    // MARK: Tense

    /// Whether the verb tells of what holds rather than of what may, shall or did once happen.
    func holds(_ verb: Int, allowsPast: Bool) -> Bool {
        let first = finite(verb)
        switch tags[first] {
        case .MD: return false
        case .TO: return governed(verb, allowsPast: allowsPast)
        default: break
        }
        if first == verb {
            switch tags[first] {
            case .VBZ, .VBP: return true
            case .VBD: return allowsPast
            case .VBN, .VBG:
                if labels[first] == .conj, let head = tree.head(of: verb), arguments.isVerb(head) {
                    return holds(head, allowsPast: allowsPast)
                }
                return [.acl, .relcl, .amod].contains(labels[first])
            case .VB: return governed(verb, allowsPast: allowsPast)
            default: return false
            }
        }
        return allowsPast || tags[first] != .VBD || !lists.tensed.contains(lemma(first))
    }

    /// "came to consider", "leading it to view", "continues to support": an infinitive that holds all the same.
    private func governed(_ verb: Int, allowsPast: Bool) -> Bool {
        guard let head = tree.head(of: verb), [.xcomp, .advcl, .ccomp].contains(labels[verb]),
            lists.holding.contains(lemma(head)) || isReport(head)
        else { return false }
        return !tree.children(of: head, [.aux]).contains { tags[$0] == .MD }
    }

    /// "are estimated to live", "is known to host": a passive that only tells how it is known.
    private func isReport(_ verb: Int) -> Bool { lists.known.contains(lemma(verb)) && arguments.isPassive(verb) }

    // MARK: Words

    /// Whether a verb or noun is negated: "does not", "never", "has no embassy".
    func isNegated(_ verb: Int?, _ noun: Int? = nil) -> Bool {
        [verb, noun].compactMap { $0 }.contains { index in
            tree.children(of: index, [.neg, .det, .advmod, .preconj]).contains { lists.negators.contains(lower($0)) }
        }
    }

    /// Whether the words say that it is over: "no longer", "former". What is over did hold, and is not negated.
    func isEnded(_ verb: Int?, _ noun: Int?) -> Bool {
        if let verb, tree.children(of: verb, [.advmod, .neg]).contains(where: { lower($0) == "longer" }) {
            return true
        }
        guard let noun else { return false }
        return tree.children(of: noun, [.amod, .advmod, .compound]).contains { lists.ended.contains(lower($0)) }
    }

    /// The tokens of "since …" below a verb.
    func since(_ verb: Int) -> Range<Int>? {
        tree.children(of: verb, [.prep, .mark]).first { lower($0) == "since" }.map { tree.extent(of: $0) }
    }
}
