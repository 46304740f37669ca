package import ChanceryCore
package import DossierStore
import Foundation
package import Reconciling

/// One entry or report with all it rests on: what `show` shows.
package struct ShowView: Hashable, Sendable, Encodable {
    /// One participant as the words name it.
    package struct Party: Hashable, Sendable, Encodable {
        /// The part it plays: actor, recipient, speaker, about, subject, object.
        package var role: String
        /// The canonical name.
        package var name: String
        /// The alpha-3 code of the state it belongs to, or empty.
        package var code: String
        /// PLOVER's sector, or empty.
        package var sector: String
        /// The words in the evidence that name it.
        package var words: String
        /// The words elsewhere that tell who is meant; empty where the evidence itself does.
        package var fromWords: String
        /// The id of the decision that names it; absent where words do.
        package var decidedBy: String?

        private enum CodingKeys: String, CodingKey {
            case role, name, code, sector, words, fromWords, decidedBy = "decided_by"
        }
    }

    /// One telling in full.
    package struct Telling: Hashable, Sendable, Encodable {
        /// The report as `code` wrote it.
        package var report: Report
        /// True where it is doubtful; absent otherwise.
        package var doubtful: Bool?
        /// What it tells, in words.
        package var what: String
        /// The words before the clause, some way back.
        package var before: String
        /// The clause.
        package var words: String
        /// The words after it.
        package var after: String
        /// The words that fired the rule.
        package var trigger: String
        /// Who takes part.
        package var parties: [Party]
        /// The words that tell the date, or empty.
        package var dateWords: String
        /// The words elsewhere from which the date was taken over, or empty.
        package var dateFromWords: String
        /// The words that put it before, after or during something else.
        package var orderWords: [String]
        /// Whose word it is.
        package var voice: String
        /// What a reader calls the document.
        package var source: String
        /// Where the document is found; absent where nothing is known.
        package var url: String?
        /// All that is needed to cite it.
        package var citation: Citation
        /// The question that a statement answers; absent where it answers none.
        package var question: String?
        /// The footnotes on its sentence.
        package var footnotes: [Shelf.Footnote]
        /// What people ruled on it, also what takes no effect.
        package var decisions: [String]
        /// What was coded where decisions have it otherwise, each in words: "date 1996".
        package var coded: [String]
        /// What people ruled on whose word it is: the sources and the publisher, each in words.
        package var reliability: [String]
    }

    /// The entry, or nil where only a report was asked for.
    package var entry: EntryLine?
    /// Its tellings, in the order of documents and words.
    package var tellings: [Telling]

    /// How many code points of context stand around a clause.
    private static let reach = 160

    /// Shows an item of a dossier.
    ///
    /// - Parameters:
    ///   - texts: the documents' texts, by their hash; a text that is not there is not quoted.
    ///   - publishers: who published the documents, by their hash.
    ///   - rulings: what people ruled on sources.
    package init(
        _ item: DossierItem, texts: [String: OffsetMap], publishers: [String: String] = [:],
        rulings: Rulings = Rulings(), _ shelf: Shelf = Shelf()
    ) {
        switch item {
        case .entry(let item):
            entry = shelf.line(item)
            tellings = item.reports.map {
                Self.telling($0, texts[$0.report.documentHash], of: item.id, shelf)
            }
        case .report(let item, entry: let id):
            entry = nil
            tellings = [Self.telling(item, texts[item.report.documentHash], of: id, shelf)]
        }
        for place in tellings.indices {
            let report = tellings[place].report
            var sources: [String] = report.attribution.map(\.source)
            sources.append(publishers[report.documentHash] ?? "")
            tellings[place].reliability = DecisionWords.reliability(of: sources, rulings)
        }
    }

    private static func telling(
        _ item: ReportItem, _ text: OffsetMap?, of entry: String, _ shelf: Shelf
    ) -> Telling {
        let report = item.report
        let source = shelf.source(report)
        let asked = shelf.question(item)
        // Of a statement what is said is marked: who says it and how stands around it.
        var marked = report.span
        if case .statement(let statement) = report.content { marked = statement.contentSpan }
        func words(_ span: CodePointSpan?) -> String { span.flatMap { text?.text($0) } ?? "" }
        let length = text?.codePointCount ?? report.span.end
        let start = max(marked.start - reach, 0)
        let end = min(marked.end + reach, length)
        return Telling(
            report: report, doubtful: item.isDoubtful ? true : nil, what: Wording.headline(report),
            before: lastParagraph(words(CodePointSpan(start, marked.start))), words: item.words(marked),
            after: firstParagraph(words(CodePointSpan(marked.end, end))), trigger: words(report.trigger),
            parties: roles(report).flatMap { role, parties in
                parties.map {
                    Party(
                        role: role, name: $0.name, code: $0.code, sector: $0.sector, words: words($0.span),
                        fromWords: words($0.from), decidedBy: $0.decidedBy)
                }
            },
            dateWords: words(report.date?.evidence?.span), dateFromWords: words(report.date?.evidence?.from),
            orderWords: report.order.map { words($0.evidence.span) }, voice: "\(Wording.voice(report)) \(source.label)",
            source: source.label, url: source.url.isEmpty ? nil : source.url,
            citation: Citation(item, entry: entry, shelf), question: asked.isEmpty ? nil : asked,
            footnotes: shelf.footnotes(item),
            decisions: item.decisions.map { DecisionWords.fact($0) }, coded: DecisionWords.coded(item), reliability: [])
    }

    /// What stands after the last blank line: context does not reach into another paragraph.
    private static func lastParagraph(_ text: String) -> String {
        text.range(of: "\n\n", options: .backwards).map { String(text[$0.upperBound...]) } ?? text
    }

    private static func firstParagraph(_ text: String) -> String {
        text.range(of: "\n\n").map { String(text[..<$0.lowerBound]) } ?? text
    }

    private static func roles(_ report: Report) -> [(String, [Participant])] {
        switch report.content {
        case .event(let event):
            event.isReciprocal
                ? [("party", event.actors + event.recipients)]
                : [("actor", event.actors), ("recipient", event.recipients)]
        case .statement(let statement):
            [
                ("speaker", [statement.speaker].compactMap { $0 }),
                ("addressee", [statement.addressee].compactMap { $0 }), ("about", statement.about),
            ]
        case .figure: []
        case .state(let state): [("subject", state.subject), ("object", state.object)]
        }
    }
}
