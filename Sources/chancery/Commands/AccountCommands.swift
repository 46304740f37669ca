import ArgumentParser
import ChanceryCore
import DossierStore

/// Prints where accounts differ.
struct DisputesCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "disputes", abstract: "Prints where accounts differ, each side in its own words.",
        discussion: """
            What they differ about: date, number, agency (who did it), factuality (whether it happened), presence (one \
            account that covers the ground is silent), characterisation (what it is called).

            Example:
              chancery disputes adriatic.dossier --dimension date --entity Albania
            """)

    @OptionGroup var source: DossierArgument

    @Option(
        help: ArgumentHelp(
            "Only disputes about this: \(Dispute.Dimension.list); may be given again.", valueName: "dimension"),
        transform: { try Dispute.Dimension.named($0) })
    var dimension: [Dispute.Dimension] = []

    @OptionGroup var filters: FilterOptions
    @OptionGroup var list: ListOptions<DisputeSort>
    @OptionGroup var form: FormatOption

    var limit: Int? { list.length.limit }

    func view(of dossier: Dossier) throws -> DisputesView {
        let filter = try filters.filter(in: dossier)
        let disputes = try dossier.disputes(matching: filter, dimensions: Set(dimension))
        var view = DisputesView(of: disputes, try Shelf.of(disputes.flatMap(\.entries), in: dossier))
            .sorted(by: list.sort)
        view.asked = (dimension.map { "--dimension \($0.rawValue)" } + [filters.typed]).filter { !$0.isEmpty }
            .joined(separator: " ")
        if view.items.isEmpty {
            view.inAll = Dictionary(grouping: try dossier.disputes(), by: \.dispute.dimension).mapValues(\.count)
        }
        return view
    }
}

extension Dispute.Dimension: Choice {}

/// Prints where the documents come from.
struct OriginsCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "origins",
        abstract: "Prints which documents come from one place, and what is established about each.",
        discussion: """
            Copies, reprints and translations are one origin; paragraphs that stand in several documents are quoted. A \
            document's telling is established as its own where publisher and author are named and nothing points \
            elsewhere.

            Example:
              chancery origins adriatic.dossier
            """)

    @OptionGroup var source: DossierArgument
    @OptionGroup var form: FormatOption

    func view(of dossier: Dossier) throws -> OriginsView { try Self.view(of: dossier) }

    /// The origins of a dossier.
    static func view(of dossier: Dossier) throws -> OriginsView {
        try OriginsView(
            try dossier.origins(), lineages: try dossier.lineages(), lines: try dossier.documentLines(),
            rulings: try dossier.rulings(), Shelf(try dossier.sources())
        ) { OffsetMap(try dossier.text(ofDocument: $0)) }
    }
}

/// Prints what accounts call a party.
struct NamesCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "Prints what each account calls a party: its own words, counted and cited.",
        discussion: """
            Pronouns are counted and not listed.

            Example:
              chancery names adriatic.dossier Palestine
            """)

    @OptionGroup var source: DossierArgument

    @Argument(
        help: ArgumentHelp(
            "A party: a name, an alias, an adjective, a capital, a surname or an alpha-3 code.", valueName: "party"))
    var entity: String

    @OptionGroup var form: FormatOption

    func view(of dossier: Dossier) throws -> NamesView {
        let name = try PartyNames(dossier).name(entity)
        let reports = try dossier.reports(matching: ItemFilter(entities: [name])).map(\.report)
        return try NamesView(of: name, in: reports, Shelf(try dossier.sources())) {
            OffsetMap(try dossier.text(ofDocument: $0))
        }
    }
}

/// Prints two documents side by side.
struct CompareCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Prints what two documents both tell, where they differ, and what one alone tells.",
        discussion: """
            At the end stands what is in both word for word.

            Example:
              chancery compare adriatic.dossier essay.txt encyclopedia.wiki
            """)

    @OptionGroup var source: DossierArgument

    @Argument(
        help: ArgumentHelp(
            "A document: its name, title, URL or hash, or a part that fits no other.", valueName: "document"))
    var first: String

    @Argument(help: ArgumentHelp("Another document.", valueName: "document"))
    var second: String

    @OptionGroup var filters: FilterOptions
    @OptionGroup var form: FormatOption

    func validate() throws {
        if filters.document != nil {
            throw ValidationError(
                "'compare' has its two documents already. For what one alone tells: timeline --document NAME --alone.")
        }
    }

    func view(of dossier: Dossier) throws -> CompareView {
        let documents = try [first, second].map { try dossier.document(named: $0).document }
        guard documents[0].hash != documents[1].hash else {
            throw WrongUsage("'\(first)' and '\(second)' are one document, '\(documents[0].name)'. Name two.")
        }
        var filter = try filters.filter(in: dossier)
        var entries: [EntryItem] = []
        var seen: Set<String> = []
        filter.kinds = [.event, .state, .figure]
        for document in documents {
            filter.document = document.hash
            entries += try dossier.entries(matching: filter).filter { seen.insert($0.id).inserted }
        }
        filter.kinds = []
        filter.document = documents[0].hash
        let disputes = try dossier.disputes(matching: filter)
        return CompareView(
            documents[0], documents[1], entries: entries, disputes: disputes, origins: try dossier.origins(),
            try Shelf.of(entries + disputes.flatMap(\.entries), in: dossier))
    }
}
