import ArgumentParser
import ChanceryCore
import DossierStore

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
        let items = try dossier.entries(matching: filters.filter([.event, .state], in: dossier))
        let anchors = try dossier.anchors(of: items)
        let figures = try dossier.entries(matching: ItemFilter(kinds: [.figure], document: filters.document))
        var view = EntriesView.timeline(
            of: items, with: figures, placedBy: anchors, try Shelf.of(items + anchors, in: dossier)
        )
        .showing(undated).sorted(by: list.sort)
        view.nameFolded()
        return view
    }

    func groupsBeside(in dossier: Dossier) throws -> [GroupsBeside] {
        try filters.groupsBeside(
            [.event, .state], in: dossier, command: "timeline \(ShellWord.quoted(source.dossier))"
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
        let names = try PartyNames(dossier)
        let parties = try [first, second].map { try names.name($0) }
        guard parties[0] != parties[1] else {
            throw WrongUsage("'\(first)' and '\(second)' are both \(parties[0]). Name two parties.")
        }
        let shared = try filters.filter([.event, .state, .statement], in: dossier, parties: parties)
        // What both have in common is told of each alone.
        let own = try parties.flatMap { party in
            try dossier.entries(matching: filters.filter([.state], in: dossier, parties: [party]))
        }
        let items = try dossier.entries(matching: shared)
        let figures = try parties.flatMap { party in
            try dossier.entries(matching: filters.filter([.figure], in: dossier, parties: [party]))
        }
        let anchors = try dossier.anchors(of: items)
        var view = RelationView(
            between: parties[0], and: parties[1], shared: items, own: own, figures: figures, placedBy: anchors,
            members: (try dossier.members(of: parties[0]), try dossier.members(of: parties[1])),
            try Shelf.of(items + own + figures + anchors, in: dossier))
        view.history = view.history.showing(undated).sorted(by: list.sort)
        return view
    }

    func groupsBeside(in dossier: Dossier) throws -> [GroupsBeside] {
        let names = try PartyNames(dossier, isQuiet: true)
        let (a, b) = (try names.name(first), try names.name(second))
        let members = (try dossier.members(of: a), try dossier.members(of: b))
        return try [(a, members.0, b, members.1), (b, members.1, a, members.0)].compactMap {
            try groupsBeside(of: $0, $1, with: $2, $3, in: dossier)
        }
    }

    /// What the second party is told to have to do with groups of the first.
    private func groupsBeside(
        of name: String, _ members: StateMembers, with other: String, _ otherMembers: StateMembers, in dossier: Dossier
    ) throws -> GroupsBeside? {
        guard !members.codes.isEmpty else { return nil }
        var filter = try filters.filter([.event, .state, .statement], in: dossier, parties: [other], isQuiet: true)
        filter.groupsOf = [name]
        let found = try dossier.entries(matching: filter).map { $0.reports.map(\.report) }
        let all = found.flatMap { $0 }
        return GroupsBeside(
            of: Party(name, among: all, members: members), in: found,
            with: Party(other, among: all, members: otherMembers)
        ) { "relation \([source.dossier, other, $0].map { ShellWord.quoted($0) }.joined(separator: " "))" }
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
        let items = try dossier.entries(matching: filters.filter([.state], in: dossier))
        return StatesView(of: items, try Shelf.of(items, in: dossier))
            .showing(undated).sorted(by: list.sort)
    }
}
