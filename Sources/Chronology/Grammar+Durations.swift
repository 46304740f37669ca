/// Lengths of time, times of day and what comes again and again.
extension Grammar {
    /// "six months", "a six-month", "75 years", "several weeks", "the next six months", "decades-long", "half a year".
    func duration(at start: Int) -> Match? {
        if word(start) == "half", ["a", "an"].contains(word(start + 1)), let unit = unit(at: start + 2), !unit.isPlural
        {
            let value = unit.symbol == "Y" && unit.factor == 1 ? "P6M" : duration("0.5", unit)
            return (.duration(value), start + 3)
        }
        // "the past two years", "the next six months", "the last few days".
        var index = start
        if word(index) == "the" { index += 1 }
        if index == start || continues(index),
            lexicon.shifts[word(index)] != nil || Self.followers.contains(word(index)) || word(index) == "first",
            let (count, unit, end) = quantity(at: index + 1), unit.isPlural, continues(index + 1)
        {
            if Self.followers.contains(word(index)), index > start, let count, let calendar = unit.calendar {
                return (
                    .durationFromTold(Self.counting(calendar), count * unit.factor, value: duration(count, unit)), end
                )
            }
            return (.duration(duration(count.map(String.init) ?? "X", unit)), end)
        }
        if let (count, unit, end) = quantity(at: start) {
            // "a second time", "one day" of a tale, "a quarter of them".
            if unit.symbol == "TS" || unit.symbol == "Q", !unit.isPlural { return nil }
            if word(start) == "a", unit.symbol == "D", unit.factor == 1, word(end) == "when" { return nil }
            if isDash(end), word(end + 1) == "to" { return nil }
            var last = end
            if isDash(end), ["old", "long"].contains(word(end + 1)), isGlued(end + 1) { last = end + 2 }
            if word(end) == "old", isAge(start) { last = end + 1 }
            if word(end) == "-", word(end + 1) == "old" { last = end + 2 }
            return (.duration(duration(count.map(String.init) ?? "X", unit)), last)
        }
        if let unit = unit(at: start), unit.isPlural, unit.symbol != "TS", unit.symbol != "Q" {
            if isDash(start + 1), word(start + 2) == "long" { return (.duration(duration("X", unit)), start + 3) }
            // "for years", "in recent weeks", "decades of", "centuries ago".
            if word(start + 1) == "ago" { return (.reference("PAST_REF"), start + 2) }
            if ["for", "in", "over", "within", "after", "took", "take", "last", "lasted"].contains(word(start - 1)) {
                return (.duration(duration("X", unit)), start + 1)
            }
        }
        return nil
    }

    /// Words by which a length of time goes on from the date told before it.
    private static let followers: Set<String> = ["following", "subsequent", "ensuing"]

    private func isAge(_ start: Int) -> Bool { plainNumber(at: start) != nil || lexicon.numbers[word(start)] != nil }

    /// A number and a unit: "six months", "six-month", "16-year", "a couple of weeks", "twenty-five years".
    func quantity(at start: Int) -> (count: Int?, unit: Lexicon.Unit, end: Int)? {
        guard let (count, end) = count(at: start) else { return nil }
        var index = end
        if isDash(index), isGlued(index), isGlued(index + 1) { index += 1 }
        if word(index) == "consecutive" || word(index) == "full" || word(index) == "more" { index += 1 }
        guard let unit = unit(at: index) else { return nil }
        // "one years" is no quantity, "six month" only with a hyphen.
        if let count, count != 1, !unit.isPlural, !isDash(index - 1) { return nil }
        if count == 1, unit.isPlural { return nil }
        return (count, unit, index + 1)
    }

    private func count(at start: Int) -> (value: Int?, end: Int)? {
        if let number = plainNumber(at: start), pieces[start].digits <= 4, number > 0 {
            return isGlued(start + 1) && !isDash(start + 1) ? nil : (number, start + 1)
        }
        if word(start) == "half", word(start + 1) == "a", word(start + 2) == "dozen" { return (6, start + 3) }
        guard let value = lexicon.numbers[word(start)] else { return nil }
        if word(start) == "a" || word(start) == "an" {
            if word(start + 1) == "few" { return (nil, start + 2) }
            if word(start + 1) == "couple" { return (2, word(start + 2) == "of" ? start + 3 : start + 2) }
            if word(start + 1) == "dozen" { return (12, start + 2) }
            if word(start + 1) == "hundred" { return (100, start + 2) }
        }
        guard let value else { return (nil, start + 1) }
        if value >= 20, value < 100, isDash(start + 1), let rest = lexicon.numbers[word(start + 2)], let rest, rest < 10
        {
            return (value + rest, start + 3)
        }
        if value < 10, word(start + 1) == "hundred" { return (value * 100, start + 2) }
        return (value, start + 1)
    }

