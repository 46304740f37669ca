/// Finds expressions of time in a row of pieces, by their words alone.
struct Grammar {
    let lexicon: Lexicon
    let pieces: [Piece]

    /// A meaning and the piece after its last.
    typealias Match = (meaning: Meaning, end: Int)

    /// All expressions in order; at each place the longest is taken, and none overlaps another.
    func expressions() -> [Expression] {
        var found: [Expression] = []
        var index = 0
        while index < pieces.count {
            if let expression = expression(at: index) {
                found.append(expression)
                index = expression.pieces.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func expression(at start: Int) -> Expression? {
        let piece = pieces[start]
        guard piece.number != nil || lexicon.openers.contains(piece.lower) else { return nil }
        if let (part, inner) = lexicon.modifiers.match(pieces, at: start) {
            // "mid-June", "early to mid-2011" is left to its second half.
            let from = isDash(inner) ? inner + 1 : inner
            if let found = partly(at: from) {
                return Expression(pieces: start..<found.end, meaning: found.meaning, part: part)
            }
        }
        if let (_, inner) = lexicon.approximations.match(pieces, at: start), let found = dated(at: inner) {
            if case .date(.some, nil, nil) = found.meaning {
                return Expression(pieces: inner..<found.end, meaning: found.meaning, isApproximate: true)
            }
        }
        guard let found = any(at: start) else { return nil }
        return Expression(pieces: start..<found.end, meaning: found.meaning)
    }

    /// What may follow "early" or "the end of": a date, or a unit seen from now ("last month", "the year").
    private func partly(at start: Int) -> Match? {
        guard start < pieces.count, !pieces[start].afterBreak else { return nil }
        if let found = longest([dated(at: start), relative(at: start)]) {
            switch found.meaning {
            case .date, .decade, .century, .fiscalYear, .shifted, .shiftedMonth, .within: return found
            default: return nil
            }
        }
        // "the end of the year": the year the writer stands in.
        if word(start) == "the", let unit = unit(at: start + 1), !unit.isPlural, let calendar = unit.calendar,
            calendar >= .week, calendar <= .year, word(start + 2) != "of"
        {
            return (.shifted(calendar, 0, .publication), start + 2)
        }
        return nil
    }

    private func any(at start: Int) -> Match? {
        longest([
            dated(at: start), relative(at: start), duration(at: start), clock(at: start), repeated(at: start),
            reference(at: start),
        ])
    }

    /// The match that reaches furthest; the first of equals.
    func longest(_ matches: [Match?]) -> Match? {
        var best: Match?
        for case .some(let match) in matches where match.end > best?.end ?? 0 { best = match }
        return best
    }

    private func reference(at start: Int) -> Match? {
        if let (value, end) = lexicon.periods.match(pieces, at: start, exactCase: true) { return (.period(value), end) }
        guard let (value, end) = lexicon.references.match(pieces, at: start) else { return nil }
        // "the past" and "the future" alone, not "the past Mayor" or "the future king".
        if value != "PRESENT_REF", word(start) == "the", end < pieces.count, !pieces[end].afterBreak,
            ["NN", "NNS", "NNP", "JJ", "CD", "NNPS"].contains(pieces[end].tag)
        {
            return nil
        }
        if word(start) == "the", value == "PAST_REF", !["in", "of", "from", "over"].contains(word(start - 1)) {
            return nil
        }
        // "now that" and "now-retired" tell no time of their own.
        if word(start) == "now", isDash(end) || word(end) == "that" { return nil }
        return (.reference(value), end)
    }

    // What the rules ask of single pieces; each gives nothing beyond the end.

    func word(_ index: Int) -> String {
        index >= 0 && index < pieces.count ? pieces[index].lower : ""
    }

    func isDash(_ index: Int) -> Bool { index >= 0 && index < pieces.count && pieces[index].isDash }

    func isGlued(_ index: Int) -> Bool { index >= 0 && index < pieces.count && pieces[index].isGlued }

    func tag(_ index: Int) -> String { index >= 0 && index < pieces.count ? pieces[index].tag : "" }

    /// Whether the piece follows the one before without an empty line between.
    func continues(_ index: Int) -> Bool { index < pieces.count && !pieces[index].afterBreak }

    func unit(at index: Int) -> Lexicon.Unit? { continues(index) ? lexicon.units[word(index)] : nil }

    /// A number in digits that is no part of a longer one such as `1,989`, `10.4` or `$5`.
    func plainNumber(at index: Int) -> Int? {
        guard index >= 0, index < pieces.count, let number = pieces[index].number else { return nil }
        if pieces[index].isGlued, index > 0 {
            let before = pieces[index - 1]
            if before.number == nil, before.text.first?.isLetter == true { return nil }
            if before.text == "$" || before.text == "€" || before.text == "£" || before.text == "#" { return nil }
            if before.isGlued, index > 1, pieces[index - 2].number != nil, [",", ".", ":"].contains(before.text),
                !(before.text == "," && pieces[index].digits == 4)
            {
                return nil
            }
        }
        if index + 2 < pieces.count, pieces[index + 1].isGlued, pieces[index + 2].isGlued,
            [",", ".", ":"].contains(pieces[index + 1].text), let next = pieces[index + 2].number,
            !(pieces[index + 1].text == "," && pieces[index + 2].digits == 4 && next < 2100)
        {
            return nil
        }
        if isGlued(index + 1), word(index + 1) == "%" { return nil }
        return number
    }
}
