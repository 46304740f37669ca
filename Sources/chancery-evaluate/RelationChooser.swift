import ChanceryCore
import Coding
import SpacyPipeline

/// Chooses the act between two marked parties among the rules that fit in their sentence.
struct RelationChooser {
    /// The step of the backoff that decided.
    enum Step: String {
        /// The parties stand at the rule's slots: source at the actors, target at the recipients.
        case both
        /// They stand there the other way round.
        case reversed
        /// The source acts, the target stands below the trigger.
        case actor
        /// The target is acted upon, the source stands elsewhere.
        case recipient
        /// The trigger lies on the path of the parse between them.
        case path
        /// The trigger stands somewhere in the sentence.
        case anywhere
        /// Nothing told.
        case fallback
    }

    /// An answer and what it rests on.
    struct Choice {
        var label: String
        var rule: String
        var step: Step
    }

    let coder: Coder
    let labels: LabelTable

    /// Chooses a label; every sentence gets one.
    func choose(
        id: String, text: String, source: ByteSpan?, target: ByteSpan?, annotate: ([String]) -> [AnnotatedText]
    ) -> Choice {
        let whole = ByteSpan(0, text.utf8.count)
        let document = Document(name: id, text: text, blocks: [Block(kind: .paragraph, span: whole)])
        let (parsed, matches) = coder.matches(
            in: document, annotations: annotate([text]), parties: [source, target].compactMap { $0 })
        let sides = Sides(parsed: parsed, source: source, target: target)
        let ranked = matches.map { (match: $0, rank: sides.rank($0)) }
        // What a better placed match is about is no act of its own.
        let taken = ranked.filter { $0.rank.points >= 20 || $0.match.concept.governsComplement && $0.rank.points >= 10 }
            .reduce(into: Set<Int>()) { $0.formUnion($1.match.takes) }
        let open = ranked.filter { !taken.contains($0.match.trigger) }
        let best = (open.isEmpty ? ranked : open).max { $0.rank.total < $1.rank.total }
        guard let best else { return Choice(label: labels.fallback, rule: "", step: .fallback) }
        return Choice(
            label: labels.label(
                best.match.concept, parsed.labelModality(of: best.match.trigger, told: best.match.modality)),
            rule: best.match.rule.id,
            step: best.rank.step
        )
    }
}

/// The two marked parties in a parse.
struct Sides {
    /// How well a match fits the two parties.
    struct Rank {
        var step: RelationChooser.Step
        var points: Double
        var total: Double
    }

    private let parsed: ParsedDocument
    private let source: [Int]
    private let target: [Int]
    private let path: Set<Int>

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
        let up = head(self.source).map { [$0] + parsed.ancestors(of: $0) } ?? []
        let down = head(self.target).map { [$0] + parsed.ancestors(of: $0) } ?? []
        if let meeting = down.first(where: { up.contains($0) }) {
            path = Set(up.prefix { $0 != meeting } + down.prefix { $0 != meeting } + [meeting])
        } else {
            path = Set(up + down)
        }
    }

    /// How well a match fits: who stands at its slots, then how near it is, then how narrow its rule is.
    func rank(_ match: RuleMatch) -> Rank {
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
