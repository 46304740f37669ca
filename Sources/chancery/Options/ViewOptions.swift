import ArgumentParser
import ChanceryCore
import DossierStore
import Reconciling

/// Which dossier a command reads or changes.
struct DossierArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("A dossier made with 'chancery new'.", valueName: "dossier"))
    var dossier: String
}

extension ViewFormat: ExpressibleByArgument {}

/// How a view is printed.
struct FormatOption: ParsableArguments {
    @Option(help: ArgumentHelp("text, markdown or json.", valueName: "form"))
    var format: ViewFormat = .text

    /// Prints a view: its page for people, its items for programs; behind either what it leaves out.
    func print<Item: Encodable & Sendable>(
        _ page: @autoclosure () -> Page, _ items: @autoclosure () -> [Item], leavingOut groups: [GroupsBeside] = []
    ) throws {
        // A page says by these words what is negated: without them it would say it wrongly.
        _ = try Negators.standard.get()
        func wholePage() -> Page {
            var page = page()
            page.also += groups.map(\.words)
            return page
        }
        let text =
            switch format {
            case .text: TextForm(Terminal.standardOutput()).text(wholePage())
            case .markdown: MarkdownForm().text(wholePage())
            case .json: try JSONForm.text(items().map { ViewObject.item($0) } + groups.map { ViewObject.groups($0) })
            }
        let output = StandardOutput()
        try output.write(text)
        try output.flush()
    }
}

/// What a view shows.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only where this party takes part: a name, a surname, or an alpha-3 code; give it again for a second party.",
            valueName: "name"))
    var entity: [String] = []

    @Option(help: ArgumentHelp("Not before this date: 1996, 1996-12 or 1996-12-05.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Not after this date.", valueName: "date"))
    var to: String?

    @Option(help: ArgumentHelp("Only this PLOVER type or concept, such as SUPPORT or open-mission.", valueName: "type"))
    var type: String?

    @Option(help: ArgumentHelp("Only what this document tells.", valueName: "name"))
    var document: String?

    @Flag(help: "Show what was rejected too.")
    var rejected = false

    func validate() throws {
        for (option, value) in [("from", from), ("to", to)] {
            if let value, EDTF(value)?.hasYear != true {
                throw ValidationError(
                    "'--\(option) \(value)' is no date with a year. Write 1996, 1996-12 or 1996-12-05.")
            }
        }
    }

    /// The filter for the dossier.
    func filter(_ kinds: Set<Report.Kind> = []) -> ItemFilter {
        ItemFilter(
            kinds: kinds, entities: entity, from: from, to: to, type: type, document: document,
            includesRejected: rejected)
    }

    /// The groups of the states asked for that stand apart from them, counted in what the filter lets through of them.
    ///
    /// - Parameters:
    ///   - command: the command to ask for one, such as `timeline adriatic.dossier`.
    ///   - read: gives the reports of each entry, or one report each, that a filter lets through.
    func groupsBeside(
        _ kinds: Set<Report.Kind> = [], in dossier: Dossier, command: String,
        read: (ItemFilter) throws -> [[Report]]
    ) throws -> [GroupsBeside] {
        try entity.compactMap { name in
            let members = try dossier.members(of: name)
            guard !members.codes.isEmpty else { return nil }
            var filter = filter(kinds)
            filter.entities.removeAll { $0 == name }
            filter.groupsOf = [name]
            let found = try read(filter)
            let party = Party(name, among: found.flatMap { $0 }, members: members)
            return GroupsBeside(of: party, in: found) { "\(command) --entity \(ShellWord.quoted($0))" }
        }
    }
}

/// Words as a shell takes them.
enum ShellWord {
    /// The word, between quotation marks where a shell would divide or read it.
    static func quoted(_ word: String) -> String {
        if !word.isEmpty, word.allSatisfy({ $0.isLetter || $0.isNumber || "-_./".contains($0) }) { return word }
        return "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
