/// Dates seen from another: "yesterday", "last month", "the following year", "two years ago", "on Monday".
extension Grammar {
    func relative(at start: Int) -> Match? {
        guard start < pieces.count else { return nil }
        return longest([
            relativeDay(at: start), shifted(at: start), vagueShift(at: start), weekend(at: start), toldShift(at: start),
            counted(at: start), weekday(at: start),
        ])
    }

    private func relativeDay(at start: Int) -> Match? {
        guard let (value, end) = lexicon.relativeDays.match(pieces, at: start) else { return nil }
        let day = Meaning.shifted(.day, value.days, .publication)
        if let part = value.part { return (.timeOfDay(day, part), end) }
        if continues(end), let part = lexicon.dayParts[word(end)], part.first == "T", !part.contains(":") {
            return (.timeOfDay(day, part), end + 1)
        }
        return (day, end)
    }

    /// "last month", "this week", "next Friday", "last July", "the last quarter", "earlier this year".
    private func shifted(at start: Int) -> Match? {
        var index = start
        if ["earlier", "later", "sometime"].contains(word(index)), lexicon.shifts[word(index + 1)] != nil {
            index += 1
        }
        let hasArticle = word(index) == "the"
        if hasArticle { index += 1 }
        guard let steps = lexicon.shifts[word(index)], index == start || continues(index) else { return nil }
        let next = index + 1
        guard continues(next) else { return nil }
        if let unit = unit(at: next), !unit.isPlural {
            if let part = lexicon.dayParts[word(next)], steps <= 0 {
                return (.timeOfDay(.shifted(.day, steps, .publication), part), next + 1)
            }
            if word(index) == "this", word(next) == "day" { return (.shifted(.day, 0, .told), next + 1) }
            return shiftedUnit(unit, steps: steps, at: start, unitAt: next, hasArticle: hasArticle)
        }
        if hasArticle { return nil }
        if let part = lexicon.dayParts[word(next)], !part.contains(":"), steps == 0 || word(next) == "night" {
            return (.timeOfDay(.shifted(.day, steps, .publication), part), next + 1)
        }
        if pieces[next].isCapital, let day = lexicon.weekdays[word(next)], !day.isAmbiguous {
            if continues(next + 1), let part = lexicon.dayParts[word(next + 1)], !part.contains(":") {
                return (.timeOfDay(.weekday(day.number, steps), part), next + 2)
            }
            return (.weekday(day.number, steps), next + 1)
        }
        if let (month, end) = monthName(at: next), plainNumber(at: end) == nil || !continues(end) {
            return (.shiftedMonth(month, steps), end)
        }
        if let season = lexicon.seasons[word(next)] { return (.shiftedMonth(season, steps), next + 1) }
        return nil
    }

    /// "recent weeks", "the coming years".
    private func vagueShift(at start: Int) -> Match? {
        let index = word(start) == "the" ? start + 1 : start
        guard let value = lexicon.vagueShifts[word(index)], index == start || continues(index),
            let unit = unit(at: index + 1), unit.isPlural, unit.calendar != nil
        else { return nil }
        return (.reference(value), index + 2)
    }

    /// "over the weekend": the one that lies nearest on the side the verb points to.
    private func weekend(at start: Int) -> Match? {
        guard word(start) == "the", let unit = unit(at: start + 1), unit.calendar == .weekend, !unit.isPlural,
            word(start + 2) != "of"
        else { return nil }
        return (.weekend, start + 2)
    }

    private func shiftedUnit(_ unit: Lexicon.Unit, steps: Int, at start: Int, unitAt: Int, hasArticle: Bool) -> Match? {
        guard let calendar = unit.calendar else {
            return hasArticle ? (.duration(duration(1, unit)), unitAt + 1) : nil
        }
        let lead = word(unitAt - 1)
        // "the last day of the talks" is no day we know; "the past year" is a length of time.
        if word(unitAt + 1) == "of", hasArticle { return nil }
        if hasArticle && lead == "past" || lead == "past" && calendar > .week {
            return (.duration(duration(1, unit)), unitAt + 1)
        }
        if hasArticle, lead == "next" || lead == "previous" || lead == "preceding" { return nil }
        if hasArticle, calendar >= .decade { return (.duration(duration(1, unit)), unitAt + 1) }
        if unit.factor > 1, calendar != .decade, calendar != .century { return nil }
        return (.shifted(calendar, steps, .publication), unitAt + 1)
    }

