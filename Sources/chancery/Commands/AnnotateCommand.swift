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

    @OptionGroup var input: InputOptions
    @OptionGroup var run: RunOptions
    @OptionGroup var model: ModelOptions

    mutating func run() async throws {
        let model = try model.load()
        var documents = try input.reader(findsStructure: false).makeIterator()
        let output = StandardOutput()
        var faults = Faults(isStrict: run.strict)
        var progress = Progress("documents")
        try await OrderedWork.run(
            threads: run.threads,
            next: { DocumentBatch.next(&documents, bytes: 1 << 16) },
            work: { items in
                let documents = items.map { $0.map(\.document) }
                let texts = documents.compactMap { try? $0.get().text }
                var annotations = model.annotate(texts).makeIterator()
                return documents.map { item in
                    item.map { document -> [UInt8] in
                        var line: [UInt8] = []
                        (annotations.next() ?? AnnotatedText(tokens: []))
                            .appendJSON(id: document.name, text: document.text, to: &line)
                        line.append(0x0A)
                        return line
                    }
                }
            },
            take: { lines in
                for line in lines {
                    switch line {
                    case .success(let bytes): try output.write(bytes)
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
