import ArgumentParser
import ChanceryCore
import DossierStore
import Record

/// Gives or corrects what is known of a document.
struct DescribeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe", abstract: "Gives or corrects what is known of a document: its publisher, its date.",
        discussion: """
            An empty value takes away what was found. Where the document is known by another title, author, publisher, \
            date or language from then on, it is coded and reconciled again: relative dates, origins and entries follow.

            Example:
              chancery describe adriatic.dossier brief.txt --publisher "The Harbour Review" --published-on 2025-05-14
              chancery describe adriatic.dossier page.html --author "Jana Roe" --author "Ole Dam" --archive-url ""
            """)

    @OptionGroup var target: DossierArgument

    @Argument(help: ArgumentHelp("The document's name, or at least eight digits of its hash.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("The title.", valueName: "words"))
    var title: String?

    @Option(
        name: .customLong("author"), parsing: .singleValue,
        help: ArgumentHelp("Who wrote it; once for each, and all of them.", valueName: "name"))
    var authors: [String] = []

    @Option(help: ArgumentHelp("Who published this copy.", valueName: "name"))
    var publisher: String?

    @Option(help: ArgumentHelp("When it was published, such as 2024-03-09 or 2024.", valueName: "date"))
    var publishedOn: String?

    @Option(help: ArgumentHelp("Where it was found.", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("Where an archive keeps it.", valueName: "url"))
    var archiveURL: String?

    @Option(help: ArgumentHelp("When it was taken from there, such as 2024-03-09.", valueName: "date"))
    var retrievedOn: String?

    @Option(help: ArgumentHelp("Through whom it came: a newsletter, an archive.", valueName: "name"))
    var via: String?

    @Option(help: ArgumentHelp("The language of the text, such as en.", valueName: "tag"))
    var language: String?

    @OptionGroup var run: RunOptions
    @OptionGroup var coding: CodingOptions

    func validate() throws {
        for (option, value) in [("published-on", publishedOn), ("retrieved-on", retrievedOn)] {
            if let value, !value.isEmpty, EDTF(value) == nil {
                throw ValidationError("'--\(option) \(value)' is no date. Write 1996, 1996-12 or 1996-12-05.")
            }
        }
        if description.isEmpty {
            throw ValidationError("Say what is known of '\(name)', for example with --publisher or --published-on.")
        }
    }

    /// What is said of the document.
    var description: DocumentDescription {
        var description = DocumentDescription()
        description.title = title
        description.authors = authors.isEmpty ? nil : authors.filter { !$0.isEmpty }
        description.publisher = publisher
        description.publishedOn = publishedOn
        description.url = url
        description.archiveURL = archiveURL
        description.retrievedOn = retrievedOn
        description.via = via
        description.language = language
        return description
    }

    mutating func run() async throws {
        let dossier = try Dossier.open(at: target.dossier)
        var faults = Faults(isStrict: run.strict)
        // Where what is coded may depend on it, nothing is written that could not be coded again.
        let coder = description.isCoded ? try coding.load() : nil
        let outcome = try dossier.describe(named: name, as: description)
        var lines = DescribingWords.lines(outcome)
        // Those that an interrupted run left are coded too.
        let changed = try dossier.documentsNeedingCoding()
        if !changed.isEmpty {
            let recoding = Recoding(dossier: dossier, coder: try coder ?? coding.load(), threads: run.threads)
            let reports = try await recoding.run(changed, &faults)
            let entries = try dossier.reconcile()
            lines.append(
                "Coded again: \(Wording.count(reports, "report", "reports")); "
                    + "\(Wording.count(entries, "entry", "entries")) in all.")
        }
        let output = StandardOutput()
        for line in lines { try output.line(SafeText.oneLine(line)) }
        try output.flush()
        try faults.end()
    }
}

extension DocumentDescription {
    /// Whether what is coded of a document may depend on it: where it was found tells nothing that is coded.
    fileprivate var isCoded: Bool {
        title != nil || authors != nil || publisher != nil || publishedOn != nil || language != nil
    }
}

/// Says what describing a document changed.
enum DescribingWords {
    /// One line a field that is other than before.
    static func lines(_ outcome: Describing) -> [String] {
        let before = values(outcome.before)
        let after = values(outcome.after)
        let changed = zip(before, after).filter { $0.value != $1.value }
        if changed.isEmpty { return ["\(outcome.name): nothing changed."] }
        return changed.map { old, new in "\(outcome.name): \(new.label): \(shown(old.value)) → \(shown(new.value))" }
    }

    private static func shown(_ value: String) -> String { value.isEmpty ? "not known" : value }

    private static func values(_ metadata: DocumentMetadata) -> [(label: String, value: String)] {
        [
            ("title", metadata.title ?? ""), ("by", metadata.authors.joined(separator: ", ")),
            ("published by", metadata.publisher ?? ""), ("published on", metadata.publishedOn ?? ""),
            ("url", metadata.url ?? ""), ("archived at", metadata.archiveURL ?? ""),
            ("retrieved on", metadata.retrievedOn ?? ""), ("via", metadata.via ?? ""),
            ("language", metadata.language ?? ""),
        ]
    }
}
