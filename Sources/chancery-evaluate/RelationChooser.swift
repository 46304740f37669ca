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
        choose(read(id: id, text: text, source: source, target: target, annotate: annotate))
    }

    /// Chooses by the rules alone.
    func choose(_ reading: PairReading) -> Choice {
        guard let best = reading.candidates.first else {
            return Choice(label: labels.fallback, rule: "", step: .fallback)
        }
        return Choice(label: best.label, rule: best.match.rule.id, step: best.rank.step)
    }

    /// Reads a sentence and ranks the rules that fit in it.
    func read(
        id: String, text: String, source: ByteSpan?, target: ByteSpan?, annotate: ([String]) -> [AnnotatedText]
    ) -> PairReading {
        let whole = ByteSpan(0, text.utf8.count)
        let document = Document(name: id, text: text, blocks: [Block(kind: .paragraph, span: whole)])
        let words = DocumentReading(document)
        let (source, target) = (source.map(words.map.reading), target.map(words.map.reading))
        let found = coder.matches(
            in: document, annotations: annotate(words.texts), parties: [source, target].compactMap { $0 })
        let sides = Sides(parsed: found.parsed, source: source, target: target)
        var ranked = found.matches.map { (match: $0, rank: sides.rank($0)) }
        for (purpose, means) in purposes(ranked.map(\.match), in: found.parsed) {
            // "Called him to congratulate him": what one calls or meets somebody for is the act.
            ranked[purpose].rank.rise(above: ranked[means].rank)
        }
        // What a better placed match is about is no act of its own.
        let taken = ranked.filter { $0.rank.points >= 20 || $0.match.concept.governsComplement && $0.rank.points >= 10 }
            .reduce(into: Set<Int>()) { $0.formUnion($1.match.takes) }
        let candidates = ranked.map {
            PairReading.Candidate(
                match: $0.match, rank: $0.rank,
                label: labels.label(
                    $0.match.concept,
                    found.parsed.labelModality(of: $0.match.trigger, told: $0.match.modality)),
                isTaken: taken.contains($0.match.trigger))
        }
        // Of equals the first in the text goes first.
        let order = candidates.indices.sorted {
            let (one, other) = (candidates[$0], candidates[$1])
            return (one.isTaken ? 0 : 1, one.rank.total, -$0) > (other.isTaken ? 0 : 1, other.rank.total, -$1)
        }
        return PairReading(
            parsed: found.parsed, entities: found.entities, sides: sides, candidates: order.map { candidates[$0] })
    }

    /// The matches that tell what a contact was for, each with the match that tells of the contact, as indices.
    private func purposes(_ matches: [RuleMatch], in parsed: ParsedDocument) -> [(purpose: Int, means: Int)] {
        matches.indices.flatMap { purpose -> [(purpose: Int, means: Int)] in
            let trigger = matches[purpose].trigger
            guard matches[purpose].concept.type != "CONSULT", ["advcl", "xcomp"].contains(parsed.tokens[trigger].dep),
                parsed.children(of: trigger, "aux").contains(where: { parsed.tokens[$0].tag == "TO" })
            else { return [] }
            return matches.indices.filter {
                matches[$0].concept.type == "CONSULT" && parsed.head(of: trigger) == matches[$0].trigger
            }.map { (purpose, $0) }
        }
    }
}
