import ArgumentParser
import ChanceryCore
import DossierStore
import Record

/// Prints the text of a document.
struct ReadCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Prints the text of a document, its paragraphs numbered as citations count them.",
        discussion: """
            Behind each part stands how many reports were read from it.

            Example:
              chancery read adriatic.dossier essay.txt
              chancery read adriatic.dossier essay.txt --paragraph 3
            """)

    @OptionGroup var source: DossierArgument

    @Argument(
        help: ArgumentHelp(
            "A document: its name, title, URL or hash, or a part that fits no other.", valueName: "document"))
    var document: String

    @Option(help: ArgumentHelp("Only this paragraph.", valueName: "number"))
    var paragraph: Int?

    @OptionGroup var form: FormatOption

    func view(of dossier: Dossier) throws -> ReadingView {
        try RecordReader(dossier).reading(document, paragraph: paragraph)
    }
}

/// Prints citations of an entry.
struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: "Prints citations of an entry or a report: a footnote, BibTeX, CSL-JSON, Markdown or wikitext.",
        discussion: """
            One for each telling, with its words; of an entry the telling that speaks for it first.

            Example:
              chancery cite adriatic.dossier e3f91c
              chancery cite adriatic.dossier e3f91c --style bibtex
            """)

    /// The forms of a citation.
    enum Style: String, Choice { case footnote, bibtex, csl, markdown, wikitext }

    @OptionGroup var source: DossierArgument

    @Argument(help: ArgumentHelp("The id of an entry or a report.", valueName: "id"))
    var id: String

    @Option(
        help: ArgumentHelp("\(Style.list); a footnote where nothing is given.", valueName: "style"),
        transform: { try Style.named($0) })
    var style: Style?

    func run() throws {
        let dossier = try source.read()
        let thing = try ShownThing.find(id, in: dossier) { StandardError.say($0) }
        guard [.entry, .report].contains(thing.kind) else {
            throw WrongUsage("'\(id)' is \(thing.kind.rawValue) \(thing.id); entries and reports can be cited.")
        }
        let view = try RecordReader(dossier).item(id: thing.id)
        let first = view.entry?.tellings.first?.report
        let tellings = view.tellings.filter { $0.report.id == first } + view.tellings.filter { $0.report.id != first }
        let citations = tellings.map(\.citation)
        let text =
            switch style ?? .footnote {
            case .footnote: citations.map { CitationForms($0).footnote }.joined(separator: "\n")
            case .bibtex: citations.map { CitationForms($0).bibTeX }.joined(separator: "\n\n")
            case .csl: CitationForms.csl(citations)
            case .markdown: citations.map { CitationForms($0).markdown }.joined(separator: "\n\n")
            case .wikitext: citations.map { CitationForms($0).wikitext }.joined(separator: "\n")
            }
        let output = StandardOutput()
        try output.write(text + "\n")
        try output.flush()
    }
}
