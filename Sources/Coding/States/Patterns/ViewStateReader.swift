import ChanceryCore
import Grammar

/// A verb with what somebody is taken for: "sees Osk as a friend", "considers Osk a friend", "leading it to view Osk as
/// a pawn".
struct ViewStateReader: StatePattern {
    let context: StateFindingContext

    func state(_ rule: StateRule, at verb: Int) -> StateFinding? {
        guard arguments.isVerb(verb), truth.holds(verb, allowsPast: rule.allowsPast), !truth.isReported(verb) else {
            return nil
        }
        if arguments.isPassive(verb) { return passive(rule, at: verb) }
        guard let subject = subjects.subject(of: verb) else { return nil }
        let parties = sides.subjects(subject, for: rule)
        guard !parties.isEmpty, let (object, complement) = taken(verb) else { return nil }
        let objects = sides.objects(object, for: rule)
        guard !objects.isEmpty, objects.first?.name != parties.first?.name else { return nil }
        let said = tree.extent(of: complement).filter(isSaid)
        let named = tree.subtree(of: object)
        let relation = wording.words(wording.verbGroup(verb) + said.filter { $0 > object && !named.contains($0) })
        return maker.finding(
            rule, subject: parties, relation: relation, object: objects, trigger: verb, verb: verb,
            through: tree.extent(of: complement).last)
    }

    /// "is listed as a bank by Osk": the passive of the same.
    private func passive(_ rule: StateRule, at verb: Int) -> StateFinding? {
        guard let agent = arguments.agents(verb).first ?? agentBelow(verb),
            let patient = arguments.surfaceSubject(verb),
            let complement = tree.children(of: verb, [.prep]).first(where: { lower($0) == "as" })
                ?? tree.child(of: verb, [.oprd])
        else { return nil }
        let parties = sides.subjects(agent, for: rule)
        let objects = sides.objects(patient, for: rule)
        guard !parties.isEmpty, !objects.isEmpty, objects.first?.name != parties.first?.name else { return nil }
        let named = tree.subtree(of: agent)
        let said = tree.extent(of: complement).filter { !named.contains($0) && lower($0) != "by" && isSaid($0) }
        let relation =
            wording.activeForm(verb, copula: nil, plural: parties.count > 1) + " " + wording.words(said)
        return maker.finding(
            rule, subject: parties, relation: relation, object: objects, trigger: verb, verb: verb,
            through: tree.extent(of: complement).last)
    }

    /// Whether a token is more than a mark.
    private func isSaid(_ index: Int) -> Bool { classes[index] != .punct || lower(index) == "-" }

    /// The parser may hang "by Osk" on the noun after "as".
    private func agentBelow(_ verb: Int) -> Int? {
        for below in tree.subtree(of: verb) where lower(below) == "by" && below > verb {
            if let object = tree.child(of: below, [.pobj]) { return object }
        }
        return nil
    }

    /// What is taken for something, and the phrase that says for what.
    private func taken(_ verb: Int) -> (object: Int, complement: Int)? {
        if let object = tree.child(of: verb, [.dobj]) {
            let prepositions = tree.children(of: verb, [.prep]) + tree.children(of: object, [.prep])
            for preposition in prepositions + outerAs(verb, object) where lower(preposition) == "as" {
                return (object, preposition)
            }
            if let complement = tree.child(of: verb, [.oprd]) { return (object, complement) }
        }
        for clause in tree.children(of: verb, [.ccomp, .xcomp]) {
            guard let object = tree.child(of: clause, [.nsubj]), lemma(clause) == "be" || classes[clause] != .verb,
                lower(clause) == "be" || lower(clause) == "as" || classes[clause] == .noun || classes[clause] == .adj
            else { continue }
            return (object, clause)
        }
        return nil
    }

    /// The parser sometimes hangs "as …" one verb too high.
    private func outerAs(_ verb: Int, _ object: Int) -> [Int] {
        guard let head = tree.head(of: verb) else { return [] }
        return tree.children(of: head, [.prep]).filter { $0 > object && $0 - object <= 3 }
    }
}
