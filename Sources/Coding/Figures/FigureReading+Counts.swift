import ChanceryCore
import SpacyPipeline

/// Numbers that count: things, people, stretches of time, votes.
extension FigureReading {
    /// "30 fighters", "36.5 tonnes of arms", "75 years of war", "ten times".
    func counted(_ phrase: NumberPhrase) -> FigureFinding? {
        // "140-character", "seven-and-a-half": what a hyphen joins is read by `joinedUnit` or not at all.
        if let dash = next(phrase), isDash(dash), isGlued(dash) { return nil }
        guard let head = countedNoun(phrase) else { return nil }
        let token = parsed.tokens[head]
        let noun = token.lemma.lowercased()
        guard !lexicon.has(noun, in: "vague") else { return nil }
        if isYearLike(phrase), !isPlainCount(phrase, head: head) { return nil }
        if lexicon.has(noun, in: "time") { return stretch(phrase, head: head) }
        guard isCitable(phrase, head: head) else { return nil }
        if noun == "time" {
            return make(phrase, unit: "times", of: "", head: head, rule: "FIGURE-TIMES")
        }
        if lexicon.has(noun, in: "measure") || joinedName(head).map({ lexicon.has($0, in: "measure") }) ?? false {
            let of = ofPhrase(below: [head]) ?? ""
            return make(phrase, unit: unitWord(head), of: of, head: head, rule: "FIGURE-MEASURE")
        }
        let of = words(
            lower(next(phrase)) == "of" ? head..<(head + 1) : nounPhrase(head, from: phrase.tokens.upperBound))
        if isPeople(head) { return make(phrase, unit: "people", of: of, head: head, rule: "FIGURE-PEOPLE") }
        let isPlural = token.tag.hasSuffix("S") || lexicon.has(noun, in: "invariable") || phrase.value == 1
        guard isPlural else { return nil }
        return make(phrase, unit: unitWord(head), of: of, head: head, rule: "FIGURE-COUNT")
    }

    /// The noun that the number counts: its head in the parse, or the plural that closes the words after it.
    private func countedNoun(_ phrase: NumberPhrase) -> Int? {
        let at = root(phrase)
        let nouns: Set<String> = ["NOUN", "PROPN", "ADJ"]
        if ["nummod", "quantmod", "amod", "compound", "nmod"].contains(parsed.tokens[at].dep),
            var head = parsed.head(of: at), head >= phrase.tokens.upperBound, head - at <= 9,
            nouns.contains(parsed.tokens[head].pos)
        {
            if parsed.tokens[head].dep == "compound", !parsed.tokens[head].tag.hasSuffix("S"),
                let above = parsed.head(of: head), above > head, parsed.tokens[above].tag.hasSuffix("S")
            {
                head = above
            }
            return head
        }
        var end = phrase.tokens.upperBound
        while let index = next(phrase, end - phrase.tokens.upperBound), end - phrase.tokens.upperBound < 5,
            ["NOUN", "PROPN", "ADJ"].contains(parsed.tokens[index].pos)
        {
            end += 1
        }
        let last = end - 1
        guard last >= phrase.tokens.upperBound, parsed.tokens[last].tag.hasSuffix("S") else { return nil }
        return last
    }

    /// "75 years of war" measures; "two years ago" and "the past ten years" date.
    private func stretch(_ phrase: NumberPhrase, head: Int) -> FigureFinding? {
        guard !isPointed(phrase), phrase.value > 1 || phrase.form == .digits else { return nil }
        let after = head + 1 < parsed.tokens.count ? lower(head + 1) : ""
        if after == "old" {
            return make(phrase, unit: parsed.tokens[head].text, of: "age", head: head, rule: "FIGURE-AGE")
        }
        let before = lower(previous(phrase))
        guard !lexicon.has(after, in: "dating"), before != "every", before != "each" else { return nil }
        let of = ofPhrase(below: [head]) ?? ""
        return make(
            phrase, unit: parsed.tokens[head].text, of: of, head: head, rule: "FIGURE-DURATION")
    }

