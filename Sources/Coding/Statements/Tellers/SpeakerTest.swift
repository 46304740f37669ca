import ChanceryCore
import Grammar
import SpacyPipeline

/// Whether a source is somebody who can speak, or a medium, as far as words tell.
struct SpeakerTest: StatementStage {
    let context: StatementContext

    /// Whether a source is somebody or a medium, as far as words tell.
    func canSpeak(_ source: StatementSource?) -> Bool {
        guard let source, source.mention == nil, let head = source.head.map(names.whole) else { return true }
        // "It reminds us of this", "it shows that …": a matter.
        if forms[head] == "it", let verb = tree.head(of: head),
            lists.showingVerbs.contains(lemma(verb)),
            [.VBZ, .VBP].contains(tags[verb])
        {
            return false
        }
        if classes[head] == .pron {
            return parties.participant(head) != nil
                || lists.speakingPronouns
                    .contains(forms[head])
        }
        if let mention = parties.participant(head), mention.kind != .place { return true }
        let base = lemma(head)
        if lexicon.speakers.contains(base) || lexicon.media.contains(base) || lexicon.authorities.contains(base) {
            return true
        }
        if lists.personEndings.contains(where: { base.hasSuffix($0) }) { return true }
        let entity = entity(head)
        return ["PERSON", "ORG", "NORP", "GPE"].contains(entity)
            || (classes[head] == .propn && entity != "DATE" && entity != "EVENT")
            || (classes[head] != .propn && names.owner(of: head) != nil)
    }

    /// Whether a head can speak: a person, an organisation, a state, or a pronoun for one.
    func isPersonal(_ head: Int) -> Bool {
        if classes[head] == .pron {
            return lists.personal.contains(forms[head])
        }
        if let mention = parties.participant(head) { return mention.kind != .place }
        return ["PERSON", "ORG", "NORP"].contains(entity(head))
    }

    func isPerson(_ head: Int) -> Bool {
        parties.participant(head)?.kind == .person || entity(head) == "PERSON"
    }

    func isFirstPerson(_ head: Int) -> Bool {
        lists.firstPersons.contains(forms[head])
    }

    /// Whom a pronoun can stand for; nil for a pronoun that tells nothing of it, and for other words.
    func gender(ofPronoun head: Int) -> PartyLookup.Gender? {
        if lists.male.contains(forms[head]) { return .male }
        return lists.female.contains(forms[head]) ? .female : nil
    }

    func isStandIn(_ head: Int?) -> Bool {
        head.map { [.pron, .num, .det].contains(classes[$0]) && !isFirstPerson($0) } ?? false
    }

    /// "No witness said …".
    func isNobody(_ source: StatementSource?) -> Bool {
        guard let head = source?.head else { return false }
        return lists.nobody.contains(forms[head])
            || hasChild(head, [.det, .preconj, .cc], in: lists.noDeterminers)
    }

    /// Whether a noun names somebody who can be cited: a party, a person, a medium, not a reason.
    func canBeCited(_ head: Int) -> Bool {
        parties.participant(head).map { $0.kind != .place } ?? false || lexicon.media.contains(lemma(head))
            || lexicon.speakers.contains(lemma(head))
            || ["PERSON", "ORG"].contains(entity(head))
    }
}
