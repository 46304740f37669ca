import ChanceryCore
import DossierStore
import Record

/// Where accounts differ: a column a side, an empty one for the silent.
struct DisputesPage: Sheet {
    static let template = "disputes"

    /// What one side tells.
    struct Side: Sendable {
        var id: String
        var label: String
        var silent: Bool
        var notes: [NotePart]
        var documents: [String]
    }

    /// One dispute.
    struct Item: Sendable {
        var id: String
        var dimension: String
        var about: String
        var sides: [Side]
        var action = ""
        var ruled = ""

        init(_ item: DisputesView.Item, _ links: DocumentLinks) {
            id = item.id
            dimension = item.dimension.rawValue
            about = SafeText.oneLine(item.what) + (item.when.isEmpty ? "" : ", \(item.when)")
            sides = item.sides.map { side in
                let silent = side.says.isEmpty && item.dimension == .presence
                return Side(
                    id: side.tellings.first?.report ?? "", label: SafeText.oneLine(silent ? "silent" : side.words),
                    silent: silent, notes: side.tellings.prefix(4).map { NotePart($0.markedNote, links) },
                    documents: side.documents.map { SafeText.oneLine($0) })
            }
        }
    }

    var shell = Shell()
    var summary: String
    var filters: FormPart?
    var disputes: [Item]
    var also: [String] = []
    var pages: PagesPart?
    var title: String { "Disputes" }

    private static func listing(_ visit: Visit) throws -> Listing<DisputesView> {
        try visit.rememberedHere("disputes") {
            var filters = try visit.filters()
            filters.type = nil
            let chosen = try visit.choice("dimension", of: Dispute.Dimension.self)
            return Listing(
                try visit.reader.disputes(
                    filters, dimensions: Set([chosen].compactMap { $0 }),
                    sort: visit.choice("sort", of: DisputeSort.self)))
        }
    }

    static let route = Route.read { visit in
        let (listing, links) = (try listing(visit), try visit.links())
        let (range, pages) = PagesPart.of(listing.view.count, for: visit.request)
        var form = try FormPart.ofList(visit)
        let dimensions = [("", "any")] + Dispute.Dimension.allCases.map { ($0.rawValue, $0.rawValue) }
        form.fields.insert(
            FormPart.choice("dimension", "About", of: dimensions, chosen: visit.request.query["dimension"]), at: 0)
        return try visit.html(
            DisputesPage(
                summary: listing.summary, filters: form,
                disputes: listing.view.items[range].map { Item($0, links) }, pages: pages))
    } json: {
        try listing($0).json(for: $0)
    }
}

/// What each account calls a party: accounts beside one another, phrases below.
struct NamesPage: Sheet {
    static let template = "names"

    /// One phrase.
    struct Row: Sendable {
        var phrase: String
        var cells: [Cell]
    }

    /// How often one account has it.
    struct Cell: Sendable {
        var count: String
        var href: String
    }

    var shell = Shell()
    var party: String
    var summary: String
    var filters: FormPart?
    var accounts: [String]
    var rows: [Row]
    var also: [String] = []
    var title: String { "What accounts call \(party)" }

    /// A label as a narrow column has room for it.
    private static func short(_ label: String) -> String {
        let label = SafeText.oneLine(label)
        return label.count > 64 ? label.prefix(62) + "…" : label
    }

    private static func view(_ visit: Visit) throws -> NamesView {
        guard let party = visit.request.query.given("party") else { throw WrongUsage("Name a party: 'party'.") }
        return try visit.rememberedHere("names") { try visit.reader.names(of: party) }
    }

    static let route = Route.read { visit in
        let (view, links) = (try view(visit), try visit.links())
        var seen: Set<String> = []
        // An account is a document in its own voice, or somebody whom it quotes.
        let columns = view.items.map { [$0.document, $0.source, $0.sources.isEmpty ? "" : $0.voice] }
            .filter { seen.insert($0.joined(separator: "\n")).inserted }
        var phrases: [String: (phrase: String, count: Int)] = [:]
        for item in view.items {
            phrases[NameFolding.fold(item.phrase), default: (item.phrase, 0)].count += item.count
        }
        let rows = phrases.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { folded, told in
            Row(
                phrase: SafeText.oneLine(told.phrase),
                cells: columns.map { column in
                    let here = view.items.filter {
                        $0.document == column[0] && ($0.sources.isEmpty ? "" : $0.voice) == column[2]
                            && NameFolding.fold($0.phrase) == folded
                    }
                    let count = here.reduce(0) { $0 + $1.count }
                    let place = here.first?.places.first
                    return Cell(
                        count: count == 0 ? "" : String(count),
                        href: place.flatMap { links[column[0], $0] } ?? "")
                })
        }
        let field = FormPart.Field(name: "party", label: "Party", value: visit.request.query["party"], complete: true)
        return try visit.html(
            NamesPage(
                party: view.name, summary: view.page().summary,
                filters: FormPart(action: "/names", fields: [field]),
                accounts: columns.map { Self.short($0[2].isEmpty ? $0[1] : "\($0[2]), in \($0[1])") },
                rows: rows))
    } json: { visit in
        try JSONLine.encode(["items": try view(visit).items])
    }
}

/// Two documents side by side.
struct ComparePage: Sheet {
    static let template = "compare"

    /// One of the two.
    struct Side: Sendable {
        var label: String
        var href: String
    }

    /// Where they differ.
    struct Differ: Sendable { var disputes: [DisputesPage.Item] }

    var shell = Shell()
    var first: Side
    var second: Side
    var summary: String
    var filters: FormPart?
    var differ: Differ?
    var columns: [SectionPart]
    var sections: [SectionPart]
    var also: [String] = []
    var title: String { "\(first.label) and \(second.label)" }

    private static func view(_ visit: Visit) throws -> CompareView {
        let query = visit.request.query
        guard let first = query.given("first"), let second = query.given("second") else {
            throw WrongUsage("Name two documents: 'first' and 'second'.")
        }
        return try visit.rememberedHere("compare") { try visit.reader.comparison(of: first, and: second) }
    }

    static let route = Route.read { visit in
        let (view, links) = (try view(visit), try visit.links())
        let sections = view.page().sections.map { SectionPart($0, links) }
        func column(_ part: CompareView.Part, _ heading: String) -> SectionPart {
            let lines = EntryLine.folded(view.items.filter { $0.part == part }.compactMap(\.entry))
            return SectionPart(heading: heading, items: lines.map { ItemPart(EntryLine.item($0), links) })
        }
        let names = try [view.first, view.second].map { name in
            try visit.reader.documents().items.first { $0.name == name }?.source ?? name
        }
        let disputes = view.items.compactMap(\.dispute).map { DisputesPage.Item($0, links) }
        return try visit.html(
            ComparePage(
                first: Side(label: SafeText.oneLine(names[0]), href: links[view.first] ?? ""),
                second: Side(label: SafeText.oneLine(names[1]), href: links[view.second] ?? ""),
                summary: view.page().summary, differ: disputes.isEmpty ? nil : Differ(disputes: disputes),
                columns: [
                    column(.both, "Both tell"), column(.first, "Only the first"), column(.second, "Only the second"),
                ],
                sections: sections.filter { $0.heading.hasPrefix("In both, word for word") }))
    } json: { visit in
        try JSONLine.encode(["items": try view(visit).items])
    }
}
