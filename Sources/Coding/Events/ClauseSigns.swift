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
        parsed.children(of: head, "punct").contains {
            $0 > clause && $0 < head && [";", "–", "—", "--", ":"].contains(parsed.tokens[$0].text)
        }
    }

    /// Whether a clause bids somebody do something: a base form with neither subject nor auxiliary.
    func isImperative(_ verb: Int) -> Bool {
        let token = parsed.tokens[verb]
        guard token.tag == "VB", parsed.child(of: verb, "nsubj", "nsubjpass", "expl", "aux", "auxpass") == nil else {
            return false
        }
        if token.dep == "ROOT" { return true }
        guard token.dep == "ccomp", let head = parsed.head(of: verb) else { return false }
        return cues.holds("saying", lemma(head))
    }

    /// Whether a clause's verb is finite, and no subjunctive.
    func isFinite(_ verb: Int) -> Bool {
        ([verb] + parsed.children(of: verb, "aux", "auxpass")).contains {
            [.VBZ, .VBP, .VBD].contains(parsed.tree.tags[$0])
        }
    }

    func isPast(_ verb: Int) -> Bool {
        parsed.tokens[verb].tag == "VBD"
            || parsed.children(of: verb, "aux", "auxpass").contains {
                cues.holds("past-auxiliary", parsed.lowerTexts[$0])
            }
    }

    func isSupposed(_ verb: Int) -> Bool {
        parsed.children(of: verb, "aux").contains {
            cues.holds("supposing-auxiliary", parsed.lowerTexts[$0])
        }
    }

    /// "Would" beside a clause with "if".
    func isConditional(_ verb: Int, _ word: String) -> Bool {
        guard cues.holds("conditional-auxiliary", word) else { return false }
        return parsed.children(of: verb, "advcl").contains { clause in
            parsed.children(of: clause, "mark").contains { cues.holds("condition", lemma($0)) }
        }
    }

    /// Whether a clause asks whether: its auxiliary stands before its subject, with no question word.
    func isAsked(_ verb: Int) -> Bool {
        guard let subject = parsed.child(of: verb, "nsubj", "nsubjpass"),
            let first = parsed.children(of: verb, "aux", "auxpass").first, first < subject,
            !parsed.children(of: verb).contains(where: {
                $0 < first && parsed.tokens[$0].dep != "punct"
                    && parsed.tokens[$0].dep != "cc" && parsed.tokens[$0].dep != "intj"
            })
        else { return false }
        return parsed.sentences[parsed.sentence(of: verb)].tokens.suffix(3).contains { parsed.tokens[$0].text == "?" }
    }

    /// "Had Osk attacked, …": a condition told by its order.
    func isInvertedCondition(_ verb: Int) -> Bool {
        guard ["advcl", "ccomp"].contains(parsed.tokens[verb].dep),
            let subject = parsed.child(of: verb, "nsubj", "nsubjpass"),
            let first = parsed.children(of: verb, "aux", "auxpass").first, first < subject
        else { return false }
        return cues.holds("inverting-auxiliary", parsed.lowerTexts[first])
    }

    func isIndefinite(_ noun: Int) -> Bool {
        guard parsed.child(of: noun, "poss") == nil else { return false }
        return parsed.children(of: noun, "det").allSatisfy {
            cues.holds("indefinite", parsed.lowerTexts[$0])
        }
    }

    /// Whether a verb is an infinitive with "to".
    func hasTo(_ verb: Int) -> Bool {
        parsed.children(of: verb, "aux").contains { parsed.tokens[$0].tag == "TO" }
    }

    func lemma(_ index: Int) -> String { parsed.lowerLemmas[index] }
}
