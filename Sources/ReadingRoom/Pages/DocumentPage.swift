import ChanceryCore
import DossierStore
import Record

/// A document as its reader knows it, with all that was read from it in the margin.
struct DocumentPage: Sheet {
    static let template = "document"

    /// A step of where it comes from.
    struct Step: Sendable {
        var label: String
        var href: String
        var established: String
    }

    /// How many of a kind were read from it.
    struct Count: Sendable {
        var label: String
        var number: Int
    }

    /// The form to make an item by hand.
    struct Make: Sendable {
        var action: String
        var start: String
        var end: String
        var by: String
        var types: [Choice]
    }

    /// A choice of the form.
    struct Choice: Sendable {
        var value: String
        var label: String
    }

    var shell = Shell()
    var title: String
    var facts: [SectionPart.Fact]
    var action: String
    var publisher: String
    var published: String
    var stance: [String]
    var provenance: [Step]
    var blocks: [DocumentText.Block]
    var counts: [Count]
    var make: Make?

    private struct Reading: Sendable {
        var item: DocumentsView.Item
        var blocks: [DocumentText.Block]
        var origins: OriginsView
    }

    private static func hash(_ visit: Visit) throws -> String {
        try visit.dossier.hash(ofDocument: visit.path[1])
    }

    static let route = Route.read { visit in
        let hash = try hash(visit)
        guard hash == visit.path[1] else { return .seeOther(Link.document(hash)) }
        let shelf = try visit.remembered("documents by hash") {
            Dictionary(
                try visit.reader.documents().items.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
        }
        guard let item = shelf[hash] else { throw Missing() }
        let text = try visit.remembered("document \(hash)") { try DocumentText(hash, from: visit.reader) }
        let origins = try visit.reader.origins()
        return try visit.html(
            DocumentPage(
                item, text.blocks(lit: span(visit.request.query["at"])), origins, try visit.links(),
                by: visit.room.settings.author))
    } json: { visit in
        try JSONLine.encode(try visit.reader.document(hash: try hash(visit)).items)
    }

    /// `120-240`, in code points of the text.
    private static func span(_ text: String) -> CodePointSpan? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, parts[0] >= 0, parts[0] < parts[1] else { return nil }
        return CodePointSpan(parts[0], parts[1])
    }

    private init(
        _ item: DocumentsView.Item, _ blocks: [DocumentText.Block], _ origins: OriginsView, _ links: DocumentLinks,
        by author: String
    ) {
        title = SafeText.oneLine(item.title.isEmpty ? item.name : item.title)
        facts = []
        func add(_ label: String, _ value: String) -> SectionPart.Fact? {
            value.isEmpty ? nil : SectionPart.Fact(label: label, value: SafeText.oneLine(value))
        }
        facts =
            [
                add("by", item.authors.joined(separator: ", ")), add("publisher", item.publisher),
                add("published", DateWords.of(item.publishedOn)), add("found at", item.url),
                add("archived at", item.archiveURL), add("retrieved", DateWords.of(item.retrievedOn)),
                add("via", item.via), add("language", item.language), add("file", item.copies.joined(separator: ", ")),
                add("reliability", item.reliability ?? ""), add("SHA-256 begins", String(item.hash.prefix(16))),
            ].compactMap { $0 } + item.decisions.map { SectionPart.Fact(label: "ruling", value: SafeText.oneLine($0)) }
        action = "/describe/\(item.hash)"
        publisher = item.publisher
        published = item.publishedOn
        stance =
            item.declaredStance.map { "“\(SafeText.oneLine($0))”" }
            + item.originMarks.map { SafeText.oneLine(Wording.origin($0)) }
        self.blocks = blocks
        counts = ["event", "statement", "state", "figure"].map { kind in
            Count(label: kind == "state" ? "states" : kind + "s", number: item.reports[kind] ?? 0)
        }
        make = Make(
            action: "/make/\(item.hash)", start: "", end: "", by: author,
            types: Event.types.map { Choice(value: $0, label: $0.lowercased()) })
        provenance = origins.items.filter { $0.documents.contains(item.name) }.flatMap { origin in
            origin.lineages.filter { $0.document == item.name }.map { lineage in
                Step(label: SafeText.oneLine(lineage.source), href: "", established: lineage.why)
            }
                + origin.documents.filter { $0 != item.name }.map { name in
                    Step(label: SafeText.oneLine(name), href: links[name] ?? "", established: "of the same origin")
                }
        }
    }
}
