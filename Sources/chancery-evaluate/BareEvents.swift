import ChanceryCore
import Coding
import Grammar
import SpacyPipeline

/// Reads the events of a bare text the way event-data benchmarks write them down.
struct BareEvents {
    /// A party under the words of the text.
    struct Party {
        var name: String
        var code: String
    }

    /// One event.
    struct Event {
        var type: String
        var actors: [Party]
        var recipients: [Party]
        var modality: Modality
        /// The rule that fired.
        var rule: String
        /// Whether the sentence reports it, rather than refers to it in passing.
        var isForeground: Bool
        /// Whether it is told for being likely, by no rule.
        var isLikely: Bool
    }

    let coder: Coder
    let labels: LabelTable
    private let parties: MarkedParties

    init(coder: Coder, labels: LabelTable) {
        self.coder = coder
        self.labels = labels
        parties = MarkedParties(coder: coder)
    }

    /// The events a text reports, in text order.
    ///
    /// What it refers to in passing, in a relative or adverbial clause or below a preposition, speaks only where nothing
    /// else does; so does an act without a recipient, and what is only likely. An act that nobody is named for is none (PLOVER 2, codebook).
    func events(_ document: Document, annotate: ([String]) -> [AnnotatedText]) -> [Event] {
        let told = found(document, annotate: annotate).filter { !$0.actors.isEmpty }
        let byRules = told.filter { !$0.isLikely }
        let all = byRules.isEmpty ? told : byRules
        let whole = all.filter { !$0.recipients.isEmpty }
        for choice in [whole.filter(\.isForeground), whole, all.filter(\.isForeground)] where !choice.isEmpty {
            return choice
        }
        return all
    }

    private func found(_ document: Document, annotate: ([String]) -> [AnnotatedText]) -> [Event] {
        let annotations = annotate(coder.texts(of: document))
        let parsed = ParsedDocument(document: document, annotations: annotations, words: coder.words)
        let map = parsed.map
        let reports = parties.coder(namingPhrasesIn: document, annotations: annotations)
            .code(document, annotations: annotations)
        return reports.compactMap { report in
            guard case .event(let event) = report.content,
                let concept = coder.codebook.concepts[event.concept],
                let span = map.bytes(report.trigger),
                let trigger = parsed.tokens(in: span).first
            else { return nil }
            let (actors, recipients) = sides(of: event, at: report.trigger)
            return Event(
                type: labels.label(concept, parsed.labelModality(of: trigger, told: report.modality)),
                actors: actors.map { party($0, parsed, map) },
                recipients: recipients.map { party($0, parsed, map) }, modality: report.modality,
                rule: report.rule, isForeground: isForeground(trigger, parsed), isLikely: event.isLikely)
        }
    }

    /// The two sides. Of several who act together without another side the first is the actor. Of a visit the record makes the visitor the actor; CAMEO has a code for the host who receives
    /// (043), so here whoever the sentence makes its subject comes first.
    private func sides(of event: ChanceryCore.Event, at trigger: CodePointSpan) -> ([Participant], [Participant]) {
        if event.recipients.isEmpty, event.actors.count > 1 {
            return (Array(event.actors.prefix(1)), Array(event.actors.dropFirst()))
        }
        guard event.modes.contains("visit"), let visitor = event.actors.first, let host = event.recipients.first,
            host.span.end <= trigger.start, visitor.span.start >= trigger.end
        else { return (event.actors, event.recipients) }
        return (event.recipients, event.actors)
    }

    private static let background: Dependencies = [.advcl, .acl, .relcl, .pobj, .pcomp, .appos, .conj]

    private func isForeground(_ trigger: Int, _ parsed: ParsedDocument) -> Bool {
        !([trigger] + parsed.ancestors(of: trigger)).contains {
            Self.background.contains(parsed.grammar.tree.labels[$0])
        }
    }

    /// The party under the words that stand for it, its whole noun phrase; under its name where they are a pronoun's or
    /// stand elsewhere.
    private func party(_ participant: Participant, _ parsed: ParsedDocument, _ map: ReadingMap) -> Party {
        guard participant.from == nil, let span = map.bytes(participant.span),
            let head = parsed.head(of: span).map({ parsed.nounPhrase(at: $0) })
        else { return Party(name: participant.name, code: participant.code) }
        return Party(name: parsed.text(span.union(head)), code: participant.code)
    }
}
