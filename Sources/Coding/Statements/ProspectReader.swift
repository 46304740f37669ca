import ChanceryCore
import SpacyPipeline

/// Whether a saying is still to come: will be said, is planned, allowed or called for.
struct ProspectReader: StatementStage {
    let context: StatementContext

    /// Whether a saying is still to come, or only meant, allowed or called for.
    ///
    /// Told by "will" and "is going to"; by a verb, an adjective or a noun above its infinitive that looks ahead ("plans
    /// to say", "likely to say", "the right to say"); and by an order ("say no more"). A clause with a tense of its own
    /// ends the search: who plans a speech in which they *said* something did say it.
    func isProspective(_ cue: Int) -> Bool {
        guard isVerb(cue) else { return false }
        if hasFuture(cue) || isOrder(cue) { return true }
        var at = cue
        while let above = parsed.head(of: at) {
            let isInfinitive = tokens[at].tag == "VB" && !hasAuxiliary(at)
            let isGerund = tokens[at].tag == "VBG" && parsed.child(of: at, "aux") == nil
            switch tokens[at].dep {
            case "conj":
                guard parsed.child(of: at, "nsubj", "nsubjpass") == nil else { return false }
                guard tokens[above].tag == tokens[at].tag || isInfinitive else { return false }
                if isVerb(above), isInfinitive || isGerund, hasFuture(above) { return true }
            case "xcomp", "ccomp", "acl", "relcl":
                guard isInfinitive || isGerund else { return false }
                if isInfinitive, looksAhead(above) || tokens[at].dep != "xcomp" && isForPurpose(above) { return true }
            case "advcl", "dep":
                // "would be easier for courts to say": the parser hangs such infinitives beside their adjective.
                guard isInfinitive else { return false }
                if parsed.children(of: above, "acomp", "attr").contains(where: { looksAhead($0) && $0 < at }) {
                    return true
                }
                // "urged them to look in order to find out": a purpose of what is still to come.
                guard tokens[above].tag == "VB", !hasAuxiliary(above) else { return false }
            case "pcomp":
                guard isGerund else { return false }
            case "prep":
                break
            default: return false
            }
            at = above
        }
        return false
    }

    /// Whether a noun with an infinitive is something to do it with ("a report to show that"), not who did it ("the first
    /// to say").
    private func isForPurpose(_ noun: Int) -> Bool {
        tokens[noun].pos == "NOUN" && parties.participant(noun) == nil && !lexicon.speakers.contains(lemma(noun))
            && !["first", "last", "second", "third", "next", "one", "only"].contains(forms[noun])
            && !parsed.children(of: noun, "amod").contains {
                ["first", "last", "second", "only", "latest"].contains(forms[$0])
            }
    }

    /// Whether a verb, adjective or noun looks ahead to the infinitive on it.
    private func looksAhead(_ governor: Int) -> Bool {
        let base = lemma(governor)
        if lexicon.prospective.contains(base) { return true }
        if tokens[governor].pos == "NOUN" {
            guard let entry = lexicon.nouns[base] else { return false }
            return entry.classes[.infinitive].map { [.want, .promise, .demand].contains($0) } ?? false
        }
        if tokens[governor].pos == "ADJ" {
            return lexicon.adjectives[base]?.classes[.infinitive] == .want
        }
        guard isVerb(governor), let entry = entry(ofVerb: governor) else { return false }
        let classes = [entry.classes[.infinitive], entry.classes[.objectInfinitive]].compactMap { $0 }
        if base == "expect" { return true }
        return classes.contains { [.want, .promise, .demand, .ask].contains($0) }
    }

    /// "Will say", "is going to say".
    private func hasFuture(_ verb: Int) -> Bool {
        if parsed.children(of: verb, "aux").contains(where: {
            ["will", "’ll", "'ll", "wo", "shall"].contains(forms[$0])
        }) {
            return true
        }
        guard tokens[verb].dep == "xcomp", let above = parsed.head(of: verb), forms[above] == "going" else {
            return false
        }
        return parsed.children(of: verb, "aux").contains { tokens[$0].tag == "TO" }
    }

    private func hasAuxiliary(_ verb: Int) -> Bool {
        parsed.children(of: verb, "aux", "auxpass").contains { tokens[$0].tag != "TO" }
    }

    /// A bare verb at the head of its sentence or parenthesis: "Say no more", "(think of Osk)".
    private func isOrder(_ verb: Int) -> Bool {
        guard ["VB", "VBP"].contains(tokens[verb].tag),
            parsed.child(of: verb, "aux", "nsubj", "nsubjpass", "expl") == nil,
            !["xcomp", "conj", "ccomp", "relcl", "acl"].contains(tokens[verb].dep) || tokens[verb].dep == "ccomp"
        else { return false }
        let sentence = parsed.sentences[parsed.sentence(of: verb)].tokens
        guard verb > sentence.lowerBound else { return true }
        return ["(", ":", "—", "–"].contains(tokens[verb - 1].text)
            || (sentence.lowerBound..<verb).allSatisfy {
                isPunctuation($0) || tokens[$0].pos == "ADV" || forms[$0] == "please"
            }
    }
}
