import ChanceryCore
import DossierStore
import Record

/// A list of the record: timeline, statements, figures, and whatever else is one thing after another.
struct ListPage: Sheet {
    static let template = "list"
    var shell = Shell()
    var heading: String
    var summary: String
    var filters: FormPart?
    /// A drawing of how much lies where in time, or empty.
    var strip = ""
    var sections: [SectionPart] = []
    var also: [String] = []
    var pages: PagesPart?
    var title: String { heading }
}

/// A list as it is remembered: the whole of it, with what is said of the whole.
struct Listing<View: ListView & Sendable>: Sendable {
    /// All of it.
    var view: View
    /// What was counted.
    var summary: String
    /// What else there is.
    var also: [String]

    init(_ view: View, leavingOut groups: [GroupsBeside] = []) {
        let page = view.page()
        self.view = view
        summary = page.summary
        also = page.also + groups.map(\.words)
    }

    /// The part that a request asks for.
    func page(for visit: Visit, filters: FormPart? = nil, strip: String = "") throws -> ListPage {
        let (range, pages) = PagesPart.of(view.count, for: visit.request)
        var shown = view
        shown.keep(range)
        let (page, links) = (shown.page(), try visit.links())
        return ListPage(
            heading: page.title, summary: summary, filters: filters, strip: strip,
            sections: page.sections.map { SectionPart($0, links) }, also: also, pages: pages)
    }

    private struct Body: Encodable {
        var items: [View.Item]
        var total: Int
        var next: String?
    }

    /// The same as JSON: `items`, how many there are in all, and where the next ones are.
    func json(for visit: Visit) throws -> String {
        let query = visit.request.query
        let limit = try visit.limit
        let offset = min(try visit.number("offset", 0...1_000_000_000) ?? 0, view.count)
        let end = min(offset + limit, view.count)
        var shown = view
        shown.keep(offset..<end)
        let next =
            end < view.count
            ? Room.twin
                + Link.to(Link.path(visit.request.path), query.setting("offset", String(end))) : nil
        return try JSONLine.encode(Body(items: shown.items, total: view.count, next: next))
    }
}

extension ListPage {
    /// The route of a list that one method reads.
    private static func route<View: ListView & Sendable>(
        _ name: String, heading: String? = nil, filters: (@Sendable (Visit) throws -> FormPart)? = nil,
        strip: @escaping @Sendable (View, Fields) -> String = { _, _ in "" },
        _ read: @escaping @Sendable (Visit) throws -> Listing<View>
    ) -> Route {
        @Sendable func listing(_ visit: Visit) throws -> Listing<View> {
            try visit.rememberedHere(name) { try read(visit) }
        }
        return .read { visit in
            let listing = try listing(visit)
            let drawing = visit.rememberedHere("strip of \(name)") { strip(listing.view, visit.request.query) }
            var page = try listing.page(for: visit, filters: try filters?(visit), strip: drawing)
            page.heading = heading ?? page.heading
            return try visit.html(page)
        } json: {
            try listing($0).json(for: $0)
        }
    }

    static let timeline = route("timeline", filters: { try FormPart.ofList($0, types: true) }, strip: Strip.svg) {
        visit in
        let filters = try visit.filters()
        let sort = try visit.choice("sort", of: EntrySort.self)
        let view = try visit.reader.timeline(filters, undated: visit.undated, sort: sort)
        let groups = try visit.reader.quiet.groupsBeside(
            filters, [.event, .state], ask: { Link.to("/timeline", ["party": $0]) }
        ) { try visit.dossier.entries(matching: $0).map { $0.reports.map(\.report) } }
        var listing = Listing(view, leavingOut: groups)
        listing.also.append(
            "Here stand events and dated states of affairs; what was said, figures, and states without a date have pages of their own."
        )
        return listing
    }

    static let states = route("states", filters: { try FormPart.ofList($0, types: true) }) { visit in
        Listing(
            try visit.reader.states(
                visit.filters(), undated: visit.undated, sort: visit.choice("sort", of: StateSort.self)))
    }

    static let statements = route("statements", filters: FormPart.ofStatements) { visit in
        Listing(
            try visit.reader.statements(
                visit.filters(), by: visit.request.query.given("by"), undated: visit.undated,
                sort: visit.choice("sort", of: StatementSort.self)))
    }

    static let figures = route("figures", filters: { try FormPart.ofList($0) }) { visit in
        Listing(
            try visit.reader.figures(
                visit.filters(), undated: visit.undated, sort: visit.choice("sort", of: FigureSort.self)))
    }

    /// What the record rests on: every title leads to its text.
    static let documents: Route = {
        @Sendable func listing(_ visit: Visit) throws -> Listing<DocumentsView> {
            try visit.rememberedHere("documents") {
                Listing(try visit.reader.documents(sort: visit.choice("sort", of: DocumentSort.self)))
            }
        }
        return .read { visit in
            let listing = try listing(visit)
            var page = try listing.page(for: visit, filters: FormPart.ofTwoDocuments(visit))
            let shown = listing.view.items[PagesPart.of(listing.view.count, for: visit.request).range]
            for (section, item) in zip(page.sections.indices, shown) {
                page.sections[section].heading = SafeText.oneLine(item.source)
                page.sections[section].href = Link.document(item.hash)
                page.sections[section].facts.insert(
                    SectionPart.Fact(label: "file", value: SafeText.oneLine(item.name)), at: 0)
            }
            return try visit.html(page)
        } json: {
            try listing($0).json(for: $0)
        }
    }()

