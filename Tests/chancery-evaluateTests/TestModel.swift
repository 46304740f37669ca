import Foundation
import SpacyPipeline

/// The language model that set-up put into the repository, read once for all tests.
enum TestModel {
    private static let loaded = Result {
        let usual = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(".model/en_core_web_sm-3.8.0")
        let given = ProcessInfo.processInfo.environment["CHANCERY_MODEL"] ?? ""
        return try LanguageModel(folder: given.isEmpty ? usual : URL(fileURLWithPath: given))
    }

    static func model() throws -> LanguageModel { try loaded.get() }
}
