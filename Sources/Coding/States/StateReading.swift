import ChanceryCore
import SpacyPipeline

/// Reads the relations of one document: who stands where in each, and in which words.
struct StateReading {
    let parsed: ParsedDocument
    let entities: EntityIndex
    let rules: StateRules
    let arguments: ArgumentStructure

    init(parsed: ParsedDocument, entities: EntityIndex, rules: StateRules) {
        self.parsed = parsed
        self.entities = entities
        self.rules = rules
        arguments = ArgumentStructure(parsed)
    }

    /// Verbs that join a subject to what is said of it, and keep it so.
    static let copulas: Set<String> = ["be", "remain", "stay", "constitute", "represent"]

    // MARK: - Parties

    /// The parties a noun phrase names, by its head.
    func parties(_ head: Int) -> [Mention] {
        let found = entities.participants(at: head)
        if !found.isEmpty { return found }
        return entities.place(at: head).map { [$0] } ?? []
    }

    /// The parties whose adjective or name opens a noun phrase: "the Tarnian embassy", "Tarn's army".
    func modifying(_ head: Int) -> [Mention] {
        for child in parsed.children(of: head, "poss") {
            let owners = parties(child)
            if !owners.isEmpty { return owners }
        }
        // In "the Tarnian liberation movement" the adjective may hang on the noun between.
        var open = [head]
        while !open.isEmpty {
            let children = open.flatMap { parsed.children(of: $0, "amod", "compound", "nmod") }.sorted()
            for child in children where !isHyphened(child) {
                if let party = entities.modifierParty(at: child) ?? entities.participant(at: child) { return [party] }
            }
            open = children
        }
        return []
    }

    /// "the Osk-era office": a name with a word joined to it does not own the noun.
    private func isHyphened(_ index: Int) -> Bool {
        guard index + 2 < parsed.tokens.count, lower(index + 1) == "-",
            parsed.tokens[index].end == parsed.tokens[index + 1].start
        else { return false }
        return entities.modifierParty(at: index + 2) == nil
    }

    /// The object of a rule, if the noun phrase may stand as one.
    func objects(_ head: Int, for rule: StateRule) -> [Mention] {
        switch rule.object {
        case .party:
            let isDefinite = parsed.children(of: head, "det").contains { lower($0) == "the" }
            let named = parties(head).filter { isDefinite || isNamed($0) }
            if !named.isEmpty { return named }
            guard !isPronoun(head), !modifying(head).isEmpty || ofParty(head) != nil else { return [] }
            return phrase(head)
        case .organisation:
            return parties(head).filter { $0.kind == .organisation }
        case .place:
            if let place = entities.place(at: head) { return [place] }
            return entities.participants(at: head).filter { $0.kind == .state || $0.kind == .place }
        case .body:
            let named = parties(head).filter { $0.name.contains(where: \.isUppercase) }
            if !named.isEmpty { return named.filter { $0.kind != .person } }
            // "head of state", "chief of staff": a bare noun is part of the office's name.
            let isBare = parsed.children(of: head).allSatisfy { $0 > head } && !parsed.tokens[head].tag.hasSuffix("S")
            return rules.bodies.contains(lemma(head)) && !isBare ? phrase(head) : []
        case .phrase:
            // A noun that names no one ("any association with …") is told in its words.
            let named = parties(head).filter { $0.name.contains(where: \.isUppercase) }
            return named.isEmpty ? phrase(head) : named
        }
    }

    /// Whether a party is more than a common noun: "the Osk group", not "the group".
    func isNamed(_ mention: Mention) -> Bool {
        !mention.code.isEmpty || mention.name.contains(where: \.isUppercase)
    }

    /// The words of a noun phrase as a mention, with the code of the party it belongs to.
    func phrase(_ head: Int) -> [Mention] {
        guard !isPronoun(head) else { return [] }
        let range = nounPhrase(head)
        let owner = modifying(head).first ?? ofParty(head) ?? inParty(head)
        return [
            Mention(name: words(range), code: owner?.code ?? "", kind: .group, span: parsed.span(trimmed(range)))
        ]
    }

    /// The subject of a verb, also where a verb above gives it: "leading it to view".
    func subject(_ verb: Int) -> Int? {
        if let own = parsed.child(of: verb, "nsubj", "nsubjpass") { return arguments.surfaceSubject(verb) ?? own }
        if let head = parsed.head(of: verb), ["advcl", "xcomp", "ccomp"].contains(parsed.tokens[verb].dep),
            parsed.children(of: verb, "aux").contains(where: { parsed.tokens[$0].tag == "TO" }),
            ["lead", "cause", "allow", "enable", "make", "force"].contains(lemma(head)),
            let object = parsed.child(of: head, "dobj"), object < verb
        {
            return object
        }
        return arguments.surfaceSubject(verb)
    }

    /// The party after "of" in a noun phrase: "the embassy of Tarn".
    func ofParty(_ head: Int) -> Mention? {
        arguments.objects(ofPreposition: "of", at: head).lazy.compactMap { parties($0).first }.first
    }

