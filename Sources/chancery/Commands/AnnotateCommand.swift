import ArgumentParser
import ChanceryCore
import Intake
import SpacyPipeline

/// Documents in, tokens out.
struct AnnotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Documents in, tokens out: JSON Lines with tags, heads, labels, lemmas and entities.",
        discussion: """
            Reads files and folders, or JSON Lines with "id" and "text" from standard input, and writes one line a \
            document in the same order. Offsets are Unicode code points.

            Example:
              chancery annotate article.txt > tokens.jsonl
            """)

    @OptionGroup var filter: DocumentFilter
    @OptionGroup var model: ModelOptions

    mutating func run() async throws {
        let model = model
        try await filter.perform(findsStructure: false, bytes: 1 << 16, isCoded: false) {
            let model = try model.load()
            return { documents in
                zip(documents, model.annotate(documents.map(\.text))).map { document, annotated in
                    var line: [UInt8] = []
                    annotated.appendJSON(id: document.name, text: document.text, to: &line)
                    line.append(0x0A)
                    return .success(line)
                }
            }
        }
    }
}
