/// Dates of the calendar: days, months, years, seasons, holidays.
extension Grammar {
    /// A date told by the calendar, whether or not its year is told.
    func dated(at start: Int) -> Match? {
        guard start < pieces.count else { return nil }
        return longest([
            numericDate(at: start), weekdayAndDate(at: start), dayAndMonth(at: start), monthFirst(at: start),
            season(at: start), quarter(at: start), holiday(at: start), decadeOrCentury(at: start), year(at: start),
        ])
    }

    /// `2012-11-29`; `29/11/2012` and `29.11.2012` where no other reading is possible.
    private func numericDate(at start: Int) -> Match? {
        guard start + 4 < pieces.count, let first = pieces[start].number, let second = pieces[start + 2].number,
            let third = pieces[start + 4].number, (start + 1...start + 4).allSatisfy({ isGlued($0) }),
            !isGlued(start) || word(start - 1) == "(", !(isGlued(start + 5) && pieces[start + 5].number != nil)
        else { return nil }
        let mark = word(start + 1)
        guard mark == word(start + 3) else { return nil }
        if mark == "-" || mark == "/", pieces[start].digits == 4, pieces[start + 2].digits == 2,
            pieces[start + 4].digits == 2, isDay(third, second)
        {
            return (.date(year: first, month: second, day: third), start + 5)
        }
        guard ["/", ".", "-"].contains(mark), pieces[start + 4].digits == 4 else { return nil }
        let readings = [(first, second), (second, first)].filter { isDay($0.0, $0.1) }
        // With a stop between, the day stands first wherever dates are written so.
        let isCertain = mark == "." ? isDay(first, second) : readings.count == 1 || first == second
        guard isCertain, let (day, month) = readings.first else { return nil }
        return (.date(year: third, month: month, day: day), start + 5)
    }

    private func isDay(_ day: Int, _ month: Int) -> Bool { (1...12).contains(month) && (1...31).contains(day) }

    /// "Monday, 5 May 1998", "Tuesday April 2": the date wins, the weekday is part of the expression.
    private func weekdayAndDate(at start: Int) -> Match? {
        guard pieces[start].isCapital, lexicon.weekdays[word(start)] != nil else { return nil }
        var next = start + 1
        if word(next) == ".", isGlued(next) { next += 1 }
        if word(next) == "," { next += 1 }
        if word(next) == "the" { next += 1 }
        guard continues(next), let found = longest([dayAndMonth(at: next), monthFirst(at: next)]),
            case .date(_, .some, .some) = found.meaning
        else { return nil }
        return found
    }

    /// "29 November 2012", "the 3rd of May", "the third of May 1998".
    private func dayAndMonth(at start: Int) -> Match? {
        var index = start
        if word(index) == "the" { index += 1 }
        var isOrdinal = false
        let day: Int
        if let number = plainNumber(at: index), pieces[index].digits <= 2 {
            day = number
            index += 1
            if isGlued(index), ["st", "nd", "rd", "th"].contains(word(index)) {
                isOrdinal = true
                index += 1
            }
        } else if let number = lexicon.ordinals[word(index)] {
            day = number
            isOrdinal = true
            index += 1
        } else {
            return nil
        }
        if let (second, end) = secondDay(at: index, after: day), let (month, final) = monthName(at: end),
            isDay(second, month)
        {
            let (year, last) = yearAfter(final)
            return (.days(year: year, month: month, first: day, last: second), last)
        }
        if word(index) == "of" {
            index += 1
        } else if isOrdinal && start != index - 2 && word(start) == "the" {
            return nil
        }
        guard continues(index), let (month, end) = monthName(at: index), isDay(day, month) else { return nil }
        if word(start) == "the" && !isOrdinal { return nil }
        let (year, last) = yearAfter(end)
        return (.date(year: year, month: month, day: day), last)
    }

    /// "November 29, 2012", "Nov. 29", "November 2012", "November", "May of 1998".
    private func monthFirst(at start: Int) -> Match? {
        guard let (month, end) = monthName(at: start) else { return nil }
        if let day = plainNumber(at: end), continues(end), pieces[end].digits <= 2, isDay(day, month) {
            var last = end + 1
            if isGlued(last), ["st", "nd", "rd", "th"].contains(word(last)) { last += 1 }
            if let (second, end) = secondDay(at: last, after: day), isDay(second, month) {
                let (year, final) = yearAfter(end)
                return (.days(year: year, month: month, first: day, last: second), final)
            }
            let (year, final) = yearAfter(last)
            return (.date(year: year, month: month, day: day), final)
        }
        if let (year, last) = yearAfter(end, allowsOf: true) as? (Int, Int) {
            return (.date(year: year, month: month, day: nil), last)
        }
        if word(end) == "of", let inner = relative(at: end + 1), isYearLike(inner.meaning) {
            return (.within(month: month, day: nil, of: inner.meaning), inner.end)
        }
        guard standsAlone(start) else { return nil }
        return (.date(year: nil, month: month, day: nil), end)
    }

