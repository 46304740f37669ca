import ChanceryCore

/// To which state somebody or some place belongs: two states by two voices, of whom one says so for itself, or one that does not
/// recognise what declared its independence of it.
enum BelongingDisputes {
    /// Who belongs to which state, or not.
    private struct Claim {
        var told: VoicedReport
        var subject: Set<String>
        var holder: String
        var belongs: Bool
    }

    static func disputes(_ told: [VoicedReport]) -> [Dispute] {
        let claims = told.flatMap(claims)
        var pairs: [(VoicedReport, VoicedReport)] = []
        for (place, one) in claims.enumerated() {
            for other in claims.dropFirst(place + 1)
            where one.told.voice != other.told.voice && !one.subject.isDisjoint(with: other.subject) {
                if one.belongs != other.belongs {
                    if one.holder == other.holder, isPresent(one.told) || isPresent(other.told) {
                        pairs.append((one.told, other.told))
                    }
                } else if one.belongs, one.holder != other.holder,
                    !one.told.speaker.isEmpty || !other.told.speaker.isEmpty
                {
                    pairs.append((one.told, other.told))
                }
            }
        }
        return QuestionDisputes.joined(pairs, .characterisation) { one in
            let words = one.report.wording.filter { ["belonging", "independent", "recognising"].contains($0.list) }
            return QuestionDisputes.quoted(words, by: one)
        }
    }

    /// What was once so is no dispute with what came after: one side must say it for somebody, or deny what the other tells.
    private static func isPresent(_ one: VoicedReport) -> Bool { !one.speaker.isEmpty || one.isNegated }

    private static func claims(_ one: VoicedReport) -> [Claim] {
        let of: [Participant]
        let holders: [Participant]
        let belongs: Bool
        if let state = one.state, one.has("belonging") {
            (of, holders, belongs) = (state.subject, state.object, !one.isNegated)
        } else if let event = one.event, one.has("recognising"), one.isNegated {
            // Who does not recognise it holds that it is his.
            (of, holders, belongs) = (event.recipients, event.actors, true)
        } else if let event = one.event, one.has("independent") {
            (of, holders, belongs) = (event.actors, event.recipients, false)
        } else if let event = one.event, one.has("belonging") {
            (of, holders, belongs) = (event.actors, event.recipients, !one.isNegated)
        } else {
            return []
        }
        return of.filter { $0.kind != .person }.flatMap { subject in
            holders.filter { $0.kind == .state }.map {
                Claim(
                    told: one, subject: ContentWords.words(subject.name), holder: VoicedReport.key($0), belongs: belongs
                )
            }
        }
    }
}
