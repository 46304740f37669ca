import ChanceryCore
import Grammar

/// The statements that cues in the parse tell: each cue with its source, and the first of its readings that has content.
struct CueReader: StatementStage {
    let context: StatementContext

    /// One for every verb whose complement the data list.
    func ofVerbs() -> [StatementDraft] {
        let active = ActiveCueFinder(context: context)
        let passive = PassiveCueFinder(context: context)
        return tokens.indices.compactMap { verb in
            guard isVerb(verb), labels[verb] != .amod, !isModifierByForm(verb), let entry = entry(ofVerb: verb)
            else { return nil }
            let readings = isPassive(verb) ? passive.readings(of: verb, entry) : active.readings(of: verb, entry)
            guard var draft = firstWithContent(readings) else { return nil }
            draft.via = mediums.names(beside: verb)
            return draft
        }
    }

    /// Those of nouns ("the claim that …") and adjectives ("is confident that …") beside those of verbs.
    ///
    /// "Repeated the claim that …" is one saying: the noun's content is what was said.
    func addingNouns(to drafts: [StatementDraft]) -> [StatementDraft] {
        let finder = NounCueFinder(context: context)
        var drafts = drafts
        for index in tokens.indices {
            guard let found = firstWithContent(finder.readings(of: index)) else { continue }
            if let verb = tree.head(of: index), labels[index] == .dobj, found.kind != .nounPhrase {
                drafts.removeAll {
                    $0.cue.first == verb && $0.kind == .nounPhrase && $0.source?.head == found.source?.head
                }
            }
            drafts.append(found)
        }
        return drafts
    }

    /// Those of phrases beside a clause and of adverbs, and those of clauses with "as" whose verb is no cue yet.
    func addingPhrases(to drafts: [StatementDraft]) -> [StatementDraft] {
        let known = Set(drafts.compactMap(\.cue.first))
        return drafts + PhraseCueFinder(context: context).cues().compactMap(draft)
            + AsideCueFinder(context: context).cues().filter { !known.contains($0.head) }.compactMap(draft)
    }

    private func firstWithContent(_ readings: [SayingCue]) -> StatementDraft? {
        for reading in readings {
            if let draft = draft(reading) { return draft }
        }
        return nil
    }

    /// A cue with its content; nil where it has none. A phrase beside nothing may stand before words that follow:
    /// "According to X:".
    private func draft(_ cue: SayingCue) -> StatementDraft? {
        var pieces = contents.pieces(of: cue)
        guard !pieces.isEmpty || cue.rule.construction == .phraseBeside else { return nil }
        var source = cue.source
        // What seems is somebody's impression, but the text does not say whose: its subject is what seems so.
        if cue.tellsOfSubject, let subject = cue.source?.tokens {
            source = nil
            pieces = ([subject] + pieces).sorted { $0.lowerBound < $1.lowerBound }
        }
        return StatementDraft(
            cue: cue.tokens, cueClass: cue.cueClass, source: source, pieces: pieces, kind: cue.kind, via: cue.via,
            finds: cue.finds, denies: cue.denies, isTopic: cue.isTopic, rule: cue.rule)
    }

    /// "In both promised ships and gold": a participle after a preposition or an article, whatever the parser makes of it.
    private func isModifierByForm(_ verb: Int) -> Bool {
        guard verb > 0, [.VBD, .VBN].contains(tags[verb]), verb + 1 < tokens.count,
            [.noun, .propn].contains(classes[verb + 1]), tree.child(of: verb, [.aux, .auxpass, .nsubj]) == nil
        else { return false }
        let before = verb - 1
        return classes[before] == .adp || classes[before] == .det && ![.nsubj, .nsubjpass].contains(labels[before])
    }
}
