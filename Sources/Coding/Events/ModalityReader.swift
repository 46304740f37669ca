import ChanceryCore
import SpacyPipeline

/// The words by which a clause is told as something other than plain fact, from `Resources/modality/cues.yaml`.
struct ModalityCues: Sendable {
    private let lists: [String: Set<String>]

    init(lists: [String: Set<String>]) { self.lists = lists }

    func holds(_ list: String, _ word: String) -> Bool { lists[list]?.contains(word) ?? false }
}

/// Reads whether an event is told as fact: negation, intention, condition and doubt in the clauses round its trigger.
///
/// Classes after FactBank (Saurí and Pustejovsky 2009). What sources say is not read here: see ``StatementIndex``.
struct ModalityReader: Sendable {
    let parsed: ParsedDocument
    let roles: ArgumentStructure
    let cues: ModalityCues
    let lightVerbs: Set<String>

    /// The modality that the words round a trigger give it; `asserted` where they give none.
    func modality(at trigger: Int) -> Modality {
        var result = Modality.asserted
        func take(_ modality: Modality) { result = result.combined(with: modality) }

        var place = trigger
        if !roles.isVerb(trigger) { readNoun(trigger, take) }
        for step in 0..<8 {
            if roles.isVerb(place) { readVerb(place, take) }
            guard let head = parsed.head(of: place) else { break }
            let dep = parsed.tokens[place].dep
            let word = lemma(head)
            switch dep {
            case "advcl":
                // A purpose lies ahead: "came to open an embassy"; other adverbial clauses stand for themselves.
                if hasTo(place), !cues.holds("implicative", word) { take(.planned) }
                return result
            case "xcomp", "ccomp", "pcomp":
                // "Suggested that Osk supports it" tells what is thought to be, "that Osk support it" what ought to.
                if !(cues.holds("demand-or-claim", word) && isFinite(place)) {
                    readGovernor(word, isNegated: isNegated(head), take)
                }
            case "acomp":
                // "will be unable to visit": the verb beside the adjective tells.
                if roles.isVerb(place) { return result }
            case "acl":
                readClauseOfNoun(place, head, take)
                return result
            case "nsubj":
                // "A war with Osk would be long": what has not begun.
                if place == trigger, !roles.isVerb(trigger), isIndefinite(trigger), isSupposed(head) {
                    take(.hypothetical)
                }
                return result
            case "dobj", "nsubjpass", "attr":
                guard roles.isVerb(head) else { return result }
                // Only the trigger's own governor tells whether a noun's event took place.
                if place != trigger { return result }
                let isLight = lightVerbs.contains(word)
                if cues.holds("object-failure", word), !isNegated(head) { take(.negated) }
                if cues.holds("object-ahead", word) { take(.planned) }
                if cues.holds("object-unreal", word) { take(.hypothetical) }
                if cues.holds("denial", word) { take(.denied) }
                if !isLight { return result }
            case "pobj":
                // "refrained from action", "without support", "plans for a visit"
                let preposition = lemma(head)
                if preposition == "without" { take(.negated) }
                if ["if", "barring", "absent"].contains(preposition) { take(.hypothetical) }
                if preposition == "of", ["case", "event"].contains(lemma(parsed.head(of: head) ?? head)) {
                    take(.hypothetical)
                }
                guard let above = parsed.head(of: head) else { return result }
                if cues.holds("failure", lemma(above)) && ["from", "against"].contains(preposition) { take(.negated) }
                if cues.holds("intention-noun", lemma(above))
                    || (preposition == "for" && cues.holds("demand", lemma(above)))
                {
                    take(.planned)
                }
                // "was behind the attack" is told as its clause is.
                if preposition == "behind", ["be", "stand"].contains(lemma(above)) {
                    place = above
                    continue
                }
                guard roles.isVerb(above), step == 0, lightVerbs.contains(lemma(above)) else { return result }
                place = above
                continue
            case "conj":
                // A bare second verb shares the first one's auxiliary: "will visit and sign".
                if parsed.tokens[place].tag == "VB", roles.isVerb(head) { break }
                if ["xcomp", "pcomp", "ccomp"].contains(parsed.tokens[head].dep),
                    parsed.child(of: place, "nsubj") == nil
                {
                    break
                }
                return result
            default: return result
            }
            place = head
        }
        return result
    }

    private func readNoun(_ noun: Int, _ take: (Modality) -> Void) {
        for child in parsed.children(of: noun, "amod", "det", "compound", "neg") {
            let word = parsed.tokens[child].text.lowercased()
            if word == "no" || parsed.tokens[child].dep == "neg" { take(.negated) }
            if cues.holds("claimed-word", word) { take(.claimed) }
            if cues.holds("planned-word", word) { take(.planned) }
            if cues.holds("possible-word", word) { take(.hypothetical) }
        }
    }

