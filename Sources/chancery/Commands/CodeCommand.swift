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

    @OptionGroup var filter: DocumentFilter
    @OptionGroup var coding: CodingOptions

    mutating func run() async throws {
        let coding = coding
        try await filter.perform(findsStructure: true, bytes: 1 << 14, isCoded: true) {
            let coder = try coding.load()
            return { documents in
                zip(documents, coder.reports(of: documents)).map { document, reports in
                    Result {
                        let lines =
                            [try JSONLine.encode(DocumentLine(document))]
                            + (try reports.map { try JSONLine.encode($0) })
                        return lines.flatMap { Array($0.utf8) + [0x0A] }
                    }
                }
            }
        }
    }
}
