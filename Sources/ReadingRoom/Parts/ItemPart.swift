import ChanceryCore
import Record

/// A line of the record with what it rests on, as the template `item` has it.
struct ItemPart: Sendable {
    /// What else the same words tell.
    struct Heading: Sendable {
        var caveat: String
        var headline: String
        var tag: String
        var href: String
    }

    var margin = ""
    var caveat = ""
    var headline: String
    var tag = ""
    var href = ""
    var doubtful = false
    var further: [Heading] = []
    var notes: [NotePart] = []
    var folded: [NotePart] = []
    var remarks: [String] = []
    var numbers: [String] = []
    /// Whether it can be ruled on where it stands.
    var rulings = false
    var id = ""
    // Templates see what is stored, and nothing that is computed.
    var foldedCount = 0
    var hasFolded = false

    /// Sets an item of the record's pages.
    init(_ item: Page.Item, _ links: DocumentLinks, rulings: Bool = false) {
        margin = item.margin
        caveat = item.caveat
        headline = item.headline
        tag = item.tag
        id = item.ids.first ?? ""
        href = item.ids.first.map(Link.thing) ?? ""
        doubtful = item.caveat.contains(ModalityWords.doubtful)
        further = item.further.map {
            Heading(
                caveat: $0.caveat, headline: $0.headline, tag: $0.tag, href: $0.ids.first.map(Link.thing) ?? "")
        }
        let shown = max(item.shownNotes, 1)
        notes = item.notes.prefix(shown).map { NotePart($0, links) }
        folded = item.notes.dropFirst(shown).map { NotePart($0, links) }
        foldedCount = folded.count
        hasFolded = !folded.isEmpty
        remarks = item.remarks
        self.rulings = rulings && !id.isEmpty
    }
}

/// A quotation and whose word it is, as the template `note` has it.
struct NotePart: Sendable {
    var quote: String
    /// Whether the words stand whole above.
    var above = false
    var voice: String
    var source: String
    var href: String
    var url: String
    var archive: String
    var question: String

    /// Sets a note of the record's pages.
    init(_ note: Page.Note, _ links: DocumentLinks) {
        quote = note.quote
        voice = note.voice
        source = note.source
        href = note.place.flatMap { links[$0.document, CodePointSpan($0.start, $0.end)] } ?? ""
        url = Link.web(note.url)
        archive = Link.web(note.archiveURL)
        question = note.question
    }
}

/// Where the documents of a dossier are opened.
struct DocumentLinks: Sendable {
    private let hashes: [String: String]

    /// Makes the links of documents, their hashes by their given names.
    init(_ hashes: [String: String]) { self.hashes = hashes }

    /// The page of the document of a name, opened at some words; nil where there is none.
    subscript(_ name: String, _ span: CodePointSpan? = nil) -> String? {
        hashes[name].map { Link.document($0, span) }
    }

    /// The hash of the document of a name.
    func hash(_ name: String) -> String? { hashes[name] }
}
