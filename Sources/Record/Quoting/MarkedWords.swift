package import ChanceryCore

/// The words of a report with what each of them is in it: who acts, on whom, when, where.
package struct MarkedWords: Hashable, Sendable {
    /// Words of one part.
    package struct Run: Hashable, Sendable {
        /// The words, as the text has them.
        package var text: String
        /// `actor`, `recipient`, `speaker`, `trigger`, `date`, `place`, `number`, or empty.
        package var role: String
    }

    /// The words before, to the beginning of the paragraph at most.
    package var before: String
    /// The words of the report.
    package var runs: [Run]
    /// The words behind it, to the end of the paragraph at most.
    package var after: String

    /// How many code points stand around a report at most.
    private static let reach = 600

    /// Marks the words of a report.
    ///
    /// - Parameter layout: the document's text with its blocks: markup is left out.
    package init(_ report: Report, in layout: StoredLayout) {
        let scalars = layout.scalars
        let whole = CodePointSpan(
            min(max(report.span.start, 0), scalars.count), min(max(report.span.end, 0), scalars.count))
        func words(_ from: Int, _ to: Int) -> String {
            from < to ? layout.cleanWords(CodePointSpan(from, to)) : ""
        }
        var start = whole.start
        while start > max(0, whole.start - Self.reach), scalars[start - 1] != "\n" { start -= 1 }
        var end = whole.end
        while end < min(scalars.count, whole.end + Self.reach), scalars[end] != "\n" { end += 1 }
        before = words(start, whole.start)
        after = words(whole.end, end)
        // What is named first here goes before what is named later where both claim a word.
        var roles = [String](repeating: "", count: max(whole.end - whole.start, 0))
        func mark(_ span: CodePointSpan?, _ role: String) {
            guard let span else { return }
            for place in max(span.start, whole.start)..<max(min(span.end, whole.end), max(span.start, whole.start))
            where roles[place - whole.start].isEmpty {
                roles[place - whole.start] = role
            }
        }
        mark(report.date?.evidence?.span, "date")
        for party in PartyLine.lines(of: report) {
            guard let from = party.start, let to = party.end, party.decidedBy == nil else { continue }
            mark(CodePointSpan(from, to), Self.role(party.role))
        }
        if case .event(let event) = report.content { mark(event.place?.evidence.span, "place") }
        mark(report.trigger, report.kind == .figure ? "number" : "trigger")
        runs = []
        var place = 0
        while place < roles.count {
            var next = place
            while next < roles.count, roles[next] == roles[place] { next += 1 }
            runs.append(Run(text: words(whole.start + place, whole.start + next), role: roles[place]))
            place = next
        }
    }

    private static func role(_ role: String) -> String {
        switch role {
        case "actor", "subject": "actor"
        case "speaker": "speaker"
        default: "recipient"
        }
    }
}
