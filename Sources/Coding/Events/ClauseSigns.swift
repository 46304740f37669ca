import ChanceryCore
import Grammar
import SpacyPipeline

/// What the words of a verb's own clause show of it: whether it is finite, past, conditional, asked, bidden, negated.
struct ClauseSigns: Sendable {
    let parsed: ParsedDocument
    let roles: ArgumentStructure
    let cues: ModalityCues

    /// Whether a mark that ends a clause stands between two verbs: "Osk has a port; Veldania has none".
    func isParted(_ clause: Int, from head: Int) -> Bool {
        parsed.tree.hasChild(of: head, [.punct]) {
            $0 > clause && $0 < head && [";", "–", "—", "--", ":"].contains(parsed.tokens[$0].text)
        }
    }

    /// Whether a clause bids somebody do something: a base form with neither subject nor auxiliary.
    func isImperative(_ verb: Int) -> Bool {
        guard parsed.tree.tags[verb] == .VB,
            parsed.tree.child(of: verb, [.nsubj, .nsubjpass, .expl, .aux, .auxpass]) == nil
        else {
            return false
        }
        if parsed.tree.labels[verb] == .root { return true }
        guard parsed.tree.labels[verb] == .ccomp, let head = parsed.head(of: verb) else { return false }
        return cues.holds("saying", lemma(head))
    }

    /// Whether a clause's verb is finite, and no subjunctive.
    func isFinite(_ verb: Int) -> Bool {
        ([verb] + parsed.tree.children(of: verb, [.aux, .auxpass])).contains {
            [.VBZ, .VBP, .VBD].contains(parsed.tree.tags[$0])
        }
    }

    func isPast(_ verb: Int) -> Bool {
        parsed.tree.tags[verb] == .VBD
            || parsed.tree.hasChild(of: verb, [.aux, .auxpass]) {
                cues.holds("past-auxiliary", parsed.lowerTexts[$0])
            }
    }

    func isSupposed(_ verb: Int) -> Bool {
        parsed.tree.hasChild(of: verb, [.aux]) {
            cues.holds("supposing-auxiliary", parsed.lowerTexts[$0])
        }
    }

    /// "Would" beside a clause with "if".
    func isConditional(_ verb: Int, _ word: String) -> Bool {
        guard cues.holds("conditional-auxiliary", word) else { return false }
        return parsed.tree.hasChild(of: verb, [.advcl]) { clause in
            parsed.tree.hasChild(of: clause, [.mark]) { cues.holds("condition", lemma($0)) }
        }
    }

    /// Whether a clause asks whether: its auxiliary stands before its subject, with no question word.
    func isAsked(_ verb: Int) -> Bool {
        guard let subject = parsed.tree.child(of: verb, [.nsubj, .nsubjpass]),
            let first = parsed.tree.child(of: verb, [.aux, .auxpass]), first < subject,
            !parsed.children(of: verb).contains(where: {
                $0 < first && parsed.tree.labels[$0] != .punct
                    && parsed.tree.labels[$0] != .cc && parsed.tree.labels[$0] != .intj
            })
        else { return false }
        return parsed.sentences[parsed.sentence(of: verb)].tokens.suffix(3).contains { parsed.tokens[$0].text == "?" }
    }

    /// "Had Osk attacked, …": a condition told by its order.
    func isInvertedCondition(_ verb: Int) -> Bool {
        guard parsed.tree.hasLabel(verb, [.advcl, .ccomp]),
            let subject = parsed.tree.child(of: verb, [.nsubj, .nsubjpass]),
            let first = parsed.tree.child(of: verb, [.aux, .auxpass]), first < subject
        else { return false }
        return cues.holds("inverting-auxiliary", parsed.lowerTexts[first])
    }

    func isIndefinite(_ noun: Int) -> Bool {
        guard parsed.tree.child(of: noun, [.poss]) == nil else { return false }
        return parsed.tree.children(of: noun, [.det]).allSatisfy {
            cues.holds("indefinite", parsed.lowerTexts[$0])
        }
    }

    /// Whether a verb is an infinitive with "to".
    func hasTo(_ verb: Int) -> Bool {
        parsed.tree.hasChild(of: verb, [.aux]) { parsed.tree.tags[$0] == .TO }
    }

    func lemma(_ index: Int) -> String { parsed.lowerLemmas[index] }
}
