import ChanceryCore

/// One account says that something is so, or was, or will be, another that it is not, in the same words: "behind the attacks" and
/// "rejected the charges that it was behind the attacks"; and where one says that it was so this once, another tells of it again.
struct OpposedAccounts {
    private let told: [VoicedReport]
    private let likeness: SharedWords
    /// The words that few of the tellings have.
    private let telling: Set<String>

    /// Words that more tellings have than this, or than a twentieth of them, tell nothing of which act is meant.
    private static let common = 12

    init(_ told: [VoicedReport], _ likeness: SharedWords) {
        self.told = told
        self.likeness = likeness
        var counts: [String: Int] = [:]
        for one in told { for term in one.terms { counts[term, default: 0] += 1 } }
        let most = max(Self.common, told.count / 20)
        telling = Set(counts.filter { $0.value <= most }.keys)
    }

    var disputes: [Dispute] { told.filter(\.isNegated).compactMap(denial) + told.compactMap(once) }

    /// One telling that something is not so, with those that tell it.
    private func denial(_ one: VoicedReport) -> Dispute? {
        // Where one entry holds both, it says so itself.
        if one.isRefuted, told.contains(where: { !$0.isNegated && $0.entry == one.entry && $0.voice != one.voice }) {
            return nil
        }
        let others = told.filter { isOpposed(one, $0) }
        guard !others.isEmpty else { return nil }
        return QuestionDisputes.dispute([one] + others, .factuality) { one in
            one.isNegated && !one.isRefuted ? Modality.negated.rawValue : one.report.modality.rawValue
        }
    }

    private func isOpposed(_ one: VoicedReport, _ other: VoicedReport) -> Bool {
        guard !other.isNegated, one.voice != other.voice, !one.isApart(from: other), !one.holds(other),
            one.event != nil || one.state != nil, Self.isTold(other), one.isRefuted || denies(one, other),
            one.firstQuestion(with: other) == one.question
        else { return false }
        let words = likeness.measure(one, other)
        // What only one of them dates they tell alike, word for word nearly, or not of one act.
        let isDatedAlike = one.isAtTime(of: other) || one.years == nil && other.years == nil
        guard words.share >= (isDatedAlike ? 0.45 : 0.6), words.shared >= (one.isRefuted ? 1.5 : 2) else {
            return false
        }
        // Acts of two sorts are one only in the same words.
        if let mine = one.event, let theirs = other.event, mine.type != theirs.type, words.shared < 3 { return false }
        return !one.terms.intersection(other.terms).isDisjoint(with: telling)
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

    /// "The only time that Osk trained them", and tellings of another time.
    private func once(_ only: VoicedReport) -> Dispute? {
        guard only.has("only"), !only.isNegated, let event = only.event else { return nil }
        let others = told.filter { other in
            other.origin != only.origin && other.event?.type == event.type && other.report.modality == .asserted
                && !other.actors.isDisjoint(with: only.actors) && !other.recipients.isDisjoint(with: only.recipients)
        }
        guard !others.isEmpty else { return nil }
        return QuestionDisputes.dispute([only] + others, .factuality) {
            $0.has("only") ? QuestionDisputes.quoted($0.wording("only"), by: $0) : $0.report.modality.rawValue
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
