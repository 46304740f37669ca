import ChanceryCore

/// One account says that something is so, or was, or will be, another that it is not, in the same words: "behind the attacks" and
/// "rejected the charges that it was behind the attacks"; and where one says that it was so this once, another tells of it again.
struct OpposedAccounts {
    let likeness: SharedWords

    func disputes(_ told: [VoicedReport]) -> [Dispute] {
        var pairs: [(VoicedReport, VoicedReport)] = []
        // Where one entry holds both, it says so itself.
        let heldIn = Dictionary(grouping: told.filter { !$0.isNegated }, by: \.entry)
        for one in told.filter(\.isNegated) {
            if one.isRefuted, (heldIn[one.entry] ?? []).contains(where: { $0.voice != one.voice }) { continue }
            for other in told where !other.isNegated && one.voice != other.voice && !one.isApart(from: other) {
                guard !one.holds(other), Self.isTold(one), Self.isTold(other), one.isRefuted || denies(one, other),
                    one.event == nil || other.event == nil || one.event?.type == other.event?.type
                else { continue }
                let words = likeness.measure(one, other)
                if words.shared >= 1.5, words.share >= 0.45 { pairs.append((one, other)) }
            }
        }
        return QuestionDisputes.joined(pairs, .factuality) { one in
            one.isNegated && !one.isRefuted
                ? Modality.negated.rawValue : one.report.modality.rawValue
        } + once(told)
    }

    /// Whether a "not" of the one stands before what the other tells.
    private func denies(_ one: VoicedReport, _ other: VoicedReport) -> Bool {
        let denied = one.wording("negating").reduce(into: Set<String>()) { $0.formUnion(ContentWords.words($1.words)) }
        return !denied.intersection(one.terms).isDisjoint(with: other.terms)
    }

    /// In a long speech a "not" is of one clause, and the words of another.
    private static func isTold(_ one: VoicedReport) -> Bool {
        switch one.report.kind {
        case .event, .state: true
        case .statement: one.report.terms.count <= longestSaying
        case .figure: false
        }
    }

    private static let longestSaying = 12

    /// "The only time that Osk trained them", and a telling of another time.
    private func once(_ told: [VoicedReport]) -> [Dispute] {
        told.filter { $0.has("only") && $0.event != nil }.flatMap { only -> [Dispute] in
            let others = told.filter { other in
                other.origin != only.origin && other.event?.type == only.event?.type
                    && other.report.modality == .asserted
                    && !other.actors.isDisjoint(with: only.actors)
                    && !other.recipients.isDisjoint(with: only.recipients)
            }
            guard !others.isEmpty else { return [] }
            return [
                QuestionDisputes.dispute([only] + others, .factuality) {
                    $0.has("only") ? QuestionDisputes.quoted($0.wording("only"), by: $0) : $0.report.modality.rawValue
                }
            ]
        }
    }
}

/// Accounts of one act that differ in how great it was: "unprecedented", "limited".
struct DegreeDisputes {
    let likeness: SharedWords

    func disputes(_ told: [VoicedReport]) -> [Dispute] {
        let rated = told.filter { $0.has("degree") && $0.event != nil }
        var pairs: [(VoicedReport, VoicedReport)] = []
        for (place, one) in rated.enumerated() {
            for other in rated.dropFirst(place + 1) where one.voice != other.voice && !one.isApart(from: other) {
                guard one.event?.type == other.event?.type, !one.actors.isDisjoint(with: other.actors),
                    !one.recipients.isDisjoint(with: other.recipients),
                    Set(one.wording("degree").map(\.words)).isDisjoint(with: other.wording("degree").map(\.words)),
                    likeness.measure(one, other).shared >= 1
                else { continue }
                pairs.append((one, other))
            }
        }
        return QuestionDisputes.joined(pairs, .characterisation) {
            QuestionDisputes.quoted($0.wording("degree"), by: $0)
        }
    }
}