    /// The second day of a span of days: "-15", "to 15", where it is later than the first.
    private func secondDay(at index: Int, after first: Int) -> (day: Int, end: Int)? {
        guard isDash(index) || word(index) == "to", continues(index), continues(index + 1),
            let day = plainNumber(at: index + 1), pieces[index + 1].digits <= 2, day > first
        else { return nil }
        let hasSuffix = isGlued(index + 2) && ["st", "nd", "rd", "th"].contains(word(index + 2))
        return (day, hasSuffix ? index + 3 : index + 2)
    }

    /// A month's name with a capital, and the piece after it and its stop.
    func monthName(at index: Int) -> (month: Int, end: Int)? {
        guard index < pieces.count, pieces[index].isCapital, let name = lexicon.months[word(index)] else { return nil }
        let isShort = pieces[index].text.utf8.count <= 4 && name.number != 5 && !["june", "july"].contains(word(index))
        let hasStop = isShort && word(index + 1) == "." && isGlued(index + 1) && continues(index + 2)
        return (name.number, hasStop ? index + 2 : index + 1)
    }

    /// Whether a month's name without day and year is one: "may", "march", "Jan" and "Dec" are other words too.
    private func standsAlone(_ index: Int) -> Bool {
        let name = word(index)
        guard let month = lexicon.months[name] else { return false }
        if ["NNP", "NNPS"].contains(tag(index + 1)), pieces[index + 1].isCapital, continues(index + 1),
            lexicon.months[word(index + 1)] == nil, month.isAmbiguous
        {
            return false
        }
        if isNamed(index) { return false }
        if !month.isAmbiguous { return name.utf8.count > 4 || lexicon.monthLeads.contains(word(index - 1)) }
        if lexicon.monthLeads.contains(word(index - 1)) || isDash(index - 1) { return true }
        // "June and July", "between May and August".
        return ["and", "or", "to"].contains(word(index - 1)) && monthName(at: index - 2) != nil
    }

    /// Whether a capitalised adjective or name before it makes it a name: "Black September".
    private func isNamed(_ index: Int) -> Bool {
        guard index > 0, continues(index), pieces[index - 1].isCapital, ["NNP", "JJ", "NNPS"].contains(tag(index - 1))
        else { return false }
        return !lexicon.monthLeads.contains(word(index - 1)) && lexicon.weekdays[word(index - 1)] == nil
            && lexicon.months[word(index - 1)] == nil
    }

    /// The year after a month or day: "2012", ", 2012", "of 2012", "'98".
    func yearAfter(_ index: Int, allowsOf: Bool = false) -> (year: Int?, end: Int) {
        var next = index
        if word(next) == "," || word(next) == "of" && allowsOf { next += 1 }
        guard continues(next), continues(index), let year = plainNumber(at: next), pieces[next].digits == 4,
            (1000...2200).contains(year)
        else { return (nil, index) }
        return (year, next + 1)
    }

    /// Whether a meaning is a year, so that a month can lie in it.
    func isYearLike(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .shifted(.year, _, _): return true
        case .date(.some, nil, nil): return true
        default: return false
        }
    }

    private func holiday(at start: Int) -> Match? {
        guard let (date, end) = lexicon.holidays.match(pieces, at: start, exactCase: true) else { return nil }
        // "Christmas" before another name is part of that name.
        if pieces.indices.contains(end), pieces[end].isCapital, tag(end) == "NNP", continues(end) { return nil }
        if let year = yearAfter(end, allowsOf: true) as? (Int, Int) {
            return (.date(year: year.0, month: date.month, day: date.day), year.1)
        }
        return (.date(year: nil, month: date.month, day: date.day), end)
    }

    /// "the summer of 1996", "in spring 2011", "last summer" is relative.
    private func season(at start: Int) -> Match? {
        let index = word(start) == "the" ? start + 1 : start
        guard continues(index) || index == start, let season = lexicon.seasons[word(index)] else { return nil }
        // "the Prague Spring" is a name.
        if pieces[index].isCapital, index > 0, pieces[index - 1].isCapital, tag(index - 1) == "NNP" { return nil }
        if let year = yearAfter(index + 1, allowsOf: true) as? (Int, Int) {
            return (.date(year: year.0, month: season, day: nil), year.1)
        }
        if word(index + 1) == "of", let inner = relative(at: index + 2), isYearLike(inner.meaning) {
            return (.within(month: season, day: nil, of: inner.meaning), inner.end)
        }
        guard ["in", "by", "until", "since", "during"].contains(word(start - 1)), word(index + 1) != "of",
            index > start || word(index) != "fall", !["NN", "NNS"].contains(tag(index + 1))
        else { return nil }
        return (.date(year: nil, month: season, day: nil), index + 1)
    }
}
