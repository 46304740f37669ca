import ChanceryCore
import Foundation

/// Reads the files of this module's `Resources` folder.
enum ModuleResources {
    private static let folder = ResourceFolder(module: "Coding")

    /// The bytes of a resource, such as `figures/people.txt`.
    static func data(_ name: String) throws -> Data { try folder.data(name) }

    /// Where a folder of resources lies, such as `codebook`.
    static func folder(_ name: String) -> URL { folder.url(name) }
}
