import ChanceryCore
import Foundation

/// The one way to this module's resource files.
enum ModuleResources {
    private static let folder = ResourceFolder(module: "Chronology")

    /// The bytes of a resource file.
    ///
    /// - Parameter name: the path below `Resources/`, such as `en/months.txt`.
    /// - Throws: `ChronologyError.missingResource` where the file is not there.
    static func data(_ name: String) throws -> Data {
        do {
            return try folder.data(name)
        } catch {
            throw ChronologyError.missingResource(name, at: error.path)
        }
    }
}
