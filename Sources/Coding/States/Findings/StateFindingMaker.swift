import ChanceryCore

/// Makes findings of what the patterns have read: with their evidence, and with whether they hold, held or have ended.
struct StateFindingMaker: StateStage {
    let context: StateFindingContext

    /// Makes the finding.
    ///
    /// - Parameters:
    ///   - verb: the verb whose tense and negation tell whether it holds.
    ///   - noun: the noun or adjective whose words may negate it too.
    ///   - last: a token that the evidence reaches to, beyond the trigger's clause.
    func finding(
        _ rule: StateRule, subject: [Mention], relation: String, object: [Mention], trigger: Int, verb: Int?,
        noun: Int? = nil, through last: Int? = nil
    ) -> StateFinding {
        var clause = parsed.clauseSpan(of: trigger)
        if let last { clause = clause.union(parsed.span(last)) }
        for mention in subject + object where mention.from == nil { clause = clause.union(mention.span) }
        let isEnded = truth.isEnded(verb, noun)
        return StateFinding(
            subject: subject, relation: relation, concept: rule.concept, object: object, trigger: trigger,
            triggerSpan: parsed.span(trigger), clause: clause, negated: !isEnded && truth.isNegated(verb, noun),
            isPast: isEnded || (verb.map { truth.isPast($0) } ?? false), isEnded: isEnded,
            isAside: verb == nil, since: verb.flatMap { truth.since($0) }, rule: rule.id)
    }

    /// Makes the finding of several who stand in the relation to each other: the first to the others.
    func joint(
        _ rule: StateRule, _ parties: [Mention], relation: String, trigger: Int, verb: Int?, noun: Int? = nil
    ) -> StateFinding {
        finding(
            rule, subject: Array(parties.prefix(1)), relation: relation, object: Array(parties.dropFirst()),
            trigger: trigger, verb: verb, noun: noun)
    }
}
