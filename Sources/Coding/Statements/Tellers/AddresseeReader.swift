import ChanceryCore
import Grammar
import SpacyPipeline

/// To whom something is said: the one told, "to X" beside the saying or beside its medium ("in a letter to X").
struct AddresseeReader: StatementStage {
    let context: StatementContext

    /// To whom something is said: the one told, "to X" beside the saying or beside its medium ("in a letter to X").
    ///
    /// Only somebody who can be spoken to counts: a party, a name, or a noun for people and their bodies. "Reporters" and
    /// the like are addressees as well; the speaker themselves ("told himself") are not.
    func addressee(of draft: StatementDraft, source: Mention?) -> Mention? {
        told(draft, source: source) ?? layoutHearer(of: draft, source: source)
    }

    private func told(_ draft: StatementDraft, source: Mention?) -> Mention? {
        guard draft.cueClass.isSpeech, let cue = draft.cue.first else { return nil }
        for head in hearers(of: cue, rule: draft.rule) {
            guard head != draft.source?.head, classes[head] != .pron || parties.participant(head) != nil,
                parties.participant(head) != nil || lexicon.speakers.contains(lemma(head))
                    || ["PERSON", "ORG", "NORP", "GPE"].contains(entity(head)),
                let mention = hearer(head, rule: draft.rule), mention.name != source?.name
            else { continue }
            return mention
        }
        return nil
    }

    /// Who a hearer is; of "reminded the crowd of the danger" the crowd, though the parser hangs the danger on it.
    private func hearer(_ head: Int, rule: StatementRule) -> Mention? {
        guard var mention = names.mention(of: StatementSource(head: head)) else { return nil }
        if rule.construction == .verbObject, mention.from == nil, mention.kind == .group,
            let phrase = tree.children(of: head, [.prep]).first(where: { $0 > head && rule.preposition == forms[$0] }
            ),
            parsed.span(phrase).start < mention.span.end
        {
            let core = names.nounPhraseCore(head)
            mention.name = words(core)
            mention.span = parsed.span(core)
        }
        return mention
    }

    /// Heads of the noun phrases that may name who is spoken to, the surest first.
    private func hearers(of cue: Int, rule: StatementRule) -> [Int] {
        var found: [Int] = []
        let base = lemma(cue)
        if isVerb(cue) {
            if lexicon.addressing.contains(base) {
                let objects = tree.children(of: cue, [.dative, .dobj])
                found += isPassive(cue) ? tree.children(of: cue, [.nsubjpass]) : objects.filter { $0 > cue }
                // "urged Osk to leave": the parser makes the one urged the subject of the infinitive.
                if let clause = tree.child(of: cue, [.ccomp]), rule.construction == .verbObjectInfinitive,
                    let told = tree.child(of: clause, [.nsubj]), told > cue
                {
                    found.append(told)
                }
            }
            for phrase in tree.children(of: cue, [.prep, .dative])
            where lists.hearerPrepositions.contains(forms[phrase]) {
                if forms[phrase] == "with", !lists.talkingWith.contains(base) { continue }
                // "compared X to Y", "referred to X": the phrase is what is said.
                if rule.preposition == forms[phrase] { continue }
                found += tree.children(of: phrase, [.pobj])
            }
            found += besideHearers(of: cue)
            // "asked by X whether …, the mayor said": it is the mayor who is asked.
            if isPassive(cue), lexicon.addressing.contains(base), labels[cue] == .advcl,
                let above = tree.head(of: cue), let asked = sources.subject(of: above)?.head
            {
                found.append(asked)
            }
        } else if classes[cue] == .noun {
            found += objects(of: cue, after: ["to"])
        }
        for phrase in tree.children(of: cue, [.prep]) where lists.hearerMediums.contains(forms[phrase]) {
            guard let medium = tree.child(of: phrase, [.pobj]), lexicon.media.contains(lemma(medium)) else { continue }
            found += objects(of: medium, after: ["to"])
            if lists.talks.contains(lemma(medium)) {
                found += objects(of: medium, after: ["with"])
            }
        }
        return found
    }

    /// Those whom a clause beside the saying names: "speaking to X, she said", "asked by X whether …, she said".
    private func besideHearers(of cue: Int) -> [Int] {
        var found: [Int] = []
        for clause in tree.children(of: cue, [.advcl]) where clause != cue {
            let base = lemma(clause)
            if tags[clause] == .VBG {
                if lists.speakingTo.contains(base) {
                    found += objects(of: clause, after: lists.hearerPrepositions, [.prep, .dative])
                } else if lists.speakingAt.contains(base) {
                    found += tree.children(of: clause, [.dobj])
                }
            } else if tags[clause] == .VBN, lists.asking.contains(base),
                let asking = sources.agent(of: clause)?.head
            {
                found.append(asking)
            }
        }
        return found
    }

    private func layoutHearer(of draft: StatementDraft, source: Mention?) -> Mention? {
        names.mention(of: draft.hearer).flatMap { $0.name == source?.name ? nil : $0 }.map { hearer in
            var hearer = hearer
            // Named in the turn before, or in the introduction.
            hearer.from = hearer.from ?? hearer.span
            return hearer
        }
    }
}
