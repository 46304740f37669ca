import ChanceryCore
package import DossierStore

/// The numbers that can be cited, by what they count: what `figures` shows.
package struct FiguresView: Hashable, Sendable {
    /// One figure of one document.
    package struct Item: Hashable, Sendable, Encodable {
        /// The report's id.
        package var id: String
        /// The value.
        package var value: Double
        /// The lower bound of a range.
        package var low: Double?
        /// The upper bound of a range.
        package var high: Double?
        /// `people`, `rank`, or the text's own word.
        package var unit: String
        /// What is counted.
        package var of: String
        /// About, more than, at least …; empty where the text has none.
        package var qualifier: String
        /// When, EDTF, or empty.
        package var date: String
        /// How that date is known, or empty.
        package var dateBasis: String
        /// Whether it is told as fact.
        package var modality: String
        /// How far it is to be trusted, from 0 to 1; absent where nobody says.
        package var confidence: Double?
        /// True where it is doubtful; absent otherwise.
        package var doubtful: Bool?
        /// The chain of sources; empty is the author's own voice.
        package var sources: [String]
        /// Whose word it is, in words.
        package var voice: String
        /// The figure in words.
        package var what: String
        /// The clause, verbatim.
        package var words: String
        /// The document's given name.
        package var document: String
        /// What a reader calls the document.
        package var source: String
        /// The words as a page quotes them.
        package var quote: String
        /// The note as a page sets it.
        package var note: Page.Note
        /// The first code point of the clause.
        package var start: Int
        /// The code point after its last.
        package var end: Int
        /// What people ruled on it, each in words.
        package var decisions: [String]

        private enum CodingKeys: String, CodingKey {
            case id, value, low, high, unit, of, qualifier, date, dateBasis = "date_basis", modality, confidence,
                doubtful, sources
            case voice
            case what, words, quote, document, source, start, end, decisions
        }
    }

    /// The figures, in the order of their documents and words.
    package var items: [Item]
    /// By what they are in order.
    package var order = FigureSort.document

    /// The figures among reports.
    package init(of reports: [ReportItem], _ shelf: Shelf = Shelf()) {
        items = reports.compactMap { item in
            let report = item.report
            guard case .figure(let figure) = report.content else { return nil }
            let telling = Telling(item, shelf)
            return Item(
                id: report.id, value: figure.value, low: figure.low, high: figure.high, unit: figure.unit,
                of: figure.of, qualifier: figure.qualifier, date: report.date?.edtf ?? "",
                dateBasis: report.date?.basis.rawValue ?? "", modality: report.modality.rawValue,
                confidence: telling.confidence, doubtful: telling.doubtful,
                sources: report.attribution.map(\.source), voice: telling.voice,
                what: Wording.headline(report), words: item.words,
                document: report.document, source: telling.source, quote: telling.quote, note: telling.note,
                start: report.span.start, end: report.span.end,
                decisions: DecisionWords.remarks([item]))
        }.sorted { ($0.document, $0.start, $0.id) < ($1.document, $1.start, $1.id) }
    }

    /// The page: one item a figure; by value a section a unit, as numbers of different units do not compare.
    package func page() -> Page {
        var sections: [Page.Section] = []
        for item in items {
            let unit = item.unit.isEmpty ? "no unit" : SafeText.oneLine(item.unit)
            let heading = order == .value ? unit : nil
            let last = sections.last.map { NameFolding.fold($0.heading ?? "") }
            if last != NameFolding.fold(heading ?? "") {
                sections.append(Page.Section(heading, []))
            }
            sections[sections.count - 1].blocks.append(.item(item.item))
        }
        let summary = items.isEmpty ? "Nothing here matches." : Wording.count(items.count, "figure", "figures")
        return Page(title: "Figures", sections: sections, summary: summary)
    }
}

extension FiguresView.Item {
    fileprivate var item: Page.Item {
        let isDateTold = dateBasis != "published"
        var remarks: [String] = decisions.map { SafeText.oneLine($0) }
        if !isDateTold { remarks.append("in a text published \(DateWords.of(date))") }
        return Page.Item(
            margin: isDateTold ? DateWords.of(date) : "",
            caveat: ModalityWords.caveat(
                ModalityWords.caveat(Set(Modality(rawValue: modality).map { [$0] } ?? []), .figure),
                isDoubtful: doubtful == true),
            headline: what, notes: [note], remarks: remarks, ids: [id])
    }
}