    /// Whether the number points back at what was named ("the two leaders") rather than counts.
    private func isCitable(_ phrase: NumberPhrase, head: Int) -> Bool {
        if phrase.value <= 0 { return false }
        if phrase.value == 1 { return false }
        guard phrase.form == .words, phrase.value < 10, qualifier(phrase).value.isEmpty else { return true }
        guard isPointed(phrase) else { return true }
        return parsed.children(of: head).contains { $0 > head && ["relcl", "acl"].contains(parsed.tokens[$0].dep) }
    }

    /// Whether a word such as "the", "both" or "last" stands before the number.
    func isPointed(_ phrase: NumberPhrase) -> Bool {
        let start = qualifier(phrase).start
        guard start == phrase.tokens.lowerBound, let before = previous(phrase) else { return false }
        return lexicon.has(lower(before), in: "pointing") || parsed.tokens[before].tag == "POS"
    }

    /// Whether a noun names a body whose members are states.
    func isStateBody(_ index: Int) -> Bool {
        guard lexicon.has(lower(index), in: "state-bodies") else { return false }
        return parsed.tokens[index].pos == "PROPN" || !parsed.tokens[index].text.contains(where: \.isLowercase)
    }

    /// "the 193 UN members", "members of the European Union": states, not persons.
    private func isStateMember(_ head: Int) -> Bool {
        guard parsed.lowerLemmas[head] == "member" else { return false }
        let of = parsed.children(of: head, "prep").filter { lower($0) == "of" }.flatMap {
            parsed.children(of: $0, "pobj")
        }
        return (parsed.children(of: head, "compound", "nmod") + of).contains { isStateBody($0) }
    }

    /// Whether the noun counts persons.
    func isPeople(_ head: Int) -> Bool {
        if isStateMember(head) { return false }
        let token = parsed.tokens[head]
        let text = token.text
        if lexicon.demonyms.contains(text) { return true }
        let lower = text.lowercased()
        let singular = lower.hasSuffix("s") ? String(lower.dropLast()) : lower
        if [lower, token.lemma.lowercased(), singular].contains(where: { lexicon.people.contains($0) }) { return true }
        if let joined = joinedName(head), lexicon.people.contains(joined) { return true }
        return token.ent.hasSuffix("NORP") && text.hasSuffix("s") && (text.first?.isUppercase ?? false)
    }

    /// The words of a noun written with hyphens: "plane-loads".
    func unitWord(_ head: Int) -> String {
        var start = head
        while start > 1, isDash(start - 1), isGlued(start), isGlued(start - 1) { start -= 2 }
        return parsed.text(parsed.span(start..<(head + 1)))
    }

    /// The hyphenated noun in the singular, or nil where the noun has no hyphen.
    private func joinedName(_ head: Int) -> String? {
        let word = unitWord(head).lowercased()
        guard word.contains("-") else { return nil }
        return word.hasSuffix("s") ? String(word.dropLast()) : word
    }

    /// "thirty of whom", "nine of the hostages".
    func partitive(_ phrase: NumberPhrase, in sentence: ParsedDocument.Sentence) -> FigureFinding? {
        guard phrase.value > 2, !isYearLike(phrase), let of = next(phrase), lower(of) == "of",
            let object = parsed.child(of: of, "pobj"), object - of <= 8
        else { return nil }
        var head = object
        if ["whom", "which", "them", "these", "those"].contains(lower(object)) {
            guard let earlier = antecedent(of: phrase, in: sentence) else { return nil }
            head = earlier
        }
        guard !lexicon.has(parsed.tokens[head].lemma, in: "vague") else { return nil }
        guard parsed.tokens[head].tag.hasSuffix("S") || isPeople(head) else { return nil }
        let unit = isPeople(head) ? "people" : unitWord(head)
        return make(phrase, unit: unit, of: words(nounPhrase(head)), head: head, rule: "FIGURE-PARTITIVE")
    }

