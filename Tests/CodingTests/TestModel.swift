import Foundation

/// Finds the language model that set-up put into the repository.
enum TestModel {
    struct Missing: Error, CustomStringConvertible {
        var description: String { "the language model is missing: run `make setup`, or set CHANCERY_MODEL" }
    }

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
