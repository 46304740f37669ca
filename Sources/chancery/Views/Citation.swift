import ChanceryCore
import DossierStore

/// All that is needed to cite a telling: its words, whose they are, and where they are found again.
struct Citation: Hashable, Sendable, Encodable {
    /// The words, as a page quotes them.
    var quote: String
    /// How it is told, in words: `told as fact`, `claimed`.
    var told: String
    /// Whose word it is, up to the document.
    var voice: String
    /// The document's title, or empty.
    var title: String
    /// Its authors.
    var authors: [String]
    /// Who published it, or empty.
    var publisher: String
    /// The date of publication, EDTF, or empty.
    var publishedOn: String
    /// Where it is found, or empty.
    var url: String
    /// Where an archived copy lies, or empty.
    var archiveURL: String
    /// When it was taken from there, EDTF, or empty.
    var retrievedOn: String
    /// The document's given name.
    var document: String
    /// The part of the document in words, `paragraph 12`, or empty.
    var paragraph: String
    /// The first code point of the words.
    var start: Int
    /// The code point after their last.
    var end: Int
    /// The id of the entry, or empty.
    var entry: String
    /// The id of the report.
    var report: String

    private enum CodingKeys: String, CodingKey {
        case quote, told, voice, title, authors, publisher, publishedOn = "published_on", url
        case archiveURL = "archive_url", retrievedOn = "retrieved_on", document, paragraph, start, end, entry, report
    }

    /// Makes the citation of a report.
    ///
    /// - Parameter entry: the id of the entry it belongs to, or empty.
    init(_ item: ReportItem, entry: String, _ shelf: Shelf) {
        let source = shelf.source(item.report)
        let quotation = shelf.quotation(item)
        let remark = ModalityWords.remark([item.report], headline: item.report)
        quote = quotation.text
        told = remark.isEmpty ? ModalityWords.short(item.report.modality) : remark
        voice = Wording.voice(item.report)
        (title, authors, publisher) = (source.title, source.authors, source.publisher)
        (publishedOn, retrievedOn) = (source.publishedOn, source.retrievedOn)
        (url, archiveURL) = (source.url, source.archiveURL)
        document = item.report.document
        paragraph = shelf.paragraph(item)?.words ?? ""
        (start, end) = (quotation.span.start, quotation.span.end)
        self.entry = entry
        report = item.report.id
    }

    /// Where the words stand: `paragraph 12, characters 315–447 of essay.txt`.
    var place: String {
        (paragraph.isEmpty ? "" : paragraph + ", ") + "characters \(start)–\(end) of \(document)"
    }

    /// What is known of the document, a label and its value each, in the order in which it is cited.
    var source: [(label: String, value: String)] {
        [
            ("title", title), (authors.count > 1 ? "authors" : "author", authors.joined(separator: "; ")),
            ("publisher", publisher), ("published", DateWords.of(publishedOn)), ("found at", url),
            ("archived at", archiveURL), ("retrieved", DateWords.of(retrievedOn)), ("where", place),
        ].filter { !$0.1.isEmpty }
    }
}
