import ChanceryCore

/// Whether somebody was for another's cause: one account tells of support, another, of the same year or of none as the first, that he
/// held back, or was against it.
enum StanceDisputes {
    static func disputes(_ told: [VoicedReport]) -> [Dispute] {
        var pairs: [(VoicedReport, VoicedReport)] = []
        for one in told where supports(one) {
            for other in told where one.origin != other.origin && other.report.modality == .asserted {
                guard other.event != nil, !one.actors.isDisjoint(with: other.actors),
                    (one.years == nil) == (other.years == nil), !one.isApart(from: other)
                else { continue }
                if refuses(other, those: one) || opposes(other, those: one) { pairs.append((one, other)) }
            }
        }
        return QuestionDisputes.joined(pairs, .characterisation) { one in
            let words = one.report.wording.filter { ["supporting", "refusing", "opposing"].contains($0.list) }
            return QuestionDisputes.quoted(words, by: one)
        }
    }

    private static func supports(_ one: VoicedReport) -> Bool {
        guard one.has("supporting"), !one.has("opposing"), one.report.modality == .asserted else { return false }
        return one.state != nil || one.event?.type == "SUPPORT"
    }

    private static func refuses(_ one: VoicedReport, those other: VoicedReport) -> Bool {
        guard let event = one.event, event.type == "REJECT" || event.type == "SANCTION", one.has("refusing") else {
            return false
        }
        return !one.recipients.isDisjoint(with: other.recipients) || isNamed(event.recipients.map(\.name), by: other)
    }

    /// "Against the Oskan bid", where the other tells of support for Osk.
    private static func opposes(_ one: VoicedReport, those other: VoicedReport) -> Bool {
        isNamed(one.wording("opposing").map(\.words), by: other)
    }

    /// Whether words name somebody the other's support is for: by their first letters, as Osk is named by "Oskan".
    private static func isNamed(_ names: [String], by other: VoicedReport) -> Bool {
        let theirs = beginnings(recipients(of: other).map(\.name))
        return !theirs.isDisjoint(with: beginnings(names))
    }

    private static func recipients(of one: VoicedReport) -> [Participant] {
        one.event?.recipients ?? one.state?.object ?? []
    }

    private static func beginnings(_ names: [String]) -> Set<String> {
        Set(
            names.flatMap { NameFolding.fold($0).split { !$0.isLetter } }.filter { $0.count > 3 }.map {
                String($0.prefix(6))
            })
    }
}
