/// One file of rules, read but not yet compiled.
///
/// ```
/// part MONTH: month=@months:!short | month=@months:short [^.]
///
/// rule month-year
///   pattern: MONTH [,|of] year=<1000..2200>
///   means: date(year, month)
///   example: They met in [July 1970]. -> DATE 1970-07, 1970-07
///   none: They will march on.
/// ```
/// `Documentation/dates.md` tells what each line means.
struct RuleFile {
    /// A text with its place, so that a fault can be named.
    struct Line: Sendable {
        let file: String
        let number: Int
        let text: String

        func fault(_ problem: String) -> ChronologyError { .malformed(file, line: number, problem) }
    }

    /// A condition on the words beside an expression.
    struct Neighbour {
        let isLeft: Bool
        let isWanted: Bool
        let pattern: Line
    }

    /// A rule as written.
    struct Source {
        let id: String
        let line: Line
        var patterns: [Line] = []
        var means: Line?
        var neighbours: [Neighbour] = []
        var conditions: [Line] = []
        var examples: [RuleExample] = []
        var isInside = false

        /// Whether it tells what is no expression of time.
        var readsNothing: Bool { means?.text == "none()" }
    }

    private(set) var parts: [(name: String, pattern: Line)] = []
    private(set) var rules: [Source] = []

    /// Reads a file's text.
    ///
    /// - Throws: `ChronologyError` that names the file and line at fault.
    init(_ file: String, text: String) throws {
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = Line(file: file, number: index + 1, text: Self.trimmed(raw))
            if line.text.isEmpty || line.text.hasPrefix("#") { continue }
            try read(line)
        }
        for rule in rules where rule.patterns.isEmpty || rule.means == nil {
            throw rule.line.fault("rule '\(rule.id)' needs a line 'pattern:' and a line 'means:'")
        }
        for rule in rules where !rule.examples.contains(where: { ($0.expected == nil) == rule.readsNothing }) {
            throw rule.line.fault(
                "rule '\(rule.id)' has no example; add a line '\(rule.readsNothing ? "none" : "example"):'")
        }
    }

    private mutating func read(_ line: Line) throws {
        if line.text.hasPrefix("rule ") {
            let id = Self.trimmed(line.text.dropFirst(5))
            guard !id.isEmpty, id.allSatisfy({ $0.isLowercase || $0.isNumber || $0 == "-" }) else {
                throw line.fault("write a rule's name in small letters, digits and hyphens")
            }
            rules.append(Source(id: id, line: line))
            return
        }
        if line.text == "inside", !rules.isEmpty {
            rules[rules.count - 1].isInside = true
            return
        }
        guard let colon = line.text.firstIndex(of: ":") else {
            throw line.fault("'\(line.text)' is no line of a rule; it has no colon")
        }
        let key = Self.trimmed(line.text[..<colon])
        let rest = Line(
            file: line.file, number: line.number, text: Self.trimmed(line.text[line.text.index(after: colon)...]))
        if key.hasPrefix("part ") {
            parts.append((Self.trimmed(key.dropFirst(5)), rest))
            return
        }
        guard !rules.isEmpty else { throw line.fault("'\(key):' stands before the first rule") }
        let last = rules.count - 1
        switch key {
        case "pattern": rules[last].patterns.append(rest)
        case "means":
            guard rules[last].means == nil else { throw line.fault("a rule has one line 'means:'") }
            rules[last].means = rest
        case "where": rules[last].conditions.append(rest)
        case "left", "not left", "right", "not right":
            rules[last].neighbours.append(
                Neighbour(isLeft: key.hasSuffix("left"), isWanted: !key.hasPrefix("not"), pattern: rest))
        case "example": rules[last].examples.append(try RuleExample(rest))
        case "none": rules[last].examples.append(RuleExample(nothingIn: rest))
        default:
            throw line.fault(
                "'\(key):' is no line of a rule; write pattern, means, where, left, not left, right, not right, "
                    + "example or none")
        }
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        var rest = Substring(text)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}

/// A sentence that shows what a rule reads, or that it reads nothing there; every one of them is run as a test.
///
/// `Osk left/VBD [two days ago]. | 2024-04-17 -> DATE 2024-04-15, 2024-04-15`: the expression in brackets, tags where
/// they matter, the day of publication, then type, TIMEX3 value and EDTF (`-` for none).
struct RuleExample: Sendable {
    /// What the words in brackets are.
    struct Expected: Sendable, Hashable {
        let type: TimexType
        let value: String
        let edtf: String
    }

    /// Where it stands.
    let line: RuleFile.Line
    /// The sentence, with tags and without brackets.
    let text: String
    /// The words in brackets, without tags; nil where there are no brackets.
    let words: String?
    /// The day of publication.
    let publishedOn: String?
    /// What they are; nil where no expression may be found.
    let expected: Expected?

    init(_ line: RuleFile.Line) throws {
        guard let arrow = line.text.firstRange(of: "->") else {
            throw line.fault("an example needs '-> TYPE value, EDTF'")
        }
        let sides = RuleFile.trimmed(line.text[arrow.upperBound...]).split(separator: " ", maxSplits: 1)
        guard sides.count == 2, let type = TimexType(rawValue: String(sides[0])) else {
            throw line.fault("write DATE, TIME, DURATION or SET, then the value and the EDTF date")
        }
        let values = sides[1].split(separator: ",", maxSplits: 1).map { RuleFile.trimmed($0) }
        guard values.count == 2 else { throw line.fault("part the value from the EDTF date by a comma; '-' is none") }
        self.init(
            line, RuleFile.trimmed(line.text[..<arrow.lowerBound]),
            Expected(
                type: type, value: values[0], edtf: values[1]))
        guard words != nil else { throw line.fault("put the expression in brackets") }
    }

    init(nothingIn line: RuleFile.Line) { self.init(line, line.text, nil) }

    private init(_ line: RuleFile.Line, _ marked: String, _ expected: Expected?) {
        self.line = line
        self.expected = expected
        let halves = marked.split(separator: "|", maxSplits: 1).map { RuleFile.trimmed($0) }
        publishedOn = halves.count > 1 ? halves[1] : nil
        let sentence = halves.first ?? ""
        text = sentence.filter { $0 != "[" && $0 != "]" }
        if let open = sentence.firstIndex(of: "["), let close = sentence.firstIndex(of: "]"), open < close {
            words = Self.untagged(sentence[sentence.index(after: open)..<close])
        } else {
            words = nil
        }
    }

    /// The words without their tags: `left/VBD` is `left`.
    private static func untagged(_ text: Substring) -> String {
        text.split(separator: " ").map { word in
            guard let slash = word.lastIndex(of: "/") else { return String(word) }
            let tag = word[word.index(after: slash)...].prefix { $0.isLetter }
            let rest = word[slash...].dropFirst(1 + tag.count)
            return !tag.isEmpty && tag.allSatisfy { $0.isUppercase } ? String(word[..<slash]) + rest : String(word)
        }.joined(separator: " ")
    }
}
