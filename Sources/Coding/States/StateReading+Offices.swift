import ChanceryCore
import SpacyPipeline

/// Persons in office, from titles and appositions that the entity index has read.
extension StateReading {
    /// The words that say that the office was held at the time told, not now.
    private static let then: Set<String> = ["then", "then-"]

    /// "Prime Minister Ora Lind", "then chairman of the League, Ora Lind": one state for each person and office.
    ///
    /// - Parameter told: what the rules have found; an office they tell of the same person is left out.
    func offices(besides told: [StateFinding]) -> [StateFinding] {
        var seen = Set(
            told.filter { $0.concept == "holds-office" }.flatMap { state in
                state.subject.map { [$0.name, lower(state.trigger)] }
            })
        var found: [StateFinding] = []
        for office in entities.offices {
            guard let person = office.person, let body = office.of, person.name != body.name,
                let first = office.tokens.first, parsed.tokens.indices.contains(first)
            else { continue }
            let word = office.office.split(separator: " ").last.map { $0.lowercased() } ?? ""
            guard !rules.notOffices.contains(word), !seen.contains([person.name, word]),
                seen.insert([person.name, office.office.lowercased(), body.name]).inserted
            else { continue }
            let trigger = office.tokens.first { office.office.hasPrefix(parsed.tokens[$0].text) } ?? first
            let isPast = office.isFormer || office.tokens.contains { Self.then.contains(lower($0)) }
            var clause = parsed.span(office.tokens)
            for mention in [person, body] where mention.from == nil { clause = clause.union(mention.span) }
            found.append(
                StateFinding(
                    subject: [person], relation: (isPast ? "was " : "is ") + office.office + " of",
                    concept: word == "candidate" || word == "nominee" ? "candidate-of" : "holds-office", object: [body],
                    trigger: trigger, triggerSpan: parsed.span(trigger),
                    clause: clause, isPast: isPast,
                    isEnded: office.isFormer && !office.tokens.contains { Self.then.contains(lower($0)) },
                    rule: "OFFICE-TITLE"))
        }
        return found
    }
}
