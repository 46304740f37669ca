import ArgumentParser
import ChanceryCore
import DossierStore

/// Prints the history in date order.
struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Prints what happened in date order, each line quoted and attributed.",
        discussion: """
            What is claimed, denied, planned, hypothetical or negated says so. An entry without a date stands where the \
            texts put it before, after or during another, and says by which words; those that nothing places stand at \
            the end.

            Example:
              chancery timeline adriatic.dossier --entity Albania --entity Israel --from 2015
              chancery timeline adriatic.dossier --format markdown > timeline.md
            """)

    @OptionGroup var source: DossierArgument
    @OptionGroup var filters: FilterOptions
    @OptionGroup var form: FormatOption

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        let items = try dossier.entries(matching: filters.filter([.event, .state]))
        let view = EntriesView.timeline(of: items, placedBy: try dossier.anchors(of: items))
        try form.print(view.page(), view.items)
    }
}

/// Prints what stands between two parties.
struct RelationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relation",
        abstract: "Prints how two parties stand, what they did, and what they say of each other.",
        discussion: """
            First the standing, by topic: recognition, missions, relations, agreements, memberships in common, envoys. \
            Then what happened, in date order. Where accounts differ, each has a line of its own. A state's name or \
            code stands also for those who act for it.

            Example:
              chancery relation adriatic.dossier Albania PSE
            """)

    @OptionGroup var source: DossierArgument

    @Argument(help: ArgumentHelp("A party's name, surname or alpha-3 code.", valueName: "a"))
    var first: String

    @Argument(help: ArgumentHelp("The other party's.", valueName: "b"))
    var second: String

    @OptionGroup var filters: FilterOptions
    @OptionGroup var form: FormatOption

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        var shared = filters.filter([.event, .state, .statement])
        shared.entities += [first, second]
        // What both have in common is told of each alone.
        let own = try [first, second].flatMap { party in
            var filter = filters.filter([.state])
            filter.entities.append(party)
            return try dossier.entries(matching: filter)
        }
        let items = try dossier.entries(matching: shared)
        let view = RelationView(
            between: first, and: second, shared: items, own: own, placedBy: try dossier.anchors(of: items))
        try form.print(view.page(), view.items)
    }
}

/// Prints one entry or report in full.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints one entry or report: its words, its rule, and why it was coded so.",
        discussion: """
            Ids stand at the end of every entry of a view; their beginning is enough. The id of an entry that is no more, \
            because of a ruling or a further document, leads on to what holds its reports now.

            Example:
              chancery show adriatic.dossier e3f91c
            """)

    @OptionGroup var source: DossierArgument

    @Argument(help: ArgumentHelp("The id of an entry or report.", valueName: "id"))
    var id: String

    @OptionGroup var form: FormatOption

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        let item = try item(in: dossier)
        let view = ShowView(
            item, texts: try DossierTexts.of(item, in: dossier),
            publishers: try DossierTexts.publishers(of: item, in: dossier), rulings: try dossier.rulings())
        try form.print(view.page(), [view])
    }

    /// What the id leads to; of an entry that is no more what holds its reports now, and of several all are named.
    private func item(in dossier: Dossier) throws -> DossierItem {
        do {
            return try dossier.item(withID: id)
        } catch {
            guard error.code == .noSuchItem else { throw error }
        }
        guard let found = try dossier.successors(ofEntry: id) else { return try dossier.item(withID: id) }
        guard let first = found.entries.first else {
            throw DossierError.formerEntry(dossier.path, id: found.former)
        }
        guard found.entries.count == 1 else {
            throw DossierError.ambiguous(
                dossier.path, what: "entry into which it went", name: found.former, candidates: found.entries)
        }
        StandardError.say("\(found.former) is now \(first)")
        return try dossier.item(withID: first)
    }
}
