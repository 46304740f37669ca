/// Makes a meaning out of what a rule says and the parts that its pattern has found.
struct MeaningBuilder {
    let captures: Matcher.Captures
    let lexicon: Lexicon

    /// The meaning; nil where the parts do not fit together, such as an eighth quarter.
    func meaning(_ rule: RuleMeaning) -> Meaning? {
        func number(_ name: String) -> Int? {
            if case .number(let number)? = value(rule, name) { return number }
            return nil
        }
        func text(_ name: String) -> String? {
            if case .text(let text)? = value(rule, name) { return text }
            return nil
        }
        func inner(_ name: String = "of") -> Meaning? {
            if case .inner(let meaning, _)? = value(rule, name) { return meaning }
            return nil
        }
        func unit() -> Lexicon.Unit? {
            if case .unit(let unit)? = value(rule, "unit") { return unit }
            return nil
        }
        var month: Int? {
            number("month") ?? number("quarter").map { 32 + $0 } ?? number("half").map { 39 + $0 }
        }
        var base: Base { text("from").flatMap { ["told": .told, "story": .story][$0] } ?? .publication }
        let hasEra = text("era") != nil
        switch rule.function {
        case .none: return .nothing
        case .same: return inner()
        case .date:
            if let month, let day = number("day"), month > 12 || !(1...31).contains(day) { return nil }
            if let short = number("short") { return .shortDate(year: short, month: month, day: number("day")) }
            return .date(year: number("year").map { hasEra ? 1 - $0 : $0 }, month: month, day: number("day"))
        case .days:
            guard let month, let first = number("first"), let last = number("last"), first < last else { return nil }
            return .days(year: number("year"), month: month, first: first, last: last)
        case .with:
            guard let day = number("day") else { return nil }
            return list(day, number("month"), number("year"), isChoice: text("join") == "or", and: inner())
        case .years:
            guard let first = number("first"), let last = number("last"), last > first % 100 else { return nil }
            return .years(first, first / 100 * 100 + last)
        case .decade:
            if let nth = number("nth"), let century = number("number") {
                return .decade((century - 1) * 100 + (nth - 1) * 10, isShort: false)
            }
            guard let first = number("first"), first % 10 == 0 else { return nil }
            return .decade(first, isShort: first < 100)
        case .century:
            if let first = number("first") {
                return first % 100 == 0 ? .century(first, isBeforeChrist: false) : nil
            }
            return number("number").map { .century(hasEra ? -$0 * 100 : ($0 - 1) * 100, isBeforeChrist: hasEra) }
        case .fiscal:
            if let steps = number("steps") { return .shiftedFiscalYear(steps) }
            return number("year").map { .fiscalYear($0, quarter: number("quarter")) }
        case .beside: return inner().flatMap { of in number("days").map { .beside(of, days: $0) } }
        case .shift:
            guard let calendar = unit()?.calendar, let steps = number("steps") else { return nil }
            return .shifted(calendar, steps, base)
        case .shiftMonth:
            guard let month, let steps = number("steps") else { return nil }
            return .shiftedMonth(month, steps, base)
        case .within:
            guard let of = inner() else { return nil }
            if let holiday = text("holiday") { return lexicon.holidays[holiday].map { .holidayOf($0, of) } }
            return month.map { .within(month: $0, day: number("day"), of: of) }
        case .weekday:
            guard let day = number("weekday") else { return nil }
            return inner().map { .weekdayOf(day, $0) } ?? .weekday(day, number("steps"), base)
        case .nthWeekday:
            guard let day = number("weekday"), let nth = number("nth") else { return nil }
            return inner().map { .nthWeekday(day, nth, of: $0) }
        case .weekOf: return inner().map { .weekOf($0) }
        case .weekend: return .weekend
        case .holiday:
            guard let holiday = text("holiday").flatMap({ lexicon.holidays[$0] }) else { return nil }
            return .holiday(holiday, year: number("year"), steps: number("steps"))
        case .time:
            guard case .timeOfDay(let day, _)? = inner() else {
                return text("daypart").map { .timeOfDay(inner(), $0) }
            }
            return text("daypart").map { .timeOfDay(day, $0) }
        case .clock:
            if let digits = number("digits") {
                return digits % 100 < 60 ? clock(digits / 100, digits % 100, nil).map { .timeOfDay(inner(), $0) } : nil
            }
            // "Six o'clock this afternoon": the part of the day tells which six.
            guard case .timeOfDay(let day, let part)? = inner() else {
                return clock(number("hour"), number("minute"), text("half")).map { .timeOfDay(inner(), $0) }
            }
            let hour = number("hour") ?? 0
            let half = hour > 12 ? nil : text("half") ?? (part == "TMO" ? "a" : "p")
            return clock(hour, number("minute"), half).map { .timeOfDay(day, $0) }
        case .set: return set(rule)
        case .reference: return text("value").map { .reference($0) }
        case .period: return text("span").map { .period($0, month: number("month"), day: number("day")) }
        case .part:
            return inner().flatMap { of in text("part").flatMap { TimexPart(rawValue: $0) }.map { .part($0, of) } }
        case .about: return inner().map { .about($0) }
        case .duration, .onward, .later, .ago:
            guard let unit = unit() else { return nil }
            return length(rule.function, count(rule), unit, number("sign"))
        }
    }

