import ChanceryCore
import Coding
import SpacyPipeline

/// Chooses the act between two marked parties among the events the program reports in their sentence.
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

    let parties: MarkedParties
    let labels: LabelTable

    init(coder: Coder, labels: LabelTable) {
        parties = MarkedParties(coder: coder)
        self.labels = labels
    }

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

    /// Reads a sentence and ranks the events that the program reports in it.
    func read(
        id: String, text: String, source: ByteSpan?, target: ByteSpan?, annotate: ([String]) -> [AnnotatedText]
    ) -> PairReading {
        let whole = ByteSpan(0, text.utf8.count)
        let document = Document(name: id, text: text, blocks: [Block(kind: .paragraph, span: whole)])
        let words = DocumentReading(document)
        let (source, target) = (source.map(words.map.reading), target.map(words.map.reading))
        let annotations = annotate(words.texts)
        let coder = parties.coder(
            naming: [source, target].compactMap { $0 }, in: document, annotations: annotations)
        let (parsed, entities) = coder.entities(in: document, annotations: annotations)
        let sides = Sides(parsed: parsed, source: source, target: target)
        var ranked = coder.code(document, annotations: annotations)
            .compactMap { ReportedAct($0, in: parsed, codebook: coder.codebook) }
            .map { (match: $0, rank: sides.rank($0)) }
        for (purpose, means) in purposes(ranked.map(\.match), in: parsed) {
            // "Called him to congratulate him": what one calls or meets somebody for is the act.
            ranked[purpose].rank.rise(above: ranked[means].rank)
        }
        let candidates = ranked.map {
            PairReading.Candidate(
                match: $0.match, rank: $0.rank,
                label: labels.label(
                    $0.match.concept,
                    parsed.labelModality(of: $0.match.trigger, told: $0.match.modality)))
        }
        // Of equals the first in the text goes first.
        let order = candidates.indices.sorted {
            let (one, other) = (candidates[$0], candidates[$1])
            return (one.rank.total, -$0) > (other.rank.total, -$1)
        }
        return PairReading(
            parsed: parsed, entities: entities, sides: sides, candidates: order.map { candidates[$0] })
    }

    /// The matches that tell what a contact was for, each with the match that tells of the contact, as indices.
    private func purposes(_ matches: [ReportedAct], in parsed: ParsedDocument) -> [(purpose: Int, means: Int)] {
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
