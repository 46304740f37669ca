import Foundation

/// The one way to this module's resource files.
enum ModuleResources {
    /// The bytes of a resource file, found beside the running executable or else where the package built it.
    ///
    /// The first place lets a binary be copied elsewhere together with its resource folders.
    ///
    /// - Parameter name: the path below `Resources/`, such as `en/months.txt`.
    /// - Throws: `ChronologyError.missingResource` where neither place has the file.
    static func data(_ name: String) throws -> Data {
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = executable.deletingLastPathComponent()
            .appendingPathComponent("chancery_Chronology.resources/Resources/\(name)")
        if let data = try? Data(contentsOf: beside) { return data }
        let built = Bundle.module.bundleURL.appendingPathComponent("Resources/\(name)")
        do {
            return try Data(contentsOf: built)
        } catch {
            throw ChronologyError.missingResource(name, cause: error)
        }
    }
}
