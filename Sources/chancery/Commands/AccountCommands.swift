import ArgumentParser
import ChanceryCore
import DossierStore

/// Prints where accounts differ.
struct DisputesCommand: ParsableCommand {
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
            "Only disputes about this: \(Dispute.Dimension.allCases.map(\.rawValue).joined(separator: ", ")); may be "
                + "given again.", valueName: "dimension"))
    var dimension: [String] = []

    @OptionGroup var filters: FilterOptions
    @OptionGroup var form: FormatOption

    func validate() throws {
        for name in dimension where Dispute.Dimension(rawValue: name) == nil {
            let known = Dispute.Dimension.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("'--dimension \(name)': disputes are about \(known).")
        }
    }

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        let dimensions = Set(dimension.compactMap { Dispute.Dimension(rawValue: $0) })
        let disputes = try dossier.disputes(matching: filters.filter(), dimensions: dimensions)
        let view = DisputesView(of: disputes, try Shelf.of(disputes.flatMap(\.entries), in: dossier))
        try form.print(view.page(), view.items)
    }
}

/// Prints where the documents come from.
struct OriginsCommand: ParsableCommand {
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

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        let view = try OriginsView(
            try dossier.origins(), lineages: try dossier.lineages(), lines: try dossier.documentLines(),
            rulings: try dossier.rulings(), Shelf(try dossier.sources())
        ) { OffsetMap(try dossier.document(named: $0).document.text) }
        try form.print(view.page(), view.items)
    }
}

/// Prints what accounts call a party.
struct NamesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "Prints what each account calls a party: its own words, counted and cited.",
        discussion: """
            Pronouns are counted and not listed.

            Example:
              chancery names adriatic.dossier Palestine
            """)

    @OptionGroup var source: DossierArgument

    @Argument(help: ArgumentHelp("A party's name, surname, initials or alpha-3 code.", valueName: "entity"))
    var entity: String

    @OptionGroup var form: FormatOption

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        let shelf = Shelf(try dossier.sources())
        func read(_ name: String) throws -> NamesView {
            let reports = try dossier.reports(matching: ItemFilter(entities: [name])).map(\.report)
            return try NamesView(of: name, in: reports, shelf) {
                OffsetMap(try dossier.document(named: $0).document.text)
            }
        }
        var view = try read(entity)
        if view.items.isEmpty,
            let name = NamesView.name(ofInitials: entity, among: try dossier.participants().map(\.name))
        {
            view = try read(name)
        }
        try form.print(view.page(), view.items)
    }
}

/// Prints two documents side by side.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Prints what two documents both tell, where they differ, and what one alone tells.",
        discussion: """
            At the end stands what is in both word for word.

            Example:
              chancery compare adriatic.dossier essay.txt encyclopedia.wiki
            """)

    @OptionGroup var source: DossierArgument

    @Argument(help: ArgumentHelp("A document's name or hash.", valueName: "first"))
    var first: String

    @Argument(help: ArgumentHelp("Another's.", valueName: "second"))
    var second: String

    @OptionGroup var filters: FilterOptions
    @OptionGroup var form: FormatOption

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        let documents = try [first, second].map { try dossier.document(named: $0).document }
        var entries: [EntryItem] = []
        var seen: Set<String> = []
        for document in documents {
            var filter = filters.filter([.event, .state, .figure])
            filter.document = document.hash
            entries += try dossier.entries(matching: filter).filter { seen.insert($0.id).inserted }
        }
        var filter = filters.filter()
        filter.document = documents[0].hash
        let disputes = try dossier.disputes(matching: filter)
        let view = CompareView(
            documents[0], documents[1], entries: entries, disputes: disputes, origins: try dossier.origins(),
            try Shelf.of(entries + disputes.flatMap(\.entries), in: dossier))
        try form.print(view.page(), view.items)
    }
}
