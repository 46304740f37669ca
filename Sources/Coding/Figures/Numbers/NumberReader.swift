import ChanceryCore
import SpacyPipeline

/// Finds the numbers of a document, in digits and in words.
///
/// Source of method: the composition of English numerals (small numbers add, "hundred" multiplies what stands before
/// it, "thousand" and above close a group). Each phrase's span can be read again by itself.
struct NumberReader {
    let parsed: ParsedDocument
    /// What tokens say about numbers.
    let words: NumberWords
    /// The words by which constructions are told apart.
    let lists: FigureWords

    /// The tag of currency signs, which the treebank's own list of parts of speech leaves out.
    private static let currency = "$"

    private func atom(_ index: Int) -> NumberAtom? { words.atom(parsed.tokens[index].text) }
    private func lower(_ index: Int) -> String { parsed.lowerTexts[index] }

    /// Every number phrase of a sentence, in order; ranges are joined into one.
    func phrases(in sentence: Range<Int>) -> [NumberPhrase] {
        var found: [NumberPhrase] = []
        var at = sentence.lowerBound
        while at < sentence.upperBound {
            if let phrase = phrase(at: at, before: sentence.upperBound) {
                found.append(phrase)
                at = phrase.tokens.upperBound
            } else {
                at += 1
            }
        }
        return joinRanges(found)
    }

    private func phrase(at start: Int, before limit: Int) -> NumberPhrase? {
        if let half = half(at: start, before: limit) { return half }
        guard words.mayBe(lower(start), key: parsed.textKeys[start]),
            let first = atom(start)
        else { return nil }
        let token = parsed.span(start)
        switch first {
        case .bounds(let low, let high):
            return NumberPhrase(
                tokens: start..<(start + 1), span: ByteSpan(token.start, token.end), value: low, low: low, high: high,
                form: .digits)
        case .compound(let value, let unit):
            let end = token.end - unit.utf8.count
            let length = parsed.tokens[start].text.utf8.prefix { $0 < 0x80 && $0 != UInt8(ascii: "-") }.count
            return NumberPhrase(
                tokens: start..<(start + 1), span: ByteSpan(token.start, min(end, token.start + length)), value: value,
                form: .digits, fixedUnit: unit)
        case .ordinal(let value):
            return NumberPhrase(tokens: start..<(start + 1), span: token, value: value, form: .ordinal)
        case .scale(let value):
            // "a million people", "a dozen ships": one of them. "hundreds of" is no number, "several hundred" neither.
            guard start > 0, lists.ones.contains(lower(start - 1)),
                parsed.tokens[start].text.count > 2
            else { return nil }
            guard var phrase = compose(from: start, before: limit, opening: value) else { return nil }
            // "a dozen" is read again with its article.
            let article = lower(start - 1)
            if lists.articles.contains(article) {
                phrase.tokens = (start - 1)..<phrase.tokens.upperBound
                phrase.span = parsed.span(phrase.tokens)
            }
            return phrase
        case .word, .digits:
            return compose(from: start, before: limit, opening: nil)
        }
    }

    /// "half a million".
    private func half(at start: Int, before limit: Int) -> NumberPhrase? {
        guard parsed.lowerLemmas[start] == "half", start + 2 < limit,
            lists.articles.contains(lower(start + 1)),
            case .scale(let scale)? = atom(start + 2)
        else { return nil }
        let tokens = start..<(start + 3)
        return NumberPhrase(
            tokens: tokens, span: parsed.span(tokens), value: scale / 2, form: .words, isScaled: true)
    }

    /// Reads on from the first token of a cardinal, and adds up.
    private func compose(from start: Int, before limit: Int, opening: Double?) -> NumberPhrase? {
        var total = 0.0
        var group = opening ?? 0
        var lastAdded: Double?
        var isScaled = opening != nil
        var hasDigits = false
        var ordinal: Double?
        var at = start
        if opening != nil { at += 1 }
        var end = at
        reading: while at < limit {
            guard let atom = self.atom(at) else {
                if joins(at, in: start..<limit, after: group + total) { at += 1; continue }
                break
            }
            switch atom {
            case .digits(let value):
                guard at == start else { break reading }
                group = value
                hasDigits = true
            case .word(let value):
                if at != start {
                    guard !hasDigits, fits(value, after: group, last: lastAdded) else { break reading }
                }
                group += value
                lastAdded = value
            case .scale(let value):
                guard group > 0 else { break reading }
                if value < 1_000 {
                    group *= value
                } else {
                    total += group * value
                    group = 0
                }
                lastAdded = nil
                isScaled = true
            case .ordinal(let value):
                guard at != start, !hasDigits, fits(value, after: group, last: lastAdded), value < 20 || isScaled
                else { break reading }
                ordinal = total + group + value
                end = at + 1
                break reading
            case .bounds, .compound:
                break reading
            }
            at += 1
            end = at
        }
        guard end > start else { return nil }
        let text = parsed.tokens[start].text
        return NumberPhrase(
            tokens: start..<end, span: parsed.span(start..<end), value: ordinal ?? total + group,
            form: ordinal != nil ? .ordinal : hasDigits ? .digits : .words, isScaled: isScaled,
            isPlain: hasDigits && end == start + 1 && text.allSatisfy { $0 >= "0" && $0 <= "9" })
    }

