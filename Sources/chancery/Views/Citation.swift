import ChanceryCore
import DossierStore

/// All that is needed to cite a telling: its words, whose they are, and where they are found again.
struct Citation: Hashable, Sendable, Encodable {
    /// The words, as a page quotes them.
    var quote: String
    /// How it is told, in words: `told as fact`, `claimed`; of a statement that is told as made `in their words`, `as told`.
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
        quote = quotation.text
        told = [
            item.isDoubtful ? ModalityWords.doubtfulAsCoded : "",
            Self.told(item.report, isVerbatim: quotation.isVerbatim),
        ].filter { !$0.isEmpty }.joined(separator: ", ")
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

    /// How a report is told. That something was said may be told as fact; what is said is not, and the words stand beside a
    /// quotation of it: of a statement they say whether these are the speaker's own.
    private static func told(_ report: Report, isVerbatim: Bool) -> String {
        let remark = ModalityWords.remark([report], headline: report)
        if !remark.isEmpty { return remark }
        guard report.kind == .statement, report.modality == .asserted else {
            return ModalityWords.short(report.modality)
        }
        if case .statement(let statement) = report.content, statement.form == .direct, !isVerbatim {
            return "partly in their words"
        }
        return Wording.tag(report)
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
