import ArgumentParser
import ChanceryCore
import DossierStore
import Record

/// Prints who said what.
struct StatementsCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "statements", abstract: "Prints who said what, when, about whom, and where it is told.",
        discussion: """
            Example:
              chancery statements adriatic.dossier --by Vasha
              chancery statements adriatic.dossier --entity Palestine --sort speaker
            """)

    @OptionGroup var source: DossierArgument

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp("Only what somebody said, or is told to have said, by any name.", valueName: "speaker"))
    var speaker: String?

    @OptionGroup var filters: FilterOptions
    @OptionGroup var undated: UndatedOption
    @OptionGroup var list: ListOptions<StatementSort>
    @OptionGroup var form: FormatOption

    var limit: Int? { list.length.limit }

    func view(of dossier: Dossier) throws -> StatementsView {
        try RecordReader(telling: dossier).statements(
            filters.asked, by: speaker, undated: undated.choice, sort: list.sort)
    }

    func groupsBeside(in dossier: Dossier) throws -> [GroupsBeside] {
        try RecordReader(dossier).groupsBeside(filters.asked, [.statement], ask: source.asking("statements")) {
            try dossier.reports(matching: $0).map { [$0.report] }
        }
    }
}

/// Prints the numbers that can be cited.
struct FiguresCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Prints the numbers that can be cited, with what they count and whose they are.",
        discussion: """
            Example:
              chancery figures adriatic.dossier --document essay.txt
              chancery figures adriatic.dossier --sort value --limit 10
            """)

    @OptionGroup var source: DossierArgument
    @OptionGroup var filters: FilterOptions
    @OptionGroup var undated: UndatedOption
    @OptionGroup var list: ListOptions<FigureSort>
    @OptionGroup var form: FormatOption

    var limit: Int? { list.length.limit }

    func view(of dossier: Dossier) throws -> FiguresView {
        try RecordReader(telling: dossier).figures(filters.asked, undated: undated.choice, sort: list.sort)
    }

    func groupsBeside(in dossier: Dossier) throws -> [GroupsBeside] {
        try RecordReader(dossier).groupsBeside(filters.asked, [.figure], ask: source.asking("figures")) {
            try dossier.reports(matching: $0).map { [$0.report] }
        }
    }
}

/// Prints who is named.
struct EntitiesCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities", abstract: "Prints who is named in the record, how often, and in which documents.",
        discussion: """
            Example:
              chancery entities adriatic.dossier --document interview.md
              chancery entities adriatic.dossier --sort name
            """)

    @OptionGroup var source: DossierArgument
    @OptionGroup var filters: FilterOptions
    @OptionGroup var list: ListOptions<EntitySort>
    @OptionGroup var form: FormatOption

    var limit: Int? { list.length.limit }

    func view(of dossier: Dossier) throws -> EntitiesView {
        try RecordReader(telling: dossier).entities(filters.asked, sort: list.sort)
    }
}

/// Prints what the record rests on.
struct DocumentsCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "Prints the documents of a dossier, with what is known of them.",
        discussion: """
            Example:
              chancery documents adriatic.dossier --sort date
              chancery documents adriatic.dossier --format json
            """)

    @OptionGroup var source: DossierArgument
    @OptionGroup var list: ListOptions<DocumentSort>
    @OptionGroup var form: FormatOption

    var limit: Int? { list.length.limit }

    func view(of dossier: Dossier) throws -> DocumentsView {
        try RecordReader(dossier).documents(sort: list.sort)
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
              chancery search adriatic.dossier '"diplomatic relations"' --limit 5 --sure
            """)

    @OptionGroup var source: DossierArgument

    @Argument(help: ArgumentHelp("What to look for.", valueName: "word"))
    var words: [String]

    @Option(help: ArgumentHelp("How many documents and how many items to print.", valueName: "number"))
    var limit = 20

    @OptionGroup var trust: ConfidenceOption

    @Flag(help: "Find what was rejected too.")
    var rejected = false

    @OptionGroup var form: FormatOption

    func validate() throws {
        guard limit > 0 else { throw ValidationError("'--limit \(limit)': give a number above 0.") }
    }

    func run() throws {
        let dossier = try source.read()
        let words = words.joined(separator: " ")
        let (view, isCut) = try RecordReader(dossier).search(
            words, limit: limit, confidence: trust.least, includingRejected: rejected)
        var page = view.page()
        if isCut { page.summary += "; there are more: the first \(limit) are shown, --limit shows others" }
        try form.print(page, view.hits)
    }
}
