/// Numbers in digits and in words.
extension Matcher {
    /// A run of digits within bounds, of the right length, that is no part of something longer.
    func number(_ range: PatternItem.NumberRange, at index: Int) -> Int? {
        let piece = pieces[index]
        guard let number = piece.number, range.digits.contains(piece.digits), range.bounds.contains(number)
        else { return nil }
        switch range.care {
        case .loose: return number
        case .plain: return isPlain(index) ? number : nil
        case .year: return isPlain(index) && !isInCode(index) ? number : nil
        }
    }

    /// Whether a run of digits is no part of a longer number such as `1,989`, `10.4` or `$5`.
    private func isPlain(_ index: Int) -> Bool {
        if pieces[index].isGlued, index > 0 {
            let before = pieces[index - 1]
            if before.number == nil, before.text.first?.isLetter == true { return false }
            if ["$", "€", "£", "#"].contains(before.text) { return false }
            if before.isGlued, index > 1, pieces[index - 2].number != nil, [",", ".", ":"].contains(before.text),
                !(before.text == "," && pieces[index].digits == 4)
            {
                return false
            }
        }
        if index + 2 < pieces.count, pieces[index + 1].isGlued, pieces[index + 2].isGlued,
            [",", ".", ":"].contains(pieces[index + 1].text), let next = pieces[index + 2].number,
            !(pieces[index + 1].text == "," && pieces[index + 2].digits == 4 && next < 2100)
        {
            return false
        }
        return !(isGlued(index + 1) && word(index + 1) == "%")
    }

    /// Whether four digits are part of a code, a score, a telephone number: 12-1990, 1990-12345, 1990/3.
    private func isInCode(_ index: Int) -> Bool {
        if isGlued(index), isDash(index - 1) || word(index - 1) == "/", isGlued(index - 1),
            let before = pieces[index - 2].number, pieces[index - 2].digits != 4 || before < 1000
        {
            return true
        }
        return isGlued(index + 1) && (isDash(index + 1) || word(index + 1) == "/") && isGlued(index + 2)
            && pieces[index + 2].number != nil && ![2, 4].contains(pieces[index + 2].digits)
    }

    /// A count of units: "6", "six", "twenty-five", "two and a half", "half a dozen", "a few", "several".
    func count(_ kind: PatternItem.CountKind, at start: Int) -> (value: Count, end: Int)? {
        guard let found = count(at: start) else { return nil }
        switch kind {
        case .count: return found
        case .one: return found.value == .whole(1) ? found : nil
        case .many: return found.value == .whole(1) ? nil : found
        }
    }

    private func count(at start: Int) -> (value: Count, end: Int)? {
        guard let (value, end) = whole(at: start) else { return nil }
        guard let value else { return (.open, end) }
        // "two-and-a-half", "two and a half".
        var next = end
        if isDash(next) { next += 1 }
        if word(next) == "and" {
            next += 1
            if isDash(next) { next += 1 }
            if word(next) == "a" {
                next += 1
                if isDash(next) { next += 1 }
                if word(next) == "half" { return (.half(value), next + 1) }
            }
        }
        return (.whole(value), end)
    }

    /// A whole number; a nil value is one that is not told.
    private func whole(at start: Int) -> (value: Int?, end: Int)? {
        let piece = pieces[start]
        if piece.number != nil {
            guard piece.digits <= 4, isPlain(start), let number = piece.number, number > 0 else { return nil }
            return isGlued(start + 1) && !isDash(start + 1) ? nil : (number, start + 1)
        }
        if let (value, end) = lexicon.countPhrases.match(pieces, at: start) {
            guard case .number(let number) = value else { return (nil, end) }
            if number >= 20, number < 100, isDash(end), case .number(let rest)? = lexicon.number(word(end + 1)),
                rest < 10
            {
                return (number + rest, end + 2)
            }
            if number < 10, word(end) == "hundred" { return (number * 100, end + 1) }
            return (number, end)
        }
        return nil
    }

    // What is asked of single pieces; each gives nothing beyond the ends.

    private func word(_ index: Int) -> String { pieces.indices.contains(index) ? pieces[index].lower : "" }

    private func isDash(_ index: Int) -> Bool { pieces.indices.contains(index) && pieces[index].isDash }

    private func isGlued(_ index: Int) -> Bool { pieces.indices.contains(index) && pieces[index].isGlued }
}
