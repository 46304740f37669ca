import ChanceryCore
package import DossierStore

/// Who said what, in date order: what `statements` shows.
package struct StatementsView: Hashable, Sendable {
    /// One statement of one document.
    package struct Item: Hashable, Sendable, Encodable {
        /// The report's id.
        package var id: String
        /// Who says it, or empty where the text does not name them.
        package var speaker: String
        /// To whom it is said, or empty where the text does not say so.
        package var addressee: String
        /// `direct` or `indirect`.
        package var form: String
        /// The words that introduce it, or empty where the layout does.
        package var cue: String
        /// What is said, verbatim.
        package var content: String
        /// The same as a page quotes it: `[…]` stands where the document interrupts it.
        package var quote: String
        /// Whether all of it are the speaker's own words, as the document has it.
        package var isVerbatim: Bool
        /// The question it answers; absent where it answers none.
        package var question: String?
        /// The parties spoken about.
        package var about: [String]
        /// Through what it was said.
        package var via: [String]
        /// The chain of sources through which the document tells it.
        package var sources: [String]
        /// Whether it is told as fact that it was said.
        package var modality: String
        /// How far it is to be trusted, from 0 to 1; absent where nobody says.
        package var confidence: Double?
        /// True where it is doubtful; absent otherwise.
        package var doubtful: Bool?
        /// When it was said, EDTF, or empty.
        package var saidOn: String
        /// How that date is known, or empty.
        package var dateBasis: String
        /// The day of publication of the document, EDTF, or empty: it was said by then.
        package var publishedOn: String
        /// The document's given name.
        package var document: String
        /// What a reader calls the document.
        package var source: String
        /// Where the document is found; absent where nothing is known.
        package var url: String?
        /// Who takes part, in their roles, with the words that name them.
        package var parties: [PartyLine]
        /// The first code point of the content.
        package var start: Int
        /// The code point after its last.
        package var end: Int
        /// How others stand to what is said.
        package var stances: [StanceLine]
        /// What people ruled on it, each in words.
        package var decisions: [String]

        /// The note as a page sets it, but for whose word it is.
        package var note: Page.Note

        private enum CodingKeys: String, CodingKey {
            case id, speaker, addressee, form, cue, content, quote, isVerbatim = "verbatim", question, about, via,
                sources, modality, saidOn = "said_on"
            case dateBasis = "date_basis", publishedOn = "published_on", document, source, url, parties, start, end
            case stances, decisions, confidence, doubtful
        }
    }

    /// The statements, in order.
    package var items: [Item]

    /// The statements among reports.
    package init(of reports: [ReportItem], _ shelf: Shelf = Shelf()) {
        items = reports.compactMap { item in
            let report = item.report
            guard case .statement(let statement) = report.content else { return nil }
            let (source, quotation, asked) = (shelf.source(report), shelf.quotation(item), shelf.question(item))
            return Item(
                id: report.id, speaker: statement.speaker?.name ?? "",
                addressee: statement.addressee?.name ?? "", form: statement.form.rawValue,
                cue: statement.cue, content: item.words(statement.contentSpan),
                quote: quotation.text, isVerbatim: statement.form == .direct && quotation.isVerbatim,
                question: asked.isEmpty ? nil : asked,
                about: statement.about.map(\.name), via: statement.via, sources: report.attribution.map(\.source),
                modality: report.modality.rawValue, confidence: report.confidence,
                doubtful: item.isDoubtful ? true : nil, saidOn: report.date?.edtf ?? "",
                dateBasis: report.date?.basis.rawValue ?? "", publishedOn: source.publishedOn,
                document: report.document,
                source: source.label, url: source.url.isEmpty ? nil : source.url,
                parties: PartyLine.lines(of: report),
                start: statement.contentSpan.start, end: statement.contentSpan.end,
                stances: StanceLine.ofOthers(report, than: statement.speaker?.name ?? ""),
                decisions: DecisionWords.remarks([item]),
                note: Page.Note(
                    quote: quotation.text, voice: "", source: source, question: asked,
                    place: Page.CodePointPlace(
                        document: report.document, start: quotation.span.start, end: quotation.span.end)))
        }.sorted { ($0.sortKey, $0.document, $0.start, $0.id) < ($1.sortKey, $1.document, $1.start, $1.id) }
    }

    /// The page: one item a statement.
    package func page() -> Page {
        let blocks = items.map { Page.Block.item($0.item) }
        let summary =
            items.isEmpty
            ? "Nothing here matches."
            : "\(Wording.count(items.count, "statement", "statements")) by "
                + Wording.count(Set(items.map(\.speaker)).subtracting([""]).count, "named speaker", "named speakers")
        return Page(title: "Statements", sections: blocks.isEmpty ? [] : [Page.Section(nil, blocks)], summary: summary)
    }
}

extension StatementsView.Item {
    /// A day that only publication gives says by when it was said, and comes behind what was said on that day.
    fileprivate var sortKey: String {
        if isDateTold, let day = EDTF(saidOn) { return day.sortKey }
        return EDTF(published).map { $0.sortKey + "~" } ?? "~~"
    }

    private var isDateTold: Bool { !saidOn.isEmpty && dateBasis != ReportDate.Basis.published.rawValue }

    /// The day of publication, as the report or the document has it.
    private var published: String { saidOn.isEmpty || isDateTold ? publishedOn : saidOn }

    private var remarks: [String] {
        var remarks: [String] = []
        if !stances.isEmpty { remarks.append(SafeText.oneLine(StanceLine.words(stances))) }
        for decision in decisions { remarks.append(SafeText.oneLine(decision)) }
        if !isDateTold, !published.isEmpty { remarks.append("said by the day of publication") }
        return remarks
    }

    private var margin: String {
        if isDateTold { return DateWords.of(saidOn) }
        return published.isEmpty ? "" : "by \(DateWords.of(published))"
    }

    private var tag: String {
        if form == Statement.Form.invented.rawValue { return Wording.form(.invented, speaker: speaker) }
        guard form == Statement.Form.direct.rawValue else { return "as told" }
        return isVerbatim ? "in their words" : "partly in their words"
    }

    fileprivate var item: Page.Item {
        let on = about.isEmpty ? "" : " · on \(SafeText.oneLine(about.joined(separator: ", ")))"
        var voice = cue.isEmpty ? [] : ["by “\(SafeText.oneLine(cue))”"]
        if !addressee.isEmpty { voice.append("to \(SafeText.oneLine(addressee))") }
        if !via.isEmpty { voice.append("through \(SafeText.oneLine(via.joined(separator: ", ")))") }
        if !sources.isEmpty {
            let named = sources.map { $0.isEmpty ? "a source it does not name" : $0 }
            voice.append("according to \(SafeText.oneLine(named.joined(separator: ", citing ")))")
        }
        var note = note
        note.voice = (voice + ["in"]).joined(separator: ", ")
        let told = Modality(rawValue: modality).map { [$0] } ?? []
        return Page.Item(
            margin: margin,
            caveat: ModalityWords.caveat(
                ModalityWords.caveat(Set(told), .statement), isDoubtful: doubtful == true),
            headline: (speaker.isEmpty ? "(speaker not named)" : SafeText.oneLine(speaker)) + on, tag: tag,
            notes: [note], remarks: remarks, ids: [id])
    }
}
