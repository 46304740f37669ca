/// What a rule says its words mean: a call such as `date(year, month, day)` or `part(part, of)`.
///
/// An argument is a named part of the pattern (`month` alone is `month=month`; `-steps` turns the sign), a number, or a
/// word; an argument whose part the text does not have is left out. A call may stand as an argument.
struct RuleMeaning: Sendable {
    /// What an argument is.
    indirect enum Argument: Sendable {
        case slot(String, isNegative: Bool)
        case value(RuleValue)
        case call(RuleMeaning)
    }

    let function: MeaningFunction
    let arguments: [String: Argument]
}

/// The functions that make meanings, and the arguments each takes.
enum MeaningFunction: String, Sendable, CaseIterable {
    case date, days, with, years, decade, century, fiscal, beside, shift, within, weekday, weekend, time, clock,
        duration,
        onward
    case later, ago, set, reference, period, holiday, part, about, same, none
    case shiftMonth = "shift-month"
    case weekOf = "week-of"
    case nthWeekday = "nth-weekday"

    var parameters: Set<String> {
        switch self {
        case .date: ["year", "short", "month", "day", "quarter", "half", "era"]
        case .days: ["year", "month", "first", "last"]
        case .with: ["year", "month", "day", "join", "of"]
        case .years: ["first", "last"]
        case .decade: ["first", "nth", "number"]
        case .century: ["number", "first", "era"]
        case .fiscal: ["year", "steps", "quarter"]
        case .shift: ["unit", "steps", "from"]
        case .shiftMonth: ["month", "quarter", "steps", "from"]
        case .within: ["month", "day", "quarter", "half", "holiday", "of"]
        case .weekday: ["weekday", "steps", "of", "from"]
        case .nthWeekday: ["weekday", "nth", "of"]
        case .weekend, .none: []
        case .time: ["of", "daypart"]
        case .clock: ["hour", "minute", "half", "digits", "of"]
        case .duration, .onward: ["count", "unit", "more"]
        case .later, .ago: ["count", "unit", "sign", "more"]
        case .set: ["count", "unit", "weekday", "month", "daypart", "value", "quantifier", "frequency"]
        case .reference: ["value"]
        case .period: ["span", "month", "day"]
        case .beside: ["of", "days"]
        case .holiday: ["holiday", "year", "steps"]
        case .part: ["part", "of"]
        case .about, .same, .weekOf: ["of"]
        }
    }
}

/// Reads what a rule's line `means:` says.
struct MeaningReader {
    let line: RuleFile.Line
    /// The names of the pattern's parts.
    let slots: Set<String>
    let units: [String: Lexicon.Unit]
    private var rest: Substring

    init(_ line: RuleFile.Line, slots: Set<String>, units: [String: Lexicon.Unit]) {
        self.line = line
        self.slots = slots
        self.units = units
        rest = line.text[...]
    }

    /// - Throws: `ChronologyError` that names the file and line at fault.
    mutating func read() throws -> RuleMeaning {
        let meaning = try call(word())
        skip()
        guard rest.isEmpty else { throw line.fault("'\(rest)' stands after the meaning") }
        return meaning
    }

    private mutating func call(_ name: String) throws -> RuleMeaning {
        guard let function = MeaningFunction(rawValue: name) else {
            let names = MeaningFunction.allCases.map(\.rawValue).joined(separator: ", ")
            throw line.fault("'\(name)' is no meaning; write one of \(names)")
        }
        guard take("(") else { throw line.fault("a '(' is missing after '\(name)'") }
        var arguments: [String: RuleMeaning.Argument] = [:]
        while !take(")") {
            let isNegative = take("-")
            let key = word()
            guard !key.isEmpty else { throw line.fault("a ')' is missing after '\(name)'") }
            let argument = take("=") ? try argument() : try slot(key, isNegative)
            guard function.parameters.contains(key) else {
                throw line.fault("'\(name)' has no argument '\(key)'; it takes \(function.parameters.sorted())")
            }
            arguments[key] = argument
            _ = take(",")
        }
        return RuleMeaning(function: function, arguments: arguments)
    }

    private mutating func argument() throws -> RuleMeaning.Argument {
        let isNegative = take("-")
        let text = word()
        if let number = Int(text) { return .value(.number(isNegative ? -number : number)) }
        if rest.hasPrefix("(") { return .call(try call(text)) }
        if slots.contains(text) { return .slot(text, isNegative: isNegative) }
        guard !text.isEmpty, !isNegative else { throw line.fault("an argument is missing before '\(rest)'") }
        return .value(units[text].map { .unit($0) } ?? .text(text))
    }

    private func slot(_ name: String, _ isNegative: Bool) throws -> RuleMeaning.Argument {
        guard slots.contains(name) else { throw line.fault("no part of the pattern is called '\(name)'") }
        return .slot(name, isNegative: isNegative)
    }

    private mutating func skip() { while rest.first == " " { rest.removeFirst() } }

    private mutating func take(_ mark: Character) -> Bool {
        skip()
        guard rest.first == mark else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func word() -> String {
        skip()
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" || $0 == "-" }
        rest = rest.dropFirst(word.count)
        return String(word)
    }
}
