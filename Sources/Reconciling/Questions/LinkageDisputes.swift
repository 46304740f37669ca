import ChanceryCore

/// One account says that a thing was given for another, "in exchange for recognition"; accounts of what the same two parties did leave
/// that out.
struct LinkageDisputes {
    let matters: Matters
    let likeness: SharedWords

    /// How many tellings of one account that leaves it out are shown.
    private static let shown = 2

    func disputes(_ told: [VoicedReport]) -> [Dispute] {
        let linking = told.filter { $0.has("linking") && !$0.isNegated && $0.event != nil }
        return linking.compactMap { one in
            // Whoever links the same two himself is not silent.
            let alike = linking.filter { !$0.isApart(from: one) }
            let others = told.filter { other in
                !alike.contains { $0.origin == other.origin } && isOfTheMatter(other, one)
            }
            let silent = Dictionary(grouping: others, by: \.origin).sorted { $0.key < $1.key }.flatMap { _, own in
                own.sorted { nearness($0, one) > nearness($1, one) }.prefix(Self.shown)
            }
            guard !silent.isEmpty else { return nil }
            return Dispute(
                dimension: .presence, entries: ([one] + silent).map(\.entry),
                sides: [
                    DisputeFinder.side(
                        [one.report], says: QuestionDisputes.quoted(one.wording("linking"), by: one)),
                    DisputeFinder.side(silent.map(\.report), says: ""),
                ])
        }
    }

    private func isOfTheMatter(_ other: VoicedReport, _ one: VoicedReport) -> Bool {
        guard other.event != nil, other.report.modality == .asserted, matters.areOne(other, one),
            // Two reports can raise several questions together: they are held against one another for the first of them.
            other.firstQuestion(with: one) == one.question
        else { return false }
        return nearness(other, one) >= 1
    }

    private func nearness(_ a: VoicedReport, _ b: VoicedReport) -> Double { likeness.measure(a.terms, b.terms).shared }
}
