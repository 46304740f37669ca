public import ChanceryCore
public import SpacyPipeline

/// A rule that fits at a trigger, whoever takes part: what evaluation asks about two given parties.
public struct RuleMatch: Sendable {
    /// The token that fires the rule.
    public var trigger: Int
    /// The rule.
    public var rule: Codebook.Rule
    /// What the rule yields.
    public var concept: Codebook.Concept
    /// Whether the words round the trigger tell it as fact.
    public var modality: Modality
    /// The heads at the rule's actor slots.
    public var actors: [Int]
    /// The heads at the rule's recipient slots.
    public var recipients: [Int]
    /// Triggers that this match has taken in as what it is about.
    public var takes: Set<Int>
}

/// What the rules find in a document, with the parse and the parties they read.
public struct RuleReading: Sendable {
    /// The parse.
    public var parsed: ParsedDocument
    /// Who is who.
    public var entities: EntityIndex
    /// Every rule that fits, in text order and at one trigger the narrowest first.
    public var matches: [RuleMatch]
}

extension Coder {
    /// Every rule that fits somewhere in a document, with the heads at its slots, in text order and at one trigger the
    /// narrowest first.
    ///
    /// - Parameters:
    ///   - annotations: one for every block, of its body's text.
    ///   - parties: words that name a party though no list may know them, in bytes of what is read.
    public func matches(
        in document: Document, annotations: [AnnotatedText], parties: [ByteSpan]
    ) -> RuleReading {
        let parsed = ParsedDocument(document: document, annotations: annotations, words: words)
        let roles = ArgumentStructure(parsed)
        let entities = EntityIndex(parsed, lexicon: lexicon)
        let marked = Set(parties.flatMap { span in parsed.tokens(in: span) })
        let filler = SlotFiller(
            parsed: parsed, roles: roles, entities: entities, lightVerbs: codebook.lightVerbs,
            occurrences: codebook.occurrences, marked: marked)
        let reader = ModalityReader(parsed: parsed, roles: roles, cues: modality, lightVerbs: codebook.lightVerbs)
        let finder = EventFinder(codebook)
        var found: [RuleMatch] = []
        for index in parsed.tokens.indices {
            for (rule, tokens) in finder.candidates(at: index, parsed, filler) {
                guard let concept = codebook.concepts[rule.concept] else { continue }
                var takes = Set(tokens).subtracting([index])
                if concept.governsComplement {
                    for clause in roles.complements(index) { takes.formUnion(parsed.subtree(of: clause)) }
                    takes.formUnion(parsed.children(of: index, "dobj"))
                }
                found.append(
                    RuleMatch(
                        trigger: index, rule: rule, concept: concept, modality: reader.modality(at: index),
                        actors: filler.headsOfAll(rule.actor, at: index),
                        recipients: filler.headsOfAll(rule.recipient, at: index), takes: takes))
            }
        }
        return RuleReading(parsed: parsed, entities: entities, matches: found)
    }
}

extension SlotFiller {
    /// The heads at any of the slots, those joined to them included.
    func headsOfAll(_ slots: [Codebook.Slot], at trigger: Int) -> [Int] {
        var found: [Int] = []
        for slot in slots {
            let heads =
                slot.steps.last == "modifier"
                ? heads(Codebook.Slot(steps: Array(slot.steps.dropLast())), at: trigger).flatMap {
                    parsed.children(of: $0, "amod", "compound", "nmod")
                } : heads(slot, at: trigger)
            for head in heads.flatMap({ [$0] + conjuncts(of: $0) }) where !found.contains(head) { found.append(head) }
        }
        return found
    }
}
