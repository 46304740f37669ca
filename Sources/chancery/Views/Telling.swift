import ChanceryCore
import DossierStore

/// One document's telling as views show it: the words, whose word it is, and whether it is told as fact.
struct Telling: Hashable, Sendable, Encodable {
    /// The report's id.
    var report: String
    /// The document's given name.
    var document: String
    /// What a reader calls the document.
    var source: String
    /// Where the document is found; absent where nothing is known.
    var url: String?
    /// Where an archived copy lies.
    var archiveURL: String?
    /// The first code point of the words: of a statement what is said, else the clause.
    var start: Int
    /// The code point after their last.
    var end: Int
    /// These words, verbatim.
    var words: String
    /// The words as a page quotes them: the sentence where it is short, without footnote marks and interruptions.
    var quote: String
    /// The question that the words answer; absent where they answer none.
    var question: String?
    /// Whose word it is, in words.
    var voice: String
    /// The chain of sources, outermost first; empty is the author's own voice.
    var sources: [String]
    /// Whether it is told as fact.
    var modality: String
    /// How far it is to be trusted, from 0 to 1; absent where nobody says.
    var confidence: Double?
    /// True where it is doubtful; absent otherwise.
    var doubtful: Bool?
    /// The date this telling gives, EDTF, or empty.
    var date: String
    /// How that date is known, or empty.
    var dateBasis: String
    /// Who takes part, in their roles, with the words that name them.
    var parties: [PartyLine]
    /// The note as a page sets it.
    var note: Page.Note

    private enum CodingKeys: String, CodingKey {
        case report, document, source, url, archiveURL = "archive_url", start, end, words, quote, question, voice
        case sources, modality, confidence, doubtful, date, dateBasis = "date_basis", parties
    }

    /// Makes the telling of a report.
    init(_ item: ReportItem, _ shelf: Shelf = Shelf()) {
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
    var markedNote: Page.Note {
        guard doubtful == true else { return note }
        var note = note
        note.voice = "\(ModalityWords.doubtfulAsCoded), \(note.voice)"
        return note
    }
}
