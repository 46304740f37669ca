import ChanceryCore

/// What accounts call somebody, or what he did, where one approves and another does not: "self-defense" and "atrocities". The words
/// stand side by side, each with who uses it.
struct JudgementDisputes {
    let matters: Matters

    private struct Judgement {
        var told: VoicedReport
        var voice: String
        var speaker: String
        var wording: Wording
        var approves: Bool
    }

    /// How many words must judge before their words are held against one another.
    private static let fewest = 3

    /// - Parameter name: the folded name of the one they judge.
    func disputes(_ told: [VoicedReport], on name: String) -> [Dispute] {
        let judgements = told.flatMap { given(by: $0, of: name) }
        // Whose words nobody's are held against say nothing here.
        let opposed = judgements.filter { one in
            judgements.contains {
                $0.approves != one.approves && $0.voice != one.voice && matters.areOne($0.told, one.told)
            }
        }
        // One word each says little: of different times, on different things.
        guard Set(opposed.map { "\($0.told.report.documentHash) \($0.wording.span.start)" }).count >= Self.fewest else {
            return []
        }
        let sides = Dictionary(grouping: opposed, by: \.voice).sorted { $0.key < $1.key }.map { _, said in
            side(said)
        }
        return [Dispute(dimension: .characterisation, entries: opposed.map(\.told.entry), sides: sides)]
    }

    private func side(_ said: [Judgement]) -> Dispute.Side {
        let reports = Dictionary(
            said.map { ($0.told.report.id, $0.told.report) }, uniquingKeysWith: { first, _ in first })
        return DisputeFinder.side(
            reports.sorted { $0.key < $1.key }.map(\.value),
            says: QuestionDisputes.quoted(said.map(\.wording), by: said[0].speaker))
    }

    /// How a report judges somebody; nobody's word on himself counts.
    private func given(by one: VoicedReport, of name: String) -> [Judgement] {
        let participants = one.report.participants
        return one.report.wording.compactMap { wording in
            let of = wording.of.first {
                participants.indices.contains($0) && NameFolding.fold(participants[$0].name) == name
            }
            guard let of else { return nil }
            let approves = wording.list.hasPrefix("approving") != wording.isNegated
            var (voice, speaker) = (one.voice, one.speaker)
            // Of a verdict the one who gives it is the voice.
            if let event = one.event, wording.list.hasSuffix("-verdict") || event.type == "ACCUSE",
                let judge = event.actors.first
            {
                (voice, speaker) = (NameFolding.fold(judge.name), judge.name)
            }
            // Of how one sees another, the one who sees.
            if let state = one.state, of >= state.subject.count, let judge = state.subject.first,
                WordingReader.views(state.relation)
            {
                (voice, speaker) = (NameFolding.fold(judge.name), judge.name)
            }
            if voice == name { return nil }
            return Judgement(told: one, voice: voice, speaker: speaker, wording: wording, approves: approves)
        }
    }
}
