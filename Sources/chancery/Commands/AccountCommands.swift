import ArgumentParser
import ChanceryCore
import DossierStore
import Record

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
        var view = try RecordReader(telling: dossier).disputes(
            filters.asked, dimensions: Set(dimension), sort: list.sort)
        view.asked = (dimension.map { "--dimension \($0.rawValue)" } + [filters.typed]).filter { !$0.isEmpty }
            .joined(separator: " ")
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

    func view(of dossier: Dossier) throws -> OriginsView { try RecordReader(dossier).origins() }
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
        try RecordReader(telling: dossier).names(of: entity)
    }
}

/// Prints who has to do with whom.
struct NetworkCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract:
            "Prints who has to do with whom, by cooperation, conflict and states of affairs, those most told first.",
        discussion: """
            Example:
              chancery network adriatic.dossier --from 1988 --limit 10
            """)

    @OptionGroup var source: DossierArgument
    @OptionGroup var filters: FilterOptions
    @OptionGroup var length: LimitOption
    @OptionGroup var form: FormatOption

    var limit: Int? { length.limit }

    func view(of dossier: Dossier) throws -> NetworkView {
        try RecordReader(telling: dossier).network(filters.asked)
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
        try RecordReader(telling: dossier).comparison(of: first, and: second, filters.asked)
    }
}