    /// Whether a small number may be added to what was read: "sixty" then "four", "hundred" then "five".
    private func fits(_ value: Double, after group: Double, last: Double?) -> Bool {
        if let last { return last >= 20 && last.truncatingRemainder(dividingBy: 10) == 0 && value < 10 && value > 0 }
        return group == 0 || group >= 100 || value < 100
    }

    /// Whether the token only joins parts of a number: the hyphen of "sixty-four", the "and" of "two hundred and five".
    private func joins(_ at: Int, in range: Range<Int>, after value: Double) -> Bool {
        guard at > range.lowerBound, at + 1 < range.upperBound, let next = atom(at + 1)
        else { return false }
        let text = lower(at)
        if text == "-", parsed.tokens[at - 1].end == parsed.tokens[at].start {
            if case .scale = next { return parsed.tokens[at + 1].text.count > 2 }
            guard case .word(let tens)? = atom(at - 1), tens >= 20 else { return false }
            switch next {
            case .word(let value), .ordinal(let value): return value < 10
            default: return false
            }
        }
        guard text == "and", case .scale(let scale)? = atom(at - 1), scale >= 100,
            case .word = next
        else { return false }
        return true
    }

    /// Joins "200 to 300", "between 200 and 300", "3,000 – 4,000" into one phrase with bounds.
    private func joinRanges(_ phrases: [NumberPhrase]) -> [NumberPhrase] {
        var out: [NumberPhrase] = []
        for phrase in phrases {
            guard var last = out.last, let range = range(last, phrase) else {
                out.append(phrase)
                continue
            }
            last.low = range.lowerBound
            last.high = range.upperBound
            last.value = range.lowerBound
            last.tokens = last.tokens.lowerBound..<phrase.tokens.upperBound
            last.isPlain = false
            last.isScaled = last.isScaled || phrase.isScaled
            if range.lowerBound != out[out.count - 1].value {
                // "3 to 4 million": the first number alone would not read as three million.
                last.span = last.span.union(phrase.span)
            }
            out[out.count - 1] = last
        }
        return out
    }

    private func range(_ a: NumberPhrase, _ b: NumberPhrase) -> ClosedRange<Double>? {
        guard a.form != .ordinal, b.form != .ordinal, a.low == nil, b.low == nil, a.fixedUnit == nil else { return nil }
        let between = a.tokens.upperBound..<b.tokens.lowerBound
        guard between.count <= 2, let joint = between.last else { return nil }
        // "$3 to $4 million": a currency sign may stand before the second number.
        let word = lower(between.lowerBound)
        let isSigned = between.count == 2 && parsed.tokens[joint].tag == Self.currency
        guard between.count == 1 || isSigned else { return nil }
        // The word before the first number, and before its currency sign.
        var before = a.tokens.lowerBound > 0 ? lower(a.tokens.lowerBound - 1) : ""
        if a.tokens.lowerBound > 1, parsed.tokens[a.tokens.lowerBound - 1].tag == Self.currency {
            before = lower(a.tokens.lowerBound - 2)
        }
        if before.hasPrefix("vot") { return nil }
        let isRange =
            switch word {
            case "or": true
            case "to": before != "from" || isRanging(a)
            case "and": before == "between"
            default: word.count == 1 && word.allSatisfy { NumberWords.dashes.contains($0) }
            }
        guard isRange else { return nil }
        var low = a.value
        if b.isScaled, !a.isScaled, a.value < 1_000 {
            let scale = lower(b.tokens.upperBound - 1)
            low *= words.scale(scale) ?? 1
        }
        guard low < b.value, b.value <= low * 20 else { return nil }
        return low...b.value
    }

    /// "rose from 40 to 60" tells two numbers; "ranging from 40 to 60" tells one range.
    private func isRanging(_ phrase: NumberPhrase) -> Bool {
        phrase.tokens.lowerBound > 1 && parsed.tokens[phrase.tokens.lowerBound - 2].lemma == "range"
    }
}
