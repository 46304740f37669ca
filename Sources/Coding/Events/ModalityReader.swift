import ChanceryCore
import Grammar
import Foundation
import SpacyPipeline

/// The words by which a clause is told as something other than plain fact, from `Resources/modality/cues.yaml`.
struct ModalityCues: Sendable {
    private let lists: [String: Set<String>]
    /// The words of all lists: most words are none of theirs, and are looked up in no list.
    private let sieve: WordSieve

    init(lists: [String: Set<String>]) {
        self.lists = lists
        sieve = WordSieve(lists.values.joined())
    }

    func holds(_ list: String, _ word: String) -> Bool {
        sieve.mayHold(WordSieve.key(word)) && lists[list]?.contains(word) ?? false
    }
}

/// Reads whether an event is told as fact: negation, intention, condition and doubt in the clauses round its trigger.
///
/// Classes after FactBank (Saurí and Pustejovsky 2009). What sources say is not read here: see ``StatementIndex``.
struct ModalityReader: Sendable {
    let parsed: ParsedDocument
    let roles: ArgumentStructure
    let cues: ModalityCues
    let signs: ClauseSigns

    init(parsed: ParsedDocument, roles: ArgumentStructure, cues: ModalityCues) {
        self.parsed = parsed
        self.roles = roles
        self.cues = cues
        signs = ClauseSigns(parsed: parsed, roles: roles, cues: cues)
    }

    /// The modality that the words round a trigger give it; `asserted` where they give none.
    func modality(at trigger: Int) -> Modality { modality(at: trigger, isJoined: false) }