    private func inParty(_ head: Int) -> Mention? {
        arguments.objects(ofPreposition: "in", at: head).lazy.compactMap { parties($0).first }.first
    }

    /// Whether the token stands for something named elsewhere.
    func isPronoun(_ index: Int) -> Bool {
        ["PRP", "WP", "WDT", "PRP$", "EX", "WP$"].contains(parsed.tokens[index].tag)
            || ["this", "that", "these", "those", "one"].contains(parsed.lowerTexts[index])
    }

    // MARK: - Words

    /// A token's base form in lower case.
    func lemma(_ index: Int) -> String { parsed.lowerLemmas[index] }
    /// A token's words in lower case.
    func lower(_ index: Int) -> String { parsed.lowerTexts[index] }

    /// The noun phrase of a head with its "of", "for" and participle phrases, without relative clauses and appositions.
    func nounPhrase(_ head: Int) -> Range<Int> {
        let dropped: Set<String> = ["relcl", "appos", "conj", "cc", "punct", "parataxis", "advcl", "cop", "dep"]
        var first = head
        var last = head
        var open = [head]
        while let at = open.popLast() {
            first = min(first, at)
            last = max(last, at)
            for child in parsed.children(of: at) {
                let token = parsed.tokens[child]
                if token.dep == "punct", token.text == "-" || token.text == "–", child < at { open.append(child) }
                guard !dropped.contains(token.dep), !token.dep.hasPrefix("nsubj"), token.dep != "mark" else { continue }
                if token.dep == "prep", child > at, at == head, isCircumstance(child) { continue }
                if token.dep == "acl", token.tag == "VBN" { continue }
                if token.dep == "advmod", child > at { continue }
                open.append(child)
            }
        }
        // What is joined by "and" is told by itself.
        if let joint = parsed.children(of: head, "cc").first(where: { $0 > head }) { last = min(last, joint - 1) }
        return first..<(last + 1)
    }

    /// "in 1999", "by train", "such as Osk": a prepositional phrase that does not belong to the name of a thing.
    private func isCircumstance(_ preposition: Int) -> Bool {
        guard ["in", "on", "at", "since", "by", "after", "as", "like", "during", "before"].contains(lower(preposition))
        else {
            return false
        }
        guard ["in", "at", "on"].contains(lower(preposition)), let object = parsed.child(of: preposition, "pobj") else {
            return true
        }
        return parties(object).isEmpty
    }

