import ChanceryCore
import Coding
import SpacyPipeline

/// An event report as a benchmark asks about it: by tokens of the parse.
struct ReportedAct {
    /// The token that fires the rule.
    var trigger: Int
    var rule: Codebook.Rule
    var concept: Codebook.Concept
    var modality: Modality
    /// Whether it is told for being likely, by no rule.
    var isLikely: Bool
    /// The tokens that name those who act, their antecedents' included.
    var actors: [Int]
    /// The tokens that name those acted upon.
    var recipients: [Int]

    /// Reads a report; nil where it tells no event.
    init?(_ report: Report, in parsed: ParsedDocument, codebook: Codebook) {
        let map = parsed.map
        guard case .event(let event) = report.content, let concept = codebook.concepts[event.concept],
            let rule = codebook.rules.first(where: { $0.id == report.rule }),
            let trigger = map.bytes(report.trigger).flatMap({ parsed.tokens(in: $0).first })
        else { return nil }
        func tokens(_ side: [Participant]) -> [Int] {
            side.flatMap { [$0.span, $0.from].compactMap { $0 } }
                .compactMap { map.bytes($0) }.flatMap { parsed.tokens(in: $0) }
        }
        self.trigger = trigger
        self.rule = rule
        self.concept = concept
        modality = report.modality
        isLikely = event.isLikely
        actors = tokens(event.actors)
        recipients = tokens(event.recipients)
    }
}
