package import ChanceryCore
package import DossierStore

/// The words a view quotes for a report: of a statement what is said and nothing else, of everything else the sentence
/// that tells it.
package struct Quotation: Hashable, Sendable {
    /// The words on one line, without footnote marks; `…` stands where a sentence is cut at an end, `[…]` where words of
    /// another's are left out.
    package var text: String
    /// Where they stand.
    package var span: CodePointSpan
    /// Whether all of it are the speaker's own words, between the document's quotation marks or in a block of their own.
    package var isVerbatim = true

    /// The longest sentence that is quoted whole, in code points.
    private static let longest = 320

    /// The words of a report without the text around them: the content of a statement, else its clause.
    package init(_ item: ReportItem) {
        if case .statement(let statement) = item.report.content {
            text = SafeText.oneLine(item.words(statement.contentSpan))
            span = statement.contentSpan
        } else {
            text = SafeText.oneLine(item.words)
            span = item.report.span
        }
    }

    /// The words of a report as its document has them.
    package init(_ report: Report, in reading: StoredLayout) {
        if case .statement(let statement) = report.content {
            let speech = Speech(statement, in: reading)
            self.init(text: speech.text, span: statement.contentSpan, isVerbatim: speech.isVerbatim)
        } else {
            self = Self.sentence(report, in: reading)
        }
    }

    private init(text: String, span: CodePointSpan, isVerbatim: Bool = true) {
        self.text = text
        self.span = span
        self.isVerbatim = isVerbatim
    }

    // MARK: Sentences

    /// The sentence, where it is short; else the part of it that tells the report. What is told on another's word is
    /// quoted inside that other's words alone.
    private static func sentence(_ report: Report, in reading: StoredLayout) -> Quotation {
        let clause = reading.trimmed(report.span)
        let sentence = reading.sentence(around: clause)
        var shown = clause
        var whole = sentence.union(clause)
        if !report.attribution.isEmpty {
            let held = reading.contents.filter { $0.contains(report.trigger) }.min { $0.count < $1.count }
            // Whose words begin where is not known: the clause as it is.
            guard let content = held.map(reading.trimmed) else { return cut(clause, of: sentence, in: reading) }
            shown = common(clause, content)
            whole = voice(around: shown, in: common(whole, content), reading)
        }
        guard whole.count > longest else { return cut(whole, of: whole, in: reading) }
        let start = reading.clauseStart(before: shown.start, notBefore: whole.start) ?? shown.start
        let end = reading.clauseEnd(after: shown.end, notAfter: whole.end) ?? shown.end
        return cut(CodePointSpan(start, end), of: whole, in: reading)
    }

    /// What two ranges share; they overlap.
    private static func common(_ a: CodePointSpan, _ b: CodePointSpan) -> CodePointSpan {
        CodePointSpan(max(a.start, b.start), min(a.end, b.end))
    }

    /// The part of somebody's words around a place that no quotation mark ends: behind one the document speaks.
    private static func voice(
        around shown: CodePointSpan, in words: CodePointSpan, _ reading: StoredLayout
    ) -> CodePointSpan {
        let marks: Set<Unicode.Scalar> = ["“", "”", "\"", "«", "»"]
        var (start, end) = (shown.start, shown.end)
        while start > words.start, start <= reading.scalars.count, !marks.contains(reading.scalars[start - 1]) {
            start -= 1
        }
        while end < min(words.end, reading.scalars.count), !marks.contains(reading.scalars[end]) { end += 1 }
        return CodePointSpan(start, end)
    }

    /// A part of what could be quoted, with `…` where more of it stands before or after.
    private static func cut(
        _ given: CodePointSpan, of whole: CodePointSpan, in reading: StoredLayout
    ) -> Quotation {
        let part = reading.trimmed(given)
        func holdsWords(_ start: Int, _ end: Int) -> Bool {
            reading.words(CodePointSpan(start, end)).unicodeScalars.contains { $0.properties.isAlphabetic }
        }
        var text = SafeText.oneLine(reading.cleanWords(part))
        if holdsWords(whole.start, part.start) { text = "… " + text }
        if holdsWords(part.end, whole.end) { text += " …" }
        return Quotation(text: text, span: part)
    }
}
