/// Years, decades, centuries, quarters and halves of a year.
extension Grammar {
    /// A year in digits, told apart from other numbers by what stands around it.
    func year(at start: Int) -> Match? {
        if word(start) == "'" { return shortYear(at: start) }
        guard let number = plainNumber(at: start), pieces[start].digits == 4, (1000...2199).contains(number)
        else { return nil }
        if isGlued(start + 1), pieces[start + 1].text.first?.isLetter == true { return nil }
        // Part of a code, a score, a telephone number: 12-1990, 1990-12345, 1990/3.
        if isGlued(start), isDash(start - 1) || word(start - 1) == "/", isGlued(start - 1),
            let before = pieces[start - 2].number, pieces[start - 2].digits != 4 || before < 1000
        {
            return nil
        }
        if isGlued(start + 1), isDash(start + 1) || word(start + 1) == "/", isGlued(start + 2),
            pieces[start + 2].number != nil, ![2, 4].contains(pieces[start + 2].digits)
        {
            return nil
        }
        let before = word(start - 1)
        if lexicon.numberedThings.contains(before) { return nil }
        if before == ".", lexicon.numberedThings.contains(word(start - 2)) { return nil }
        let next = continues(start + 1) ? word(start + 1) : ""
        if lexicon.countedNouns.contains(next) || lexicon.units[next] != nil { return nil }
        let isLed = Self.yearLeads.contains(before)
        let isCommon = (1800...2059).contains(number)
        if continues(start + 1), tag(start + 1) == "NNS", !isLed { return nil }
        if !isCommon && !isLed && !(word(start - 1) == "(") && !isDash(start - 1) { return nil }
        if ["$", "€", "£", "#", "§", "+"].contains(before) { return nil }
        if let last = shortenedYear(at: start + 1, after: number) { return (.years(number, last), start + 3) }
        return (.date(year: number, month: nil, day: nil), start + 1)
    }

    /// The second year of "1991–96"; "2008-09" with a hyphen may also be a month and is left alone.
    private func shortenedYear(at index: Int, after first: Int) -> Int? {
        guard isDash(index), isGlued(index), isGlued(index + 1), pieces[index + 1].digits == 2,
            let rest = pieces[index + 1].number, rest > first % 100, rest > 12 || word(index) != "-"
        else { return nil }
        return first / 100 * 100 + rest
    }

    /// Words before a number that is a year.
    private static let yearLeads: Set<String> = [
        "in", "since", "until", "till", "from", "by", "of", "between", "before", "after", "during", "around", "circa",
        "early", "late", "mid", "to", "and", "through", "the", "a", "an", "its", "their", "his", "her", "year", "as",
    ]

    /// "'98", where the apostrophe opens it: the century is not stated, so it is read only within living memory.
    private func shortYear(at start: Int) -> Match? {
        guard let number = plainNumber(at: start + 1), pieces[start + 1].digits == 2, isGlued(start + 1),
            !isGlued(start) || word(start - 1) == "("
        else { return decade(at: start) }
        if let found = decade(at: start) { return found }
        guard number >= 40 else { return nil }
        return (.date(year: 1900 + number, month: nil, day: nil), start + 2)
    }

    /// "the 1980s", "the '90s", "the nineties", "the 20th century", "the nineteenth century".
    func decadeOrCentury(at start: Int) -> Match? {
        let index = word(start) == "the" ? start + 1 : start
        guard index == start || continues(index) else { return nil }
        if let found = longest([decade(at: index), century(at: index)]) { return found }
        // "the early 1990s": the part lies inside the expression.
        return nil
    }

    private func decade(at start: Int) -> Match? {
        let index = word(start) == "'" ? start + 1 : start
        if let number = plainNumber(at: index), isGlued(index + 1) {
            var end = index + 1
            if word(end) == "'", isGlued(end + 1) { end += 1 }
            guard word(end) == "s", !isGlued(end + 1) || !(pieces[end + 1].text.first?.isLetter ?? false) else {
                return nil
            }
            if pieces[index].digits == 4, number % 10 == 0, (1000...2190).contains(number) {
                return number % 100 == 0 && word(index - 1) == "the" && number < 2000
                    ? (.century(number), end + 1) : (.decade(number, isShort: false), end + 1)
            }
            if pieces[index].digits == 2, number % 10 == 0, index > start || word(index - 1) == "the" {
                return (.decade(number, isShort: true), end + 1)
            }
            return nil
        }
        if let number = lexicon.decades[word(start)], ["the", "early", "late", "mid", "-"].contains(word(start - 1)),
            word(start - 2) != "his", word(start - 2) != "her"
        {
            return (.decade(number, isShort: true), start + 1)
        }
        return nil
    }

    private func century(at start: Int) -> Match? {
        var index = start
        let number: Int
        if let digits = plainNumber(at: index), pieces[index].digits <= 2, isGlued(index + 1),
            ["st", "nd", "rd", "th"].contains(word(index + 1))
        {
            number = digits
            index += 2
        } else if let ordinal = lexicon.ordinals[word(index)] {
            number = ordinal
            index += 1
            if number == 20, isDash(index) || continues(index), let rest = lexicon.ordinals[word(index + 1)], rest == 1
            {
                return nil
            }
        } else if word(index) == "twenty", isDash(index + 1), word(index + 2) == "first" {
            number = 21
            index += 3
        } else {
            return nil
        }
        if isDash(index) { index += 1 }
        guard continues(index), word(index) == "century", (1...22).contains(number) else { return nil }
        if ["bc", "bce"].contains(word(index + 1)) { return nil }
        return (.century((number - 1) * 100), index + 1)
    }

    /// "the third quarter of 2007", "Q3 2007", "the first half of 1998", "fiscal 2008".
    func quarter(at start: Int) -> Match? {
        if let found = financialYear(at: start) { return found }
        if word(start) == "q", isGlued(start + 1), let number = pieces[start + 1].number, (1...4).contains(number) {
            let (year, end) = yearAfter(start + 2, allowsOf: true)
            return (.date(year: year, month: 32 + number, day: nil), end)
        }
        let index = word(start) == "the" ? start + 1 : start
        guard var number = lexicon.ordinals[word(index)] else { return nil }
        var unit = index + 1
        if word(unit) == "fiscal" || isDash(unit) { unit += 1 }
        guard continues(unit), ["quarter", "half"].contains(word(unit)) else { return nil }
        let isHalf = word(unit) == "half"
        guard (1...(isHalf ? 2 : 4)).contains(number) else { return nil }
        number += isHalf ? 39 : 32
        var of = unit + 1
        if word(of) == "of" { of += 1 }
        if word(of) == "fiscal" || word(of) == "the" { of += 1 }
        if word(of) == "year" { of += 1 }
        if let year = yearAfter(of).year { return (.date(year: year, month: number, day: nil), of + 1) }
        if word(unit + 1) == "of", let inner = relative(at: unit + 2), isYearLike(inner.meaning) {
            return (.within(month: number, day: nil, of: inner.meaning), inner.end)
        }
        // "the first half" alone is seldom a time.
        guard !isHalf, word(unit + 1) != "of", index > start || number > 33 else { return nil }
        return (.date(year: nil, month: number, day: nil), unit + 1)
    }

    private func financialYear(at start: Int) -> Match? {
        guard ["fiscal", "financial"].contains(word(start)) else { return nil }
        let index = word(start + 1) == "year" ? start + 2 : start + 1
        guard let year = plainNumber(at: index), pieces[index].digits == 4, (1900...2199).contains(year) else {
            return nil
        }
        return (.fiscalYear(year), index + 1)
    }
}
