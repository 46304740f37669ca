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
    let statements: StatementIndex
    private var parsed: ParsedDocument { scene.parsed }

    /// What the rules make of a word: an act they find, or the rule whose word it is.
    enum Ruled {
        case event(EventFinding)
        case word(rule: Int, conditionTokens: [Int])
    }

    /// The acts that are told, in text order.
    func weighed(_ findings: EventFinder.Findings) -> [EventFinding] {
        let chooser = PartyChooser(features: PartyFeatures(scene: scene), model: models.parties)
        let confidence = ActConfidence(scene: scene, modality: modality, model: models.confidence)
        let tellings = ModalityChooser(scene: scene, reader: modality, statements: statements, model: models.modality)
        let least = Double(models.confidence.settings["least"] ?? 1)
        var told: [EventFinding] = []
        forEachCandidate(
            of: findings, where: { $2 == .told || !confidence.isHopeless($0, $1, $2) }
        ) { candidate, ruled in
            let choice = chooser.choice(of: candidate)
            let verdict = confidence.verdict(on: candidate, choice)
            guard candidate.origin == .told || verdict.act >= least,
                var event = event(ruled, at: candidate.word.trigger)
            else { return }
            (event.actors, event.recipients) = (choice.actors, choice.recipients)
            event.confidence = verdict.whole
            event.modality = tellings.choice(of: candidate.word, candidate.names, ruled: verdict.modality)
            if candidate.origin != .told {
                event = arranged(event)
                event.isLikely = true
                guard finder.isTold(event) else { return }
            }
            told.append(event)
        }
        return told
    }

    /// Every word that may tell an act, in text order, with what the rules make of it.
    ///
    /// - Parameter isWanted: whether it is to be asked who takes part in a word's act.
    func forEachCandidate(
        of findings: EventFinder.Findings,
        where isWanted: (ActWord, ActNames, ActSite.Origin) -> Bool = { _, _, _ in true },
        _ body: (ActCandidate, Ruled) -> Void
    ) {
        let reader = ActReader(scene: scene, counterparts: counterparts)
        let senses = SenseChooser(parsed: parsed, model: models.senses)
        let untold = Dictionary(
            findings.untold.indices.map { (findings.untold[$0].event.trigger, $0) },
            uniquingKeysWith: { first, _ in first })
        func weigh(_ event: EventFinding, _ origin: ActSite.Origin, _ earlier: ArraySlice<EventFinding>) {
            let word = ActWord(event.trigger, parsed)
            let names = names(of: event)
            guard isWanted(word, names, origin) else { return }
            body(
                reader.candidate(
                    of: word, names, origin, actors: event.actors, recipients: event.recipients, after: earlier),
                .event(event))
        }
        func weigh(
            _ word: ActWord, _ rule: Int, _ tokens: [Int], _ origin: ActSite.Origin, _ earlier: ArraySlice<EventFinding>
        ) {
            guard let names = finder.codebook.names[rule], isWanted(word, names, origin) else { return }
            body(
                reader.candidate(of: word, names, origin, actors: [], recipients: [], after: earlier),
                .word(rule: rule, conditionTokens: tokens))
        }
        var next = 0
        for word in findings.words {
            let index = word.token
            let earlier = findings.told[..<next]
            if next < findings.told.count, findings.told[next].trigger == index {
                while next < findings.told.count, findings.told[next].trigger == index {
                    weigh(findings.told[next], .told, earlier)
                    next += 1
                }
            } else if findings.excepted.contains(index) {
                continue
            } else if let place = untold[index] {
                weigh(findings.untold[place].event, findings.untold[place].origin, earlier)
            } else if let (rule, tokens) = findings.fired[index] {
                weigh(ActWord(index, parsed), rule, tokens, .fired, earlier)
            } else {
                let act = ActWord(index, parsed)
                let known = finder.firing.known(of: word)
                if let rule = senses.choice(among: known, of: act, finder.codebook.names) {
                    weigh(act, rule, [], .known, earlier)
                }
            }
        }
    }

    private func names(of event: EventFinding) -> ActNames {
        // An act that goes on may have another concept than its rule's.
        guard let own = finder.codebook.names[event.rule], own.concept.text == event.concept.name,
            own.type.text == event.concept.type, own.rule.text == event.ruleID
        else { return ActNames(rule: event.ruleID, event.concept) }
        return own
    }

    /// The act of a word, with the sides as the rules fill them.
    private func event(_ ruled: Ruled, at trigger: Int) -> EventFinding? {
        switch ruled {
        case .event(let event): return event
        case .word(let number, let tokens):
            let rule = finder.codebook.rules[number]
            guard let concept = finder.codebook.concepts[rule.concept] else { return nil }
            return EventFinding(
                trigger: trigger, rule: number, ruleID: rule.id, concept: concept, actors: [],
                recipients: [], isReciprocal: concept.isReciprocal, conditionTokens: tokens)
        }
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
