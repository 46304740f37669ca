import ChanceryCore

/// How often it was: one account tells of an attack, another of a series of attacks.
struct CountedActs {
    let likeness: SharedWords

    func disputes(_ told: [VoicedReport]) -> [Dispute] {
        var pairs: [(VoicedReport, VoicedReport)] = []
        for one in told where one.has("single") && !one.has("several") && one.event != nil {
            for other in told where other.has("several") && other.origin != one.origin && !one.isApart(from: other) {
                guard one.event?.type == other.event?.type, !one.recipients.isDisjoint(with: other.recipients),
                    !acts(one, "single").isDisjoint(with: acts(other, "several")),
                    likeness.measure(one, other).shared >= 2
                else { continue }
                pairs.append((one, other))
            }
        }
        return QuestionDisputes.joined(pairs, .number) { one in
            QuestionDisputes.quoted(one.wording("single") + one.wording("several"), by: one)
        }
    }

    /// The stems of the acts it counts so: the last words of "a series of cyberattacks".
    private func acts(_ one: VoicedReport, _ list: String) -> Set<String> {
        Set(one.wording(list).compactMap { $0.words.split(separator: " ").last }.map { ContentWords.stem(String($0)) })
    }
}
