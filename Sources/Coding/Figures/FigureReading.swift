import ChanceryCore
import SpacyPipeline

/// Reads the numbers of one document: whether each can be cited, and what it counts.
struct FigureReading {
    let parsed: ParsedDocument
    let lexicon: FigureLexicon
    let isTimex: [Bool]

    /// The figures of one sentence, in order.
    func findings(_ phrases: [NumberPhrase], in sentence: ParsedDocument.Sentence) -> [FigureFinding] {
        var read: [FigureFinding?] = phrases.map { phrase in
            isName(phrase, in: sentence) ? nil : finding(phrase, in: sentence)
        }
        for (place, phrase) in phrases.enumerated() where read[place] == nil && !isName(phrase, in: sentence) {
            // Only what has a unit of its own hands it on, so carried units do not travel on through a list of numbers.
            let before = read[..<place].last { $0 != nil } ?? nil
            let after = place + 1 < read.count ? read[place + 1] : nil
            read[place] = carried(phrase, before: before, after: after, in: sentence)
        }
        return read.compactMap { $0 }
    }

    /// A number with a unit of its own.
    private func finding(_ phrase: NumberPhrase, in sentence: ParsedDocument.Sentence) -> FigureFinding? {
        if phrase.form == .ordinal { return rank(phrase, in: sentence) }
        return percent(phrase) ?? money(phrase) ?? age(phrase) ?? joinedUnit(phrase) ?? counted(phrase)
            ?? partitive(phrase, in: sentence) ?? votesOrPeople(phrase, in: sentence)
    }

    // MARK: - Words around a number

    /// The token after the number, if its sentence goes on.
    func next(_ phrase: NumberPhrase, _ distance: Int = 0) -> Int? {
        inSentence(phrase.tokens.upperBound + distance, phrase)
    }

    /// The token before the number, if its sentence began earlier.
    func previous(_ phrase: NumberPhrase, _ distance: Int = 0) -> Int? {
        inSentence(phrase.tokens.lowerBound - 1 - distance, phrase)
    }

    private func inSentence(_ index: Int, _ phrase: NumberPhrase) -> Int? {
        guard parsed.tokens.indices.contains(index),
            parsed.sentence(of: index) == parsed.sentence(of: phrase.tokens.lowerBound)
        else { return nil }
        return index
    }

    /// A token's words in lower case.
    func lower(_ index: Int?) -> String { index.map { parsed.lowerTexts[$0] } ?? "" }

    /// Whether the token follows the one before it without a blank.
    func isGlued(_ index: Int) -> Bool { index > 0 && parsed.tokens[index - 1].end == parsed.tokens[index].start }

    /// The token of the number that hangs on a word outside it.
    func root(_ phrase: NumberPhrase) -> Int {
        phrase.tokens.first { !phrase.tokens.contains(parsed.tokens[$0].head) || parsed.tokens[$0].head == $0 }
            ?? phrase.tokens.lowerBound
    }

    /// The qualifier around a number, and the token at which it begins.
    func qualifier(_ phrase: NumberPhrase) -> (value: String, start: Int) {
        var start = phrase.tokens.lowerBound
        if let sign = previous(phrase), lexicon.has(lower(sign), in: "symbols") { start = sign }
        let first = parsed.sentences[parsed.sentence(of: start)].tokens.lowerBound
        for candidate in lexicon.before where start - candidate.words.count >= first {
            let from = start - candidate.words.count
            guard zip(from..<start, candidate.words).allSatisfy({ lower($0.0) == $0.1 }) else { continue }
            return (candidate.value, from)
        }
        for candidate in lexicon.after {
            for gap in 0...3 {
                let words = candidate.words.indices.map { lower(next(phrase, gap + $0)) }
                if words == candidate.words { return (candidate.value, start) }
            }
        }
        return ("", start)
    }

    /// Makes the finding, with its evidence.
    func make(
        _ phrase: NumberPhrase, unit: String, of: String, head: Int, rule: String
    ) -> FigureFinding {
        let clause = parsed.clauseSpan(of: root(phrase)).union(parsed.span(phrase.tokens))
        return FigureFinding(
            value: phrase.value, unit: unit, of: of, qualifier: qualifier(phrase).value, low: phrase.low,
            high: phrase.high, number: phrase.span, clause: clause, head: head, numberTokens: phrase.tokens,
            rule: rule)
    }

    /// The words from one token to another, without quotation marks at the ends.
    func words(_ range: Range<Int>) -> String {
        var range = range
        while let last = range.last, parsed.tokens[last].pos == "PUNCT" || parsed.tokens[last].pos == "SPACE" {
            range = range.lowerBound..<last
        }
        while let first = range.first, parsed.tokens[first].pos == "PUNCT" || parsed.tokens[first].pos == "DET" {
            range = (first + 1)..<range.upperBound
        }
        return range.isEmpty ? "" : parsed.text(parsed.span(range))
    }

    /// "arms and ammunition": a noun joined to another close by.
    private func isShortList(_ index: Int, after noun: Int) -> Bool {
        let token = parsed.tokens[index]
        if token.dep == "cc" { return parsed.children(of: noun, "conj").contains { isShortList($0, after: noun) } }
        return token.dep == "conj" && token.pos == "NOUN" && index - noun <= 3
    }

    /// The noun phrase of a head up to its "of" phrases, without relative clauses, appositions and the like.
    func nounPhrase(_ head: Int, from start: Int? = nil) -> Range<Int> {
        let kept: Set<String> = [
            "det", "amod", "compound", "nmod", "poss", "nummod", "case", "punct", "pobj", "advmod", "npadvmod",
            "quantmod", "predet",
        ]
        var first = head
        var last = head
        var open = [head]
        while let at = open.popLast() {
            first = min(first, at)
            last = max(last, at)
            for child in parsed.children(of: at) {
                let token = parsed.tokens[child]
                let isOf = token.dep == "prep" && token.lemma == "of" && child > at
                let isJoined = parsed.tokens[at].dep == "pobj" && isShortList(child, after: at)
                guard isOf || isJoined || kept.contains(token.dep) else { continue }
                if token.dep == "punct" && (child > at || token.text != "-") { continue }
                if token.dep == "advmod" && child > at { continue }
                open.append(child)
            }
        }
        return (start.map { min($0, head) } ?? first)..<(last + 1)
    }
}
