import ArgumentParser
import ChanceryCore
import Intake

/// Documents in, reports out.
struct CodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Documents in, reports out: events, statements, figures and states of affairs as JSON Lines.",
        discussion: """
            Writes a line of kind "document" for every document, then its reports. Documentation/formats.md tells what \
            the fields mean.

            Example:
              chancery code Examples/adriatic > reports.jsonl
              chancery code --codebook mine --entities names.tsv < articles.jsonl > reports.jsonl
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var run: RunOptions
    @OptionGroup var coding: CodingOptions

    /// One coded document.
    private struct Coded {
        var loaded: LoadedDocument
        var lines: [String]
    }

    mutating func run() async throws {
        let coder = try coding.load()
        var documents = try input.reader().makeIterator()
        let output = StandardOutput()
        var faults = Faults(isStrict: run.strict, passedOver: documents.passedOver)
        var progress = Progress("documents")
        try await OrderedWork.run(
            threads: run.threads, next: { DocumentBatch.next(&documents, bytes: 1 << 14) },
            work: { items -> [Result<Coded, any Error>] in
                var reports = coder.reports(of: items.compactMap { try? $0.get().document }).makeIterator()
                return items.map { item in
                    Result {
                        let loaded = try item.get()
                        return Coded(
                            loaded: loaded,
                            lines: [try JSONLine.encode(DocumentLine(loaded.document))]
                                + (try (reports.next() ?? []).map { try JSONLine.encode($0) }))
                    }
                }
            },
            take: { results in
                for result in results {
                    switch result {
                    case .success(let coded):
                        for line in coded.lines { try output.line(line) }
                        faults.keep(uncoded: coded.loaded.document)
                        try faults.keep(remarksOn: coded.loaded)
                    case .failure(let error):
                        try output.flush()
                        try faults.tell(error)
                    }
                    progress.advance()
                }
            })
        progress.end()
        try output.flush()
        try faults.end()
    }
}
