import ChanceryCore

/// To which state somebody or some place belongs: two states by two voices, of whom one says so for itself, or one that does not
/// recognise what declared its independence of it.
enum BelongingDisputes {
    private enum Claim: Equatable {
        case belongs, belongsNot, declaredFree, notRecognised

        /// Whether both can be said of one subject and one state, and cannot both be granted.
        func isOpposed(to other: Claim) -> Bool {
            switch (self, other) {
            case (.belongs, .belongsNot), (.belongsNot, .belongs): true
            case (.declaredFree, .notRecognised), (.notRecognised, .declaredFree): true
            default: false
            }
        }
    }

    /// What a report says of whom a subject belongs to.
    private struct Told {
        var report: VoicedReport
        var subject: Set<String>
        var holder: String
        var claim: Claim
    }

    static func disputes(_ told: [VoicedReport]) -> [Dispute] {
        let told = told.flatMap(claims)
        var pairs: [(VoicedReport, VoicedReport)] = []
        for (place, one) in told.enumerated() {
            for other in told.dropFirst(place + 1)
            where one.report.voice != other.report.voice && !one.subject.isDisjoint(with: other.subject) {
                let isOfTwo = one.claim == .belongs && other.claim == .belongs && one.holder != other.holder
                // What was once so is no dispute with what came after: somebody must say it for himself.
                let isSaid = !one.report.speaker.isEmpty || !other.report.speaker.isEmpty
                if isOfTwo && isSaid || one.holder == other.holder && one.claim.isOpposed(to: other.claim) {
                    pairs.append((one.report, other.report))
                }
            }
        }
        return QuestionDisputes.joined(pairs, .characterisation) { one in
            let words = one.report.wording.filter { ["belonging", "independent", "recognising"].contains($0.list) }
            return QuestionDisputes.quoted(words, by: one)
        }
    }

    private static func claims(_ one: VoicedReport) -> [Told] {
        let of: [Participant]
        let holders: [Participant]
        let claim: Claim
        let belonging = one.wording("belonging")
        if let state = one.state, belonging.contains(where: { state.relation.contains($0.words.prefix(6)) }) {
            (of, holders, claim) = (state.subject, state.object, one.isNegated ? .belongsNot : .belongs)
        } else if let event = one.event, one.has("recognising"), one.isNegated {
            (of, holders, claim) = (event.recipients, event.actors, .notRecognised)
        } else if let event = one.event, one.has("independent") {
            (of, holders, claim) = (event.actors, event.recipients, .declaredFree)
        } else if let event = one.event, belonging.contains(where: { $0.words.hasPrefix("joined") }) {
            (of, holders, claim) = (event.actors.filter { $0.kind != .state }, event.recipients, .belongs)
        } else {
            return []
        }
        return of.filter { $0.kind != .person }.flatMap { subject in
            holders.filter { $0.kind == .state }.map {
                Told(
                    report: one, subject: ContentWords.words(subject.name), holder: VoicedReport.key($0), claim: claim)
            }
        }
    }
}
