import ChanceryCore
import Coding
import SpacyPipeline

/// The two marked parties in a parse.
struct Sides {
    /// How well a match fits the two parties.
    struct Rank {
        var step: RelationChooser.Step
        var points: Double
        var total: Double

        /// Takes the place of another match, just before it, where that is better placed.
        mutating func rise(above other: Rank) {
            guard other.total >= total else { return }
            self = Rank(step: other.step, points: other.points, total: other.total + 0.1)
        }
    }

    private let parsed: ParsedDocument
    /// The tokens of the party that acts, and of the one acted upon; empty where none is marked.
    let source: [Int]
    let target: [Int]
    /// The highest token of each.
    let sourceHead: Int?
    let targetHead: Int?
    /// The tokens on the way through the parse from one to the other, both heads and the meeting point included.
    let path: Set<Int>
    /// Where the two ways up meet; nil where they do not.
    let meeting: Int?

    init(parsed: ParsedDocument, source: ByteSpan?, target: ByteSpan?) {
        self.parsed = parsed
        func tokens(_ span: ByteSpan?) -> [Int] {
            guard let span else { return [] }
            return parsed.tokens.indices.filter { span.overlaps(parsed.span($0)) }
        }
        func head(_ tokens: [Int]) -> Int? {
            tokens.first { token in parsed.head(of: token).map { !tokens.contains($0) } ?? true }
        }
        self.source = tokens(source)
        self.target = tokens(target)
        sourceHead = head(self.source)
        targetHead = head(self.target)
        let up = sourceHead.map { [$0] + parsed.ancestors(of: $0) } ?? []
        let down = targetHead.map { [$0] + parsed.ancestors(of: $0) } ?? []
        meeting = down.first { up.contains($0) }
        if let meeting {
            path = Set(up.prefix { $0 != meeting } + down.prefix { $0 != meeting } + [meeting])
        } else {
            path = Set(up + down)
        }
    }

    /// How well a match fits: who stands at its slots, then how near it is, then how narrow its rule is.
    func rank(_ match: ReportedAct) -> Rank {
        let sourceActs = closeness(match.actors, source)
        let targetSuffers = closeness(match.recipients, target)
        let sourceSuffers = closeness(match.recipients, source)
        let targetActs = closeness(match.actors, target)
        let isAbove = target.contains { parsed.ancestors(of: $0).contains(match.trigger) }
        var step = RelationChooser.Step.anywhere
        var points = 0.0
        if sourceActs > 0, targetSuffers > 0 {
            step = .both
            points = 10 + 10 * sourceActs + 10 * targetSuffers
        } else if targetActs > 0, sourceSuffers > 0 {
            step = .reversed
            points = 12 + 3 * (targetActs + sourceSuffers)
        } else if sourceActs > 0 {
            step = .actor
            points = 5 + 8 * sourceActs + (isAbove ? 5 : 0)
        } else if targetSuffers > 0 {
            step = .recipient
            points = 4 + 8 * targetSuffers
        } else if path.contains(match.trigger) {
            step = .path
            points = 6
        } else if isAbove || source.contains(where: { parsed.ancestors(of: $0).contains(match.trigger) }) {
            points = 3
        }
        if step != .path, path.contains(match.trigger) { points += 3 }
        // The "war" of "war games" and the "peace" of "peace talks" only describe.
        if parsed.tokens[match.trigger].dep == "compound" { points -= 4 }
        if source.contains(match.trigger) || target.contains(match.trigger) { points -= 4 }
        // What a rule tells goes before what is only likely.
        if match.isLikely { points -= 12 }
        let depth = Double(min(parsed.ancestors(of: match.trigger).count, 10))
        let breadth = Double(min(match.rule.specificity, 8))
        return Rank(step: step, points: points, total: points + breadth * 0.3 - depth * 0.4)
    }

    /// How near the heads at a slot come to a party: 1 where one of its words stands there, less where the party
    /// only describes or owns what stands there.
    private func closeness(_ heads: [Int], _ party: [Int]) -> Double {
        if heads.contains(where: { party.contains($0) }) { return 1 }
        for token in party {
            for (steps, above) in parsed.ancestors(of: token).prefix(4).enumerated() where heads.contains(above) {
                return steps < 2 ? 0.6 : 0.4
            }
        }
        return 0
    }
}