    /// The plural noun before the number that "of whom" goes back to.
    private func antecedent(of phrase: NumberPhrase, in sentence: ParsedDocument.Sentence) -> Int? {
        for above in parsed.ancestors(of: root(phrase)) where parsed.tokens[above].dep == "relcl" {
            if let head = parsed.head(of: above), head < phrase.tokens.lowerBound,
                parsed.tokens[head].tag.hasSuffix("S")
            {
                return head
            }
        }
        return (sentence.tokens.lowerBound..<phrase.tokens.lowerBound).reversed().first {
            ["NNS", "NNPS"].contains(parsed.tokens[$0].tag)
        }
    }

    /// "143 in favour", "nine against"; "40 dead", "killed 30".
    func votesOrPeople(_ phrase: NumberPhrase, in sentence: ParsedDocument.Sentence) -> FigureFinding? {
        guard !isYearLike(phrase), phrase.value > 1 else { return nil }
        let at = root(phrase)
        let after = next(phrase)
        let word = lower(after)
        let isFavour = word == "in" && ["favour", "favor"].contains(lower(next(phrase, 1)))
        if isFavour || lexicon.has(word, in: "votes") {
            let tellsVote = sentence.tokens.contains { parsed.lowerLemmas[$0].hasPrefix("vot") }
            if tellsVote || isFavour || word.hasPrefix("abst") {
                return make(
                    phrase, unit: "votes", of: word == "in" ? "in favour" : word, head: at, rule: "FIGURE-VOTES")
            }
        }
        if lexicon.has(word, in: "people-adjectives") {
            return make(phrase, unit: "people", of: word, head: at, rule: "FIGURE-CASUALTIES")
        }
        if let told = tally(phrase) ?? level(phrase) { return told }
        guard let verb = parsed.head(of: at), !isTimex[at], isOfPeople(at, verb) else { return nil }
        let closes =
            after.map { ["PUNCT", "CCONJ", "ADP", "ADV", "VERB", "AUX"].contains(parsed.tokens[$0].pos) } ?? true
        guard closes else { return nil }
        return make(
            phrase, unit: "people", of: parsed.lowerLemmas[verb], head: at, rule: "FIGURE-CASUALTIES")
    }

    /// Whether a bare number is people as the verb tells: object of "kill", subject of "die".
    private func isOfPeople(_ number: Int, _ verb: Int) -> Bool {
        let word = parsed.lowerLemmas[verb]
        switch parsed.tokens[number].dep {
        case "dobj", "nsubjpass": return lexicon.has(word, in: "people-verbs")
        case "nsubj": return lexicon.has(word, in: "people-subjects")
        default: return false
        }
    }

    /// "voted 143 to nine": both numbers are votes.
    private func tally(_ phrase: NumberPhrase) -> FigureFinding? {
        let isFirst = lower(previous(phrase)).hasPrefix("vote") && lower(next(phrase)) == "to"
        let isSecond =
            lower(previous(phrase)) == "to"
            && (previous(phrase, 1).map { NumberAtom(parsed.tokens[$0].text) != nil } ?? false)
            && lower(previous(phrase, 2)).hasPrefix("vote")
        guard isFirst || isSecond else { return nil }
        return make(
            phrase, unit: "votes", of: isFirst ? "for" : "against", head: root(phrase), rule: "FIGURE-VOTES")
    }

    /// "the death toll rose to 41,000", "the population is about 2 million", "a crew of four".
    private func level(_ phrase: NumberPhrase) -> FigureFinding? {
        let at = root(phrase)
        let start = qualifier(phrase).start
        if lower(start > 0 ? start - 1 : nil) == "of", start > 1,
            lexicon.has(parsed.lowerLemmas[start - 2], in: "collectives")
        {
            let noun = start - 2
            return make(phrase, unit: "people", of: words(noun..<(noun + 1)), head: noun, rule: "FIGURE-LEVEL")
        }
        let verb = parsed.clauseHead(of: at)
        guard
            let subject = parsed.children(of: verb, "nsubj").first(where: {
                lexicon.has(parsed.lowerLemmas[$0], in: "people-levels")
            }), subject < phrase.tokens.lowerBound,
            ["attr", "pobj", "dobj", "acomp", "npadvmod"].contains(parsed.tokens[at].dep)
        else { return nil }
        let isBare = next(phrase).map { !["NOUN", "PROPN", "ADJ", "SYM"].contains(parsed.tokens[$0].pos) } ?? true
        return isBare
            ? make(phrase, unit: "people", of: words(nounPhrase(subject)), head: subject, rule: "FIGURE-LEVEL") : nil
    }

