import Foundation

/// Reads the files of this module's `Resources` folder.
enum ModuleResources {
    /// The bytes of a resource, such as `figures/people.txt`.
    ///
    /// Looks beside the running executable first, so that a binary works when copied with its resource folders,
    /// then where the package manager put the module's bundle.
    static func data(_ name: String) throws -> Data {
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(fileURLWithPath: executable).deletingLastPathComponent()
            .appendingPathComponent("chancery_Coding.resources").appendingPathComponent("Resources")
            .appendingPathComponent(name)
        if FileManager.default.fileExists(atPath: beside.path) { return try Data(contentsOf: beside) }
        let bundled = Bundle.module.bundleURL.appendingPathComponent("Resources").appendingPathComponent(name)
        return try Data(contentsOf: bundled)
    }
}
