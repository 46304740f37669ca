import ChanceryCore
import SpacyPipeline

/// What sort of clause a verb heads: finite, past, conditional, asked, bidden.
extension ModalityReader {
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
        return ["say", "write", "add", "tweet", "tell", "shout", "declare"].contains(lemma(head))
    }

    /// Whether a clause's verb is finite, and no subjunctive.
    func isFinite(_ verb: Int) -> Bool {
        ([verb] + parsed.children(of: verb, "aux", "auxpass")).contains {
            ["VBZ", "VBP", "VBD"].contains(parsed.tokens[$0].tag)
        }
    }

    func isPast(_ verb: Int) -> Bool {
        parsed.tokens[verb].tag == "VBD"
            || parsed.children(of: verb, "aux", "auxpass").contains {
                ["had", "was", "were", "has", "have", "did"].contains(parsed.lowerTexts[$0])
            }
    }

    func isSupposed(_ verb: Int) -> Bool {
        parsed.children(of: verb, "aux").contains {
            ["would", "could", "might", "'d", "’d"].contains(parsed.lowerTexts[$0])
        }
    }

    /// "Would" beside a clause with "if".
    func isConditional(_ verb: Int, _ word: String) -> Bool {
        guard ["would", "'d", "’d"].contains(word) else { return false }
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
        return ["had", "were", "should"].contains(parsed.lowerTexts[first])
    }

    func isIndefinite(_ noun: Int) -> Bool {
        guard parsed.child(of: noun, "poss") == nil else { return false }
        return parsed.children(of: noun, "det").allSatisfy {
            ["a", "an", "any", "another"].contains(parsed.lowerTexts[$0])
        }
    }
}
