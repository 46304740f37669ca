import ChanceryCore
import Coding
import SpacyPipeline

/// A sentence with two marked parties: its parse, and the events the program reports in it, the best placed first.
struct PairReading {
    /// A reported event, the label it stands for and how well it fits the two parties.
    struct Candidate {
        var match: ReportedAct
        var rank: Sides.Rank
        var label: String
    }

    let parsed: ParsedDocument
    let entities: EntityIndex
    let sides: Sides
    /// The reported events by rank.
    let candidates: [Candidate]

    /// What fired: each rule's id and the trigger as the codebook has it, with a blank between.
    var fired: [String] {
        let pairs = candidates.flatMap { candidate -> [String] in
            let lemma = parsed.tokens[candidate.match.trigger].lemma.lowercased()
            let rule = candidate.match.rule
            return rule.triggers.map(\.lemma).filter { $0 == lemma || $0 == lemma + "e" }.map { "\(rule.id) \($0)" }
        }
        return Set(pairs).sorted()
    }
}
