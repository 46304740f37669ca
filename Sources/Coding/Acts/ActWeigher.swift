import ChanceryCore
import Grammar
import SpacyPipeline

/// Weighs the acts of a document: fills the sides that rules leave open, tells the acts that rules let go and that are likely all
/// the same, and says of each how far it is to be trusted.
struct ActWeigher {
    let finder: EventFinder
    let models: ActModels
    let scene: ActScene
    let counterparts: Counterparts
    let modality: ModalityReader
    private var parsed: ParsedDocument { scene.parsed }

    /// The acts that are told, in text order.
    func weighed(_ findings: EventFinder.Findings) -> [EventFinding] {
        let chooser = PartyChooser(features: PartyFeatures(scene: scene), model: models.parties)
        let confidence = ActConfidence(scene: scene, modality: modality, model: models.confidence)
        let least = Double(models.confidence.settings["least"] ?? 1)
        var told: [EventFinding] = []
        forEachCandidate(of: findings) { candidate, event in
            let choice = chooser.choice(of: candidate)
            let verdict = confidence.verdict(on: candidate, choice)
            var event = event
            (event.actors, event.recipients) = (choice.actors, choice.recipients)
            event.confidence = verdict.whole
            if candidate.origin != .told {
                event = arranged(event)
                event.isLikely = true
                guard verdict.act >= least, finder.isTold(event) else { return }
            }
            told.append(event)
        }
        return told
    }

    /// Every word that may tell an act, in text order, with the act as the rules have it.
    func forEachCandidate(of findings: EventFinder.Findings, _ body: (ActCandidate, EventFinding) -> Void) {
        let filler = SlotFiller(
            parsed: parsed, roles: ArgumentStructure(parsed), entities: scene.entities,
            words: finder.codebook.eventWords)
        let reader = ActReader(scene: scene, counterparts: counterparts)
        let senses = SenseChooser(parsed: parsed, model: models.senses)
        let untold = Dictionary(findings.untold.map { ($0.event.trigger, $0) }, uniquingKeysWith: { first, _ in first })
        func weigh(_ event: EventFinding, _ origin: ActSite.Origin, _ earlier: ArraySlice<EventFinding>) {
            body(
                reader.candidate(
                    at: event.trigger, event.concept, event.rule, origin, actors: event.actors,
                    recipients: event.recipients, after: earlier), event)
        }
        var next = 0
        for index in parsed.tokens.indices {
            let earlier = findings.told[..<next]
            if next < findings.told.count, findings.told[next].trigger == index {
                while next < findings.told.count, findings.told[next].trigger == index {
                    weigh(findings.told[next], .told, earlier)
                    next += 1
                }
            } else if let (event, origin) = untold[index] {
                if !findings.excepted.contains(index) { weigh(event, origin, earlier) }
            } else if !findings.excepted.contains(index), let (rule, tokens, origin) = rule(at: index, filler, senses),
                let concept = finder.codebook.concepts[rule.concept]
            {
                weigh(
                    EventFinding(
                        trigger: index, rule: rule, concept: concept, actors: [], recipients: [],
                        isReciprocal: concept.isReciprocal, conditionTokens: tokens), origin, earlier)
            }
        }
    }

    /// The rule that a word fires without finding anybody, or the likeliest of those it belongs to.
    private func rule(at index: Int, _ filler: SlotFiller, _ senses: SenseChooser) -> (
        Codebook.Rule, [Int], ActSite.Origin
    )? {
        let firing = finder.firing
        if let fired = firing.candidates(at: index, parsed, filler).first { return (fired.rule, fired.tokens, .fired) }
        return senses.choice(among: firing.known(at: index, parsed, filler), at: index, finder.codebook.concepts)
            .map { ($0, [], .known) }
    }

    /// An act between several, the first told as actor, the others as recipients.
    private func arranged(_ event: EventFinding) -> EventFinding {
        var event = event
        guard event.concept.isReciprocal || event.concept.isJoint, event.recipients.isEmpty, event.actors.count > 1
        else { return event }
        event.recipients = Array(event.actors.dropFirst())
        event.actors = Array(event.actors.prefix(1))
        event.isReciprocal = true
        return event
    }
}
