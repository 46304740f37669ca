import ChanceryCore
import Coding
import SpacyPipeline

/// A sentence with two marked parties: its parse, and the rules that fit in it, the best placed first.
struct PairReading {
    /// A rule that fits, the label it stands for and how well it fits the two parties.
    struct Candidate {
        var match: RuleMatch
        var rank: Sides.Rank
        var label: String
        /// Whether the match is only what a better placed one is about.
        var isTaken: Bool
    }

    let parsed: ParsedDocument
    let entities: EntityIndex
    let sides: Sides
    /// The rules that fit, those that are no better one's matter first, then by rank.
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
