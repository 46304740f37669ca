import ArgumentParser
import Coding
import Foundation
import Record
import SpacyPipeline

/// Work on codebooks.
struct CodebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebook", abstract: "Work on codebooks: what counts as which event.",
        discussion: """
            Example:
              chancery codebook check mine/support.yaml
            """,
        subcommands: [Check.self])

    /// Validates a codebook.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract:
                "Validates codebook files and runs their example sentences; names every fault with file and line.",
            discussion: """
                Example:
                  chancery codebook check mine/support.yaml
                  chancery codebook check mine --no-examples
                """)

        @Argument(help: ArgumentHelp("A codebook file, or a folder of them.", valueName: "file"))
        var path: String

        @Flag(inversion: .prefixedNo, help: "Run the example sentences, which needs the language model.")
        var examples = true

        @OptionGroup var model: ModelOptions

        func run() throws {
            let sources = try Codebook.sources(at: URL(fileURLWithPath: path))
            let codebook = try Codebook.standard(extendedBy: sources)
            var faults: [CodebookError.Fault] = []
            let files = Set(sources.map(\.name))
            let rules = codebook.rules.filter { files.contains($0.file) }
            let exceptions = codebook.exceptions.filter { files.contains($0.file) }
            if examples {
                let model = try model.load()
                faults = try CodebookChecker(codebook).faults(inFiles: files) { model.annotate($0) }
            }
            for fault in faults { StandardError.say(fault.description) }
            guard faults.isEmpty else { throw ExitStatus.SomeInputFailed() }
            let output = StandardOutput()
            let what =
                Wording.count(rules.count, "rule", "rules")
                + (exceptions.isEmpty ? "" : " and " + Wording.count(exceptions.count, "exception", "exceptions"))
            try output.line("\(SafeText.oneLine(path)): \(what), no fault.")
            try output.flush()
        }
    }
}
