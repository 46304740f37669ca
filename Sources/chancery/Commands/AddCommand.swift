import ArgumentParser
import ChanceryCore
import DossierStore
import Record
import Intake

/// Reads files or folders into a dossier.
struct AddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Reads files and folders into a dossier, codes and reconciles them.",
        discussion: """
            Every document is stored in one step: whatever ends the run, what was added before is intact. A text that \
            is there already gets a further copy, and the same copy again changes nothing.

            Example:
              chancery add adriatic.dossier Examples/adriatic
              chancery add adriatic.dossier page.html --publisher "The Harbour Review" --published-on 2025-05-14
            """)

    @OptionGroup var target: DossierArgument

    @Argument(help: ArgumentHelp("Files or folders; files of JSON Lines hold many documents.", valueName: "path"))
    var paths: [String]

    @Option(help: ArgumentHelp("The files' encoding, where it is not UTF-8 and no mark tells it.", valueName: "name"))
    var encoding: String?

    @OptionGroup(title: "What is known of all these documents") var given: GivenMetadata
    @OptionGroup var run: RunOptions
    @OptionGroup var coding: CodingOptions

    mutating func run() async throws {
        let dossier = try Dossier.open(at: target.dossier)
        let coder = try coding.load()
        let options = DocumentReader.Options(encoding: encoding, given: given.metadata)
        var documents = try DocumentReader(paths: paths, options: options).makeIterator()
        var faults = Faults(isStrict: run.strict, passedOver: documents.passedOver)
        var tally = AdditionTally()
        var progress = Progress("documents")
        try await OrderedWork.run(
            threads: run.threads, next: { documents.next() },
            work: { item in Self.code(item, coder, dossier) },
            take: { result in
                switch result {
                case .failure(let error as IntakeError): try faults.tell(error)
                case .failure(let error): throw error
                case .success(let (loaded, reports)):
                    do throws(DossierError) {
                        let addition = try dossier.add(
                            loaded.document, original: loaded.original, format: loaded.format.fileExtension,
                            found: loaded.found, described: loaded.described, reports: reports, stamp: coder.stamp)
                        tally.count(addition, reports?.count ?? 0)
                        faults.keep(uncoded: loaded.document)
                    } catch {
                        // What one document is at fault of is told, and the next is read; all else ends the run.
                        guard error.code == .invalid else { throw error }
                        try faults.tell(error)
                    }
                    try faults.keep(remarksOn: loaded)
                }
                progress.advance()
            })
        progress.end()
        if tally.needsCoding {
            // Copies together tell other metadata than one was coded with, such as an earlier date.
            let changed = try dossier.documentsNeedingCoding()
            let recoding = Recoding(dossier: dossier, coder: coder, threads: run.threads)
            tally.count(recoded: try await recoding.run(changed, &faults))
        }
        let entries = try dossier.reconcile()
        try tally.tell(entries: entries)
        try faults.end()
    }

    /// Codes a document, unless the dossier would not keep its reports.
    private static func code(
        _ item: Result<LoadedDocument, IntakeError>, _ coder: DocumentCoder, _ dossier: Dossier
    ) -> Result<(LoadedDocument, [Report]?), any Error> {
        Result {
            let loaded = try item.get()
            let isNeeded = try dossier.needsReports(
                toAdd: loaded.document, original: loaded.original, format: loaded.format.fileExtension,
                found: loaded.found, described: loaded.described)
            return (loaded, isNeeded ? coder.reports(of: loaded.document) : nil)
        }
    }
}

/// What a run of adding did, in numbers.
struct AdditionTally {
    private var outcomes: [Addition.Outcome: Int] = [:]
    private var reports = 0
    private var refused: [VerificationFault] = []
    /// Whether a document is to be coded again for what its copies tell together.
    private(set) var needsCoding = false

    /// Counts one document.
    mutating func count(_ addition: Addition, _ coded: Int) {
        outcomes[addition.outcome, default: 0] += 1
        if addition.storedReports { reports += coded - Set(addition.refused.map(\.item)).count }
        refused += addition.refused
        needsCoding = needsCoding || addition.needsCoding
    }

    /// Counts the reports of documents that were coded again.
    mutating func count(recoded: Int) { reports += recoded }

    /// Says what was done, and what could not be proved.
    func tell(entries: Int) throws {
        var parts = ["\(Wording.count(outcomes[.added] ?? 0, "document", "documents")) added"]
        if let copies = outcomes[.copyAdded] {
            parts.append("\(Wording.count(copies, "copy", "copies")) of known texts")
        }
        if let described = outcomes[.described] {
            parts.append("\(Wording.count(described, "known document", "known documents")) described anew")
        }
        if let unchanged = outcomes[.unchanged] { parts.append("\(Wording.number(Double(unchanged))) known already") }
        parts.append(Wording.count(reports, "new report", "new reports"))
        parts.append("\(Wording.count(entries, "entry", "entries")) in all")
        let output = StandardOutput()
        try output.line(parts.joined(separator: ", ") + ".")
        if let words = Self.refusal(refused) { try output.line(words) }
        try output.flush()
    }

    /// How many reports could not be proved and were not kept, by what was checked, and the first of them; nil of none.
    static func refusal(_ refused: [VerificationFault]) -> String? {
        guard let first = refused.first else { return nil }
        let count = Wording.count(Set(refused.map(\.item)).count, "report", "reports")
        let checks = Dictionary(grouping: refused, by: \.check).mapValues { Set($0.map(\.item)).count }
            .sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
            .map { "\($0.key.rawValue) \(Wording.number(Double($0.value)))" }.joined(separator: ", ")
        return "\(count) could not be proved and were not kept (\(checks)); the first: \(first)"
    }
}

extension DocumentFormat {
    /// The file name extension under which a dossier keeps the original bytes.
    var fileExtension: String {
        switch self {
        case .plainText: "txt"
        case .markdown: "md"
        case .html: "html"
        case .wikitext: "wiki"
        case .jsonLines: "jsonl"
        }
    }
}
