import ArgumentParser
import ChanceryCore
import DossierStore

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

    /// Prints a view: its page for people, its items for programs.
    func print(_ page: @autoclosure () -> Page, _ items: @autoclosure () -> [some Encodable & Sendable]) throws {
        let text =
            switch format {
            case .text: TextForm(Terminal.standardOutput()).text(page())
            case .markdown: MarkdownForm().text(page())
            case .json: try JSONForm.text(items())
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
}
