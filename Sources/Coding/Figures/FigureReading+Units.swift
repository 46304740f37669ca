import ChanceryCore
import SpacyPipeline

/// Numbers with a unit beside them: percentages, money, ages, compounds, ranks.
extension FigureReading {
    /// "10%", "79 per cent of the votes".
    func percent(_ phrase: NumberPhrase) -> FigureFinding? {
        guard let sign = next(phrase) else { return nil }
        var last = sign
        var unit = "percent"
        switch lower(sign) {
        case "%", "percent", "pct": break
        case "per":
            guard let cent = next(phrase, 1), lower(cent) == "cent" else { return nil }
            last = cent
        case "percentage":
            guard let point = next(phrase, 1), parsed.tokens[point].lemma == "point" else { return nil }
            unit = "percentage points"
            last = point
        default: return nil
        }
        let of = ofPhrase(below: [sign, last] + phrase.tokens) ?? changing(root(phrase)) ?? ""
        return make(phrase, unit: unit, of: of, head: last, rule: "FIGURE-PERCENT")
    }

    /// "exports grew by 8%": the percentage is of the subject, if the verb tells of its size.
    private func changing(_ index: Int) -> String? {
        let verb = parsed.lowerLemmas[parsed.clauseHead(of: index)]
        return lexicon.has(verb, in: "change-verbs") ? subjectPhrase(of: index) : nil
    }

    /// "$5 million", "20 million euros".
    func money(_ phrase: NumberPhrase) -> FigureFinding? {
        if let sign = previous(phrase), lexicon.has(lower(sign), in: "symbols") {
            let phrase = inMillions(phrase)
            let of = ofPhrase(below: Array(phrase.tokens) + [sign]) ?? moneyHead(phrase) ?? purpose(phrase) ?? ""
            return make(phrase, unit: parsed.tokens[sign].text, of: of, head: sign, rule: "FIGURE-MONEY")
        }
        for distance in 0...2 {
            guard let at = next(phrase, distance) else { return nil }
            let token = parsed.tokens[at]
            if lexicon.has(token.lemma.lowercased(), in: "money") || lexicon.has(token.text.lowercased(), in: "money") {
                // "30 pounds of rice" weighs, and is a measure all the same: the unit is the text's own word.
                let of = ofPhrase(below: [at]) ?? ""
                let unit = parsed.text(parsed.span(phrase.tokens.upperBound..<(at + 1)))
                return make(phrase, unit: unit, of: of, head: at, rule: "FIGURE-MONEY")
            }
            guard token.pos == "ADJ" || token.pos == "PROPN" else { return nil }
        }
        return nil
    }

    /// "$5m" is five million.
    private func inMillions(_ phrase: NumberPhrase) -> NumberPhrase {
        guard let after = next(phrase), isGlued(after), ["m", "m."].contains(lower(after)) else { return phrase }
        var phrase = phrase
        phrase.value *= 1_000_000
        phrase.tokens = phrase.tokens.lowerBound..<(after + 1)
        // The sign belongs to it: without it "5m" may be metres.
        phrase.span = ByteSpan(
            previous(phrase).map { parsed.tokens[$0].start } ?? phrase.span.start, parsed.tokens[after].start + 1)
        return phrase
    }

    /// "$5 million aid package": what the sum modifies.
    private func moneyHead(_ phrase: NumberPhrase) -> String? {
        guard let after = next(phrase), parsed.tokens[after].pos == "NOUN" || parsed.tokens[after].pos == "ADJ",
            let head = parsed.head(of: root(phrase)), head >= after, parsed.tokens[head].pos == "NOUN"
        else { return nil }
        return words(nounPhrase(head, from: after))
    }

    /// "$5 million in aid": what the sum is given as.
    private func purpose(_ phrase: NumberPhrase) -> String? {
        guard lower(next(phrase)) == "in", let noun = next(phrase, 1), let preposition = next(phrase),
            let object = parsed.child(of: preposition, "pobj"), parsed.tokens[object].pos == "NOUN",
            parsed.tokens[noun].pos != "DET", parsed.child(of: object, "poss") == nil,
            !lexicon.has(parsed.tokens[object].lemma, in: "time"),
            !lexicon.has(parsed.lowerLemmas[object], in: "no-purpose")
        else { return nil }
        return words(nounPhrase(object))
    }

    /// "Ora Lind, 61, said", "aged 61", "at the age of 61".
    func age(_ phrase: NumberPhrase) -> FigureFinding? {
        guard phrase.value >= 1, phrase.value < 120, phrase.form == .digits, phrase.low == nil else { return nil }
        let before = lower(previous(phrase))
        let after = lower(next(phrase))
        let isCalled =
            before == "aged" || before == "age"
            || (before == "of" && lower(previous(phrase, 1)) == "age")
        var isApposed = false
        if before == ",", [",", ".", ";", ")"].contains(after), phrase.isPlain, let name = previous(phrase, 1) {
            isApposed = parsed.tokens[name].pos == "PROPN" && parsed.tokens[name].ent.hasSuffix("PERSON")
        }
        guard isCalled || isApposed else { return nil }
        return make(phrase, unit: "years", of: "age", head: phrase.tokens.lowerBound, rule: "FIGURE-AGE")
    }

