import ChanceryCore
import DossierStore
import Record

/// Where a reader comes in: the parties by weight, the documents and what is not known of them.
struct HomePage: Sheet {
    static let template = "home"

    /// How many there are of something.
    struct Count: Sendable {
        var label: String
        var number: String
        var href: String
    }

    /// A party by its weight.
    struct Row: Sendable {
        var name: String
        var kind: String
        var href: String
        var reports: Int
        var documents: Int
        /// How long its bar is, 1 to 20.
        var share: Int
    }

    /// A document.
    struct Source: Sendable {
        var label: String
        var href: String
        var publisher: String
        var published: String
        var reports: Int
        var lacksPublisher: Bool
        var lacksDate: Bool
        /// Where what is not known of it is sent; empty where nothing is lacking.
        var action: String
    }

    var shell = Shell()
    var counts: [Count]
    var parties: [Row]
    var documents: [Source]
    var title: String { "Home" }

    /// How many parties and documents stand here.
    private static let shown = 40

    static let route = Route.read { visit in
        try visit.html(try page(visit))
    } json: { visit in
        let counts = try counts(visit)
        return try JSONLine.encode(
            Body(
                entries: counts.entries, documents: try visit.dossier.sources().count, disputes: counts.disputes,
                awaitReview: counts.review))
    }

    private struct Body: Encodable {
        var entries: Int
        var documents: Int
        var disputes: Int
        var awaitReview: Int

        private enum CodingKeys: String, CodingKey {
            case entries, documents, disputes, awaitReview = "await_review"
        }
    }

    private static func page(_ visit: Visit) throws -> HomePage {
        let entities = try visit.remembered("weights") { try visit.reader.entities(Filters()).items }
        let counts = try counts(visit)
        let most = max(entities.first?.reports ?? 1, 1)
        let documents = try visit.remembered("documents at home") { try visit.reader.documents().items }
        return HomePage(
            counts: [
                Count(label: "entries", number: Wording.number(Double(counts.entries)), href: "/timeline"),
                Count(label: "disputes", number: Wording.number(Double(counts.disputes)), href: "/disputes"),
                Count(label: "await review", number: Wording.number(Double(counts.review)), href: "/review"),
            ],
            parties: entities.prefix(shown).map { item in
                Row(
                    name: SafeText.oneLine(item.name), kind: item.kind.rawValue, href: Link.party(item.name),
                    reports: item.reports, documents: item.documents.count,
                    share: max(1, Int((20 * Double(item.reports) / Double(most)).rounded())))
            },
            documents: (documents.filter(\.isLacking) + documents.filter { !$0.isLacking }).prefix(shown).map(
                Source.init))
    }

    private static func counts(_ visit: Visit) throws -> (entries: Int, disputes: Int, review: Int) {
        try visit.remembered("counts at home") {
            (
                entries: try visit.dossier.entryCount(), disputes: try visit.dossier.disputes().count,
                review: try ReviewPage.waiting(visit).items.count
            )
        }
    }
}

extension HomePage.Source {
    fileprivate init(_ item: DocumentsView.Item) {
        label = SafeText.oneLine(item.source)
        href = Link.document(item.hash)
        publisher = SafeText.oneLine(item.publisher)
        published = DateWords.of(item.publishedOn)
        reports = item.reports.values.reduce(0, +)
        lacksPublisher = item.publisher.isEmpty
        lacksDate = item.publishedOn.isEmpty
        action = item.isLacking ? "/describe/\(item.hash)" : ""
    }
}

extension DocumentsView.Item {
    /// Whether its publisher or its date is not known.
    fileprivate var isLacking: Bool { publisher.isEmpty || publishedOn.isEmpty }
}
