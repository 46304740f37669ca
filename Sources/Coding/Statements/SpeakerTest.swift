import ChanceryCore
import SpacyPipeline

/// Whether a source is somebody who can speak, or a medium, as far as words tell.
struct SpeakerTest: StatementStage {
    let context: StatementContext

    /// Whether a source is somebody or a medium, as far as words tell.
    func canSpeak(_ source: StatementSource?) -> Bool {
        guard let source, source.mention == nil, let head = source.head.map(names.whole) else { return true }
        // "It reminds us of this", "it shows that …": a matter.
        if forms[head] == "it", let verb = parsed.head(of: head),
            ["remind", "mean", "show", "suggest", "indicate", "prove", "tell", "demonstrate"].contains(lemma(verb)),
            ["VBZ", "VBP"].contains(tokens[verb].tag)
        {
            return false
        }
        if tokens[head].pos == "PRON" {
            return parties.participant(head) != nil
                || [
                    "he", "she", "they", "who", "i", "we", "you", "one", "his", "her", "their", "some", "many",
                    "others",
                ]
                .contains(forms[head])
        }
        if let mention = parties.participant(head), mention.kind != .place { return true }
        let base = lemma(head)
        if lexicon.speakers.contains(base) || lexicon.media.contains(base) || lexicon.authorities.contains(base) {
            return true
        }
        if ["ist", "ian", "man", "woman", "person", "crat"].contains(where: { base.hasSuffix($0) }) { return true }
        let entity = tokens[head].ent.split(separator: "-").last.map(String.init) ?? ""
        return ["PERSON", "ORG", "NORP", "GPE"].contains(entity)
            || (tokens[head].pos == "PROPN" && entity != "DATE" && entity != "EVENT")
            || (tokens[head].pos != "PROPN" && names.owner(of: head) != nil)
    }

    /// Whether a head can speak: a person, an organisation, a state, or a pronoun for one.
    func isPersonal(_ head: Int) -> Bool {
        if tokens[head].pos == "PRON" {
            return ["he", "she", "they", "i", "we"].contains(forms[head])
        }
        if let mention = parties.participant(head) { return mention.kind != .place }
        return ["PERSON", "ORG", "NORP"].contains(tokens[head].ent.split(separator: "-").last.map(String.init) ?? "")
    }

    func isPerson(_ head: Int) -> Bool {
        parties.participant(head)?.kind == .person || tokens[head].ent.hasSuffix("-PERSON")
    }

    func isFirstPerson(_ head: Int) -> Bool {
        ["i", "we", "me", "us", "my", "our"].contains(forms[head])
    }

    func isStandIn(_ head: Int?) -> Bool {
        head.map { ["PRON", "NUM", "DET"].contains(tokens[$0].pos) && !isFirstPerson($0) } ?? false
    }

    /// "No witness said …".
    func isNobody(_ source: StatementSource?) -> Bool {
        guard let head = source?.head else { return false }
        return ["nobody", "none", "neither"].contains(forms[head])
            || parsed.children(of: head, "det", "preconj", "cc").contains { ["no", "neither"].contains(forms[$0]) }
    }

    /// Whether a noun names somebody who can be cited: a party, a person, a medium, not a reason.
    func canBeCited(_ head: Int) -> Bool {
        parties.participant(head).map { $0.kind != .place } ?? false || lexicon.media.contains(lemma(head))
            || lexicon.speakers.contains(lemma(head))
            || ["PERSON", "ORG"].contains(tokens[head].ent.split(separator: "-").last.map(String.init) ?? "")
    }
}
