import ArgumentParser
import Coding
import Dispatch
import Foundation
import SpacyPipeline
import Synchronization

/// With what documents are coded.
struct CodingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder of codebook files that extend the program's own, or replace rules of the same id.",
            valueName: "folder"))
    var codebook: String?

    @Option(help: ArgumentHelp("Your corrections of entities, tab-separated.", valueName: "file"))
    var entities: String?

    @OptionGroup var model: ModelOptions

    /// Loads model, codebook and entities.
    func load() throws -> DocumentCoder {
        let corrections = try entities.map { try EntityCorrections(contentsOf: URL(fileURLWithPath: $0)) } ?? .none
        let folder = codebook.map { URL(fileURLWithPath: $0) }
        let model = model
        // Either takes as long as coding an essay: they are read side by side.
        let readCoder = { @Sendable in
            Result { try Coder.standard(codebookFolder: folder, corrections: corrections) }
        }
        let readModel = { @Sendable in Result { try model.load() } }
        let read = Mutex<(coder: Result<Coder, any Error>?, model: Result<LanguageModel, any Error>?)>((nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { place in
            if place == 0 {
                let coder = readCoder()
                read.withLock { $0.coder = coder }
            } else {
                let model = readModel()
                read.withLock { $0.model = model }
            }
        }
        let found = read.withLock { $0 }
        return DocumentCoder(
            coder: try (found.coder ?? readCoder()).get(), model: try (found.model ?? readModel()).get())
    }
}
