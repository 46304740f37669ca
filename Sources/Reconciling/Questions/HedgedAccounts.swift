import ChanceryCore

/// One account tells as fact what another does not vouch for: "supplied arms" and "is alleged to have supplied arms"; or a text tells in
/// its own voice, in a caption or a heading, what it elsewhere has from somebody else, in the same words.
struct HedgedAccounts {
    let likeness: SharedWords

    func disputes(_ told: [VoicedReport]) -> [Dispute] {
        let facts = told.filter {
            $0.event != nil && $0.report.modality == .asserted && $0.report.attribution.isEmpty && !$0.has("hedging")
        }
        var pairs: [(VoicedReport, VoicedReport)] = []
        for fact in facts {
            for other in told where other.voice != fact.voice && !other.isApart(from: fact) && !other.holds(fact) {
                guard let event = other.event, other.report.modality == .claimed, event.type == fact.event?.type,
                    other.isNegated == fact.isNegated, !other.actors.isDisjoint(with: fact.actors)
                else { continue }
                if isAlleged(other, fact) || isToldAlike(other, fact) { pairs.append((fact, other)) }
            }
        }
        return QuestionDisputes.joined(pairs, .factuality) { $0.report.modality.rawValue }
    }

    /// "Is alleged to have supplied arms", of what the other tells that he did.
    private func isAlleged(_ one: VoicedReport, _ fact: VoicedReport) -> Bool {
        guard one.has("hedging"), !one.isNegated else { return false }
        let isOfBoth = !one.recipients.isDisjoint(with: fact.recipients)
        return likeness.measure(one, fact).shared >= (isOfBoth ? 1 : 2)
    }

    /// The same text's own words for it, nearly.
    private func isToldAlike(_ one: VoicedReport, _ fact: VoicedReport) -> Bool {
        guard one.report.documentHash == fact.report.documentHash else { return false }
        // The words themselves: of a summary and its source other words of the family meet, too.
        let shared = one.terms.subtracting(one.names).intersection(fact.terms.subtracting(fact.names)).count
        return shared >= 2 && Double(shared) >= 0.6 * Double(min(one.terms.count, fact.terms.count))
    }
}
