import ChanceryCore
import SpacyPipeline

/// Numbers that are part of a name, a date, a list or a reference, and so count nothing.
extension FigureReading {
    /// Whether the number is no figure at all.
    func isName(_ phrase: NumberPhrase, in sentence: ParsedDocument.Sentence) -> Bool {
        isListMark(phrase, in: sentence) || isGluedName(phrase) || isDate(phrase) || isReference(phrase)
            || isCapitalisedName(phrase, in: sentence) || isPart(phrase)
    }

    /// "two-thirds", "three quarters", "6 in 10": a part of a whole, which is no count.
    private func isPart(_ phrase: NumberPhrase) -> Bool {
        let after = next(phrase).map { isDash($0) ? lower(next(phrase, 1)) : lower($0) } ?? ""
        if lexicon.has(after, in: "fractions") { return true }
        let isIn = { (index: Int?) in ["in", "of"].contains(self.lower(index)) }
        let isNumber = { (index: Int?) in index.map { self.parsed.tokens[$0].pos == "NUM" } ?? false }
        if isIn(next(phrase)), let whole = next(phrase, 1), isNumber(whole), phrase.value < 10 {
            return ["10", "ten", "100", "five", "5", "four", "4", "three", "3"].contains(lower(whole))
        }
        return isIn(previous(phrase)) && isNumber(previous(phrase, 1)) && lower(previous(phrase)) == "in"
            && [3, 4, 5, 10, 100].contains(phrase.value)
    }

    /// "1." or "(2)" at the head of a block.
    private func isListMark(_ phrase: NumberPhrase, in sentence: ParsedDocument.Sentence) -> Bool {
        let block = parsed.document.blocks[sentence.block]
        guard phrase.form == .digits, phrase.span.start <= block.body.start + 2 else { return false }
        return [".", ")", ":", "]", ".)"].contains(lower(next(phrase)))
    }

    /// "F-16", "Ashraf-3", "two-state": a hyphen joins the number to a word that is no unit.
    private func isGluedName(_ phrase: NumberPhrase) -> Bool {
        let first = phrase.tokens.lowerBound
        if first > 0, isGlued(first) {
            let before = parsed.tokens[first - 1]
            if isDash(first - 1), isGlued(first - 1), before.text == "-" { return true }
            if ["/", "#", "@", ":", "+", "_"].contains(before.text) || before.pos == "NOUN" || before.pos == "PROPN" {
                return true
            }
        }
        guard let after = next(phrase), isGlued(after) else { return false }
        return ["/", ":", "@", "°", "+", "_"].contains(parsed.tokens[after].text)
    }

    /// A day, a year or an hour.
    private func isDate(_ phrase: NumberPhrase) -> Bool {
        let before = lower(previous(phrase))
        let after = lower(next(phrase))
        let isMonth = { (word: String) in self.lexicon.has(word, in: "months") }
        let beforeIsMonth = isMonth(before) && (previous(phrase).map { parsed.tokens[$0].tag != "MD" } ?? false)
        if beforeIsMonth, phrase.form != .words { return true }
        let afterIsMonth =
            isMonth(after) && (next(phrase).map { parsed.tokens[$0].text.first?.isUppercase ?? false } ?? false)
        if afterIsMonth, phrase.value <= 31 { return true }
        if after == "of", isMonth(lower(next(phrase, 1))), phrase.form == .ordinal { return true }
        if before == ",", phrase.isPlain, isYearLike(phrase), let day = previous(phrase, 1),
            parsed.tokens[day].pos == "NUM", isMonth(lower(previous(phrase, 2)))
        {
            return true
        }
        if ["a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock", "o’clock", "gmt", "bc", "ad", "bce", "ce"].contains(
            after)
        {
            return true
        }
        if isYearLike(phrase), parsed.tokens[root(phrase)].ent.hasSuffix("DATE") { return true }
        guard isTimex[phrase.tokens.lowerBound] else { return false }
        // Inside an expression of time only a unit of time makes it a figure.
        if phrase.fixedUnit != nil { return false }
        for distance in 0...2 {
            guard let index = next(phrase, distance) else { return true }
            let lemma = parsed.lowerLemmas[index]
            if lexicon.has(lemma, in: "time") { return false }
        }
        return true
    }

