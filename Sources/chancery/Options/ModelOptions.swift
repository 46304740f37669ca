import ArgumentParser
import Foundation
import SpacyPipeline

/// Which language model reads the texts.
struct ModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A spaCy 3 model folder; otherwise $CHANCERY_MODEL, or the one `make setup` fetched.", valueName: "folder"))
    var model: String?

    /// Where set-up puts the model, below the project's folder.
    private static let usualPlace = ".model/en_core_web_sm-3.8.0"

    /// Loads the model.
    func load() throws -> LanguageModel {
        try LanguageModel(folder: URL(fileURLWithPath: try folder()), kernel: try Self.kernel())
    }

    /// How matrix products are computed: as `$CHANCERY_KERNEL` names it, which tests and measurements set, otherwise the
    /// fastest way. The result is the same.
    static func kernel(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> MatrixKernel {
        guard let name = environment["CHANCERY_KERNEL"], !name.isEmpty else { return .fastest }
        guard let kernel = MatrixKernel(rawValue: name), MatrixKernel.available.contains(kernel) else {
            throw UnknownKernel(name: name)
        }
        return kernel
    }

    /// The folder that was named, or the nearest one set-up made: from the binary's place upwards, then from here.
    func folder(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> String {
        if let model { return model }
        if let named = environment["CHANCERY_MODEL"], !named.isEmpty { return named }
        let starts = [
            URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent(),
            URL(fileURLWithPath: FileManager.default.currentDirectoryPath),
        ]
        for start in starts {
            var folder = start.standardizedFileURL
            while true {
                let candidate = folder.appendingPathComponent(Self.usualPlace)
                if FileManager.default.fileExists(atPath: candidate.path) { return candidate.path }
                guard folder.path != "/" else { break }
                folder.deleteLastPathComponent()
            }
        }
        throw MissingModel()
    }

    /// `$CHANCERY_KERNEL` names what this processor cannot run.
    struct UnknownKernel: Error, CustomStringConvertible {
        let name: String
        var description: String {
            let known = MatrixKernel.available.map(\.rawValue).joined(separator: ", ")
            return "CHANCERY_KERNEL: '\(name)' cannot run on this processor. It can run: \(known). "
                + "Leave the variable out for the fastest."
        }
    }

    /// No model was named, and none is where set-up puts it.
    struct MissingModel: Error, CustomStringConvertible {
        let description =
            "no language model: none was named, and no \(ModelOptions.usualPlace) lies beside the program or here. "
            + "Run 'make setup' to fetch it, or name a model folder with --model or CHANCERY_MODEL."
    }
}