    /// "the following year", "that same month", "earlier that year", "the year before".
    private func toldShift(at start: Int) -> Match? {
        var index = start
        if ["earlier", "later", "early", "late"].contains(word(index)) { index += 1 }
        if let (steps, end) = lexicon.toldShifts.match(pieces, at: index), let unit = unit(at: end), !unit.isPlural,
            let calendar = unit.calendar, unit.factor == 1 || calendar >= .decade
        {
            // "that year" points back; "the next day of talks" and "that day when" tell their own day.
            if word(end + 1) == "of" || word(end + 1) == "'" && word(end + 2) != "s" { return nil }
            // "over the next decade" is ten years from now.
            if calendar > .year, word(end - 1) == "next" || word(end - 1) == "previous" {
                return (.duration(duration(1, unit)), end + 1)
            }
            return (.shifted(calendar, steps, .told), end + 1)
        }
        if word(start) == "the", let unit = unit(at: start + 1), let calendar = unit.calendar, !unit.isPlural,
            calendar <= .year
        {
            if ["before", "earlier"].contains(word(start + 2)), !opensClause(start + 3) {
                return (.shifted(calendar, -1, .told), start + 3)
            }
            if ["after", "later"].contains(word(start + 2)), !opensClause(start + 3) {
                return (.shifted(calendar, 1, .told), start + 3)
            }
        }
        return nil
    }

    /// Whether words follow that "before" or "after" governs, so that it points at them and not at a date told.
    private func opensClause(_ index: Int) -> Bool {
        guard continues(index) else { return false }
        let first = pieces[index].text.unicodeScalars.first
        return first?.properties.isAlphabetic ?? false || pieces[index].number != nil
    }

    /// "two years ago", "a year later", "three months earlier", "five years from now", "two years before."
    private func counted(at start: Int) -> Match? {
        if word(start) == "half", ["a", "an"].contains(word(start + 1)), word(start + 2) == "year" {
            let months = Meaning.shifted(.month, -6, .publication)
            if word(start + 3) == "ago" { return (months, start + 4) }
            if word(start + 3) == "later" { return (.shiftedDuration(.month, 6, value: "P6M"), start + 4) }
        }
        guard let (count, unit, end) = quantity(at: start), isDash(end - 2) == false else { return nil }
        switch word(end) {
        case "ago":
            guard let calendar = unit.calendar else { return nil }
            guard let count else { return (.reference("PAST_REF"), end + 1) }
            return (.shifted(Self.counting(calendar), -count * unit.factor, .publication), end + 1)
        case "from" where word(end + 1) == "now":
            guard let count, let calendar = unit.calendar else { return nil }
            return (.shifted(Self.counting(calendar), count * unit.factor, .publication), end + 2)
        case "later", "earlier", "afterwards", "before", "after":
            let isBare = word(end) == "before" || word(end) == "after"
            if isBare && opensClause(end + 1) { return nil }
            guard let count, let calendar = unit.calendar else { return nil }
            let sign = ["earlier", "before"].contains(word(end)) ? -1 : 1
            return (
                .shiftedDuration(
                    Self.counting(calendar), sign * count * unit.factor, value: duration(count, unit)), end + 1
            )
        default: return nil
        }
    }

    /// Counted decades and centuries are counted in years: "two decades ago" is about twenty years ago.
    static func counting(_ unit: CalendarUnit) -> CalendarUnit { unit > .year ? .year : unit }

    /// "Monday", "Friday morning".
    private func weekday(at start: Int) -> Match? {
        guard pieces[start].isCapital, let day = lexicon.weekdays[word(start)], !day.isAmbiguous else { return nil }
        // "Bloody Sunday", "Good Friday Agreement" are names.
        if start > 0, continues(start), pieces[start - 1].isCapital, tag(start - 1) == "NNP", tag(start) == "NNP",
            pieces[start - 1].sentence == pieces[start].sentence, start > 1, continues(start - 1),
            pieces[start - 2].sentence == pieces[start].sentence,
            ["the", "on", "since", "called"].contains(word(start - 2))
        {
            return nil
        }
        if continues(start + 1), let part = lexicon.dayParts[word(start + 1)], !part.contains(":") {
            return (.timeOfDay(.weekday(day.number, nil), part), start + 2)
        }
        return (.weekday(day.number, nil), start + 1)
    }
}
