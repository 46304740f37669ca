import ArgumentParser
import ChanceryCore
import DossierStore

/// Prints who said what.
struct StatementsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statements", abstract: "Prints who said what, when, about whom, and where it is told.",
        discussion: """
            Example:
              chancery statements adriatic.dossier --entity Vasha
            """)

    @OptionGroup var source: DossierArgument
    @OptionGroup var filters: FilterOptions
    @OptionGroup var form: FormatOption

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        let items = try dossier.reports(matching: filters.filter([.statement]))
        let view = StatementsView(of: items, try Shelf.of(items, in: dossier))
        let groups = try filters.groupsBeside(
            [.statement], in: dossier, command: "statements \(ShellWord.quoted(source.dossier))"
        ) { try dossier.reports(matching: $0).map { [$0.report] } }
        try form.print(view.page(), view.items, leavingOut: groups)
    }
}

/// Prints the numbers that can be cited.
struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Prints the numbers that can be cited, with what they count and whose they are.",
        discussion: """
            Example:
              chancery figures adriatic.dossier --document essay.txt
            """)

    @OptionGroup var source: DossierArgument
    @OptionGroup var filters: FilterOptions
    @OptionGroup var form: FormatOption

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        let items = try dossier.reports(matching: filters.filter([.figure]))
        let view = FiguresView(of: items, try Shelf.of(items, in: dossier))
        let groups = try filters.groupsBeside(
            [.figure], in: dossier, command: "figures \(ShellWord.quoted(source.dossier))"
        ) { try dossier.reports(matching: $0).map { [$0.report] } }
        try form.print(view.page(), view.items, leavingOut: groups)
    }
}

/// Prints who is named.
struct EntitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities", abstract: "Prints who is named in the record, how often, and in which documents.",
        discussion: """
            Example:
              chancery entities adriatic.dossier --document interview.md
            """)

    @OptionGroup var source: DossierArgument
    @OptionGroup var filters: FilterOptions
    @OptionGroup var form: FormatOption

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        let view = EntitiesView(of: try dossier.participants(matching: filters.filter()))
        try form.print(view.page(), view.items)
    }
}

/// Prints what the record rests on.
struct DocumentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "Prints the documents of a dossier, with what is known of them.",
        discussion: """
            Example:
              chancery documents adriatic.dossier --format json
            """)

    @OptionGroup var source: DossierArgument
    @OptionGroup var form: FormatOption

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        let view = DocumentsView(
            of: try dossier.documents(), rulings: try dossier.rulings(), Shelf(try dossier.sources()))
        try form.print(view.page(), view.items)
    }
}

/// Finds words in documents and in the record.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Finds words in the documents and in the record.",
        discussion: """
            All the words must be there, in any form and order; words between double quotes follow one another.

            Example:
              chancery search adriatic.dossier embassy Tirana
            """)

    @OptionGroup var source: DossierArgument

    @Argument(help: ArgumentHelp("What to look for.", valueName: "word"))
    var words: [String]

    @Option(help: ArgumentHelp("How many documents and how many items to print.", valueName: "number"))
    var limit = 20

    @Flag(help: "Find what was rejected too.")
    var rejected = false

    @OptionGroup var form: FormatOption

    func validate() throws {
        guard limit > 0 else { throw ValidationError("'--limit \(limit)': give a number above 0.") }
    }

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        let words = words.joined(separator: " ")
        let result = try dossier.search(words, limit: limit, includingRejected: rejected)
        let found = try dossier.reports(
            withIDs: result.reports.compactMap { hit in
                if case .report(let id) = hit.source { id } else { nil }
            })
        let view = SearchView(
            words: words, result, reports: Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a }),
            try Shelf.of(found, in: dossier))
        try form.print(view.page(), view.hits)
    }
}
