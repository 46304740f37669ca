import Foundation
import Testing

@testable import SpacyPipeline

/// The language model that set-up fetches, read once for all tests.
enum TestModel {
    /// The model's folder: `CHANCERY_MODEL`, otherwise `.model/` of the checkout.
    static let folder: URL? = {
        if let path = ProcessInfo.processInfo.environment["CHANCERY_MODEL"], !path.isEmpty {
            return URL(fileURLWithPath: path)
        }
        var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            let models = folder.appendingPathComponent(".model")
            let found = (try? FileManager.default.contentsOfDirectory(atPath: models.path)) ?? []
            for name in found.sorted() {
                let model = models.appendingPathComponent(name)
                if FileManager.default.fileExists(atPath: model.appendingPathComponent("config.cfg").path) {
                    return model
                }
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    private static let loaded = Result { () throws -> LanguageModel in
        try LanguageModel(folder: try requireFolder())
    }

    /// The folder, or a failure that says how to get it.
    static func requireFolder() throws -> URL {
        try #require(folder, "the language model is not there: run `make setup`, or set CHANCERY_MODEL to its folder")
    }

    /// The model, or the failure to load it.
    static func require() throws -> LanguageModel {
        try loaded.get()
    }
}
