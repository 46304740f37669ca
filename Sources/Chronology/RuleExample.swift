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
        // A list has commas of its own, without a blank.
        guard let comma = sides[1].firstRange(of: ", ") else {
            throw line.fault("part the value from the EDTF date by a comma and a blank; '-' is none")
        }
        self.init(
            line, RuleFile.trimmed(line.text[..<arrow.lowerBound]),
            Expected(
                type: type, value: RuleFile.trimmed(sides[1][..<comma.lowerBound]),
                edtf: RuleFile.trimmed(sides[1][comma.upperBound...])))
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