    /// Whether the number looks like a year: four digits from 1000 to 2100 without separator.
    func isYearLike(_ phrase: NumberPhrase) -> Bool {
        phrase.isPlain && phrase.value >= 1_000 && phrase.value <= 2_100 && phrase.span.count == 4
    }

    /// Whether a number that looks like a year counts a plural all the same: "2000 refugees", not "the 1972 games".
    func isPlainCount(_ phrase: NumberPhrase, head: Int) -> Bool {
        guard parsed.tokens[head].tag.hasSuffix("S") else { return false }
        if !qualifier(phrase).value.isEmpty { return true }
        guard let before = previous(phrase) else { return true }
        let token = parsed.tokens[before]
        return !["DET", "PRON", "ADP", "PART", "PROPN"].contains(token.pos)
    }

    /// "Resolution 12", "Article 5", "no. 4", "pp. 53–66": the number belongs to the word before it.
    private func isReference(_ phrase: NumberPhrase) -> Bool {
        guard let before = previous(phrase), phrase.form != .ordinal else { return false }
        let token = parsed.tokens[before]
        let word = token.text.lowercased()
        if [
            "no", "no.", "nos.", "nr", "nr.", "№", "#", "pp", "pp.", "p", "p.", "vol", "vol.", "§", "art.", "ibid.",
            "doi",
        ]
        .contains(word) || (word == "." && ["no", "vol", "p", "pp"].contains(lower(previous(phrase, 1)))) {
            return true
        }
        if phrase.isPlain, phrase.value == 911, lower(next(phrase)) == "call" || lower(next(phrase)) == "calls" {
            return true
        }
        let at = root(phrase)
        let countsNext = parsed.tokens[at].dep == "nummod" && parsed.tokens[at].head > at
        if lexicon.has(token.lemma.lowercased(), in: "numbered"), token.pos != "VERB" {
            return !countsNext || token.text.first?.isUppercase ?? false
        }
        if token.pos == "PROPN", !countsNext, !lexicon.has(word, in: "symbols") {
            let after = next(phrase).map { parsed.tokens[$0].pos } ?? "PUNCT"
            // A name, then a number, then no noun: the number closes the name ("Camp Oriel 3").
            return after != "NOUN" && after != "ADJ" && after != "SYM" && lower(next(phrase)) != "%"
        }
        // A noun that the parse hangs the number on from the right: "page 57", "phase two".
        return parsed.tokens[at].dep == "nummod" && parsed.tokens[at].head == before && token.pos == "NOUN"
    }

    /// "the Big Four", "Six-Day War": a number in a name, told by its capital or by the model's entity.
    func isCapitalisedName(_ phrase: NumberPhrase, in sentence: ParsedDocument.Sentence) -> Bool {
        let first = phrase.tokens.lowerBound
        let token = parsed.tokens[first]
        let label = token.ent.dropFirst(2)
        let named: Set<Substring> = ["ORG", "LAW", "EVENT", "PRODUCT", "WORK_OF_ART", "FAC", "GPE", "LOC", "PERSON"]
        let isCapital = token.text.first?.isUppercase ?? false
        let opens =
            first == sentence.tokens.lowerBound
            || ["“", "\"", "‘", "'", "-", "–", "—", ":"].contains(lower(previous(phrase)))
        if named.contains(label) && (token.ent.hasPrefix("I-") || (isCapital && !opens)) { return true }
        guard isCapital, !opens, phrase.form != .digits else { return false }
        return parsed.tokens[min(phrase.tokens.upperBound, parsed.tokens.count - 1)].text.first?.isUppercase ?? false
            || parsed.tokens[first].pos == "PROPN"
    }
}