    /// - Parameter isJoined: whether the noun stands for another joined to it, whose own words it does not describe.
    func modality(at trigger: Int, isJoined: Bool) -> Modality {
        var result = Modality.asserted
        func take(_ modality: Modality) {
            // "Will not attack", "urged it to avoid a war": what is not to be is no plan.
            if modality == .planned, result == .negated { return }
            result = result.combined(with: modality)
        }

        var place = trigger
        if !roles.isVerb(trigger), !isJoined { readNoun(trigger, take) }
        for step in 0..<8 {
            if roles.isVerb(place) { readVerb(place, take) }
            guard let head = parsed.head(of: place) else { break }
            let label = parsed.tree.labels[place]
            let word = lemma(head)
            switch label {
            case .advcl:
                // "Found it plausible that Osk attacked": what the adjective says, it says of the clause.
                if readTruth(of: place, at: head, take) { return result }
                // "Rather than close its embassy"
                if isSetAside(place) { take(.negated) }
                // A purpose lies ahead: "came to open an embassy"; other adverbial clauses stand for themselves.
                if signs.hasTo(place), !cues.holds("implicative", word), !isOfRanked(place, below: head) {
                    // "Has no plans to spend money to help": nor will it help.
                    if modality(at: head) == .negated { take(.negated) }
                    take(.planned)
                }
                // "Will visit Osk, opening a mission": what goes with a deed that lies ahead lies ahead.
                if [.VBG, .VBN].contains(parsed.tree.tags[place]), head < place,
                    parsed.tree.child(of: place, [.nsubj, .nsubjpass, .mark]) == nil, parsed.tree.labels[head] != .advcl
                {
                    let above = modality(at: head)
                    if above == .planned || above == .hypothetical { take(above) }
                }
                return result
            case .pcomp:
                guard let above = governor(ofPreposition: head) else { return result }
                readGerund(after: word, of: above, take)
                if cues.holds("short-of", lemma(parsed.tree.child(of: head, [.advmod]) ?? head)) { take(.negated) }
                // "called on Osk to join it in supporting", "succeeded in closing": told as the verb above is.
                guard roles.isVerb(above), cues.holds("achieving-preposition", word) else { return result }
                place = above
                continue
            case .xcomp, .ccomp:
                // "They met – there were no talks": the second clause is no governor of the first.
                if label == .ccomp, head > place, word == "be" || signs.isParted(place, from: head) { return result }
                if readTruth(of: place, at: head, take) { return result }
                if label == .ccomp, signs.isFinite(place), signs.isNegated(head), !cues.holds("neg-raising", word) {
                    readUnsaid(word, take)
                    return result
                }
                // "Sought to show that Osk had attacked": only the showing lies ahead.
                if label == .ccomp, signs.isPast(place), parsed.tree.labels[head] == .xcomp {
                    readGovernor(word, isNegated: signs.isNegated(head), take)
                    // "It is wrong to say that Osk attacked"
                    if let above = parsed.head(of: head) { _ = readTruth(of: head, at: above, take) }
                    return result
                }
                if label == .xcomp, readNecessity(head, word, place, take) { break }
                if label == .xcomp, isAhead(place, of: head, word) { take(.planned) }
                // "Suggested that Osk supports it" tells what is thought to be, "that Osk support it" what ought to.
                if !(cues.holds("demand-or-claim", word) && signs.isFinite(place)) {
                    readGovernor(word, isNegated: signs.isNegated(head), take)
                }
            case .acomp:
                // "will be unable to visit": the verb beside the adjective tells.
                if roles.isVerb(place) { return result }
            case .acl:
                if !readTruth(ofNoun: head, of: place, take) { readClauseOfNoun(place, head, take) }
                return result
            case .relcl:
                // "Ways to forge a deal"; "it is a myth that Osk attacked"
                if signs.hasTo(place) {
                    readClauseOfNoun(place, head, take)
                } else {
                    _ = readTruth(ofNoun: head, of: place, take)
                }
                return result
            case .nsubj:
                // "A war with Osk would be long": what has not begun.
                if place == trigger, !roles.isVerb(trigger), signs.isIndefinite(trigger), signs.isSupposed(head) {
                    take(.hypothetical)
                }
                if parsed.tree.hasChild(of: head, [.acomp, .oprd], where: { cues.holds("outlook", lemma($0)) }) {
                    take(.hypothetical)
                }
                return result
            case .dobj, .nsubjpass, .attr:
                guard roles.isVerb(head) else { return result }
                // Only the trigger's own governor tells whether a noun's event took place.
                if place != trigger { return result }
                let isLight = parsed.grammar.words.lightVerbs.contains(word)
                if cues.holds("object-failure", word), !signs.isNegated(head) { take(.negated) }
                if cues.holds("object-ahead", word) { take(.planned) }
                if cues.holds("object-unreal", word) { take(.hypothetical) }
                if cues.holds("denial", word) { take(.denied) }
                // "This is no attack": told as its clause is.
                if !isLight, !(label == .attr && word == "be") { return result }
            case .pobj:
                // "refrained from action", "without support", "plans for a visit"
                let preposition = lemma(head)
                if preposition == "without" { take(.negated) }
                if cues.holds("open-preposition", preposition) { take(.hypothetical) }
                if preposition == "of", cues.holds("case", lemma(parsed.head(of: head) ?? head)) {
                    take(.hypothetical)
                }
                guard let above = parsed.head(of: head) else { return result }
                if cues.holds("failure", lemma(above)) && cues.holds("failed-preposition", preposition) {
                    take(.negated)
                }
                if cues.holds("intention-noun", lemma(above))
                    || (preposition == "for" && cues.holds("demand", lemma(above)))
                {
                    take(.planned)
                }
                // "Agreed to the opening of an embassy": it is still to come.
                if preposition == "to", place == trigger, roles.isVerb(above), cues.holds("object-ahead", lemma(above)),
                    parsed.tree.hasChild(of: trigger, [.prep], where: { lemma($0) == "of" })
                {
                    take(.planned)
                }
                if preposition == "of" || preposition == "about", cues.holds("doubt-noun", lemma(above)) {
                    take(.hypothetical)
                }
                if cues.holds("charging-preposition", preposition), isAccusing(above) { take(.claimed) }
                // "was behind the attack" is told as its clause is.
                if preposition == "behind", cues.holds("standing", lemma(above)) {
                    place = above
                    continue
                }
                guard roles.isVerb(above), step == 0, parsed.grammar.words.lightVerbs.contains(lemma(above)) else {
                    return result
                }
                place = above
                continue
            case .conj:
                // "Demanded elections and the release of Osk": what is joined is governed alike.
                if place == trigger, !roles.isVerb(place) {
                    if !roles.isVerb(head) {
                        let joined = modality(ofJoined: head)
                        // "Was no plan of Osk's but rather a pact of others": what stands behind "but" is so.
                        return joined == .negated && signs.isContrasted(place, with: head)
                            ? result : result.combined(with: joined)
                    }
                    if cues.holds("demand", word) { take(.planned) }
                    return result
                }
                // A bare second verb shares the first one's auxiliary: "will visit and sign".
                if parsed.tree.tags[place] == .VB, roles.isVerb(head) { break }
                // "Has never attacked or invaded": one auxiliary for both.
                if parsed.tree.tags[place] == .VBN, parsed.tree.tags[head] == .VBN,
                    signs.sharesAuxiliary(place, head)
                {
                    break
                }
                if ![.VBZ, .VBD, .VBP].contains(parsed.tree.tags[place]),
                    parsed.tree.hasLabel(head, [.xcomp, .pcomp, .ccomp]),
                    parsed.tree.child(of: place, [.nsubj]) == nil
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
        for child in parsed.tree.children(of: noun, [.amod, .det, .compound, .neg]) {
            let word = parsed.lowerTexts[child]
            if word == "no" || parsed.tree.labels[child] == .neg { take(.negated) }
            if cues.holds("claimed-word", word) { take(.claimed) }
            if cues.holds("planned-word", word) { take(.planned) }
            if cues.holds("possible-word", word) { take(.hypothetical) }
        }
    }

    private func readVerb(_ verb: Int, _ take: (Modality) -> Void) {
        if signs.isNegated(verb) { take(.negated) }
        if signs.isNearlyDone(verb) { take(.negated) }
        if signs.isAsked(verb) || signs.isInvertedCondition(verb) { take(.hypothetical) }
        // "Osk to call for talks": a headline's way of telling what lies ahead.
        if signs.isImperative(verb) || (parsed.tree.labels[verb] == .root && signs.hasTo(verb)) { take(.planned) }
        if signs.isSupposed(verb), parsed.tree.hasChild(of: verb, [.aux], where: { lemma($0) == "have" }) {
            // "would have signed": it did not come to that, or nobody knows.
            take(.hypothetical)
        }
        // "Will quickly leave": the parser may hang the auxiliary on the adverb.
        let astray = parsed.tree.children(of: verb, [.advmod]).flatMap { parsed.tree.children(of: $0, [.aux]) }
        for child in parsed.children(of: verb) + astray {
            let written = parsed.lowerTexts[child]
            let word = written.utf8.contains(0xE2) ? Self.withPlainApostrophe(written) : written
            switch parsed.tree.labels[child] {
            case .aux:
                // "He'd asked" is "he had asked".
                let isHad =
                    word == "'d" && [.VBN, .VBD].contains(parsed.tree.tags[verb])
                    && !parsed.tree.hasChild(of: verb, [.aux]) { lemma($0) == "have" && $0 != child }
                if cues.holds("future-auxiliary", word), !isHad, !isToldInHindsight(verb, word) {
                    take(signs.isConditional(verb, word) ? .hypothetical : .planned)
                }
                // "Could not support": it did not, while "may not" leaves it open.
                let isRuledOut = cues.holds("able-auxiliary", word) && signs.isNegated(verb)
                if cues.holds("possible-auxiliary", word), !isRuledOut { take(.hypothetical) }
            case .mark:
                // "It is time for Osk to leave"
                if word == "for", signs.hasTo(verb) { take(.planned) }
                // "Even if they do not agree" grants what it says.
                let isGranted = parsed.tree.hasChild(of: verb, [.advmod]) { lemma($0) == "even" && $0 < child }
                if cues.holds("condition", word), !isGranted { take(.hypothetical) }
            case .advmod:
                if cues.holds("claimed-word", word) { take(.claimed) }
                if cues.holds("condition", word) { take(.hypothetical) }
            default: break
            }
        }
    }

    private static func withPlainApostrophe(_ word: String) -> String {
        String(String.UnicodeScalarView(word.unicodeScalars.map { $0 == "’" ? "'" : $0 }))
    }

    /// A clause that says what a noun is about: "a plan to open", "rejected the charge that it was behind the attack".
    private func readClauseOfNoun(_ clause: Int, _ noun: Int, _ take: (Modality) -> Void) {
        let word = lemma(noun)
        if signs.hasTo(clause) {
            let isDenied =
                parsed.head(of: noun).map { roles.isVerb($0) && (signs.isNegated($0) || lemma($0) == "lack") } == true
            if cues.holds("intention-noun", word) { take(isDenied ? .negated : .planned) }
            if cues.holds("possibility-noun", word) { take(isDenied ? .negated : .hypothetical) }
            if cues.holds("undone", word) { take(.negated) }
            if !cues.holds("decided", word), !isRanked(noun), (parsed.tree.classes[noun] == .noun) {
                take(.planned)
            }
        } else if cues.holds("claim-noun", word), let verb = parsed.head(of: noun),
            cues.holds("claim-rejection", lemma(verb)), !signs.isNegated(verb)
        {
            take(.denied)
        }
    }

    /// A gerund after a preposition: "open to closing", "instead of closing", "the risk of closing".
    private func readGerund(after preposition: String, of governor: Int, _ take: (Modality) -> Void) {
        let word = lemma(governor)
        if preposition == "without" || cues.holds("short-of", word)
            || (cues.holds("nearness", word) && isCome(to: governor))
        {
            take(.negated)
        } else if cues.holds("musing", word), preposition != "by" {
            take(signs.isNegated(governor) ? .negated : .hypothetical)
        } else if cues.holds("doubt-noun", word) {
            take(.hypothetical)
        } else if isAccusing(governor), preposition != "by", preposition != "after" {
            take(.claimed)
        } else if cues.holds("failure", word), cues.holds("failed-gerund-preposition", preposition) {
            if !signs.isNegated(governor) { take(.negated) }
        } else if cues.holds("intention-noun", word), parsed.tree.classes[governor] == .noun {
            // "Has no intention of closing it"
            let isNone = parsed.tree.hasChild(of: governor, [.det]) { lemma($0) == "no" }
            take(isNone ? .negated : .planned)
        } else if cues.holds("prospect", word), cues.holds("prospect-preposition", preposition) {
            take(signs.isNegated(governor) ? .negated : .planned)
        } else if preposition == "on", roles.isVerb(governor), signs.isNegated(governor) {
            take(.hypothetical)
        } else if preposition == "about", parsed.tree.classes[governor] == .noun || cues.holds("prospect", word) {
            take(.hypothetical)
        }
    }

    /// The finite clause of a verb that is negated: a fact after "did not know that", open after "did not say that".
    private func readUnsaid(_ word: String, _ take: (Modality) -> Void) {
        if !cues.holds("factive", word) { take(.hypothetical) }
    }

    /// "Has to leave", "is able to leave": what need not have happened; "had to leave" and "was able to" did.
    ///
    /// - Returns: whether this says all that the governor says.
    private func readNecessity(_ head: Int, _ word: String, _ clause: Int, _ take: (Modality) -> Void) -> Bool {
        guard signs.hasTo(clause) else { return false }
        // "Has yet to recognise Osk"
        if parsed.tree.hasChild(of: head, [.advmod], where: { lemma($0) == "yet" }) {
            take(.negated)
            return true
        }
        // "Was about to attack"
        if word == "about" {
            take(.planned)
            return true
        }
        // "Too weak to attack"
        if parsed.tree.hasChild(of: head, [.advmod], where: { lemma($0) == "too" }) {
            take(.negated)
            return true
        }
        if word == "go", parsed.tree.tags[head] == .VBG {
            take(signs.isNegated(head) ? .negated : .planned)
            return true
        }
        if word == "have" {
            if parsed.tree.tags[head] != .VBD { take(signs.isNegated(head) ? .negated : .hypothetical) }
            return true
        }
        guard word == "able", let verb = parsed.head(of: head) else { return false }
        if parsed.tree.tags[verb] != .VBD { take(signs.isNegated(verb) ? .negated : .hypothetical) }
        return true
    }

    private func readGovernor(_ word: String, isNegated: Bool, _ take: (Modality) -> Void) {
        if cues.holds("failure", word) {
            if !isNegated { take(.negated) }
        } else if cues.holds("denial", word) {
            if !isNegated { take(.denied) }
        } else if cues.holds("intention", word) || cues.holds("demand", word) {
            // What one does not wish or ask for is no plan.
            take(isNegated ? .negated : .planned)
        } else if cues.holds("supposition", word) {
            take(.hypothetical)
        } else if cues.holds("seeming", word) {
            take(.claimed)
        }
    }

    /// "Sent an envoy to negotiate", "was to invade": what somebody is charged with, or what is set for later, lies ahead.
    private func isAhead(_ verb: Int, of governor: Int, _ word: String) -> Bool {
        guard signs.hasTo(verb), !signs.isNegated(governor), !cues.holds("implicative", word),
            !isOfRanked(verb, below: governor)
        else { return false }
        if cues.holds("set-ahead", word) {
            return parsed.tree.child(of: governor, [.attr, .acomp, .expl]) == nil
        }
        return parsed.grammar.words.objectControl.contains(word)
            && (parsed.tree.child(of: governor, [.dobj]) != nil || roles.isPassive(governor))
    }

    /// "Would later attack": what the narrator knows to have come about.
    private func isToldInHindsight(_ verb: Int, _ auxiliary: String) -> Bool {
        cues.holds("hindsight-auxiliary", auxiliary) && parsed.tree.labels[verb] == .root && !signs.isNegated(verb)
            && !signs.isConditional(verb, auxiliary)
            && parsed.tree.hasChild(of: verb, [.advmod]) { cues.holds("hindsight", lemma($0)) }
    }

    func lemma(_ index: Int) -> String { parsed.lowerLemmas[index] }
}
