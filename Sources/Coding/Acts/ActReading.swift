public import ChanceryCore
import Grammar
public import SpacyPipeline

/// A word that may tell an act, as its features' names: what the models of acts are trained on.
public struct ActReading: Sendable {
    /// Somebody who may take part, with their features.
    public struct Party: Sendable {
        /// Who it is.
        public var participant: Participant
        /// What speaks for and against their taking part.
        public var features: [String]
    }
    /// Somebody on whose word it may be told, with their features.
    public struct Voice: Sendable {
        /// Who it is.
        public var source: Participant
        /// What speaks for and against it.
        public var features: [String]
    }
    /// The word.
    public var trigger: CodePointSpan
    /// The sentence it stands in.
    public var sentence: CodePointSpan
    /// How it came to be looked at: told, lost, taken, fired or known.
    public var origin: String
    /// The concept.
    public var concept: String
    /// The concept's PLOVER type.
    public var type: String
    /// The rule it is a word of.
    public var rule: String
    /// Whether it is told as fact.
    public var modality: Modality
    /// The same as the rules have it.
    public var ruledModality: Modality
    /// Who does it, as the rules have it.
    public var actors: [Participant]
    /// To whom, as the rules have it.
    public var recipients: [Participant]
    /// Who does it, as it is told.
    public var toldActors: [Participant]
    /// To whom, as it is told.
    public var toldRecipients: [Participant]
    /// Whether the act is told beside another of the same word.
    public var isFurther: Bool
    /// Everybody who may take part.
    public var parties: [Party]
    /// The features of nobody at a side.
    public var nobody: [String]
    /// The features of the concept, for a word that has several.
    public var sense: [String]
    /// The features of the act with its sides, by the parties chosen.
    public var act: [String]
    /// The features of its modality.
    public var telling: [String]
    /// Those on whose word it may be told.
    public var voices: [Voice]
}

extension Coder {
    /// Every word of a document that may tell an act, told or not, in text order; a word of several concepts once for each.
    ///
    /// - Parameter annotations: one for every block, of its body's text; see ``texts(of:)``. Empty by rules alone.
    public func actReadings(_ document: Document, annotations: [AnnotatedText]) -> [ActReading] {
        guard let acts else { return [] }
        let parsed = ParsedDocument(document: document, annotations: annotations, words: words)
        let named = EntityIndex(parsed, lexicon: lexicon)
        let told = statements.statements(in: parsed, entities: named)
        let (entities, _) = resolved(named, parsed, told)
        let modality = ModalityReader(parsed: parsed, roles: ArgumentStructure(parsed), cues: modality)
        let counterparts = Counterparts(parsed, entities)
        let finder = EventFinder(codebook)
        let scene = ActScene(parsed, entities)
        let weigher = ActWeigher(
            finder: finder, models: acts, scene: scene, counterparts: counterparts, modality: modality,
            statements: told)
        let tellings = ModalityChooser(scene: scene, reader: modality, statements: told, model: acts.modality)
        let voices = VoiceChooser(parsed: parsed, model: acts.voices)
        let filler = SlotFiller(
            parsed: parsed, roles: ArgumentStructure(parsed), entities: entities, words: codebook.eventWords)
        let features = PartyFeatures(scene: scene)
        let chooser = PartyChooser(features: features, model: acts.parties)
        let confidence = ActConfidence(scene: scene, modality: modality, model: acts.confidence)
        let senses = SenseChooser(parsed: parsed, model: acts.senses)
        var found: [ActReading] = []
        func add(_ candidate: ActCandidate, isFurther: Bool, sense: [String]) {
            let choice = chooser.choice(of: candidate)
            var act = FeatureNames()
            let ruled = modality.modality(at: candidate.word.trigger)
            confidence.add(candidate, choice, ruled, to: &act)
            var telling = FeatureNames()
            tellings.add(candidate.word, candidate.names, ruled, to: &telling)
            let modality = tellings.choice(of: candidate.word, candidate.names, ruled: ruled)
            var nobody = FeatureNames()
            features.addNobody(of: candidate, to: &nobody)
            let trigger = candidate.word.trigger
            found.append(
                ActReading(
                    trigger: parsed.map.codePoints(parsed.span(trigger)),
                    sentence: parsed.map.codePoints(
                        parsed.span(parsed.sentences[parsed.sentence(of: trigger)].tokens)),
                    origin: candidate.origin.rawValue, concept: candidate.names.concept.text,
                    type: candidate.names.type.text, rule: candidate.names.rule.text,
                    modality: modality, ruledModality: ruled,
                    actors: candidate.actors.map { $0.participant(parsed.map) },
                    recipients: candidate.recipients.map { $0.participant(parsed.map) },
                    toldActors: choice.actors.map { $0.participant(parsed.map) },
                    toldRecipients: choice.recipients.map { $0.participant(parsed.map) }, isFurther: isFurther,
                    parties: candidate.parties.map { party in
                        var names = FeatureNames()
                        features.add(party, of: candidate, to: &names)
                        return ActReading.Party(
                            participant: party.seat.mention.participant(parsed.map), features: names.names)
                    }, nobody: nobody.names, sense: sense, act: act.names, telling: telling.names,
                    voices: voices.readings(of: candidate, choice, modality, told.chain(at: trigger))))
        }
        let reader = ActReader(scene: scene, counterparts: counterparts)
        let findings = finder.findings(in: parsed, entities: entities, counterparts)
        weigher.forEachCandidate(of: findings) { candidate, ruled in
            guard candidate.origin == .known else {
                if case .event(let event) = ruled { return add(candidate, isFurther: event.isFurther, sense: []) }
                return add(candidate, isFurther: false, sense: [])
            }
            let word = candidate.word
            let earlier = findings.told.prefix { $0.trigger < word.trigger }
            let rules = finder.firing.word(at: word.trigger, parsed, filler).map { finder.firing.known(of: $0) } ?? []
            for (place, rule) in rules.enumerated() {
                guard let ruleNames = codebook.names[rule] else { continue }
                var names = FeatureNames()
                senses.add(ruleNames, place, of: word, to: &names)
                add(
                    reader.candidate(of: word, ruleNames, .known, actors: [], recipients: [], after: earlier),
                    isFurther: false, sense: names.names)
            }
        }
        return found
    }
}

extension VoiceChooser {
    /// Those on whose word an act may be told, with their features' names.
    fileprivate func readings(
        of candidate: ActCandidate, _ choice: PartyChooser.Choice, _ modality: Modality,
        _ chain: [StatementFinding]
    ) -> [ActReading.Voice] {
        let act = Act(
            word: candidate.word, names: candidate.names, actors: choice.actors, recipients: choice.recipients,
            modality: modality)
        return chain.enumerated().compactMap { place, statement in
            guard let source = statement.source else { return nil }
            var names = FeatureNames()
            add(Voice(statement, at: place, in: chain), of: act, to: &names)
            return ActReading.Voice(
                source: source.participant(parsed.map), features: names.names)
        }
    }
}
