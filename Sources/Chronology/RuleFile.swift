import ChanceryCore

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
    struct Neighbour: Sendable {
        let isLeft: Bool
        let isWanted: Bool
        let pattern: Line
    }

    /// A rule as written.
    struct Source: Sendable {
        let id: String
        let line: Line
        var patterns: [Line] = []
        var means: Line?
        var neighbours: [Neighbour] = []
        var conditions: [Line] = []
        /// Whether it reads only what another rule asks for by name.
        var isInner = false
        /// Its lines `example:`, and those `none:`; they are read only where they are run.
        var examples: [Line] = []
        var counterexamples: [Line] = []

        /// Whether it tells what is no expression of time.
        var readsNothing: Bool { means?.text == "none()" }
    }

    private(set) var parts: [(name: String, pattern: Line)] = []
    private(set) var rules: [Source] = []

    /// Reads a file's text.
    ///
    /// - Throws: `ChronologyError` that names the file and line at fault.
    init(_ file: String, text: String) throws {
        for (index, raw) in text.pieces(partedBy: "\n", keepsEmpty: true).enumerated() {
            let line = Line(file: file, number: index + 1, text: Self.trimmed(raw))
            if line.text.isEmpty || line.text.hasPrefix("#") { continue }
            try read(line)
        }
        for rule in rules where rule.patterns.isEmpty || rule.means == nil {
            throw rule.line.fault("rule '\(rule.id)' needs a line 'pattern:' and a line 'means:'")
        }
        for rule in rules where (rule.readsNothing ? rule.counterexamples : rule.examples).isEmpty {
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
        case "stands":
            guard rest.text == "inside" else { throw line.fault("write 'stands: inside', or leave the line out") }
            rules[last].isInner = true
        case "left", "not left", "right", "not right":
            rules[last].neighbours.append(
                Neighbour(isLeft: key.hasSuffix("left"), isWanted: !key.hasPrefix("not"), pattern: rest))
        case "example": rules[last].examples.append(rest)
        case "none": rules[last].counterexamples.append(rest)
        default:
            throw line.fault(
                "'\(key):' is no line of a rule; write pattern, means, where, stands, left, not left, right, "
                    + "not right, example or none")
        }
    }

    /// A text without blanks and tabs at its ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        var bytes = Substring(text).utf8
        while bytes.first == 32 || bytes.first == 9 { bytes.removeFirst() }
        while bytes.last == 32 || bytes.last == 9 { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
