import ChanceryCore

/// One entry or report with all it rests on: what `show` shows.
struct ShowView: Hashable, Sendable {
    /// One participant as the words name it.
    struct Party: Hashable, Sendable, Encodable {
        /// The part it plays: actor, recipient, speaker, about, subject, object.
        var role: String
        /// The canonical name.
        var name: String
        /// The alpha-3 code of the state it belongs to, or empty.
        var code: String
        /// PLOVER's sector, or empty.
        var sector: String
        /// The words in the evidence that name it.
        var words: String
        /// The words elsewhere that tell who is meant; empty where the evidence itself does.
        var fromWords: String
    }

    /// One telling in full.
    struct Telling: Hashable, Sendable, Encodable {
        /// The report as `code` wrote it.
        var report: Report
        /// What it tells, in words.
        var what: String
        /// The words before the clause, some way back.
        var before: String
        /// The clause.
        var words: String
        /// The words after it.
        var after: String
        /// The words that fired the rule.
        var trigger: String
        /// Who takes part.
        var parties: [Party]
        /// The words that tell the date, or empty.
        var dateWords: String
        /// The words elsewhere from which the date was taken over, or empty.
        var dateFromWords: String
        /// Whose word it is.
        var voice: String
    }

    /// The entry, or nil where only a report was asked for.
    var entry: EntryItem?
    /// Its tellings, in the order of documents and words.
    var tellings: [Telling]

    /// How many code points of context stand around a clause.
    private static let reach = 160

    /// Finds an entry or a report by its id or by the beginning of it, six characters or more.
    ///
    /// Returns nil where nothing, or more than one thing, begins so.
    init?(_ id: String, of record: Record) {
        let entries = record.entries.filter { $0.id == id || (id.count >= 6 && $0.id.hasPrefix(id)) }
        if entries.count == 1, let entry = entries.first, let item = EntryItem(entry, of: record) {
            self.entry = item
            tellings = record.tellings(of: entry).map { Self.telling($0, of: record) }
            return
        }
        let reports = record.reports.values.filter { $0.id == id || (id.count >= 6 && $0.id.hasPrefix(id)) }
        guard entries.isEmpty, reports.count == 1, let report = reports.first else { return nil }
        entry = nil
        tellings = [Self.telling(report, of: record)]
    }

    private static func telling(_ report: Report, of record: Record) -> Telling {
        func words(_ span: CodePointSpan?) -> String { span.map { record.words($0, of: report) } ?? "" }
        let length = record.texts[report.documentHash]?.codePointCount ?? report.span.end
        let start = max(report.span.start - reach, 0)
        let end = min(report.span.end + reach, length)
        return Telling(
            report: report, what: Wording.headline(report),
            before: words(CodePointSpan(start, report.span.start)), words: words(report.span),
            after: words(CodePointSpan(report.span.end, end)), trigger: words(report.trigger),
            parties: roles(report).flatMap { role, parties in
                parties.map {
                    Party(
                        role: role, name: $0.name, code: $0.code, sector: $0.sector, words: words($0.span),
                        fromWords: words($0.from))
                }
            },
            dateWords: words(report.date?.evidence?.span), dateFromWords: words(report.date?.evidence?.from),
            voice: Wording.voice(report))
    }

    private static func roles(_ report: Report) -> [(String, [Participant])] {
        switch report.content {
        case .event(let event):
            event.isReciprocal
                ? [("party", event.actors + event.recipients)]
                : [("actor", event.actors), ("recipient", event.recipients)]
        case .statement(let statement):
            [("speaker", [statement.speaker].compactMap { $0 }), ("about", statement.about)]
        case .figure: []
        case .state(let state): [("subject", state.subject), ("object", state.object)]
        }
    }
}