    /// "a six-month training", "a 16-year-long blockade", "a 20,000-strong force", "a 61-year-old".
    func joinedUnit(_ phrase: NumberPhrase) -> FigureFinding? {
        var unit: String
        var last: Int
        if let fixed = phrase.fixedUnit {
            unit = fixed
            last = phrase.tokens.lowerBound
        } else {
            guard let dash = next(phrase), isDash(dash), isGlued(dash), let noun = next(phrase, 1), isGlued(noun)
            else { return nil }
            unit = lower(noun)
            last = noun
        }
        let singular = unit.hasSuffix("s") ? String(unit.dropLast()) : unit
        var tail: [String] = []
        while last + 2 < parsed.tokens.count, isDash(last + 1), isGlued(last + 1), isGlued(last + 2) {
            tail.append(lower(last + 2))
            last += 2
        }
        let modified = joinedHead(phrase, after: last)
        let of = modified.map { words(nounPhrase($0, from: last + 1)) } ?? ""
        if lexicon.has(singular, in: "time") {
            let isAge = tail.first == "old" || lower(last + 1 < parsed.tokens.count ? last + 1 : nil) == "old"
            return make(
                phrase, unit: phrase.value == 1 ? singular : singular + "s", of: isAge ? "age" : of,
                head: modified ?? last,
                rule: isAge ? "FIGURE-AGE" : "FIGURE-DURATION")
        }
        if lexicon.has(singular, in: "strong") || lexicon.people.contains(singular) {
            guard phrase.value > 1 else { return nil }
            let isOfStates = singular == "member" && (modified.map { isStateBody($0) } ?? false)
            return make(
                phrase, unit: isOfStates ? "members" : "people", of: of, head: modified ?? last, rule: "FIGURE-STRONG")
        }
        if lexicon.has(singular, in: "measure"), phrase.value > 1 {
            return make(phrase, unit: singular + "s", of: of, head: modified ?? last, rule: "FIGURE-MEASURE")
        }
        return nil
    }

    private func joinedHead(_ phrase: NumberPhrase, after last: Int) -> Int? {
        parsed.ancestors(of: root(phrase)).first {
            $0 > last && (parsed.tokens[$0].pos == "NOUN" || parsed.tokens[$0].pos == "PROPN")
        }
    }

    /// Whether the token is a hyphen or a dash.
    func isDash(_ index: Int) -> Bool {
        guard parsed.tokens.indices.contains(index) else { return false }
        let text = parsed.tokens[index].text
        return text.count == 1 && text.allSatisfy { NumberAtom.dashes.contains($0) }
    }

    /// "the 64th country in the world to join", "ranked 20th", "the third-largest exporter".
    func rank(_ phrase: NumberPhrase, in sentence: ParsedDocument.Sentence) -> FigureFinding? {
        let token = parsed.tokens[phrase.tokens.upperBound - 1]
        guard !isTimex[phrase.tokens.lowerBound], !isCapitalisedName(phrase, in: sentence) else { return nil }
        let at = root(phrase)
        let before = parsed.head(of: at).map { parsed.tokens[$0].lemma } ?? ""
        if ["rank", "place", "finish"].contains(before)
            || ["ranked", "placed", "finished"].contains(lower(previous(phrase)))
        {
            guard token.dep != "amod" || parsed.tokens[at].head < at else { return ordered(phrase) }
            return make(phrase, unit: "rank", of: subjectPhrase(of: at) ?? "", head: at, rule: "FIGURE-RANK-VERB")
        }
        return ordered(phrase)
    }

    private func ordered(_ phrase: NumberPhrase) -> FigureFinding? {
        let at = root(phrase)
        var after = phrase.tokens.upperBound
        if isDash(after) { after += 1 }
        guard after < parsed.tokens.count else { return nil }
        let isSuperlative =
            ["JJS", "RBS"].contains(parsed.tokens[after].tag) && parsed.lowerTexts[after] != "least"
        guard
            let head = ([at] + parsed.ancestors(of: at)).first(where: {
                $0 > at && ["NOUN", "PROPN"].contains(parsed.tokens[$0].pos)
            }), head - at <= 8
        else { return nil }
        let noun = parsed.lowerLemmas[head]
        guard !lexicon.has(noun, in: "ordinal-names"), parsed.tokens[head].pos == "NOUN" || isSuperlative else {
            return nil
        }
        let inRow = parsed.children(of: head).contains { child in
            let token = parsed.tokens[child]
            guard child > head else { return false }
            if token.dep == "prep" { return ["in", "among", "on"].contains(token.lemma) && isWide(child) }
            return ["relcl", "acl", "advcl"].contains(token.dep)
                && parsed.children(of: child).contains { parsed.tokens[$0].tag == "TO" }
        }
        let isPlace = lexicon.has(noun, in: "places")
        if isPlace, lower(previous(phrase)) == "the" { return nil }
        guard isSuperlative || inRow || (isPlace && phrase.value < 1_000) else { return nil }
        // "the first" of a row is told of any novelty; it ranks parties only ("the first state to …").
        if phrase.value < 4, !isSuperlative, !isPlace {
            guard lexicon.people.contains(noun) || ["country", "state", "nation", "government"].contains(noun) else {
                return nil
            }
        }
        let of = isPlace ? subjectPhrase(of: at) ?? "" : words(nounPhrase(head, from: after))
        return make(phrase, unit: "rank", of: of, head: head, rule: "FIGURE-RANK")
    }

    private func isWide(_ preposition: Int) -> Bool {
        guard let object = parsed.child(of: preposition, "pobj") else { return false }
        let words = ["world", "region", "continent", "history", "globe", "list", "table", "index", "row", "bloc"]
        return words.contains(parsed.lowerLemmas[object]) || parsed.tokens[object].pos == "PROPN"
    }
}
