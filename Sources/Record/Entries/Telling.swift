import ChanceryCore
package import DossierStore

/// One document's telling as views show it: the words, whose word it is, and whether it is told as fact.
package struct Telling: Hashable, Sendable, Encodable {
    /// The report's id.
    package var report: String
    /// The document's given name.
    package var document: String
    /// What a reader calls the document.
    package var source: String
    /// Where the document is found; absent where nothing is known.
    package var url: String?
    /// Where an archived copy lies.
    package var archiveURL: String?
    /// The first code point of the words: of a statement what is said, else the clause.
    package var start: Int
    /// The code point after their last.
    package var end: Int
    /// These words, verbatim.
    package var words: String
    /// The words as a page quotes them: the sentence where it is short, without footnote marks and interruptions.
    package var quote: String
    /// The question that the words answer; absent where they answer none.
    package var question: String?
    /// Whose word it is, in words.
    package var voice: String
    /// The chain of sources, outermost first; empty is the author's own voice.
    package var sources: [String]
    /// Whether it is told as fact.
    package var modality: String
    /// How far it is to be trusted, from 0 to 1; absent where nobody says.
    package var confidence: Double?
    /// True where it is doubtful; absent otherwise.
    package var doubtful: Bool?
    /// The date this telling gives, EDTF, or empty.
    package var date: String
    /// How that date is known, or empty.
    package var dateBasis: String
    /// Who takes part, in their roles, with the words that name them.
    package var parties: [PartyLine]
    /// The note as a page sets it.
    package var note: Page.Note

    private enum CodingKeys: String, CodingKey {
        case report, document, source, url, archiveURL = "archive_url", start, end, words, quote, question, voice
        case sources, modality, confidence, doubtful, date, dateBasis = "date_basis", parties
    }

    /// Makes the telling of a report.
    package init(_ item: ReportItem, _ shelf: Shelf = Shelf()) {
        let told = item.report
        let held = shelf.source(told)
        let quotation = shelf.quotation(item)
        report = told.id
        document = told.document
        source = held.label
        url = held.url.isEmpty ? nil : held.url
        archiveURL = held.archiveURL.isEmpty ? nil : held.archiveURL
        if case .statement(let statement) = told.content {
            start = statement.contentSpan.start
            end = statement.contentSpan.end
            words = item.words(statement.contentSpan)
        } else {
            start = told.span.start
            end = told.span.end
            words = item.words
        }
        quote = quotation.text
        let asked = shelf.question(item)
        question = asked.isEmpty ? nil : asked
        voice = "\(Wording.voice(told)) \(held.label)"
        sources = told.attribution.map(\.source)
        modality = told.modality.rawValue
        confidence = told.confidence
        doubtful = item.isDoubtful ? true : nil
        date = told.date?.edtf ?? ""
        dateBasis = told.date?.basis.rawValue ?? ""
        parties = PartyLine.lines(of: told)
        note = Page.Note(
            quote: quotation.text, clause: SafeText.oneLine(words), voice: Wording.voice(told), source: held,
            question: asked,
            place: Page.CodePointPlace(
                document: told.document, start: quotation.span.start, end: quotation.span.end))
    }

    /// The note where nothing above it says that the telling is doubtful: it says so itself.
    package var markedNote: Page.Note {
        guard doubtful == true else { return note }
        var note = note
        note.voice = "\(ModalityWords.doubtfulAsCoded), \(note.voice)"
        return note
    }
}