    static let origins = route("origins") { visit in Listing(try visit.reader.origins()) }

    static let decisions = route("decisions", heading: "Rulings") { visit in Listing(try visit.reader.decisions()) }

    /// Who is named: every name leads to its party.
    static let entities: Route = {
        @Sendable func listing(_ visit: Visit) throws -> Listing<EntitiesView> {
            try visit.rememberedHere("entities") {
                Listing(
                    try visit.reader.entities(
                        visit.filters(), sort: visit.choice("sort", of: EntitySort.self)))
            }
        }
        return .read { visit in
            var page = try listing(visit).page(for: visit, filters: try FormPart.ofList(visit))
            page.heading = "Parties"
            for section in page.sections.indices {
                for table in page.sections[section].tables.indices {
                    for row in page.sections[section].tables[table].rows.indices {
                        let name = page.sections[section].tables[table].rows[row].cells[0].text
                        page.sections[section].tables[table].rows[row].cells[0].href = Link.party(name)
                    }
                }
            }
            return try visit.html(page)
        } json: {
            try listing($0).json(for: $0)
        }
    }()

    /// What a search finds.
    static let search: Route = {
        @Sendable func found(_ visit: Visit) throws -> (view: SearchView, isCut: Bool)? {
            guard let typed = visit.request.query.given("q") else { return nil }
            // Typographic quotation marks make a phrase as straight ones do.
            let words = String(typed.map { "“”„«»".contains($0) ? "\"" : $0 })
            return try visit.reader.search(
                words, limit: 100, confidence: visit.filters().confidence,
                includingRejected: visit.show == .rejected)
        }
        return .read { visit in
            guard let found = try found(visit) else {
                return try visit.html(
                    ListPage(
                        heading: "Search", summary: "Words in the box above are looked for in documents and entries."),
                    json: false)
            }
            var page = try Listing(found.view).page(for: visit)
            if found.isCut { page.also.append("There is more: the first hundred of each are shown.") }
            return try visit.html(page)
        } json: { visit in
            guard let found = try found(visit) else { throw WrongUsage("Say in 'q' which words to look for.") }
            return try Listing(found.view).json(for: visit)
        }
    }()
}

extension FormPart {
    /// The longest list of documents to choose from; of a longer one somebody types the name.
    private static let mostChoices = 100

    /// The form that lays two documents side by side.
    @Sendable static func ofTwoDocuments(_ visit: Visit) throws -> FormPart {
        let documents = try titles(visit)
        func field(_ name: String, _ label: String, _ place: Int) -> Field {
            documents.count > mostChoices
                ? Field(name: name, label: label, placeholder: "name, title or URL")
                : choice(name, label, of: documents, chosen: documents.dropFirst(place).first?.value ?? "")
        }
        return FormPart(action: "/compare", fields: [field("first", "Compare", 0), field("second", "with", 1)])
    }

    /// The form above statements: who said it, and of whom.
    @Sendable static func ofStatements(_ visit: Visit) throws -> FormPart {
        var form = try ofList(visit)
        let speaker = Field(
            name: "by", label: "Said by", value: visit.request.query["by"], placeholder: "anybody", complete: true)
        form.fields.insert(speaker, at: 0)
        return form
    }

    private static func titles(_ visit: Visit) throws -> [(value: String, label: String)] {
        try visit.remembered("titles") {
            try visit.reader.documents().items.map { (value: $0.hash, label: $0.source) }
        }
    }

    /// The form above a list, filled with what the query asks.
    static func ofList(_ visit: Visit, types: Bool = false) throws -> FormPart {
        let query = visit.request.query
        var fields = [
            Field(name: "party", label: "Party", value: query["party"], placeholder: "any", complete: true),
            Field(name: "from", label: "From", value: query["from"], placeholder: "1996"),
            Field(name: "to", label: "To", value: query["to"], placeholder: "1996-12-05"),
        ]
        if types { fields.append(try type(visit)) }
        let documents = try titles(visit)
        fields.append(
            documents.count > mostChoices
                ? Field(
                    name: "document", label: "Document", value: query["document"], placeholder: "name, title or URL")
                : choice("document", "Document", of: [("", "any")] + documents, chosen: query["document"]))
        fields.append(
            choice(
                "show", "Show", of: [("", "all"), ("sure", "without the doubtful"), ("rejected", "with the rejected")],
                chosen: query["show"]))
        return FormPart(action: visit.request.path, fields: fields)
    }

    private static func type(_ visit: Visit) throws -> Field {
        let known = try visit.remembered("types") { () throws -> [String] in
            let all = try visit.dossier.typesAndConcepts()
            return all.types.filter { !$0.isEmpty } + all.concepts.filter { !$0.isEmpty }
        }
        return choice(
            "type", "Type", of: [("", "any")] + known.map { ($0, $0) }, chosen: visit.request.query["type"])
    }
}
