import ChanceryCore

/// Who brought it about: two accounts tell of one thing in the same words, "defeated the attack", each of somebody else.
struct AchievementDisputes {
    let likeness: SharedWords

    func disputes(_ told: [VoicedReport]) -> [Dispute] {
        let done = told.filter { $0.has("achieving") && $0.event != nil && !$0.isNegated && !$0.actors.isEmpty }
        var pairs: [(VoicedReport, VoicedReport)] = []
        for (place, one) in done.enumerated() {
            for other in done.dropFirst(place + 1) where one.origin != other.origin && !one.isApart(from: other) {
                guard one.actors.isDisjoint(with: other.actors), verbs(one) == verbs(other),
                    likeness.measure(one, other).shared >= 2
                else { continue }
                pairs.append((one, other))
            }
        }
        return QuestionDisputes.joined(pairs, .agency) { one in
            (one.event?.actors ?? []).map(\.name).sorted().joined(separator: ", ")
        }
    }

    private func verbs(_ one: VoicedReport) -> Set<String> {
        Set(one.wording("achieving").map { ContentWords.stem($0.words) })
    }
}