    func duration(_ count: Int, _ unit: Lexicon.Unit) -> String { duration(String(count), unit) }

    /// The TIMEX3 value: `P6M`, `PT24H`, `PXY`; decades and centuries are counted in years.
    func duration(_ count: String, _ unit: Lexicon.Unit) -> String {
        let isTime = unit.symbol.hasPrefix("T")
        let symbol = isTime ? String(unit.symbol.dropFirst()) : unit.symbol
        let number = unit.factor == 1 ? count : Int(count).map { String($0 * unit.factor) } ?? count
        return (isTime ? "PT" : "P") + number + symbol
    }

    /// "3 p.m.", "15:30", "noon", "midnight", with a day after it where one follows.
    func clock(at start: Int) -> Match? {
        if let found = partOf(day: start) { return found }
        guard let (value, end) = timeOfDay(at: start) else { return nil }
        let next = word(end) == "on" || word(end) == "," ? end + 1 : end
        if continues(next), let day = longest([dated(at: next), relative(at: next)]), isDay(day.meaning) {
            return (.timeOfDay(day.meaning, value), day.end)
        }
        return (.timeOfDay(nil, value), end)
    }

    /// "the night of 3 March 1998".
    private func partOf(day start: Int) -> Match? {
        let index = word(start) == "the" ? start + 1 : start
        guard let part = lexicon.dayParts[word(index)], !part.contains(":"), ["of", "on"].contains(word(index + 1)),
            continues(index + 2), let day = longest([dated(at: index + 2), relative(at: index + 2)]), isDay(day.meaning)
        else { return nil }
        return (.timeOfDay(day.meaning, part), day.end)
    }

    private func isDay(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .date(_, _, .some), .weekday, .shifted(.day, _, _): return true
        default: return false
        }
    }

    private func timeOfDay(at start: Int) -> (value: String, end: Int)? {
        if let part = lexicon.dayParts[word(start)], part.contains(":") { return (part, start + 1) }
        guard start < pieces.count, let hour = pieces[start].number, pieces[start].digits <= 2, hour < 24,
            !isGlued(start)
        else { return nil }
        var minute = 0
        var index = start + 1
        var hasMinutes = false
        if word(index) == ":", isGlued(index), isGlued(index + 1), let number = pieces[index + 1].number,
            pieces[index + 1].digits == 2, number < 60
        {
            minute = number
            hasMinutes = true
            index += 2
        }
        let half = word(index) == "am" || word(index) == "pm" ? String(word(index).prefix(1)) : word(index)
        if half == "a" || half == "p" {
            let isDotted = word(index) == half && word(index + 1) == "." && word(index + 2) == "m"
            guard isDotted || word(index) == half + "m", (1...12).contains(hour) else { return nil }
            let end = isDotted ? (word(index + 3) == "." ? index + 4 : index + 3) : index + 1
            return (Self.clock(hour % 12 + (half == "p" ? 12 : 0), minute), end)
        }
        guard hasMinutes, !isGlued(index) || word(index) != ":" else { return nil }
        return (Self.clock(hour, minute), index)
    }

    private static func clock(_ hour: Int, _ minute: Int) -> String {
        "T" + (hour < 10 ? "0" : "") + String(hour) + (minute < 10 ? ":0" : ":") + String(minute)
    }

    /// "annual", "every year", "each month", "every two weeks", "every Friday".
    func repeated(at start: Int) -> Match? {
        if let value = lexicon.sets[word(start)] { return (.set(value), start + 1) }
        guard ["every", "each"].contains(word(start)), continues(start + 1) else { return nil }
        if let unit = unit(at: start + 1), !unit.isPlural { return (.set(duration(1, unit)), start + 2) }
        if let (count, unit, end) = quantity(at: start + 1), let count { return (.set(duration(count, unit)), end) }
        if let day = lexicon.weekdays[word(start + 1)], pieces[start + 1].isCapital {
            return (.set("XXXX-WXX-\(day.number)"), start + 2)
        }
        if let (month, end) = monthName(at: start + 1) {
            return (.set("XXXX-" + (month < 10 ? "0" : "") + String(month)), end)
        }
        if let part = lexicon.dayParts[word(start + 1)], !part.contains(":") {
            return (.set("XXXX-XX-XX" + part), start + 2)
        }
        return nil
    }
}
