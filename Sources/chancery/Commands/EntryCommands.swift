import ArgumentParser
import ChanceryCore
import DossierStore
import Record

/// Prints the history in date order.
struct TimelineCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Prints what happened in date order, each line quoted and attributed.",
        discussion: """
            What is claimed, denied, planned, hypothetical or negated says so, and so does what is doubtful: of its \
            like more are wrong than right. --sure leaves that out. An entry without a date stands where the \
            texts put it before, after or during another, and says by which words; those that nothing places stand at \
            the end.

            Example:
              chancery timeline adriatic.dossier --entity Albania --entity Israel --from 2015
              chancery timeline adriatic.dossier --sure --format markdown > timeline.md
            """)

    @OptionGroup var source: DossierArgument
    @OptionGroup var filters: FilterOptions
    @OptionGroup var undated: UndatedOption
    @OptionGroup var list: ListOptions<EntrySort>
    @OptionGroup var form: FormatOption

    var limit: Int? { list.length.limit }

    func view(of dossier: Dossier) throws -> EntriesView {
        try RecordReader(telling: dossier).timeline(filters.asked, undated: undated.choice, sort: list.sort)
    }

    func groupsBeside(in dossier: Dossier) throws -> [GroupsBeside] {
        try RecordReader(dossier).groupsBeside(
            filters.asked, [.event, .state], ask: source.asking("timeline")
        ) { try dossier.entries(matching: $0).map { $0.reports.map(\.report) } }
    }
}

/// Prints what stands between two parties.
struct RelationCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "relation",
        abstract: "Prints how two parties stand, what they did, and what they say of each other.",
        discussion: """
            First the standing, by topic: recognition, missions, relations, agreements, memberships in common, envoys. \
            Then what happened, in date order. Where accounts differ, each has a line of its own. A state's name or \
            code stands also for those who act for it; its movements, parties, companies and citizens stand apart and are \
            named at the end. --undated, --sort and --limit are for what happened.

            Example:
              chancery relation adriatic.dossier Albania PSE
              chancery relation adriatic.dossier Tirana PLO --from 1960 --to 1990 --confidence 0.7
            """)

    @OptionGroup var source: DossierArgument

    @Argument(
        help: ArgumentHelp(
            "A party: a name, an alias, an adjective, a capital, a surname or an alpha-3 code.", valueName: "party"))
    var first: String

    @Argument(help: ArgumentHelp("The other party.", valueName: "party"))
    var second: String

    @OptionGroup var filters: FilterOptions
    @OptionGroup var undated: UndatedOption
    @OptionGroup var list: ListOptions<EntrySort>
    @OptionGroup var form: FormatOption

    var limit: Int? { list.length.limit }

    func view(of dossier: Dossier) throws -> RelationView {
        try RecordReader(telling: dossier).relation(
            first, second, filters.asked, undated: undated.choice, sort: list.sort)
    }

    func groupsBeside(in dossier: Dossier) throws -> [GroupsBeside] {
        try RecordReader(dossier).groupsBeside(first, second, filters.asked) { party, group in
            "relation \([source.dossier, party, group].map { ShellWord.quoted($0) }.joined(separator: " "))"
        }
    }
}

/// Prints relations that hold over time.
struct StatesCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "states",
        abstract: "Prints states of affairs: who stands in which relation to whom, from when to when.",
        discussion: """
            Recognition, missions, membership, offices, and what else holds over time. Those without a date stand at \
            the end.

            Example:
              chancery states adriatic.dossier --entity Albania
              chancery states adriatic.dossier --type holds-office --sort subject
            """)

    @OptionGroup var source: DossierArgument
    @OptionGroup var filters: FilterOptions
    @OptionGroup var undated: UndatedOption
    @OptionGroup var list: ListOptions<StateSort>
    @OptionGroup var form: FormatOption

    var limit: Int? { list.length.limit }

    func view(of dossier: Dossier) throws -> StatesView {
        try RecordReader(telling: dossier).states(filters.asked, undated: undated.choice, sort: list.sort)
    }
}
