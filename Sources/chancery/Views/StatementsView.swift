import ChanceryCore
import DossierStore

/// Who said what, in date order: what `statements` shows.
struct StatementsView: Hashable, Sendable {
    /// One statement of one document.
    struct Item: Hashable, Sendable, Encodable {
        /// The report's id.
        var id: String
        /// Who says it, or empty where the text does not name them.
        var speaker: String
        /// To whom it is said, or empty where the text does not say so.
        var addressee: String
        /// `direct` or `indirect`.
        var form: String
        /// The words that introduce it, or empty where the layout does.
        var cue: String
        /// What is said, verbatim.
        var content: String
        /// The parties spoken about.
        var about: [String]
        /// Through what it was said.
        var via: [String]
        /// The chain of sources through which the document tells it.
        var sources: [String]
        /// Whether it is told as fact that it was said.
        var modality: String
        /// When it was said, EDTF, or empty.
        var saidOn: String
        /// How that date is known, or empty.
        var dateBasis: String
        /// The document's given name.
        var document: String
        /// The first code point of the content.
        var start: Int
        /// The code point after its last.
        var end: Int
        /// How others stand to what is said.
        var stances: [StanceLine]
        /// What people ruled on it, each in words.
        var decisions: [String]

        private enum CodingKeys: String, CodingKey {
            case id, speaker, addressee, form, cue, content, about, via, sources, modality, saidOn = "said_on"
            case dateBasis = "date_basis", document, start, end, stances, decisions
        }
    }

    /// The statements, in order.
    var items: [Item]

    /// The statements among reports.
    init(of reports: [ReportItem]) {
        items = reports.compactMap { item in
            let report = item.report
            guard case .statement(let statement) = report.content else { return nil }
            return Item(
                id: report.id, speaker: statement.speaker?.name ?? "",
                addressee: statement.addressee?.name ?? "", form: statement.form.rawValue,
                cue: statement.cue, content: item.words(statement.contentSpan),
                about: statement.about.map(\.name), via: statement.via, sources: report.attribution.map(\.source),
                modality: report.modality.rawValue, saidOn: report.date?.edtf ?? "",
                dateBasis: report.date?.basis.rawValue ?? "", document: report.document,
                start: statement.contentSpan.start, end: statement.contentSpan.end,
                stances: StanceLine.ofOthers(report, than: statement.speaker?.name ?? ""),
                decisions: DecisionWords.remarks([item]))
        }.sorted { ($0.sortKey, $0.document, $0.start, $0.id) < ($1.sortKey, $1.document, $1.start, $1.id) }
    }

    /// The page: one item a statement.
    func page() -> Page {
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
    /// A date that only publication gives does not tell when it was said.
    fileprivate var sortKey: String { EDTF(isDateTold ? saidOn : "")?.sortKey ?? "~~" }

    private var isDateTold: Bool { dateBasis != "published" }

    private var remarks: [String] {
        var remarks: [String] = []
        if !stances.isEmpty { remarks.append(SafeText.oneLine(StanceLine.words(stances))) }
        for decision in decisions { remarks.append(SafeText.oneLine(decision)) }
        if !isDateTold, !saidOn.isEmpty { remarks.append("in a text published \(DateWords.of(saidOn))") }
        return remarks
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
        voice.append("in \(SafeText.oneLine(document))")
        let place = Page.CodePointPlace(document: document, start: start, end: end)
        return Page.Item(
            margin: isDateTold ? DateWords.of(saidOn) : "",
            caveat: Modality(rawValue: modality).flatMap { $0 == .asserted ? nil : Wording.modality($0) } ?? "",
            headline: (speaker.isEmpty ? "(speaker not named)" : SafeText.oneLine(speaker)) + on,
            tag: Statement.Form(rawValue: form).map { Wording.form($0, speaker: speaker) } ?? form,
            notes: [Page.Note(quote: content, voice: voice.joined(separator: ", "), place: place)],
            remarks: remarks, id: id)
    }
}
