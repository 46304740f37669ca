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
        var faults = Faults(isStrict: run.strict, passedOver: documents.passedOver)
        var progress = Progress("documents")
        try await OrderedWork.run(
            threads: run.threads,
            next: { DocumentBatch.next(&documents, bytes: 1 << 16) },
            work: { items in
                let texts = items.compactMap { try? $0.get().document.text }
                var annotations = model.annotate(texts).makeIterator()
                return items.map { item in
                    item.map { loaded -> (LoadedDocument, [UInt8]) in
                        var line: [UInt8] = []
                        (annotations.next() ?? AnnotatedText(tokens: []))
                            .appendJSON(id: loaded.document.name, text: loaded.document.text, to: &line)
                        line.append(0x0A)
                        return (loaded, line)
                    }
                }
            },
            take: { lines in
                for line in lines {
                    switch line {
                    case .success((let loaded, let bytes)):
                        try output.write(bytes)
                        try faults.keep(remarksOn: loaded)
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
