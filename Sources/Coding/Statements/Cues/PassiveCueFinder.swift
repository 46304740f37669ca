import ChanceryCore
import Grammar

/// The ways a verb in the passive can be read as a cue, the likeliest first.
struct PassiveCueFinder: StatementStage {
    let context: StatementContext

    /// The readings of a passive verb whose complements the data list; the first that has content is meant.
    func readings(of verb: Int, _ entry: CueEntry) -> [SayingCue] {
        let agent = sources.agent(of: verb) ?? agentBehindName(of: verb, entry) ?? mediums.source(beside: verb)
        let cue = VerbCue(verb, entry, agent, context)
        let subject = tree.child(of: verb, [.nsubjpass]) ?? reducedSubject(of: verb)
        if let clause = tree.child(of: verb, [.ccomp]) {
            return cue.reading(.clause, .phrase(clause), .init(.passiveClause))
        }
        if let complement = tree.child(of: verb, [.xcomp]), grammar.isVerb(complement) {
            return infinitive(complement, of: cue, subject)
        }
        let before = subject.flatMap { $0 < verb ? $0 : nil }
        var found: [SayingCue] = []
        for phrase in tree.children(of: verb, [.prep]) {
            let word = forms[phrase]
            let isName = word == "as"
            let frame: CueFrame = isName ? .objectAs : .objectPhrase(word)
            if isName, let quotation = cue.quotation(startingIn: tree.extent(of: phrase)) {
                let quoted = cue.reading(
                    frame, .quotation(quotation), .init(.passiveNameQuoted), extra: [phrase], kind: .quoted)
                if !quoted.isEmpty { return found + quoted }
            }
            let complement = isName ? tree.child(of: phrase, [.pobj, .pcomp, .amod]) ?? phrase : phrase
            found += cue.reading(
                frame, .afterSubject(isName ? nil : before, complement), .init(.passivePhrase, preposition: word),
                extra: isName ? [phrase] : [],
                kind: tree.child(of: phrase, [.pcomp]) == nil ? .nounPhrase : .clause)
        }
        if let name = tree.child(of: verb, [.oprd]), entry.classes[.objectName] != nil {
            return found
                + cue.reading(.objectName, .afterSubject(before, name), .init(.passiveName), kind: .nounPhrase)
        }
        guard agent != nil, let before else { return found }
        return found + cue.reading(.object, .subject(before), .init(.passiveObject), kind: .nounPhrase)
    }

    /// "is said to have left", "was urged to leave".
    private func infinitive(_ complement: Int, of cue: VerbCue, _ subject: Int?) -> [SayingCue] {
        if lemma(cue.verb) == "find" {
            // "was found sleeping"
            if tags[complement] == .VBG { return [] }
            // "are round and have been found to help": what is found so stands elsewhere.
            if cue.source == nil, subject == nil { return [] }
        }
        let isSpokenTo = cue.entry.classes[.objectInfinitive] != nil
        let frame: CueFrame =
            isSpokenTo ? .objectInfinitive : cue.entry.classes[.clause] != nil ? .clause : .infinitive
        return cue.reading(
            frame, .afterSubject(isSpokenTo ? nil : subject, complement), .init(.passiveInfinitive))
    }

    /// "was named a hero by the council": the parser hangs "by the council" on the name.
    private func agentBehindName(of verb: Int, _ entry: CueEntry) -> StatementSource? {
        guard entry.classes[.objectAs] != nil || entry.classes[.objectName] != nil else { return nil }
        let names = tree.children(of: verb, [.oprd]) + tree.children(of: verb, [.prep]).filter { forms[$0] == "as" }
        for name in names where name > verb {
            for phrase in tree.extent(of: name) where forms[phrase] == "by" && labels[phrase] == .prep {
                guard let object = tree.child(of: phrase, [.pobj]),
                    speakers.canSpeak(StatementSource(head: object))
                else { continue }
                return sources.source(object, beside: verb)
            }
        }
        return nil
    }

    private func reducedSubject(of verb: Int) -> Int? {
        labels[verb] == .acl ? tree.head(of: verb) : nil
    }
}
