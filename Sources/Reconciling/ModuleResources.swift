import ChanceryCore
import Foundation

/// Reads the files of this module's `Resources` folder.
enum ModuleResources {
    private static let folder = ResourceFolder(module: "Reconciling")

    /// The lines of a resource, such as `act-families.txt`, without comments and empty ones.
    static func lines(_ name: String) throws(ResourceFolder.Missing) -> [String] {
        String(decoding: try folder.data(name), as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
            line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty }
    }

    /// Where a resource lies, for messages.
    static func path(_ name: String) -> String { folder.url(name).path }
}
