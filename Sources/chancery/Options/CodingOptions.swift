import ArgumentParser
import Coding
import Foundation
import SpacyPipeline

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
        let coder = try Coder.standard(
            codebookFolder: codebook.map { URL(fileURLWithPath: $0) }, corrections: corrections)
        return DocumentCoder(coder: coder, model: try model.load())
    }
}
