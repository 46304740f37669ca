import ChanceryCore
package import DossierStore

/// All that is needed to cite a telling: its words, whose they are, and where they are found again.
package struct Citation: Hashable, Sendable, Encodable {
    /// The words, as a page quotes them.
    package var quote: String
    /// How it is told, in words: `told as fact`, `claimed`; of a statement that is told as made `in their words`, `as told`.
    package var told: String
    /// Whose word it is, up to the document.
    package var voice: String
    /// The document's title, or empty.
    package var title: String
    /// Its authors.
    package var authors: [String]
    /// Who published it, or empty.
    package var publisher: String
    /// The date of publication, EDTF, or empty.
    package var publishedOn: String
    /// Where it is found, or empty.
    package var url: String
    /// Where an archived copy lies, or empty.
    package var archiveURL: String
    /// When it was taken from there, EDTF, or empty.
    package var retrievedOn: String
    /// The document's given name.
    package var document: String
    /// The part of the document in words, `paragraph 12`, or empty.
    package var paragraph: String
    /// The first code point of the words.
    package var start: Int
    /// The code point after their last.
    package var end: Int
    /// The id of the entry, or empty.
    package var entry: String
    /// The id of the report.
    package var report: String

    private enum CodingKeys: String, CodingKey {
        case quote, told, voice, title, authors, publisher, publishedOn = "published_on", url
        case archiveURL = "archive_url", retrievedOn = "retrieved_on", document, paragraph, start, end, entry, report
    }

    /// Makes the citation of a report.
    ///
    /// - Parameter entry: the id of the entry it belongs to, or empty.
    package init(_ item: ReportItem, entry: String, _ shelf: Shelf) {
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
    package var place: String {
        (paragraph.isEmpty ? "" : paragraph + ", ") + "characters \(start)–\(end) of \(document)"
    }

    /// What is known of the document, a label and its value each, in the order in which it is cited.
    package var source: [(label: String, value: String)] {
        [
            ("title", title), (authors.count > 1 ? "authors" : "author", authors.joined(separator: "; ")),
            ("publisher", publisher), ("published", DateWords.of(publishedOn)), ("found at", url),
            ("archived at", archiveURL), ("retrieved", DateWords.of(retrievedOn)), ("where", place),
        ].filter { !$0.1.isEmpty }
    }
}
