import ChanceryCore
import Grammar
import SpacyPipeline

/// Which of a codebook's rules fire at a token, before anybody is asked who takes part.
struct FiringRules: Sendable {
    private let kept: Kept<Codebook>
    private var codebook: Codebook { kept.value }

    init(_ codebook: Kept<Codebook>) { kept = codebook }

    /// A word that a rule names as a trigger, with its rules for each part it plays.
    struct Word: Sendable {
        var token: Int
        var rules: [Codebook.WordRules]
    }

    /// A rule that fires, by its number, since rules are large, with the tokens that met its conditions.
    typealias Fired = (rule: Int, tokens: [Int])

    /// The word at a token, or nil where no rule names it.
    func word(at index: Int, _ parsed: ParsedDocument, _ filler: SlotFiller) -> Word? {
        let label = parsed.tree.labels[index]
        if label == .aux || label == .auxpass { return nil }
        let lemma = knownLemma(index, parsed)
        let isMended = lemma != parsed.lowerLemmas[index]
        guard codebook.triggers.mayHold(isMended ? WordSieve.key(lemma) : parsed.lemmaKeys[index]) else { return nil }
        var word = Word(token: index, rules: [])
        for part in Codebook.Trigger.Part.allCases where plays(part, index, filler) {
            if let rules = codebook.rules(firedBy: lemma, as: part) { word.rules.append(rules) }
        }
        return word.rules.isEmpty ? nil : word
    }

    /// The rules whose trigger and conditions fit at a word, the narrowest first.
    func candidates(of word: Word, _ parsed: ParsedDocument, _ filler: SlotFiller) -> [Fired] {
        let index = word.token
        // "The task is demanding": an adjective, whatever its tag.
        if parsed.tree.labels[index] == .acomp, parsed.tree.tags[index] == .VBG { return [] }
        var candidates: [Fired] = []
        for rules in word.rules {
            // By place: a copy of a rule or a list costs more than most rules' first condition.
            for firing in rules.firings.indices {
                guard
                    rules.firings[firing].isPlain && !rules.canPart
                        || fitsTrigger(rules.firings[firing], canPart: rules.canPart, at: index, parsed, filler),
                    let tokens = conditionTokens(of: rules.firings[firing].rule, at: index, filler)
                else { continue }
                candidates.append((rules.firings[firing].rule, tokens))
            }
        }
        if candidates.count < 2 { return candidates }
        return candidates.sorted { codebook.breadths[$0.rule] > codebook.breadths[$1.rule] }
    }

    private func fitsTrigger(
        _ firing: Codebook.Firing, canPart: Bool, at index: Int, _ parsed: ParsedDocument, _ filler: SlotFiller
    ) -> Bool {
        firing.triggers.contains { place in
            let trigger = codebook.rules[firing.rule].triggers[place]
            return !(canPart && isAnotherVerb(trigger, at: index, parsed))
                && (trigger.extraWords.isEmpty || hasExtraWords(trigger, at: index, parsed, filler))
        }
    }

    /// The tokens that meet a rule's conditions; nil where one does not hold.
    private func conditionTokens(of rule: Int, at index: Int, _ filler: SlotFiller) -> [Int]? {
        var tokens: [Int] = []
        for place in codebook.tests[rule].indices {
            let test = codebook.tests[rule][place]
            guard
                let met = filler.match(codebook.rules[rule].conditions[place], test, at: index, codebook)
            else { return nil }
            if test.words != nil { tokens += met }
        }
        return tokens
    }

    /// The rules of a word, whether or not their conditions hold, one of each concept, by their numbers: the first of the
    /// broadest.
    func known(of word: Word) -> [Int] {
        // Few words play two parts.
        word.rules.count == 1
            ? word.rules[0].broadest : codebook.broadest(of: word.rules.flatMap(\.broadest))
    }

    /// Whether a token stands as a verb, a noun or an adjective that can fire a rule.
    private func plays(_ part: Codebook.Trigger.Part, _ index: Int, _ filler: SlotFiller) -> Bool {
        switch part {
        case .verb: filler.roles.isVerb(index)
        case .noun: isCommonNoun(index, filler.parsed)
        case .adjective: filler.parsed.tree.labels[index] == .acomp || filler.parsed.tree.labels[index] == .oprd
        }
    }

    /// The base form, mended where the lemmatizer dropped a final e ("waged" as "wag") or kept a doubled letter
    /// ("readmitted" as "readmitte").
    private func knownLemma(_ index: Int, _ parsed: ParsedDocument) -> String {
        let lemma = parsed.lowerLemmas[index]
        let tag = parsed.tree.tags[index]
        guard tag == .VBD || tag == .VBN || tag == .VBG, !isVerb(lemma, parsed.lemmaKeys[index]) else { return lemma }
        let withE = lemma + "e"
        if isVerb(withE, WordSieve.key(withE)) { return withE }
        let end = lemma.utf8.suffix(3)
        if end.count == 3, end.last == UInt8(ascii: "e"), end.first == end.dropFirst().first {
            let single = String(lemma.dropLast(2))
            if isVerb(single, WordSieve.key(single)) { return single }
        }
        return lemma
    }

    /// Whether a verb of this base form fires a rule. Most do not, and their keys say so.
    private func isVerb(_ lemma: String, _ key: UInt32) -> Bool {
        codebook.triggers.mayHold(key) && codebook.verbRules[lemma] != nil
    }

    private func isCommonNoun(_ index: Int, _ parsed: ParsedDocument) -> Bool {
        guard parsed.tree.tags[index].isNoun else { return false }
        // The first noun of a compound says of what sort the second is: "kidnapping insurance", "attack advertisement".
        let label = parsed.tree.labels[index]
        if label == .compound || label == .nmod { return false }
        // A noun inside a name is no act: the "peace" of a Board of Peace, the "war" of World War II.
        guard parsed.tree.classes[index] == .propn else { return true }
        let entity = parsed.tokens[index].ent
        return !["ORG", "PERSON", "GPE", "LAW", "WORK_OF_ART", "PRODUCT", "FAC"].contains { entity.hasSuffix($0) }
    }

    /// Whether a particle makes another verb of a trigger, one that can be parted, that does not name it: "backs up",
    /// "sits out".
    private func isAnotherVerb(_ trigger: Codebook.Trigger, at index: Int, _ parsed: ParsedDocument) -> Bool {
        parsed.tree.hasChild(of: index, [.prt, .prep]) { child in
            let word = parsed.lowerTexts[child]
            let isParticle = parsed.tree.labels[child] == .prt || word == "out" || parsed.children(of: child).isEmpty
            return isParticle && codebook.eventWords.partingParticles.contains(word)
                && !trigger.extraWords.contains(word)
        }
    }

    private func hasExtraWords(
        _ trigger: Codebook.Trigger, at index: Int, _ parsed: ParsedDocument, _ filler: SlotFiller
    ) -> Bool {
        trigger.extraWords.allSatisfy { word in
            if trigger.part == .noun {
                return parsed.tree.hasChild(of: index, [.amod, .compound, .nmod, .poss]) {
                    parsed.lowerLemmas[$0] == word || parsed.lowerTexts[$0] == word
                }
            }
            return filler.roles.hasParticle(word, at: index)
        }
    }
}