    /// A bare number that goes on counting what the number beside it counts: "from 40 ships to 12", "(out of 193)".
    func carried(
        _ phrase: NumberPhrase, before: FigureFinding?, after: FigureFinding?, in sentence: ParsedDocument.Sentence
    ) -> FigureFinding? {
        guard phrase.form != .ordinal, phrase.value > 1, !isYearLike(phrase), phrase.fixedUnit == nil,
            !isTimex[phrase.tokens.lowerBound]
        else { return nil }
        let dep = parsed.tokens[root(phrase)].dep
        guard dep != "nummod", dep != "compound" else { return nil }
        let start = qualifier(phrase).start
        let word = lower(start > sentence.tokens.lowerBound ? start - 1 : nil)
        guard lexicon.has(word, in: "carry-prepositions") else { return nil }
        if let after, after.numberTokens.lowerBound - phrase.tokens.upperBound <= 3,
            after.unit != "rank", !["FIGURE-AGE"].contains(after.rule), word == "from" || word == "between"
        {
            return make(phrase, unit: after.unit, of: after.of, head: after.head, rule: "FIGURE-CARRIED")
        }
        guard let before, before.unit != "rank", before.rule != "FIGURE-AGE", before.rule != "FIGURE-DURATION" else {
            return nil
        }
        if before.rule == "FIGURE-TIMES" { return carriedOver(phrase, times: before, in: sentence) }
        guard before.unit != "people" || phrase.value == phrase.value.rounded() else { return nil }
        guard before.rule != "FIGURE-PERCENT" || word == "to" || word == "from" else { return nil }
        return make(phrase, unit: before.unit, of: before.of, head: before.head, rule: "FIGURE-CARRIED")
    }

    /// "30 ships, a number that grew ten times to 300": the multiple stands between the number and what it counts.
    private func carriedOver(
        _ phrase: NumberPhrase, times: FigureFinding, in sentence: ParsedDocument.Sentence
    ) -> FigureFinding? {
        let earlier = NumberReader(parsed: parsed).phrases(
            in: sentence.tokens.lowerBound..<times.numberTokens.lowerBound)
        guard let first = earlier.last, let source = counted(first), source.rule != "FIGURE-DURATION" else {
            return nil
        }
        return make(phrase, unit: source.unit, of: source.of, head: source.head, rule: "FIGURE-CARRIED")
    }

    /// The noun phrase after "of" below one of the tokens.
    func ofPhrase(below heads: [Int]) -> String? {
        for head in heads {
            for child in parsed.children(of: head) where parsed.tokens[child].lemma == "of" && child > head {
                guard let object = parsed.child(of: child, "pobj") else { continue }
                let phrase = words(nounPhrase(object))
                if !["which", "whom", "them", "it"].contains(phrase.lowercased()) { return phrase }
            }
        }
        return nil
    }

    /// The subject of the verb a number stands below, as words.
    func subjectPhrase(of index: Int) -> String? {
        let verb = parsed.clauseHead(of: index)
        guard
            let subject = parsed.children(of: verb).first(where: {
                ["nsubj", "nsubjpass"].contains(parsed.tokens[$0].dep)
            }), parsed.tokens[subject].pos == "NOUN" || parsed.tokens[subject].pos == "PROPN"
        else { return nil }
        let range = nounPhrase(subject)
        guard !range.contains(index), !range.contains(where: { parsed.tokens[$0].pos == "NUM" }) else { return nil }
        return words(range)
    }
}
