import ChanceryCore

extension Structurer {
    /// Paragraphs that ask without a label: set off in bold or italics, or, where the opening says that the text is an
    /// interview, as headings or as paragraphs of their own.
    ///
    /// One alone is emphasis or rhetoric: there are at least two, each followed by something that asks nothing.
    func setOffQuestions() -> Set<Int> {
        let emphasised = asking { $0.isEmphasised || emphasis(of: $0) != nil }
        if emphasised.count >= 2 { return emphasised }
        let headed = asking { $0.kind == .heading }
        let plain = asking { $0.kind == nil && !startsWithDash($0) }
        // Few texts have such paragraphs: of the others it is not asked how they open.
        guard headed.count >= 2 || plain.count >= 2, opensAsInterview() else { return [] }
        let headings = units.indices.filter { units[$0].kind == .heading || isHeadingMarkup(units[$0]) }
        if headed.count >= 2, headed.count * 2 > headings.count { return headed }
        return plain.count >= 2 ? plain : []
    }

    /// Whether the title or one of the first paragraphs says that somebody is interviewed.
    func opensAsInterview() -> Bool {
        let title = (givenTitle ?? "").lowercased().split(whereSeparator: { !$0.isLetter && $0 != "&" }).map(
            String.init)
        if title.contains(where: { lexicon.labels.contains("interview", $0) }) { return true }
        return units.prefix(6).contains { unit in
            text.words(in: unit.body, limit: 80).contains { lexicon.labels.contains("interview", $0.folded) }
        }
    }

    /// Units of a sort that are one question each and are followed by running text that is none.
    private func asking(_ isOfSort: (Unit) -> Bool) -> Set<Int> {
        Set(
            units.indices.filter { index in
                let unit = units[index]
                guard unit.kind == nil || unit.kind == .heading, isOfSort(unit), isQuestion(unit),
                    let next = units.indices.first(where: { $0 > index && units[$0].kind != .caption })
                else { return false }
                return units[next].kind == nil && !isQuestion(units[next]) && !isOfSort(units[next])
                    || units[next].kind == nil && !isQuestion(units[next]) && unit.kind == nil && !unit.isEmphasised
            })
    }

    private func startsWithDash(_ unit: Unit) -> Bool {
        unit.span.count > 0 && Punctuation.isDash(text.scalar(at: unit.span.start).value)
    }

    private func isHeadingMarkup(_ unit: Unit) -> Bool { unit.level > 1 }

    /// Whether a unit is a line that ends in a question mark, emphasis aside.
    private func isQuestion(_ unit: Unit) -> Bool {
        var end = unit.body.end
        while end > unit.body.start, [0x2A, 0x5F, 0x20].contains(text.bytes[end - 1]) { end -= 1 }
        return end > unit.body.start && text.bytes[end - 1] == 0x3F
            && (2...Self.longestLine).contains(text.words(in: unit.body, limit: Self.longestLine + 1).count)
    }

    /// The words between Markdown's marks of emphasis where they enclose the whole unit: `*…*`, `**…**`, `_…_`.
    func emphasis(of unit: Unit) -> ByteSpan? {
        guard format == .markdown else { return nil }
        let body = unit.body
        for mark in ["***", "**", "__", "*", "_"] where body.count > 2 * mark.utf8.count + 2 {
            guard text.hasPrefix(mark, in: body), text.string(body).hasSuffix(mark) else { continue }
            let inner = ByteSpan(body.start + mark.utf8.count, body.end - mark.utf8.count)
            return text.bytes[inner.start..<inner.end].contains(0x2A) && mark.hasPrefix("*") ? nil : inner
        }
        return nil
    }

    /// A conversation in paragraphs that begin with a dash, in an interview: true for those that ask.
    func dashedTurns() -> [Int: Bool] {
        let dashed = units.indices.filter {
            units[$0].kind == nil && startsWithDash(units[$0])
                && text.words(in: units[$0].body, limit: 4).count >= 2
        }
        guard dashed.count >= 4, opensAsInterview() else { return [:] }
        let asking = dashed.filter { isQuestion(units[$0]) || endsAsking(units[$0]) }
        guard asking.count >= 2, asking.count < dashed.count else { return [:] }
        return Dictionary(uniqueKeysWithValues: dashed.map { ($0, asking.contains($0)) })
    }

    private func endsAsking(_ unit: Unit) -> Bool {
        unit.body.count > 0 && text.bytes[unit.body.end - 1] == 0x3F
    }

    /// A label set off by a dash ("ROE – …"): a name of up to four words, for those that come back only.
    func splitDashLabel(_ unit: Unit) -> LabelledLine? {
        // A name in capitals before a dash has been taken for a dateline: the label stands before the body then.
        let start = unit.span.start
        let limit = min(unit.body.end, start + 60)
        var offset = start
        while offset < limit {
            let (value, end) = text.scalar(at: offset)
            if Punctuation.isDash(value), offset > start, end < unit.body.end,
                text.blank(at: end, limit: unit.body.end) > 0,
                text.bytes[offset - 1] == 0x20
            {
                let label = text.trimmed(ByteSpan(start, offset))
                let words = text.words(in: label, limit: 5)
                guard (1...4).contains(words.count), isName(words) else { return nil }
                let rest = text.trimmed(ByteSpan(end, unit.body.end))
                guard rest.count > 0 else { return nil }
                return LabelledLine(label: label, words: words, rest: rest)
            }
            offset = end
        }
        return nil
    }
}
