import ChanceryCore
import Foundation

/// Reads the files of this module's `Resources` folder.
enum ModuleResources {
    private static let folder = ResourceFolder(module: "Coding")

    /// The bytes of a resource, such as `figures/people.txt`.
    static func data(_ name: String) throws -> Data { try folder.data(name) }

    /// The lists of words of a resource, such as `entities/authors.txt`.
    ///
    /// - Throws: what the file's reading throws, with the line at fault.
    static func words(_ name: String) throws -> WordLists {
        try WordLists(text: String(decoding: try data(name), as: UTF8.self), file: folder(name).path)
    }

    /// Where a folder of resources lies, such as `codebook`.
    static func folder(_ name: String) -> URL { folder.url(name) }
}
