import ChanceryCore
import Grammar
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
        while let above = tree.head(of: at) {
            let isInfinitive = tags[at] == .VB && !hasAuxiliary(at)
            let isGerund = tags[at] == .VBG && tree.child(of: at, [.aux]) == nil
            switch labels[at] {
            case .conj:
                guard tree.child(of: at, [.nsubj, .nsubjpass]) == nil else { return false }
                guard tags[above] == tags[at] || isInfinitive else { return false }
                if isVerb(above), isInfinitive || isGerund, hasFuture(above) { return true }
            case .xcomp, .ccomp, .acl, .relcl:
                guard isInfinitive || isGerund else { return false }
                if isInfinitive, looksAhead(above) || labels[at] != .xcomp && isForPurpose(above) { return true }
            case .advcl, .dep:
                // "would be easier for courts to say": the parser hangs such infinitives beside their adjective.
                guard isInfinitive else { return false }
                if tree.children(of: above, [.acomp, .attr]).contains(where: { looksAhead($0) && $0 < at }) {
                    return true
                }
                // "urged them to look in order to find out": a purpose of what is still to come.
                guard tags[above] == .VB, !hasAuxiliary(above) else { return false }
            case .pcomp:
                guard isGerund else { return false }
            case .prep:
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
        classes[noun] == .noun && parties.participant(noun) == nil && !lexicon.speakers.contains(lemma(noun))
            && !lists.ordinals.contains(forms[noun])
            && !hasChild(noun, [.amod], in: lists.ordinalAdjectives)
    }

    /// Whether a verb, adjective or noun looks ahead to the infinitive on it.
    private func looksAhead(_ governor: Int) -> Bool {
        let base = lemma(governor)
        if lexicon.prospective.contains(base) { return true }
        if classes[governor] == .noun {
            guard let entry = lexicon.nouns[base] else { return false }
            return entry.classes[.infinitive].map { [.want, .promise, .demand].contains($0) } ?? false
        }
        if classes[governor] == .adj {
            return lexicon.adjectives[base]?.classes[.infinitive] == .want
        }
        guard isVerb(governor), let entry = entry(ofVerb: governor) else { return false }
        let classes = [entry.classes[.infinitive], entry.classes[.objectInfinitive]].compactMap { $0 }
        if base == "expect" { return true }
        return classes.contains { [.want, .promise, .demand, .ask].contains($0) }
    }

    /// "Will say", "is going to say".
    private func hasFuture(_ verb: Int) -> Bool {
        if hasChild(verb, [.aux], in: lists.future) { return true }
        guard labels[verb] == .xcomp, let above = tree.head(of: verb), forms[above] == "going" else { return false }
        return tree.children(of: verb, [.aux]).contains { tags[$0] == .TO }
    }

    private func hasAuxiliary(_ verb: Int) -> Bool {
        tree.children(of: verb, [.aux, .auxpass]).contains { tags[$0] != .TO }
    }

    /// A bare verb at the head of its sentence or parenthesis: "Say no more", "(think of Osk)".
    private func isOrder(_ verb: Int) -> Bool {
        guard [.VB, .VBP].contains(tags[verb]),
            tree.child(of: verb, [.aux, .nsubj, .nsubjpass, .expl]) == nil,
            ![.xcomp, .conj, .ccomp, .relcl, .acl].contains(labels[verb]) || labels[verb] == .ccomp
        else { return false }
        let sentence = sentence(around: verb)
        guard verb > sentence.lowerBound else { return true }
        return ["(", ":", "—", "–"].contains(tokens[verb - 1].text)
            || (sentence.lowerBound..<verb).allSatisfy {
                isPunctuation($0) || classes[$0] == .adv || forms[$0] == "please"
            }
    }
}
