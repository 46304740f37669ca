public import Foundation
public import SpacyPipeline

/// The language model that set-up put into the repository, read once for all tests of a run.
public enum TestModel {
    /// No model lies where tests look for it.
    public struct Missing: Error, CustomStringConvertible {
        /// What to do.
        public var description: String { "the language model is missing: run `make setup`, or set CHANCERY_MODEL" }
    }

    private static let loaded = Result { try LanguageModel(folder: folder()) }

    /// The model.
    ///
    /// - Throws: ``Missing``, or what reading the model throws.
    public static func model() throws -> LanguageModel { try loaded.get() }

    /// The model's folder: `CHANCERY_MODEL`, otherwise the one in `.model` of the checkout.
    ///
    /// - Throws: ``Missing``.
    public static func folder() throws -> URL {
        if let given = ProcessInfo.processInfo.environment["CHANCERY_MODEL"], !given.isEmpty {
            return URL(fileURLWithPath: given)
        }
        var place = URL(fileURLWithPath: #filePath)
        while place.pathComponents.count > 1 {
            place.deleteLastPathComponent()
            let folder = place.appendingPathComponent(".model/en_core_web_sm-3.8.0")
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("config.cfg").path) {
                return folder
            }
        }
        throw Missing()
    }
}
