import Foundation

/// Reads the files of this module's `Resources` folder.
enum ModuleResources {
    /// The bytes of a resource, such as `figures/people.txt`.
    static func data(_ name: String) throws -> Data { try Data(contentsOf: location(of: name)) }

    /// Where a folder of resources lies, such as `codebook`.
    static func folder(_ name: String) -> URL { location(of: name) }

    /// Looks beside the running executable first, so that a binary works when copied with its resource folders,
    /// then where the package manager put the module's bundle.
    private static func location(of name: String) -> URL {
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(fileURLWithPath: executable).deletingLastPathComponent()
            .appendingPathComponent("chancery_Coding.resources").appendingPathComponent("Resources")
            .appendingPathComponent(name)
        if FileManager.default.fileExists(atPath: beside.path) { return beside }
        return Bundle.module.bundleURL.appendingPathComponent("Resources").appendingPathComponent(name)
    }
}
