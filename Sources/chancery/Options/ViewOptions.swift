import ArgumentParser
import ChanceryCore
import DossierStore
import Reconciling
import Record

/// Which dossier a command reads or changes.
struct DossierArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("A dossier made with 'chancery new'.", valueName: "dossier"))
    var dossier: String

    /// Opens it for reading.
    func read() throws -> Dossier { try Dossier.open(at: dossier, readOnly: true) }

    /// How to ask a view for one party alone.
    func asking(_ view: String) -> (String) -> String {
        { "\(view) \(ShellWord.quoted(dossier)) --entity \(ShellWord.quoted($0))" }
    }
}

extension ViewFormat: Choice {}

/// How a view is printed.
struct FormatOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("\(ViewFormat.list); text where nothing is given.", valueName: "form"),
        transform: { try ViewFormat.named($0) })
    var format: ViewFormat?

    /// Prints a view: its page for people, its items for programs; behind either what it leaves out.
    func print<Item: Encodable & Sendable>(
        _ page: @autoclosure () -> Page, _ items: @autoclosure () -> [Item], leavingOut groups: [GroupsBeside] = []
    ) throws {
        // A page says by these words what is negated: without them it would say it wrongly.
        _ = try Negators.standard.get()
        _ = try ViewWords.read.get()
        func wholePage() -> Page {
            var page = page()
            page.also += groups.map(\.words)
            return page
        }
        let text =
            switch format ?? .text {
            case .text: TextForm(Terminal.standardOutput()).text(wholePage())
            case .markdown: MarkdownForm().text(wholePage())
            case .json: try JSONForm.text(items().map { ViewObject.item($0) } + groups.map { ViewObject.groups($0) })
            }
        let output = StandardOutput()
        try output.write(text)
        try output.flush()
    }

    /// Prints a list, cut to a length.
    func print(_ view: some ListView, limit: Int? = nil, leavingOut groups: [GroupsBeside] = []) throws {
        guard let limit, view.count > limit else {
            return try print(view.page(), view.items, leavingOut: groups)
        }
        var cut = view
        cut.keep(first: limit)
        let shown = "\(Wording.number(Double(limit))) of \(Wording.number(Double(view.count))) shown"
        var page = cut.page()
        page.summary = "\(view.page().summary); \(shown)"
        if format == .json { StandardError.say("\(shown).") }
        try print(page, cut.items, leavingOut: groups)
    }
}

/// What a view shows.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only where this party takes part: a name, an alias, an adjective, a capital, a surname, an alpha-3 code; "
                + "given twice, both must.",
            valueName: "name"))
    var entity: [String] = []

    @Option(help: ArgumentHelp("Not before this date: 1996, 1996-12 or 1996-12-05.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Not after this date.", valueName: "date"))
    var to: String?

    @Option(help: ArgumentHelp("Only this PLOVER type or concept, such as SUPPORT or open-mission.", valueName: "type"))
    var type: String?

    @Option(
        help: ArgumentHelp(
            "Only what this document tells: its name, title, URL or hash, or a part that fits no other.",
            valueName: "document"))
    var document: String?

    @Flag(help: "With --document: only what no other document tells.")
    var alone = false

    @OptionGroup var trust: ConfidenceOption

    @Flag(help: "Show what was rejected too.")
    var rejected = false

    func validate() throws {
        if alone, document == nil {
            throw ValidationError("'--alone' is of one document. Name it with --document.")
        }
        for (option, value) in [("from", from), ("to", to)] {
            if let value, EDTF(value)?.hasYear != true {
                throw ValidationError(
                    "'--\(option) \(value)' is no date with a year. Write 1996, 1996-12 or 1996-12-05.")
            }
        }
        if let from, let to, let first = EDTF(from)?.bounds.first, let last = EDTF(to)?.bounds.last, last < first {
            throw ValidationError(
                "Nothing lies between '--from \(from)' and '--to \(to)': the second is the earlier one. Swap them.")
        }
    }

    /// The filters as they were typed: `--entity Albania --from 1990`; empty where there are none.
    var typed: String {
        var words = entity.map { "--entity \(ShellWord.quoted($0))" }
        for (option, value) in [("from", from), ("to", to), ("type", type), ("document", document)] {
            if let value { words.append("--\(option) \(ShellWord.quoted(value))") }
        }
        if alone { words.append("--alone") }
        if !trust.typed.isEmpty { words.append(trust.typed) }
        return words.joined(separator: " ")
    }

    /// What is asked.
    var asked: Filters {
        Filters(
            parties: entity, from: from, to: to, type: type, document: document, isAlone: alone,
            confidence: trust.least, includesRejected: rejected)
    }
}

extension RecordReader {
    /// A reader that says on standard error how a word was read.
    init(telling dossier: Dossier) { self.init(dossier) { StandardError.say($0) } }
}
