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
        let anchors = try dossier.anchors(of: items)
        var view = EntriesView.timeline(
            of: items, placedBy: anchors, try Shelf.of(items + anchors, in: dossier))
        view.nameFolded()
        let groups = try filters.groupsBeside(
            [.event, .state], in: dossier, command: "timeline \(ShellWord.quoted(source.dossier))"
        ) { try dossier.entries(matching: $0).map { $0.reports.map(\.report) } }
        try form.print(view.page(), view.items, leavingOut: groups)
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
            code stands also for those who act for it; its movements, parties, companies and citizens stand apart and are \
            named at the end.

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
        let anchors = try dossier.anchors(of: items)
        let members = (try dossier.members(of: first), try dossier.members(of: second))
        let view = RelationView(
            between: first, and: second, shared: items, own: own, placedBy: anchors, members: members,
            try Shelf.of(items + own + anchors, in: dossier))
        let groups = try [(first, members.0, second, members.1), (second, members.1, first, members.0)].compactMap {
            try groupsBeside(of: $0, $1, with: $2, $3, in: dossier)
        }
        try form.print(view.page(), view.items, leavingOut: groups)
    }

    /// What the second party is told to have to do with groups of the first.
    private func groupsBeside(
        of name: String, _ members: StateMembers, with other: String, _ otherMembers: StateMembers, in dossier: Dossier
    ) throws -> GroupsBeside? {
        guard !members.codes.isEmpty else { return nil }
        var filter = filters.filter([.event, .state, .statement])
        filter.entities.append(other)
        filter.groupsOf = [name]
        let found = try dossier.entries(matching: filter).map { $0.reports.map(\.report) }
        let all = found.flatMap { $0 }
        return GroupsBeside(
            of: Party(name, among: all, members: members), in: found,
            with: Party(other, among: all, members: otherMembers)
        ) { "relation \([source.dossier, other, $0].map { ShellWord.quoted($0) }.joined(separator: " "))" }
    }
}

/// Prints one entry or report in full.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints one entry or report: its words, its rule, and why it was coded so.",
        discussion: """
            Ids stand at the end of every entry of a view; their beginning is enough. The id of an entry that is no more, \
            because of a ruling or a further document, leads on to what holds its reports now. A document's name or hash \
            prints what is known of the document, with its footnotes.

            Example:
              chancery show adriatic.dossier e3f91c
            """)

    @OptionGroup var source: DossierArgument

    @Argument(help: ArgumentHelp("The id of an entry or report.", valueName: "id"))
    var id: String

    @OptionGroup var form: FormatOption

    func run() throws {
        let dossier = try Dossier.open(at: source.dossier, readOnly: true)
        guard let item = try found({ try item(in: dossier) }) else {
            if let view = try document(in: dossier) { return try form.print(view.page(), view.items) }
            // Nothing has that name either: the dossier says so.
            _ = try dossier.item(withID: id)
            return
        }
        let view = ShowView(
            item, texts: try DossierTexts.of(item, in: dossier),
            publishers: try DossierTexts.publishers(of: item, in: dossier), rulings: try dossier.rulings(),
            try Shelf.of(item.reports, in: dossier))
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

    /// The document of a name or hash, with its footnotes; nil where there is none.
    private func document(in dossier: Dossier) throws -> DocumentsView? {
        guard let hash = try found({ try dossier.document(named: id).document.hash }) else { return nil }
        let held = try dossier.layout(ofHash: hash).map { DocumentReading($0.text, blocks: $0.blocks) }
        let notes = (held?.footnotes ?? []).map {
            Shelf.Footnote(mark: $0.label, words: SafeText.oneLine($0.words))
        }
        return DocumentsView(
            of: try dossier.documents().filter { $0.hash == hash }, rulings: try dossier.rulings(),
            Shelf(try dossier.sources()), footnotes: [hash: notes])
    }

    /// What a look-up gives; nil where nothing has the name.
    private func found<Value>(_ look: () throws -> Value) throws -> Value? {
        do {
            return try look()
        } catch let error as DossierError where error.code == .noSuchItem {
            return nil
        }
    }
}