    /// A range without punctuation and articles at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let last = range.last, range.count > 1, ["PUNCT", "SPACE"].contains(parsed.tokens[last].pos) {
            range = range.lowerBound..<last
        }
        while let first = range.first, range.count > 1,
            ["PUNCT", "SPACE"].contains(parsed.tokens[first].pos) || ["a", "an", "the"].contains(lower(first))
        {
            range = (first + 1)..<range.upperBound
        }
        return range
    }

    /// The words of a range, without punctuation and articles at its ends.
    func words(_ range: Range<Int>) -> String { parsed.text(parsed.span(trimmed(range))) }

    /// The words of single tokens in text order, blanks as in running text.
    func words(_ indices: [Int]) -> String {
        var out = ""
        var previous: Int?
        for index in Set(indices).sorted() {
            if let previous, !(previous + 1 == index && parsed.tokens[previous].end == parsed.tokens[index].start) {
                out += " "
            }
            if let article = previous, article + 1 < index, ["a", "an"].contains(lower(article)) {
                // "an Oskian member" gives "a member" where the word between is left out.
                let isVowel = "aeiouAEIOU".contains(parsed.tokens[index].text.first ?? "x")
                out = String(out.dropLast(parsed.tokens[article].text.count + 1)) + (isVowel ? "an " : "a ")
            }
            out += parsed.tokens[index].text
            previous = index
        }
        return out
    }

    /// A passive's verb told from the other side: "is backed by" gives "backs"; a bare participle stays as it is.
    func activeForm(_ verb: Int, copula: Int?, plural: Bool) -> String {
        let participle = words(prefixed(verb))
        let first = finite(copula ?? verb)
        guard first != verb, !isPast(copula ?? verb), lower(verb).hasSuffix("ed") else { return participle }
        let base = participle.dropLast(lower(verb).count) + lemma(verb)
        if plural { return String(base) }
        let hisses = ["s", "sh", "ch", "x", "z", "o"].contains { base.hasSuffix($0) }
        if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
            return base.dropLast() + "ies"
        }
        return base + (hisses ? "es" : "s")
    }

    /// A verb with the prefix a hyphen joins to it: "co-chaired".
    func prefixed(_ verb: Int) -> [Int] {
        guard verb > 1, lower(verb - 1) == "-", parsed.tokens[verb - 1].end == parsed.tokens[verb].start else {
            return [verb]
        }
        return [verb - 2, verb - 1, verb]
    }

    /// The tokens of a verb group: auxiliaries, negation, particle and the verb.
    func verbGroup(_ verb: Int) -> [Int] {
        parsed.children(of: verb).filter { child in
            let dep = parsed.tokens[child].dep
            return ["aux", "auxpass", "neg", "prt"].contains(dep) && parsed.tokens[child].tag != "TO"
        } + [verb]
    }

    /// The tokens before a noun in its phrase, and the noun.
    func nounGroup(_ noun: Int) -> [Int] {
        let left = parsed.children(of: noun).filter {
            $0 < noun
                && ["det", "amod", "compound", "nummod", "advmod", "punct", "neg"].contains(parsed.tokens[$0].dep)
        }
        let all = (left.flatMap { parsed.subtree(of: $0) } + [noun]).sorted()
        // A quotation mark is no part of the relation's name.
        return all.filter { parsed.tokens[$0].pos != "PUNCT" || lower($0) == "-" }
    }

    // MARK: - Time and truth

    /// Whether a plural verb stands with one person: then the parse has taken the wrong subject.
    func disagrees(_ verb: Int, with parties: [Mention]) -> Bool {
        guard parties.count == 1, parties[0].kind == .person, parties[0].from == nil else { return false }
        return ["are", "have", "were", "do"].contains(lower(finite(verb)))
    }

    /// The verb whose tense decides for a token: the first auxiliary of its group, or itself.
    func finite(_ verb: Int) -> Int {
        parsed.children(of: verb).first { ["aux", "auxpass"].contains(parsed.tokens[$0].dep) } ?? verb
    }

    /// Whether the verb tells of what holds rather than of what may, shall or did once happen.
    func holds(_ verb: Int, allowsPast: Bool) -> Bool {
        let first = finite(verb)
        let token = parsed.tokens[first]
        if token.tag == "MD" { return false }
        if token.tag == "TO" { return governed(verb, allowsPast: allowsPast) }
        if first == verb {
            switch token.tag {
            case "VBZ", "VBP": return true
            case "VBD": return allowsPast
            case "VBN", "VBG":
                if token.dep == "conj", let head = parsed.head(of: verb), arguments.isVerb(head) {
                    return holds(head, allowsPast: allowsPast)
                }
                return ["acl", "relcl", "amod"].contains(token.dep)
            case "VB": return governed(verb, allowsPast: allowsPast)
            default: return false
            }
        }
        switch token.lemma.lowercased() {
        case "have": return token.tag != "VBD" || allowsPast
        case "do": return token.tag != "VBD" || allowsPast
        case "be": return token.tag != "VBD" || allowsPast
        default: return true
        }
    }

    /// "came to consider", "leading it to view", "continues to support": an infinitive that holds all the same.
    private func governed(_ verb: Int, allowsPast: Bool) -> Bool {
        let governors: Set<String> = ["come", "lead", "continue", "tend", "grow", "seem", "appear", "fail", "cause"]
        guard let head = parsed.head(of: verb), ["xcomp", "advcl", "ccomp"].contains(parsed.tokens[verb].dep),
            governors.contains(lemma(head)) || isReport(head)
        else { return false }
        return !parsed.children(of: head, "aux").contains { parsed.tokens[$0].tag == "MD" }
    }

    /// "are estimated to live", "is known to host": a passive that only tells how it is known.
    private func isReport(_ verb: Int) -> Bool {
        ["estimate", "know", "report", "understand", "find"].contains(lemma(verb)) && arguments.isPassive(verb)
    }

    /// Whether a verb or noun is negated: "does not", "never", "has no embassy".
    func isNegated(_ verb: Int?, _ noun: Int? = nil) -> Bool {
        let words: Set<String> = ["no", "not", "n't", "n’t", "never", "neither", "nor"]
        for index in [verb, noun].compactMap({ $0 }) {
            if parsed.children(of: index).contains(where: {
                words.contains(lower($0)) && ["neg", "det", "advmod", "preconj"].contains(parsed.tokens[$0].dep)
            }) {
                // "no longer" ends a state; it did hold.
                return true
            }
        }
        return false
    }

    /// Whether the words say that it is over: "no longer", "former".
    func isEnded(_ verb: Int?, _ noun: Int?) -> Bool {
        if let verb, parsed.children(of: verb, "advmod", "neg").contains(where: { lower($0) == "longer" }) {
            return true
        }
        guard let noun else { return false }
        return parsed.children(of: noun, "amod", "advmod", "compound").contains {
            ["former", "ex", "onetime", "erstwhile", "then", "late"].contains(lower($0))
        }
    }

    /// Whether the verb's tense is past.
    func isPast(_ verb: Int) -> Bool {
        let first = finite(verb)
        return parsed.tokens[first].tag == "VBD"
    }

    /// The tokens of "since …" below a verb.
    func since(_ verb: Int) -> Range<Int>? {
        for child in parsed.children(of: verb, "prep", "mark") where lower(child) == "since" {
            return parsed.extent(of: child)
        }
        return nil
    }
}