    /// A day with those that follow it in a list, which tell the month or the year for it.
    private func list(_ day: Int, _ month: Int?, _ year: Int?, isChoice: Bool, and rest: Meaning?) -> Meaning? {
        switch rest {
        case nil: .dayList(year: year, month: month, days: [day], isChoice: isChoice)
        case .date(let year, let own, .some(let next)):
            day < next
                ? .dayList(year: year, month: own ?? month, days: [day, next], isChoice: isChoice) : nil
        case .dayList(let year, let own, let days, let isRestChoice):
            day < days[0]
                ? .dayList(year: year, month: own ?? month, days: [day] + days, isChoice: isChoice || isRestChoice)
                : nil
        default: nil
        }
    }

    private func value(_ rule: RuleMeaning, _ name: String) -> RuleValue? {
        switch rule.arguments[name] {
        case .value(let value): return value
        case .call(let inner): return meaning(inner).map { .inner($0, rules: []) }
        case .slot(let slot, let isNegative):
            let found = captures.last { $0.name == slot }?.value
            if isNegative, case .number(let number)? = found { return .number(-number) }
            return found
        case nil: return nil
        }
    }

    private func count(_ rule: RuleMeaning) -> Count {
        let count: Count =
            switch value(rule, "count") {
            case .count(let count): count
            case .number(let number): .whole(number)
            case .text("half"): .half(0)
            case .text("open"): .open
            default: .whole(1)
            }
        // "a year and a half".
        if case .whole(let number) = count, value(rule, "more") != nil { return .half(number) }
        return count
    }

    private func length(_ function: MeaningFunction, _ count: Count, _ unit: Lexicon.Unit, _ sign: Int?) -> Meaning? {
        let value = unit.duration(count)
        if function == .duration { return .duration(value) }
        guard let calendar = unit.calendar else { return nil }
        // Decades and centuries are counted in years: "two decades ago" is about twenty years ago; and half a year in
        // months.
        var counted = calendar > .year ? CalendarUnit.year : calendar
        let number: Int
        switch count {
        case .whole(let whole): number = whole * unit.factor
        case .half(let whole) where counted == .year && unit.factor > 1: number = (whole * 2 + 1) * unit.factor / 2
        case .half(let whole) where counted == .year:
            number = whole * 12 + 6
            counted = .month
        case .half: return .duration(value)
        case .open: return function == .ago ? .reference((sign ?? -1) < 0 ? "PAST_REF" : "FUTURE_REF") : nil
        }
        switch function {
        case .ago: return .shifted(counted, (sign ?? -1) * number, .publication)
        case .onward: return .durationFromTold(counted, number, value: value)
        default: return .shiftedDuration(counted, (sign ?? 1) * number, value: value)
        }
    }

    private func set(_ rule: RuleMeaning) -> Meaning? {
        func text(_ name: String) -> String? {
            switch value(rule, name) {
            case .text(let text): text
            case .number(let number): String(number)
            case .count(let count): count.text + "X"
            default: nil
            }
        }
        return setValue(rule).map { .set($0, quantifier: text("quantifier"), frequency: text("frequency")) }
    }

    private func setValue(_ rule: RuleMeaning) -> String? {
        if case .text(let text)? = value(rule, "value") { return text }
        if case .number(let day)? = value(rule, "weekday") {
            if case .text(let part)? = value(rule, "daypart") { return "XXXX-WXX-\(day)\(part)" }
            return "XXXX-WXX-\(day)"
        }
        if case .number(let month)? = value(rule, "month") { return TimexValue.date(year: nil, month: month) }
        if case .text(let part)? = value(rule, "daypart") { return "XXXX-XX-XX" + part }
        guard case .unit(let unit)? = value(rule, "unit") else { return nil }
        return unit.duration(count(rule))
    }

    private func clock(_ hour: Int?, _ minute: Int?, _ half: String?) -> String? {
        guard var hour, hour <= 24 else { return nil }
        if let half {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (half == "p" ? 12 : 0)
        }
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "T" + two(hour) + ":" + two(minute ?? 0)
    }
}
