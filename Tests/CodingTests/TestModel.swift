import Coding
import Foundation
import SpacyPipeline

/// Finds the language model that set-up put into the repository.
enum TestModel {
    struct Missing: Error, CustomStringConvertible {
        var description: String { "the language model is missing: run `make setup`, or set CHANCERY_MODEL" }
    }

    private static let loaded = Result { try LanguageModel(folder: folder()) }
    private static let standard = Result { try Coder.standard() }

    /// The model, read once for all tests.
    static func model() throws -> LanguageModel { try loaded.get() }

    /// The coder with the program's own data, read once for all tests.
    static func coder() throws -> Coder { try standard.get() }

    static func folder(file: String = #filePath) throws -> URL {
        if let given = ProcessInfo.processInfo.environment["CHANCERY_MODEL"], !given.isEmpty {
            return URL(fileURLWithPath: given)
        }
        var place = URL(fileURLWithPath: file)
        while place.path != "/" {
            place.deleteLastPathComponent()
            let folder = place.appendingPathComponent(".model/en_core_web_sm-3.8.0")
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("config.cfg").path) {
                return folder
            }
        }
        throw Missing()
    }
}
