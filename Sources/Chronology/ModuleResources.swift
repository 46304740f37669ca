import Foundation

/// The one way to this module's resource files.
enum ModuleResources {
    /// The bytes of a resource file, from the module's resource folder beside the running executable.
    ///
    /// The package's builds and tests put that folder there as well, and a copied binary finds it when it is copied
    /// along. `Bundle.module` is not asked, since it ends the program where the folder is missing.
    ///
    /// - Parameter name: the path below `Resources/`, such as `en/months.txt`.
    /// - Throws: `ChronologyError.missingResource` where the file is not there.
    static func data(_ name: String) throws -> Data {
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let file = executable.deletingLastPathComponent()
            .appendingPathComponent("chancery_Chronology.resources/Resources/\(name)")
        guard let data = try? Data(contentsOf: file) else {
            throw ChronologyError.missingResource(name, at: file.path)
        }
        return data
    }
}