    private func readVerb(_ verb: Int, _ take: (Modality) -> Void) {
        if isNegated(verb) { take(.negated) }
        if isAsked(verb) { take(.hypothetical) }
        if isSupposed(verb), parsed.children(of: verb, "aux").contains(where: { lemma($0) == "have" }) {
            // "would have signed": it did not come to that, or nobody knows.
            take(.hypothetical)
        }
        for child in parsed.children(of: verb) {
            let token = parsed.tokens[child]
            let word = token.text.lowercased()
            switch token.dep {
            case "aux":
                if cues.holds("future-auxiliary", word) { take(isConditional(verb, word) ? .hypothetical : .planned) }
                // "Could not support": it did not, while "may not" leaves it open.
                let isRuledOut = ["can", "ca", "could"].contains(word) && isNegated(verb)
                if cues.holds("possible-auxiliary", word), !isRuledOut { take(.hypothetical) }
            case "mark":
                if cues.holds("condition", word) { take(.hypothetical) }
            case "advmod":
                if cues.holds("claimed-word", word) { take(.claimed) }
                if cues.holds("condition", word) { take(.hypothetical) }
            default: break
            }
        }
    }

    /// A clause that says what a noun is about: "a plan to open", "rejected the charge that it was behind the attack".
    private func readClauseOfNoun(_ clause: Int, _ noun: Int, _ take: (Modality) -> Void) {
        let word = lemma(noun)
        if hasTo(clause) {
            if cues.holds("intention-noun", word) { take(.planned) }
            if cues.holds("possibility-noun", word) {
                let isDenied = parsed.head(of: noun).map { roles.isVerb($0) && (isNegated($0) || lemma($0) == "lack") }
                take(isDenied == true ? .negated : .hypothetical)
            }
            if word == "refusal" { take(.negated) }
        } else if cues.holds("claim-noun", word), let verb = parsed.head(of: noun),
            cues.holds("claim-rejection", lemma(verb)), !isNegated(verb)
        {
            take(.denied)
        }
    }

    private func readGovernor(_ word: String, isNegated: Bool, _ take: (Modality) -> Void) {
        if cues.holds("failure", word) {
            if !isNegated { take(.negated) }
        } else if cues.holds("denial", word) {
            take(.denied)
        } else if cues.holds("intention", word) || cues.holds("demand", word) {
            // What one does not wish or ask for is no plan.
            take(isNegated ? .negated : .planned)
        } else if cues.holds("supposition", word) {
            take(.hypothetical)
        }
    }

    /// Whether a clause's verb is finite, and no subjunctive.
    private func isFinite(_ verb: Int) -> Bool {
        ([verb] + parsed.children(of: verb, "aux", "auxpass")).contains {
            ["VBZ", "VBP", "VBD"].contains(parsed.tokens[$0].tag)
        }
    }

    private func isSupposed(_ verb: Int) -> Bool {
        parsed.children(of: verb, "aux").contains {
            ["would", "could", "might", "'d", "’d"].contains(parsed.tokens[$0].text.lowercased())
        }
    }

    /// "Would" beside a clause with "if".
    private func isConditional(_ verb: Int, _ word: String) -> Bool {
        guard ["would", "'d", "’d"].contains(word) else { return false }
        return parsed.children(of: verb, "advcl").contains { clause in
            parsed.children(of: clause, "mark").contains { cues.holds("condition", lemma($0)) }
        }
    }

    /// Whether a clause asks whether: its auxiliary stands before its subject, with no question word.
    private func isAsked(_ verb: Int) -> Bool {
        guard let subject = parsed.child(of: verb, "nsubj", "nsubjpass"),
            let first = parsed.children(of: verb, "aux", "auxpass").first, first < subject,
            !parsed.children(of: verb).contains(where: {
                $0 < first && parsed.tokens[$0].dep != "punct"
                    && parsed.tokens[$0].dep != "cc" && parsed.tokens[$0].dep != "intj"
            })
        else { return false }
        return parsed.sentences[parsed.sentence(of: verb)].tokens.suffix(3).contains { parsed.tokens[$0].text == "?" }
    }

    private func isIndefinite(_ noun: Int) -> Bool {
        guard parsed.child(of: noun, "poss") == nil else { return false }
        return parsed.children(of: noun, "det").allSatisfy {
            ["a", "an", "any", "another"].contains(parsed.tokens[$0].text.lowercased())
        }
    }

    private func isNegated(_ verb: Int) -> Bool {
        if parsed.child(of: verb, "neg") != nil { return true }
        // "could no longer defend"
        if parsed.children(of: verb, "advmod").contains(where: { adverb in
            lemma(adverb) == "hardly"
                || (["longer", "long"].contains(lemma(adverb))
                    && parsed.children(of: adverb).contains { parsed.tokens[$0].text.lowercased() == "no" })
        }) {
            return true
        }
        for child in parsed.children(of: verb, "nsubj", "nsubjpass", "advmod", "preconj") {
            let word = parsed.tokens[child].text.lowercased()
            if ["none", "nobody", "neither", "never", "nothing"].contains(word) { return true }
            if parsed.children(of: child, "det").contains(where: { parsed.tokens[$0].text.lowercased() == "no" }) {
                return true
            }
        }
        return false
    }

    private func hasTo(_ verb: Int) -> Bool {
        parsed.children(of: verb, "aux").contains { parsed.tokens[$0].tag == "TO" }
    }

    private func lemma(_ index: Int) -> String { parsed.lowerLemmas[index] }
}
