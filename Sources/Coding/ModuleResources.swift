import Foundation

/// Finds the data files of this module: beside the running executable, or where the build put them.
enum ModuleResources {
    /// The words of one file of `Resources/`, named by its path there (`"statements/nouns.txt"`).
    ///
    /// - Throws: a Foundation error where neither place has the file.
    static func data(_ name: String) throws -> Data {
        let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("chancery_Coding.resources").appendingPathComponent("Resources")
            .appendingPathComponent(name)
        if FileManager.default.fileExists(atPath: beside.path) { return try Data(contentsOf: beside) }
        return try Data(contentsOf: Bundle.module.bundleURL.appendingPathComponent("Resources/\(name)"))
    }
}
